"""The practice centre's people and their past, and the practice member: invented, and always the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from typing import Final, NamedTuple

from desktop.clock import MS, local_day, local_time
from desktop.services import content
from desktop.services.content import OfferSeed, PersonSeed
from desktop.services.practice_week import write_agreed, write_been_to, write_members_week, write_week
from desktop.services.starting import write_offers, write_tasks
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.facts import Contributed, PlanMade
from ledger.domain.names import NO_DIGEST, FactId
from ledger.domain.postings import Fact
from ledger.domain.slips import day_number
from ledger.domain.subjects import KeptForLater, MemberWritten, WorkerWritten
from ledger.domain.weeks import week_of

PRACTICE_PIN: Final = "1234"
PRACTICE_MINUTES: Final = 180
_LENGTHS: Final = (30, 60, 45, 30, 90, 15, 60, 120)
_WEEKS_BACK: Final = 6
_OPEN_DAYS: Final = 5
_FIRST_HOUR: Final = 10
_EVERY: Final = 3
"""Every third practice person also spent something, and every third contribution was done with somebody."""


class Happened(NamedTuple):
    """A fact and when it happened."""

    at_ms: int
    fact: Fact


class Names(NamedTuple):
    """What was written, by the names in the content; own_offers: the centre's own that cost one credit."""

    tasks: tuple[FactId, ...]
    own_offers: tuple[FactId, ...]
    offers: tuple[FactId, ...]
    people: tuple[tuple[PersonSeed, FactId], ...]


def fill(store: Store) -> None:
    """Fill an empty practice centre with its people, tasks, offers and six weeks of past; once only."""
    with store.together():
        with store.writing("practice:content", at_ms=_weeks_ago(store, _WEEKS_BACK + 1)) as facts:
            if facts.is_repeat:
                return
            tasks = write_tasks(facts, content.tasks())
            offers = write_offers(facts, content.offers())
            own_offers = _own(content.offers(), offers, store.rules.credit_minutes)
            workers = _workers(facts)
            names = Names(tuple(tasks), own_offers, tuple(offers), _people(facts, workers))
        _fill_week(store, names, workers)
        for number, happened in enumerate(sorted(_past(store, names), key=lambda one: one.at_ms)):
            with store.writing(f"practice:{number}", at_ms=happened.at_ms) as facts:
                facts.add(happened.fact)


def write_practice_member(store: Store) -> FactId:
    """Write the practice member into a throw-away copy, with three credits to try and a few things to speak of."""
    seed = content.practice_member()
    with store.writing("practice-member", at_ms=_weeks_ago(store, 1)) as facts:
        place = max((row.place for row in store.read.members() if row.group == 1), default=0) + 1
        name = facts.seal(seed.name.encode())
        member = facts.add(MemberWritten(None, name, picture=seed.picture, group=1, place=place))
        task = next((row.id for row in store.read.tasks() if row.label), None)
        if task is None:
            task = write_tasks(facts, content.tasks()[:1])[0]
        facts.add(Contributed(member, task, PRACTICE_MINUTES))
        last_week = week_of(day_number(local_day(store.clock.now_ms()))) - 1
        write_been_to(facts, member, store.read.week.words_about(last_week), last_week)
    return member


def _own(seeds: tuple[OfferSeed, ...], names: list[FactId], price_minutes: int) -> tuple[FactId, ...]:
    together = zip(names, seeds, strict=True)
    return tuple(name for name, seed in together if not seed.venue and seed.minutes == price_minutes)


def _fill_week(store: Store, names: Names, workers: dict[str, FactId]) -> None:
    members = {seed.name: member for seed, member in names.people}
    tasks = {seed.label: task for seed, task in zip(content.tasks(), names.tasks, strict=True)}
    today = day_number(local_day(store.clock.now_ms()))
    with store.writing("practice:week", at_ms=_weeks_ago(store, _WEEKS_BACK + 1)) as facts:
        week = week_of(today) - _WEEKS_BACK - 1
        sessions = write_week(facts, week, {**workers, **members}, tasks)
        write_agreed(facts, members, store.read.week.vehicles()[0].id)
    with store.writing("practice:choices", at_ms=_weeks_ago(store, 1)) as facts:
        here = {seed.name: member for seed, member in names.people if not seed.is_paused}
        write_members_week(facts, today, here, sessions)


