"""What facts say about the week: of a session every word is kept, of all else the last."""

from __future__ import annotations

from collections.abc import Callable

from desktop.store.naming import key_of, keys_of, maybe_key
from desktop.store.putting import Row, put, take
from desktop.store.sqlcipher import Database
from ledger.domain.coming import Agreed, PersonHere, TravelWritten, VisitorCame
from ledger.domain.feed import Entry
from ledger.domain.jobs import JobGiven, JobWritten
from ledger.domain.saying import HowItWas, SaidAnswered, SaidHowItWas
from ledger.domain.week import (
    ActivityWritten,
    Attended,
    Chosen,
    DayWritten,
    NotToday,
    RoomWritten,
    SessionTakenBack,
    SessionWritten,
    VehicleWritten,
    WeekShown,
    Wished,
)

TextOf = Callable[[bytes], str]

_NEXT_PLACE = "SELECT coalesce(max(place), 0) + 1 FROM session_words WHERE session = ?"
_TAKE_BACK = "UPDATE session_words SET back_by = ? WHERE session = ? AND week = ? AND reach = ? AND back_by IS NULL"
_CHOOSE = (
    "INSERT INTO choices (member, session, week, choice, plan, asked, asked_ms) VALUES (?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (member, session, week) DO UPDATE SET choice = excluded.choice, plan = excluded.plan,"
    " asked = CASE WHEN choice = 0 OR excluded.choice = 0 THEN excluded.asked ELSE asked END,"
    " asked_ms = CASE WHEN choice = 0 OR excluded.choice = 0 THEN excluded.asked_ms ELSE asked_ms END"
)
"""Who moves from the list to a place, or back, has asked no later for it."""


def write_week(db: Database, entry: Entry, text_of: TextOf) -> bool:
    """Let a fact about the week do what it does; false if it is about something else.

    text_of: the text of a blob by its digest.
    """
    fact = entry.fact
    match fact:
        case SessionWritten():
            _say(db, entry, fact)
        case SessionTakenBack():
            db.execute(_TAKE_BACK, [key_of(entry.name), key_of(fact.session), fact.week, fact.reach])
        case Chosen():
            _choose(db, entry, fact)
        case Attended():
            put(db, "attendance", _attended(entry, fact))
        case DayWritten(day=day, is_open=is_open, label=label):
            put(db, "days", {"day": day, "is_open": is_open, "label": label})
        case RoomWritten() | VehicleWritten() | ActivityWritten() | JobWritten():
            _write_thing(db, entry, fact)
        case _:
            return _write_people(db, entry, text_of)
    return True


def _write_people(db: Database, entry: Entry, text_of: TextOf) -> bool:
    fact = entry.fact
    match fact:
        case NotToday(member=member, day=day, part=part, is_so=is_so):
            _keep(db, "not_today", {"member": key_of(member), "day": day, "part": part}, is_so=is_so)
        case Wished(member=member, activity=activity, is_wished=is_wished):
            take(db, "wishes", wish := {"member": key_of(member), "activity": key_of(activity)})
            _keep(db, "wishes", {**wish, "fact": key_of(entry.name)}, is_so=is_wished)
        case Agreed(member=member, agreement=agreement, is_so=is_so):
            _keep(db, "agreements", {"member": key_of(member), "agreement": agreement}, is_so=is_so)
        case PersonHere(person=person, day=day, presence=presence):
            put(db, "presence", {"day": day, "person": key_of(person), "presence": presence, "at_ms": entry.at_ms})
        case VisitorCame(day=day, name=name):
            row = {"id": key_of(entry.name), "day": day, "name": text_of(name), "name_digest": name}
            put(db, "visitors", row)
        case TravelWritten():
            put(db, "travel", _travel(fact, text_of))
        case WeekShown(member=member, week=week, words=words):
            row = {"member": key_of(member), "week": week, "words": keys_of(words), "at_ms": entry.at_ms}
            put(db, "weeks_shown", row)
        case JobGiven():
            _give_job(db, fact)
        case SaidHowItWas() | SaidAnswered():
            _write_saying(db, entry, fact, text_of)
        case _:
            return False
    return True


def _keep(db: Database, table: str, row: Row, *, is_so: bool) -> None:
    (put if is_so else take)(db, table, row)


