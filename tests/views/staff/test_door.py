"""The staff door, and the page behind it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.services.drafts import HelpedDraft
from desktop.services.seen import Pic
from tests.views.staff.pc import StaffPc


def test_a_practice_centre_shows_its_pin(pc: StaffPc) -> None:
    pc.press("Staff", "staff_pin")
    assert pc.says("In practice the PIN is 1234.")


def test_a_wrong_pin_says_how_many_tries_are_left_and_then_how_long_to_wait(pc: StaffPc) -> None:
    pc.press("Staff", "staff_pin")
    for left in (4, 3, 2):
        pc.press("9")
        pc.press("Done")
        assert pc.says(f"{left} more tries, then a wait.")
    pc.press("9")
    pc.press("Done")
    assert pc.says("One more try, then a wait.")
    pc.press("9")
    pc.press("Done")
    assert pc.says("Now wait a little.")
    for digit in "1234":
        pc.press(digit)
    pc.press("Done")
    assert pc.says("Too many tries. Wait ")
    assert pc.screen.name == "staff_pin"
    pc.clock.move(16)
    for digit in "1234":
        pc.press(digit)
    pc.press("Done", "staff_today")


def test_the_pin_can_be_typed_on_a_keyboard(pc: StaffPc) -> None:
    pc.press("Staff", "staff_pin")
    keypad = pc.screen.focusWidget()
    QTest.keyClicks(keypad, "1234")
    QTest.keyClick(keypad, Qt.Key.Key_Return)
    pc.arrive("staff_today")


def test_lock_leads_back_to_sign_in(staff: StaffPc) -> None:
    staff.press("Lock", "who_group")


def test_what_waits_counts_once_confirmed(staff: StaffPc) -> None:
    waiting = staff.ask(staff.services.waiting.all)
    assert staff.says(f"{len(waiting)} thing")
    first = waiting[0]
    before = staff.minutes(first.member.spoken_name)
    staff.press("Confirm")
    assert staff.says("Confirmed.")
    assert staff.minutes(first.member.spoken_name) == before + first.minutes


def test_what_is_put_aside_moves_nothing_and_keeps_its_reason(staff: StaffPc) -> None:
    waiting = staff.ask(staff.services.waiting.all)
    before = staff.minutes(waiting[0].member.spoken_name)
    staff.press("Put aside", "staff_why")
    staff.press("Cancel", "staff_today")
    assert len(staff.ask(staff.services.waiting.all)) == len(waiting)
    staff.press("Put aside", "staff_why")
    staff.write("Why?", "He was not here")
    staff.press("Do it", "staff_today")
    assert len(staff.ask(staff.services.waiting.all)) == len(waiting) - 1
    assert staff.minutes(waiting[0].member.spoken_name) == before


def test_help_without_a_name_gets_one(staff: StaffPc) -> None:
    member = staff.member("Ann").id
    services = staff.services

    def say() -> object:
        sitting = services.sittings.begin(member)
        draft = HelpedDraft(services.sittings.new_draft(), None, 30, new_picture=Pic("om:1F4E6"))
        return services.contributions.say(sitting, draft)

    staff.ask(say)
    staff.press("Today")
    staff.press("Give it a name", "staff_task")
    staff.write("What somebody did", "Carried boxes")
    staff.press("Save", "staff_tasks")
    assert staff.ask(services.tasks.unnamed) == []
    assert staff.says("Carried boxes")


def test_a_supporter_without_a_name_gets_one(staff: StaffPc) -> None:
    member = staff.member("Ann").id
    services = staff.services
    staff.ask(lambda: services.sittings.somebody_new(services.sittings.begin(member), services.sittings.new_draft()))
    staff.press("Today")
    staff.press("Give it a name", "staff_worker", beside="Somebody new was here with a member")
    staff.write("Name", "Kim")
    staff.press("Save", "staff_people")
    assert "Kim" in [worker.name for worker in staff.ask(services.people.workers)]
