"""A week at a centre: things to do with names nothing else has, who chooses, comes and rides, and who visits."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from random import Random
from typing import Final

from desktop.bootstrap import Parts
from desktop.problems import KnownProblem
from desktop.services.drafts_travel import TravelDraft
from desktop.services.drafts_week import ActivityDraft, RoomDraft, SessionDraft, VehicleDraft
from desktop.services.seen import Pic
from desktop.services.week_days import week_number
from desktop.services.week_now import monday_of
from ledger.domain.coming import Agreement, Presence
from ledger.domain.saying import HowItWas, SaidHowItWas
from ledger.domain.week import Attendance
from ledger.domain.weeks import Occurrence
from tests.network.busy import Centre

_WHAT: Final = ("Astrolabes", "Zorbing", "Falconry")


def a_week(parts: Parts, centre: Centre, chance: Random) -> None:
    """Sessions of the week to come: one earns credits, one has a price; chosen, moved, called off and attended."""
    services, number = parts.services, chance.randrange(10**9)

    def secret(text: str) -> str:
        centre.secrets.append(f"{text} {number}")
        return f"{text} {number}"

    room = services.rooms.write(RoomDraft(secret("Orangery"))).first
    bus = services.vehicles.write(VehicleDraft(secret("Charabanc"), seats=6, wheelchair_places=1)).first
    today = services.my_week.today()
    monday = monday_of(today) + timedelta(weeks=1)
    things = [services.activities.write(ActivityDraft(secret(what), pic=Pic("om:1F3A8"))).first for what in _WHAT]
    drafts = [
        SessionDraft(thing, monday, monday, 600 + 60 * place, 60, 4, room, vehicle=bus, price_minutes=15 * place)
        for place, thing in enumerate(things)
    ]
    times = [Occurrence(services.week_editing.write(draft).first, week_number(monday)) for draft in drafts]
    for at in times:
        for member in chance.sample(centre.members, 3):
            with suppress(KnownProblem):  # some have too few credits
                services.choices.choose_for(member, at)
    member = centre.members[0]
    services.attendance.mark(member, times[0], Attendance.NOT_TODAY)
    services.travel.write(TravelDraft(member, bus, secret("By the Gwdihw fountain"), 555, in_wheelchair=True))
    services.attendance.visitor(secret("Visitor Oddfellow"), today)
    services.attendance.presence(member, today, Presence.HERE)
    services.agreements.write(member, Agreement.HOME_COPY, is_so=True)
    services.week_editing.close_day(monday + timedelta(days=4), secret("Feast of Saint Swithin"))
    services.week_editing.call_off(times[1])
    sitting = services.sittings.begin(member)
    services.my_week.seen(sitting, monday)
    services.choices.wish(sitting, parts.store.new_draft(), things[2], is_wished=True)
    _say(parts, SaidHowItWas(member, *times[0], HowItWas.VERY_BAD))


def _say(parts: Parts, said: SaidHowItWas) -> None:
    """Write what is said once a session is over."""
    with parts.store.writing(parts.store.new_draft()) as facts:
        facts.add(said)
