"""The day itself: the register, swaps, jobs and credits, the fire list, closed days, and sheets of the week."""

from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QAbstractButton

from desktop.services.week_seen import InHouseSeen, SessionSeen
from desktop.views.printing.jobs import PrinterTrouble, Printing
from desktop.views.printing.paper import Document
from desktop.views.texts import Texts
from ledger.domain.coming import Agreement, Presence
from ledger.domain.week import Attendance
from tests.views.staff.pc import StaffPc, hand_over


class _SlowPrinter:
    """Takes the first sheet only once it may."""

    def __init__(self) -> None:
        self.is_at_it, self.goes_on = Event(), Event()
        self.count = 0

    def put_on_paper(self, document: Document) -> None:
        """Count it."""
        assert document.pages
        self.is_at_it.set()
        assert self.goes_on.wait(30)
        self.count += 1


class _LeavingPrinter:
    """Takes so many sheets and is gone, until somebody plugs it in again."""

    def __init__(self, takes: int) -> None:
        self.takes, self.count = takes, 0

    def put_on_paper(self, document: Document) -> None:
        """Count it. Raises PrinterTrouble."""
        assert document.pages
        if self.count == self.takes:
            raise PrinterTrouble("It is gone.")
        self.count += 1


def _today(pc: StaffPc) -> list[SessionSeen]:
    day = date(2026, 11, 24)
    return [one for one in pc.ask(lambda: pc.services.week.sessions(day)) if one.day == day and one.is_on]


def _can_press(pc: StaffPc, name: str, beside: str) -> bool:
    every = pc.screen.findChildren(QAbstractButton)
    return any((one.accessibleName(), one.accessibleDescription()) == (name, beside) for one in every)


def _is_on(pc: StaffPc, name: str, beside: str) -> bool:
    found = [
        one
        for one in pc.screen.findChildren(QAbstractButton)
        if one.accessibleName() == name and one.accessibleDescription() == beside
    ]
    return len(found) == 1 and found[0].isChecked()


def test_from_today_to_the_register_and_one_tap_says_who_came(staff: StaffPc) -> None:
    session = max(_today(staff), key=lambda one: one.going)
    row = next(said for said in staff.said() if said.endswith(session.activity.label) and ":" in said)
    staff.press("Who came", "staff_register", beside=row)
    before = staff.ask(lambda: staff.services.attendance.register(session.at))
    name = next(one.person.spoken_name for one in before.people)
    staff.press("Came", beside=name)
    staff.wait_for(lambda: _is_on(staff, "Came", name))
    staff.press("Came later", beside=name)
    staff.wait_for(lambda: _is_on(staff, "Came later", name))
    after = staff.ask(lambda: staff.services.attendance.register(session.at))
    assert after.people[0].attendance == Attendance.CAME_LATER
    assert [one.person for one in after.people] == [one.person for one in before.people]
    other = next(one.name for one in staff.ask(staff.services.people.members) if not staff.says(one.name))
    staff.press("Somebody else came", "staff_register_pick")
    staff.press(other, "staff_register")
    assert _is_on(staff, "Came", other)
    staff.press("Print the register")
    assert staff.says("The register is at the printer.")
    assert len(list(staff.paper.glob("*.pdf"))) == 1


def test_the_fire_list_has_everybody_and_a_visitor_signs_in(staff: StaffPc) -> None:
    staff.press("Open", "staff_fire_list", beside="Fire list")
    kept = [one.name for one in staff.ask(staff.services.people.members)]
    listed: list[InHouseSeen] = list(staff.ask(lambda: staff.services.attendance.fire_list(date(2026, 11, 24))).people)
    assert len(listed) >= len(kept)
    name = listed[0].person.shown_name or listed[0].person.spoken_name
    staff.press("Here", beside=name)
    staff.wait_for(lambda: _is_on(staff, "Here", name))
    staff.write("A visitor's name", "Mr Patel")
    staff.press("Sign the visitor in")
    assert staff.says("Mr Patel is in the house.")
    now = staff.ask(lambda: staff.services.attendance.fire_list(date(2026, 11, 24))).people
    assert [one.presence for one in now if one.who == "visitor"] == [Presence.HERE]
    staff.press("Print it now")
    assert staff.says("The fire list is at the printer.")


