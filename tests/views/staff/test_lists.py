"""Tasks, offers and places: written, changed, taken off the lists."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.views.staff.pc import StaffPc


def test_a_task_keeps_what_was_typed_when_its_minutes_do_not_fit(staff: StaffPc) -> None:
    staff.press("Tasks", "staff_tasks")
    staff.press("Add a task", "staff_task")
    staff.press("Save")
    assert staff.says("The task's name is missing. Type it in.")
    staff.write("What somebody did", "Fed the cat")
    staff.write("Usual minutes", "17")
    staff.press("Save")
    assert staff.says("17 minutes cannot be recorded.")
    assert staff.typed("What somebody did") == "Fed the cat"
    assert staff.typed("Usual minutes") == "17"
    staff.write("Usual minutes", "15")
    staff.press("Save", "staff_tasks")
    made = next(one for one in staff.ask(staff.services.tasks.all) if one.label == "Fed the cat")
    assert made.usual_minutes == 15


def test_escape_leaves_a_form_as_it_was(staff: StaffPc) -> None:
    staff.press("Tasks", "staff_tasks")
    staff.press("Open", "staff_task", beside="Swept up")
    staff.write("What somebody did", "Swept down")
    QTest.keyClick(staff.screen, Qt.Key.Key_Escape)
    staff.arrive("staff_tasks")
    assert staff.says("Swept up")


def test_a_dropped_task_is_offered_no_more(staff: StaffPc) -> None:
    staff.press("Tasks", "staff_tasks")
    staff.press("Open", "staff_task", beside="Swept up")
    staff.press("Members can choose this task")
    staff.press("Save", "staff_tasks")
    assert "Swept up" not in [task.label for task in staff.ask(staff.services.tasks.all)]


def test_an_offer_at_a_new_place(staff: StaffPc) -> None:
    staff.press("Offers", "staff_offers")
    staff.press("Show places")
    staff.press("Add a place", "staff_venue")
    staff.write("Name of the place", "Bowling hall")
    staff.press("Save", "staff_offers")
    staff.press("Show offers")
    staff.press("Add an offer", "staff_offer")
    staff.write("What it is", "Bowling")
    staff.write("Price in minutes", "90")
    staff.choose("Where", "Bowling hall")
    staff.choose("Getting there", "Bus")
    staff.choose("Who comes along", "Somebody should come along")
    staff.press("Quiet")
    staff.press("Save", "staff_offers")
    made = next(one for one in staff.ask(staff.services.offers.all) if one.label == "Bowling")
    assert (made.minutes, made.getting_there, made.companion) == (90, "bus", "needed")
    assert made.is_quiet
    assert made.venue is not None
    assert made.venue.name == "Bowling hall"


def test_a_price_nobody_could_pay_is_refused_next_to_its_field(staff: StaffPc) -> None:
    staff.press("Offers", "staff_offers")
    staff.press("Open", "staff_offer", beside="Swimming")
    staff.write("Price in minutes", "999999")
    staff.press("Save")
    assert staff.says("A price of 999999 minutes cannot be used.")
    assert staff.typed("What it is") == "Swimming"
