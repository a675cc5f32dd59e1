"""A worker empties a tin by a scanner: one scan after another, for one place and day."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.services.drafts import VenueDraft
from tests.views.staff.pc import StaffPc


def scan(staff: StaffPc, text: str) -> None:
    """Type as a scanner does, where the focus is."""
    line = next(one for one in staff.screen.findChildren(QLineEdit) if one.accessibleName() == "Scan the next slip")
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    staff.arrive("staff_tin")


def test_a_tin_is_emptied_one_scan_after_another(staff: StaffPc) -> None:
    staff.ask(lambda: staff.services.offers.write_venue(VenueDraft("Corner café")))
    one, other = staff.ask(lambda: staff.services.slips.print_thanks(2, 60))
    staff.press("Slips", "staff_slips")
    staff.press("Check a slip", "staff_check")
    staff.press("A tin of slips", "staff_tin")
    scan(staff, one.token)
    scan(staff, other.token.lower())
    assert staff.says("2 slips are in.")
    scan(staff, one.token)
    assert staff.says("This slip is already in.")
    scan(staff, "https://example.org")
    assert staff.says("This is not a slip.")
    assert staff.says("2 slips are in.")
    staff.press("Not in this tin", "staff_tin")
    assert staff.says("1 slip is in.")