def test_a_day_is_closed_and_opened_and_bank_holidays_are_kept(staff: StaffPc) -> None:
    staff.press("The week", "staff_week")
    staff.press("Lists", "staff_week_lists")
    staff.press("Open", "staff_closed_days", beside="Open and closed days")
    staff.write("Day", "soon")
    staff.press("Close this day")
    assert staff.says("This is no date.")
    assert staff.typed("Day") == "soon"
    staff.write("Day", "01/12/2026")
    staff.write("Why, in a few words", "Decorators")
    staff.enter("Why, in a few words")
    assert _can_press(staff, "Open after all", "Tuesday 1 December 2026")
    staff.choose("Bank holidays of", "Scotland")
    staff.press("Save")
    assert _can_press(staff, "Open after all", "Friday 25 December 2026")
    staff.press("Open after all", beside="Tuesday 1 December 2026")
    assert not _can_press(staff, "Open after all", "Tuesday 1 December 2026")


def test_a_session_form_says_what_is_wrong_by_its_field_and_keeps_the_rest(staff: StaffPc) -> None:
    session = _today(staff)[0]
    staff.press("The week", "staff_week")
    staff.window.leave("staff_week", "open_session", session.at)
    staff.arrive("staff_session")
    staff.write("Begins at", "late")
    staff.write("Places", "7")
    staff.press("Save")
    assert staff.says("This is no time of day.")
    assert staff.typed("Places") == "7"
    staff.write("Begins at", "15:30")
    staff.write("Length in minutes", "600")
    staff.press("Save")
    assert staff.screen.name == "staff_session"
    staff.write("Length in minutes", "45")
    staff.choose("Changes are for", "This week only")
    staff.press("Save", "staff_week")
    now = staff.ask(lambda: staff.services.week.session(session.at))
    assert (now.start_minute, now.minutes, now.places, now.is_once) == (15 * 60 + 30, 45, 7, True)


def test_how_a_member_comes_here_and_what_they_agreed_to(staff: StaffPc) -> None:
    ann = staff.member("Ann").id
    before = Agreement.HOME_COPY in staff.ask(lambda: staff.services.agreements.of(ann))
    staff.press("People", "staff_people")
    staff.press("Open", "staff_member", beside="Ann")
    staff.press("Coming here", "staff_travel")
    staff.write("Where they are met", "The church")
    staff.write("When they are met", "9.15")
    staff.press("Travels in a wheelchair")
    staff.press("Agreed: somebody at home gets a copy of the week")
    staff.press("Save", "staff_member")
    travel = staff.ask(lambda: staff.services.travel.of(ann))
    assert (travel.stop, travel.minute, travel.in_wheelchair) == ("The church", 9 * 60 + 15, True)
    assert (Agreement.HOME_COPY in staff.ask(lambda: staff.services.agreements.of(ann))) != before