def _workers(facts: Writing) -> dict[str, FactId]:
    return {
        seed.name: facts.add(
            WorkerWritten(None, facts.seal(seed.name.encode()), picture=seed.picture, is_driver=seed.is_driver)
        )
        for seed in content.workers()
    }


def _people(facts: Writing, workers: dict[str, FactId]) -> tuple[tuple[PersonSeed, FactId], ...]:
    return tuple((seed, facts.add(_member(facts, seed, workers))) for seed in content.people())


def _member(facts: Writing, seed: PersonSeed, workers: dict[str, FactId]) -> MemberWritten:
    return MemberWritten(
        member=None,
        name=facts.seal(seed.name.encode()),
        known_as=NO_DIGEST,
        picture=seed.picture,
        group=seed.group,
        place=seed.place,
        shows_name=seed.shows_name,
        shows_picture=seed.shows_picture,
        named_worker=workers.get(seed.named_worker),
        is_paused=seed.is_paused,
    )


def _past(store: Store, names: Names) -> Iterator[Happened]:
    """Six weeks in which everybody comes by exactly what the content says they have now."""
    for index, (seed, member) in enumerate(names.people):
        spent_minutes = 0
        if index % _EVERY == 1 and seed.minutes and names.own_offers:
            spent_minutes = store.rules.credit_minutes
            yield _outing(store, member, names.own_offers[index % len(names.own_offers)], spent_minutes)
        yield from _helped(store, names, index, seed.minutes + spent_minutes)
        if seed.waiting_minutes:
            task = names.tasks[index % len(names.tasks)]
            yield Happened(_moment(store, -1, index), Contributed(member, task, seed.waiting_minutes, is_waiting=True))
    saver, offer = names.people[0][1], names.offers[-1]
    yield Happened(_moment(store, -1, 0), KeptForLater(saver, offer, is_kept=True))


def _helped(store: Store, names: Names, index: int, minutes: int) -> Iterator[Happened]:
    lengths = tuple(_lengths(index, minutes))
    friend = names.people[(index + 1) % len(names.people)][1]
    for number, length in enumerate(lengths):
        with_members = (friend,) if number % _EVERY == 1 else ()
        task = names.tasks[(index * 5 + number * (number % 4 + 1)) % len(names.tasks)]
        fact = Contributed(names.people[index][1], task, length, with_members=with_members)
        days_back = _WEEKS_BACK * _OPEN_DAYS - number * _WEEKS_BACK * _OPEN_DAYS // len(lengths)
        yield Happened(_moment(store, -days_back, index + number), fact)


def _lengths(index: int, minutes: int) -> Iterator[int]:
    for number in count(index):
        if minutes <= 0:
            return
        length = min(minutes, _LENGTHS[number % len(_LENGTHS)])
        yield length
        minutes -= length


def _outing(store: Store, member: FactId, offer: FactId, price: int) -> Happened:
    # After the last they helped: nobody has ever spent what they had not.
    at_ms = _moment(store, -1, 0) + 6 * 60 * 60 * MS
    day = day_number(local_time(at_ms).date())
    return Happened(at_ms, PlanMade(member, offer, (member,), price, price, day=day, start_minute=16 * 60))


def _moment(store: Store, open_days: int, number: int) -> int:
    """A time on an open day before today (below zero), Monday to Friday, spread over the morning by a number."""
    today = local_time(store.clock.now_ms())
    whole_weeks, rest = divmod(-open_days - 1, _OPEN_DAYS)
    day = today.date() - timedelta(days=1 + 7 * whole_weeks)
    for _ in range(rest):
        day -= timedelta(days=1)
    while day.weekday() >= _OPEN_DAYS:
        day -= timedelta(days=1)
    minute = _FIRST_HOUR * 60 + number * 25 % 300
    moment = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=today.tzinfo)
    return round(moment.timestamp() * MS)


def _weeks_ago(store: Store, weeks: int) -> int:
    return store.clock.now_ms() - weeks * 7 * 24 * 60 * 60 * MS
