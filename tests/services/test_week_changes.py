"""A change says what was there before; what changed since I looked goes before what is unusual."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.services.seen import PersonSeen, Pic
from desktop.services.week_changes import changes, together
from desktop.services.week_seen import ActivitySeen, ChangeSeen, RoomSeen, SessionSeen
from ledger.domain.names import FactId
from ledger.domain.weeks import Occurrence

PIC = Pic("om:1F3A8")
TUESDAY = date(2026, 11, 24)


def name(number: int) -> FactId:
    return FactId(b"d" * 16, number)


def person(number: int, called: str) -> PersonSeen:
    return PersonSeen(name(number), called, called, PIC)


ART = SessionSeen(
    at=Occurrence(name(1), 360),
    activity=ActivitySeen(name(2), "Art", PIC),
    day=TUESDAY,
    start_minute=600,
    minutes=60,
    places=6,
    room=RoomSeen(name(3), "Art room", PIC),
    leader=person(4, "Jo"),
    driver=person(5, "Sam"),
    way="minibus",
)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (ART, ()),
        (replace(ART, places=2, minutes=30), ()),
        (replace(ART, activity=ActivitySeen(name(9), "Cooking", PIC)), (ChangeSeen("activity", "Art"),)),
        (replace(ART, day=date(2026, 11, 26)), (ChangeSeen("day", "Tuesday", was_day=TUESDAY),)),
        (replace(ART, start_minute=630), (ChangeSeen("time", was_minute=600),)),
        (replace(ART, room=None, leader=None), (ChangeSeen("room", "Art room"), ChangeSeen("leader", "Jo"))),
        (replace(ART, driver=person(6, "Kim"), way=""), (ChangeSeen("driver", "Sam"), ChangeSeen("way", "minibus"))),
        (replace(ART, is_on=False, start_minute=630), (ChangeSeen("off"),)),
    ],
)
def test_what_is_other_and_what_it_was(now: SessionSeen, said: tuple[ChangeSeen, ...]) -> None:
    assert changes(now, ART) == said
    assert changes(now, ART, is_new=True) == tuple(change._replace(is_new=True) for change in said)


def test_what_was_not_there_is_extra_and_what_was_off_already_is_nothing_new() -> None:
    assert changes(ART, None) == (ChangeSeen("extra"),)
    off = replace(ART, is_on=False)
    assert changes(ART, off) == (ChangeSeen("extra"),)
    assert changes(off, off) == changes(off, None) == ()


def test_what_changed_since_i_looked_stands_for_what_is_unusual_about_the_same() -> None:
    seen, usual = changes(replace(ART, start_minute=630), ART, is_new=True), changes(replace(ART, way=""), ART)
    assert together(seen, usual) == (*seen, *usual)
    assert together(seen, changes(replace(ART, start_minute=660), ART)) == seen
    assert together((ChangeSeen("off", is_new=True),), usual) == (ChangeSeen("off", is_new=True),)