def test_every_sheet_is_previewed_and_all_members_weeks_go_to_the_printer_or_a_file(
    staff: StaffPc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff.press("The week", "staff_week")
    staff.press("Print", "staff_week_print")
    for sheet in ("A week to write on", "Fire list", "Registers of a day", "Members' weeks"):
        staff.choose("Which sheet", sheet)
        staff.arrive("staff_week_print")
        staff.wait_for(lambda: staff.says("Page 1 of "))
    staff.press("Black and white")
    staff.press("Print")
    staff.wait_for(lambda: staff.says("All of it is at the printer."))
    weeks = staff.ask(lambda: staff.services.week_papers.members(date(2026, 11, 23)))
    assert len(list(staff.paper.glob("*.pdf"))) == len(weeks) > 1
    hand_over(monkeypatch, tmp_path / "weeks.pdf")
    staff.press("Save as PDF")
    staff.wait_for(lambda: staff.says("Saved as weeks.pdf."))
    assert (tmp_path / "weeks.pdf").read_bytes().startswith(b"%PDF")


def test_everything_for_the_week_goes_to_the_printer_with_one_press(staff: StaffPc) -> None:
    """The wall, every member, copies for home, and each day's registers and rides: no sheet is to be thought of."""
    staff.press("The week", "staff_week")
    staff.press("Week after", "staff_week")
    staff.press("Print", "staff_week_print")
    staff.choose("Which sheet", "Everything for the week")
    staff.wait_for(lambda: staff.says("Page 1 of ") and not staff.says("Page 1 of 2"))
    staff.press("Print")
    staff.wait_for(lambda: staff.says("All of it is at the printer."))
    monday, papers = date(2026, 11, 30), staff.services.week_papers
    sessions = [one for one in staff.ask(lambda: staff.services.week.sessions(monday)) if one.is_on]
    rides = [len(staff.ask(lambda n=n: papers.transport(monday + timedelta(days=n))).rides) for n in range(7)]  # type: ignore[misc]  # bound now
    members, copies = staff.ask(lambda: (papers.members(monday), papers.home_copies(monday)))
    wanted = 1 + len(members) + len(copies) + len(sessions) + sum(rides)
    assert len(list(staff.paper.glob("*.pdf"))) == wanted
    assert len(list(staff.paper.glob("register*.pdf"))) == len(sessions) > 10


def test_the_sheet_of_a_day_in_another_week_is_of_the_day_that_is_shown(staff: StaffPc) -> None:
    staff.press("The week", "staff_week")
    staff.press("Week after", "staff_week")
    staff.press("Print", "staff_week_print")
    arrival = staff.window.arrival
    assert arrival is not None
    assert arrival.state.asked.day == arrival.state.asked.monday == date(2026, 11, 30)


def test_printing_everybody_is_stopped_after_a_sheet_and_goes_on_later(staff: StaffPc) -> None:
    printer = _SlowPrinter()
    staff.window.journey.visit.printing = Printing(printer, Texts())
    staff.press("The week", "staff_week")
    staff.press("Print", "staff_week_print")
    staff.choose("Which sheet", "Members' weeks")
    staff.wait_for(lambda: staff.says("Whose week"))
    staff.wait_for(lambda: not staff.window.is_busy)
    staff.click("Print")
    staff.wait_for(printer.is_at_it.is_set)
    staff.click("Stop")
    printer.goes_on.set()
    staff.wait_for(lambda: staff.says("Stopped. 1 went to the printer."))
    staff.press("Print the rest")
    staff.wait_for(lambda: staff.says("All of it is at the printer."))
    weeks = staff.ask(lambda: staff.services.week_papers.members(date(2026, 11, 23)))
    assert printer.count == len(weeks)


def test_a_printer_that_goes_away_says_how_far_it_came_and_prints_the_rest_later(staff: StaffPc) -> None:
    printer = _LeavingPrinter(takes=2)
    staff.window.journey.visit.printing = Printing(printer, Texts())
    staff.press("The week", "staff_week")
    staff.press("Print", "staff_week_print")
    staff.choose("Which sheet", "Members' weeks")
    staff.wait_for(lambda: staff.says("Whose week"))
    staff.wait_for(lambda: not staff.window.is_busy)
    staff.press("Print")
    weeks = staff.ask(lambda: staff.services.week_papers.members(date(2026, 11, 23)))
    staff.wait_for(lambda: staff.says(f"after 2 of {len(weeks)}"))
    printer.takes = -1
    staff.press("Print the rest")
    staff.wait_for(lambda: staff.says("All of it is at the printer."))
    assert printer.count == len(weeks)


def test_an_activity_without_a_picture_says_so_by_its_field_and_keeps_the_rest(staff: StaffPc) -> None:
    staff.press("The week", "staff_week")
    staff.press("Lists", "staff_week_lists")
    staff.press("Open", "staff_activities", beside="Activities")
    staff.press("Add an activity", "staff_activity")
    staff.write("What it is called", "Chess")
    staff.press("Save")
    assert staff.screen.name == "staff_activity"
    assert staff.says("Chess has no picture yet. Choose one")
    assert staff.typed("What it is called") == "Chess"
