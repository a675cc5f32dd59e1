"""Makes the papers of a week from what services hand to screens; pure: the same values give the same paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from desktop.services.papers_week import (
    BlankWeekPaper,
    CentreWeekPaper,
    ComingPaper,
    DayPaper,
    EntryPaper,
    FireLinePaper,
    FireListPaper,
    MemberWeekPaper,
    RegisterLinePaper,
    RegisterPaper,
    RidePaper,
    RiderPaper,
    StripPaper,
    TransportPaper,
)
from desktop.services.seen import PersonSeen, PlanSeen
from desktop.services.week_seen import (
    FireListSeen,
    MyDaySeen,
    MyEntrySeen,
    MyWeekSeen,
    RegisterSeen,
    RiderSeen,
    RideSeen,
    SessionSeen,
    WeekSeen,
)
from ledger.domain.names import FactId
from ledger.domain.week import Choice


def centre_week(seen: WeekSeen, centre: str = "") -> CentreWeekPaper:
    """The centre's week: every open day, and closed ones with the reason why."""
    why = dict(seen.closed)
    days = sorted({*seen.days, *why})
    return CentreWeekPaper(
        centre,
        tuple(
            DayPaper(
                day,
                day.weekday(),
                tuple(session_entry(one) for one in seen.sessions if one.day == day),
                is_open=day not in why,
                closed=why.get(day, ""),
            )
            for day in days
        ),
    )


def member_week(
    seen: MyWeekSeen, rides: Iterable[tuple[date, RideSeen]] = (), *, language: str = "", is_home_copy: bool = False
) -> MemberWeekPaper:
    """A member's week; rides: those of its days, of which the member's own are found."""
    all_rides = tuple(rides)
    days = tuple(_my_day(day, seen.member.id, [ride for on, ride in all_rides if on == day.day]) for day in seen.days)
    return MemberWeekPaper(seen.member, days, seen.helped, is_home_copy, language)


def strip(seen: MyWeekSeen, day: date, rides: Iterable[RideSeen] = (), *, language: str = "") -> StripPaper | None:
    """What a member does that day; None if it is no day of that week."""
    found = next((one for one in seen.days if one.day == day), None)
    return None if found is None else StripPaper(seen.member, _my_day(found, seen.member.id, list(rides)), language)


def blank_week(days: Sequence[date], member: PersonSeen | None = None, *, language: str = "") -> BlankWeekPaper:
    """An empty week of these days."""
    return BlankWeekPaper(tuple(DayPaper(day, day.weekday()) for day in days), member, language)


def register(seen: RegisterSeen) -> RegisterPaper:
    """A session's register, in its order: who goes, who waits, who came besides."""
    return RegisterPaper(
        session_entry(seen.session),
        seen.session.day,
        tuple(
            RegisterLinePaper(one.person, one.job, one.choice == Choice.LISTED, one.attendance) for one in seen.people
        ),
        seen.session.places,
    )


def transport(day: date, rides: Iterable[RideSeen]) -> TransportPaper:
    """All rides of a day, riders by time and stop; whoever has no time comes last."""
    return TransportPaper(
        day,
        tuple(
            RidePaper(
                ride.vehicle.label,
                ride.vehicle.pic,
                ride.driver,
                ride.what,
                ride.start_minute,
                tuple(RiderPaper(*rider) for rider in sorted(ride.riders, key=_by_time_and_stop)),
                ride.vehicle.seats,
                ride.vehicle.wheelchair_places,
            )
            for ride in rides
        ),
    )


def fire_list(seen: FireListSeen, minute: int = -1) -> FireListPaper:
    """Everybody who may be in the house; minute: of the day it is now."""
    people = tuple(FireLinePaper(one.person, one.who, one.presence, one.expected) for one in seen.people)
    return FireListPaper(seen.day, seen.centre, people, minute)


def session_entry(seen: SessionSeen) -> EntryPaper:
    """A session as paper shows it."""
    people = (seen.leader, *seen.assistants, seen.companion)
    return EntryPaper(
        seen.activity.label,
        seen.activity.pic,
        seen.start_minute,
        seen.minutes,
        seen.room.label if seen.room else "",
        _once(people),
        is_led_by_member=seen.is_peer_led,
        way=seen.way,
        vehicle=seen.vehicle.label if seen.vehicle else "",
        driver=seen.driver,
        is_on=seen.is_on and not seen.is_closed,
        changes=seen.changes,
    )


def _my_day(seen: MyDaySeen, member: FactId, rides: Sequence[RideSeen]) -> DayPaper:
    mine = [(ride, rider) for ride in rides for rider in ride.riders if rider.person.id == member]
    coming = tuple(
        ComingPaper(ride.vehicle.label, ride.vehicle.pic, ride.driver, _met(ride, rider), rider.stop)
        for ride, rider in mine
        if not ride.what
    )
    entries = tuple(_my_entry(entry, member, mine) for entry in seen.entries)
    return DayPaper(seen.day, seen.day.weekday(), entries, seen.is_open, seen.closed, seen.not_today, coming)


def _my_entry(seen: MyEntrySeen, member: FactId, mine: Sequence[tuple[RideSeen, RiderSeen]]) -> EntryPaper:
    """What they do, without their own face among those they do it with."""
    if seen.session is None:
        if seen.trip is None:
            raise ValueError("neither a session nor a trip")
        return _trip(seen.trip, member)
    usual = session_entry(seen.session)
    at = (usual.what, usual.start_minute)
    ride = next((pair for pair in mine if (pair[0].what, pair[0].start_minute) == at), None)
    return EntryPaper(
        usual.what,
        usual.pic,
        usual.start_minute,
        usual.minutes,
        usual.room,
        tuple(person for person in usual.people if person.id != member),
        is_led_by_member=usual.is_led_by_member,
        way=usual.way,
        vehicle=ride[0].vehicle.label if ride else usual.vehicle,
        driver=ride[0].driver if ride else usual.driver,
        ride_minute=_met(*ride) if ride else -1,
        stop=ride[1].stop if ride else "",
        is_listed=seen.choice == Choice.LISTED,
        is_on=usual.is_on,
        job=seen.job,
        changes=usual.changes,
    )


def _trip(plan: PlanSeen, member: FactId) -> EntryPaper:
    where = plan.offer.venue.name if plan.offer.venue else plan.offer.place
    people = tuple(one for one in _once((*plan.going, plan.companion)) if one.id != member)
    return EntryPaper(plan.offer.label, plan.offer.pic, plan.start_minute, 0, where, people, way=plan.getting_there)


def _once(people: Iterable[PersonSeen | None]) -> tuple[PersonSeen, ...]:
    return tuple({one.id: one for one in people if one is not None}.values())


def _met(ride: RideSeen, rider: RiderSeen) -> int:
    return rider.minute if rider.minute >= 0 else ride.start_minute


def _by_time_and_stop(rider: RiderSeen) -> tuple[bool, int, str]:
    return rider.minute < 0, rider.minute, rider.stop
