"""Other calendars: the week goes out as a file, and public events come in as offers."""

from pathlib import Path

import pytest

from tests.views.staff.pc import StaffPc, hand_over

_TOWN = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Town council//What is on//EN
BEGIN:VEVENT
UID:fair@town.example
DTSTAMP:20261101T090000Z
DTSTART;TZID=Europe/London:20261206T110000
DTEND;TZID=Europe/London:20261206T150000
SUMMARY:Christmas fair
LOCATION:Town hall
END:VEVENT
BEGIN:VEVENT
UID:panto@town.example
DTSTAMP:20261101T090000Z
DTSTART;VALUE=DATE:20261219
SUMMARY:Pantomime
END:VEVENT
BEGIN:VEVENT
UID:summer@town.example
DTSTAMP:20260101T090000Z
DTSTART:20260704T100000Z
SUMMARY:Summer fair
END:VEVENT
END:VCALENDAR
"""


def test_the_week_goes_out_to_a_calendar(staff: StaffPc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    staff.press("The week", "staff_week")
    staff.press("Lists", "staff_week_lists")
    staff.press("Open", "staff_calendar", beside="Other calendars")
    hand_over(monkeypatch, tmp_path / "week.ics")
    staff.press("Save for other calendars")
    staff.wait_for(lambda: staff.says("Saved as week.ics."))
    assert (tmp_path / "week.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_public_events_of_a_calendar_are_looked_through_and_become_offers(
    staff: StaffPc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "town.ics"
    file.write_text(_TOWN, encoding="utf-8", newline="\r\n")
    staff.press("The week", "staff_week")
    staff.press("Lists", "staff_week_lists")
    staff.press("Open", "staff_calendar", beside="Other calendars")
    hand_over(monkeypatch, file)
    staff.press("Choose a calendar file")
    assert staff.says("2 events can become offers.")
    assert staff.says("Christmas fair")
    assert staff.says("6 Dec 2026, 11:00 · Town hall")
    arrival = staff.window.arrival
    assert arrival is not None
    assert arrival.state.preview.left_out == (("Summer fair", "It has been."),)
    staff.press("Make an offer", beside="Christmas fair")
    assert staff.says("1 event can become an offer. 1 is here already.")
    offers = staff.ask(staff.services.offers.all)
    fair = next(one for one in offers if one.label == "Christmas fair")
    assert (fair.minutes, fair.is_open_to_all) == (0, True)
    staff.press("Put the file away")
    staff.press("Choose a calendar file")
    assert staff.says("1 event can become an offer. 1 is here already.")