def _write_thing(db: Database, entry: Entry, fact: RoomWritten | VehicleWritten | ActivityWritten | JobWritten) -> None:
    match fact:
        case RoomWritten(room=room):
            about = {"capacity": fact.capacity, "is_step_free": fact.is_step_free}
            put(db, "rooms", {"id": key_of(room or entry.name), **_shown(fact), **about})
        case VehicleWritten(vehicle=vehicle):
            about = {"seats": fact.seats, "wheelchair_places": fact.wheelchair_places}
            put(db, "vehicles", {"id": key_of(vehicle or entry.name), **_shown(fact), **about})
        case ActivityWritten(activity=activity):
            row = {"id": key_of(activity or entry.name), **_shown(fact), "photo": fact.photo, "sort": fact.sort}
            put(db, "activities", row)
        case JobWritten(job=job):
            put(db, "jobs", {"id": key_of(job or entry.name), "activity": key_of(fact.activity), **_shown(fact)})


def _shown(fact: RoomWritten | VehicleWritten | ActivityWritten | JobWritten) -> Row:
    return {"label": fact.label, "picture": fact.picture, "is_kept": fact.is_kept}


def _say(db: Database, entry: Entry, fact: SessionWritten) -> None:
    session = key_of(fact.session or entry.name)
    (place,) = db.execute(_NEXT_PLACE, [session]).fetchone()
    row = {
        "session": session,
        "place": place,
        "fact": key_of(entry.name),
        "at_ms": entry.at_ms,
        "week": fact.week,
        "reach": fact.reach,
        "activity": key_of(fact.activity),
        "day": fact.day,
        "start_minute": fact.start_minute,
        "minutes": fact.minutes,
        "places": fact.places,
        "until_week": fact.until_week,
        "every_weeks": fact.every_weeks,
        "room": maybe_key(fact.room),
        "way": fact.way,
        "vehicle": maybe_key(fact.vehicle),
        "is_quiet": fact.is_quiet,
        "is_open_to_all": fact.is_open_to_all,
        "is_peer_led": fact.is_peer_led,
        "price_minutes": fact.price_minutes,
        "task": maybe_key(fact.task),
        "is_on": fact.is_on,
    }
    put(db, "session_words", {**row, **_people(fact)})


def _people(fact: SessionWritten) -> Row:
    return {
        "leader": maybe_key(fact.leader),
        "assistants": keys_of(fact.assistants),
        "driver": maybe_key(fact.driver),
        "companion": maybe_key(fact.companion),
    }


def _choose(db: Database, entry: Entry, fact: Chosen) -> None:
    what = [key_of(fact.member), key_of(fact.session), fact.week, fact.choice, maybe_key(fact.plan)]
    db.execute(_CHOOSE, [*what, key_of(entry.name), entry.at_ms])


def _attended(entry: Entry, fact: Attended) -> Row:
    return {
        "member": key_of(fact.member),
        "session": key_of(fact.session),
        "week": fact.week,
        "attendance": fact.attendance,
        "at_ms": entry.at_ms,
    }


def _travel(fact: TravelWritten, text_of: TextOf) -> Row:
    return {
        "member": key_of(fact.member),
        "vehicle": maybe_key(fact.vehicle),
        "stop": text_of(fact.stop),
        "minute": fact.minute,
        "in_wheelchair": fact.in_wheelchair,
        "stop_digest": fact.stop,
    }


def _write_saying(db: Database, entry: Entry, fact: SaidHowItWas | SaidAnswered, text_of: TextOf) -> None:
    if isinstance(fact, SaidHowItWas):
        _say_how(db, entry, fact)
        return
    told = {"answer": text_of(fact.words), "answer_digest": fact.words, "picture": fact.picture}
    put(db, "said_answers", {"done": key_of(fact.done), **told, "at_ms": entry.at_ms})


def _say_how(db: Database, entry: Entry, fact: SaidHowItWas) -> None:
    this = {"member": key_of(fact.member), "session": key_of(fact.session), "week": fact.week}
    if fact.how is HowItWas.NOT_SAID:
        take(db, "said", this)
    else:
        put(db, "said", {**this, "how": fact.how, "fact": key_of(entry.name), "at_ms": entry.at_ms})


def _give_job(db: Database, fact: JobGiven) -> None:
    row = {"session": key_of(fact.session), "week": fact.week, "job": key_of(fact.job)}
    if fact.member is None:
        take(db, "jobs_given", row)
    else:
        put(db, "jobs_given", {**row, "member": key_of(fact.member)})
