"""The register of slips and the keys that sign them, at the staff screens."""

from pathlib import Path

import pytest

from desktop.services.slips import Outcome
from tests.views.printing.paper_tools import Paper
from tests.views.staff.pc import StaffPc, hand_over


@pytest.fixture
def slips(staff: StaffPc) -> StaffPc:
    staff.press("Slips", "staff_slips")
    return staff


def test_a_lost_sheet_is_made_void_in_one_go(slips: StaffPc) -> None:
    papers = slips.ask(lambda: slips.services.slips.print_thanks(8, 60))
    slips.ask(lambda: slips.services.slips.print_thanks(1, 60))
    slips.press("Register", "staff_out")
    assert slips.says("9 slips are out on paper.")
    assert slips.says("Together they are good for 9 credits")
    slips.press("Make void", "staff_why")
    assert slips.says(f"8 slips, from {papers[0].code} to {papers[7].code}")
    slips.press("Do it")
    assert slips.says("The reason is missing.")
    slips.write("Why?", "Left on the bus")
    slips.press("Do it", "staff_out")
    assert slips.says("The sheet is void.")
    assert slips.says("1 slip is out on paper.")
    assert slips.says("No sheet has slips that are out.")
    outcome = slips.ask(lambda: slips.services.slips.check(papers[3].token).outcome)
    assert outcome == Outcome.VOID


def test_the_register_is_printed_and_kept_as_a_list(
    slips: StaffPc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = slips.ask(lambda: slips.services.slips.print_thanks(12, 60))
    slips.press("Register", "staff_out")
    slips.press("Print")
    assert slips.says("It is at the printer.")
    printed = Paper(slips.paper / "slip-register.pdf")
    words = printed.words()
    assert all(paper.code in words for paper in papers)
    assert printed.least_pt() >= 14
    assert printed.has_only_embedded_fonts()
    kept = tmp_path / "list.csv"
    hand_over(monkeypatch, kept)
    slips.press("Save as a list")
    assert papers[0].code in kept.read_text("utf-8-sig")
    hand_over(monkeypatch, tmp_path / "no such folder" / "list.csv")
    slips.press("Save as a list")
    assert slips.says("There is no folder for list.csv.")


def test_a_new_key_is_begun_and_the_old_one_stopped(slips: StaffPc) -> None:
    paper = slips.ask(lambda: slips.services.slips.print_thanks(1, 60))[0]
    old = slips.ask(slips.services.signing_keys.seen).ours[0]
    slips.clock.move(1)
    slips.press("Settings", "staff_settings")
    slips.press("Open", "staff_keys", beside="Keys of slips")
    assert slips.says(f"This PC: {old.id}")
    slips.press("Begin a new key here")
    assert slips.says("This PC signs with a new key from now on.")
    assert slips.says("From before, still good")
    slips.press("Stop this key", "staff_stop_key", beside=f"This PC: {old.id}")
    assert slips.says("This cannot be undone.")
    slips.press("Cancel", "staff_keys")
    slips.press("Stop this key", "staff_stop_key", beside=f"This PC: {old.id}")
    slips.press("Stop this key", "staff_keys")
    assert slips.says("The key is stopped.")
    assert slips.says("1 of its slips is good")
    assert slips.ask(lambda: slips.services.slips.check(paper.token).outcome) == Outcome.OK


def test_how_many_slips_a_member_prints_is_set_here(slips: StaffPc) -> None:
    slips.press("Settings", "staff_settings")
    slips.press("Change", "staff_rules", beside="The centre's rules")
    assert slips.typed("Slips a member prints in a day") == "3"
    slips.write("Slips a member prints in a day", "21")
    slips.press("Save")
    assert slips.says("This can be 0 to 20.")
    slips.write("Slips a member prints in a day", "0")
    slips.press("Save", "staff_settings")
    assert not slips.ask(slips.services.few_slips.is_offered)


def test_a_torn_slip_is_scanned_to_be_void_at_once(slips: StaffPc) -> None:
    one, other = slips.ask(lambda: slips.services.slips.print_thanks(2, 60))
    slips.press("Slips", "staff_slips")
    slips.press("Make void", "staff_why", beside=one.code)
    slips.write("Scan the slip, if it is here", other.token)
    slips.write("Why?", "Torn")
    slips.press("Do it")
    assert slips.says("This is not the QR of the slip.")
    slips.write("Scan the slip, if it is here", one.token)
    slips.press("Do it", "staff_slips")
    assert slips.says("1 slip is out on paper.")


def test_a_batch_comes_with_its_own_register(slips: StaffPc) -> None:
    before = slips.ask(lambda: slips.services.slips.print_thanks(2, 60))
    slips.press("Make slips", "staff_print")
    slips.write("How many slips", "10")
    slips.press("Make them", "staff_sheet")
    slips.press("Print their register")
    assert slips.says("The register is at the printer.")
    words = Paper(slips.paper / "slip-register.pdf").words()
    out = slips.ask(slips.services.slips.out)
    assert len(out) == 12
    old = {paper.code for paper in before}
    assert [slip.code in words for slip in out] == [slip.code not in old for slip in out]
