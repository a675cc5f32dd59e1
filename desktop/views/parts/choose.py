"""Choosing, as several screens do it: a session as a tile, a place of the day in words, and what a press does."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from desktop.changes import Changes
from desktop.services.seen import PersonSeen
from desktop.services.week_seen import OptionSeen, PlaceSeen, SessionSeen
from desktop.views.kit.art import Art, Badged, ClockTime, Coins, Side, Symbol, picture
from desktop.views.kit.tile import Tile
from desktop.views.parts.choices import is_roomy
from desktop.views.parts.offers import price_art, price_words
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit
from ledger.domain.week import Choice
from ledger.domain.weeks import Part

_DAYS: Final = 7
PART_ART: Final = {
    Part.MORNING: Symbol("gh:morning"),
    Part.LUNCH: Symbol("om:1F37D"),
    Part.AFTERNOON: Symbol("om:2600"),
    Part.EVENING: Symbol("om:1F319"),
}
NOT_TODAY_ART: Final = Symbol("om:1F6CF")


@dataclass(frozen=True, slots=True)
class Chose:
    """What was done last. how: chosen, kept, listed or not_today. session: None for not today."""

    how: str
    place: PlaceSeen
    changes: Changes
    session: SessionSeen | None = None


def begin_choosing(visit: Visit, place: PlaceSeen | None = None) -> None:
    """Choose for a place; None for the next one that has no choice."""
    visit.chosen["place"] = place


def choose(services: Any, visit: Visit, option: OptionSeen) -> str | None:
    """Choose a session: at once, or by what has to be asked first: "pay" or "full"."""
    visit.chosen["option"] = option
    if option.choice is Choice.GOING:
        visit.chosen["chose"] = Chose("kept", visit.chosen["place"], Changes(), option.session)
        return None
    if option.is_full:
        return "full"
    if option.session.price_minutes:
        return "pay"
    take(services, visit, option)
    return None


def take(services: Any, visit: Visit, option: OptionSeen) -> None:
    """Take a place in a session, and pay for it if it costs anything."""
    changes = services.choices.choose(visit.sitting, visit.chosen["draft"], option.session.at)
    visit.chosen["chose"] = Chose("chosen", visit.chosen["place"], changes, option.session)


def put_on_list(services: Any, visit: Visit, option: OptionSeen) -> None:
    """Take a place on the list of a session that is full."""
    changes = services.choices.put_on_list(visit.sitting, visit.chosen["draft"], option.session.at)
    visit.chosen["chose"] = Chose("listed", visit.chosen["place"], changes, option.session)


def not_today(services: Any, visit: Visit) -> None:
    """Do nothing then; without cost, and without being asked why."""
    place = visit.chosen["place"]
    changes = services.choices.not_today(visit.sitting, visit.chosen["draft"], place)
    visit.chosen["chose"] = Chose("not_today", place, changes)


def place_words(place: PlaceSeen, today: date, texts: Texts) -> str:
    """A place as people say it: "Tuesday morning", "Next Tuesday morning"; further away with its date.

    On a Sunday the day after is "Monday": "Next Monday" would be heard as the one in eight days.
    """
    monday = today.toordinal() - today.weekday()
    weeks = (place.day.toordinal() - monday) // _DAYS
    if weeks > 1:
        return texts.day(place.day)
    is_next = (place.day - today).days >= _DAYS
    day = texts("choose.next_day", day=texts.weekday(place.day)) if is_next else texts.weekday(place.day)
    return texts(f"choose.on_{place.part.name.lower()}", day=day)


def option_tile(option: OptionSeen, look: Look, texts: Texts, *, credit_minutes: int) -> Tile:
    """The tile of a session to choose: when, with whom, and what it costs in coins; its value is the option."""
    session, detail = option.session, _detail(option, texts, credit_minutes)
    when = texts.time(*divmod(session.start_minute, 60))
    arts: list[Art] = [ClockTime(*divmod(session.start_minute, 60))]
    if session.leader is not None:
        arts.append(picture(session.leader.pic))
    price = price_art(session.price_minutes, credit_minutes)
    if price is not None:
        arts.append(Coins(session.price_minutes // credit_minutes) if isinstance(price, Coins) else price)
    is_short = not is_roomy(look) and not (option.is_new or option.is_full or option.choice is Choice.LISTED)
    heard = ". ".join(filter(None, (session.activity.label, when, detail)))
    return Tile(
        option,
        heard if is_short else session.activity.label,
        waiting_art(session) if option.is_full or option.choice is Choice.LISTED else picture(session.activity.pic),
        under=Side(tuple(arts)) if len(arts) > 1 else arts[0],
        detail="" if is_short else detail,
        badge="chosen" if option.choice is Choice.GOING else None,
        area="choose",
        shown=session.activity.label,
    )


def waiting_art(session: SessionSeen) -> Art:
    """Its picture with an hourglass: somebody who does not read sees that they would wait, or do."""
    return Badged(picture(session.activity.pic), Symbol("gh:hourglass"))


def _detail(option: OptionSeen, texts: Texts, credit_minutes: int) -> str:
    session = option.session
    if option.choice is Choice.LISTED:
        return texts("choose.on_list")
    if option.is_full:
        return texts("choose.full")
    if option.is_new:
        return texts("choose.new")
    if session.price_minutes:
        return price_words(session.price_minutes, texts, credit_minutes)
    return with_words(session.leader, texts)


def with_words(leader: PersonSeen | None, texts: Texts) -> str:
    """Who leads it, "with Joan", or nothing where nobody's name may be shown."""
    return texts("choose.with", name=leader.shown_name) if leader is not None and leader.shown_name else ""
