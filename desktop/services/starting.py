"""The tasks, offers and activities a new centre may begin with, as facts: kept or dropped one by one at first start."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.services import content
from desktop.services.content import OfferSeed, TaskSeed
from desktop.services.content_week import ActivitySeed
from desktop.store.writing import Writing
from ledger.domain.names import FactId
from ledger.domain.subjects import OfferWritten, TaskWritten, VenueWritten
from ledger.domain.week import ActivityWritten


def write_tasks(facts: Writing, seeds: Iterable[TaskSeed]) -> list[FactId]:
    """Write tasks inside a tap; returns their names in order."""
    return [
        facts.add(TaskWritten(None, s.label, s.picture, usual_minutes=s.usual_minutes, for_what=s.for_what))
        for s in seeds
    ]


def write_activities(facts: Writing, seeds: Iterable[ActivitySeed]) -> list[FactId]:
    """Write activities inside a tap; returns their names in order."""
    return [facts.add(ActivityWritten(None, seed.label, seed.picture, sort=seed.sort)) for seed in seeds]


def write_offers(facts: Writing, seeds: Iterable[OfferSeed]) -> list[FactId]:
    """Write offers inside a tap, and the venues they are at; returns the offers' names in order."""
    wanted = tuple(seeds)
    at = {seed.venue for seed in wanted}
    venues = {
        venue.name: facts.add(VenueWritten(None, venue.name, number, venue.picture))
        for number, venue in enumerate((venue for venue in content.venues() if venue.name in at), start=1)
    }
    return [facts.add(_offer(seed, venues.get(seed.venue))) for seed in wanted]


def _offer(seed: OfferSeed, venue: FactId | None) -> OfferWritten:
    return OfferWritten(
        offer=None,
        label=seed.label,
        picture=seed.picture,
        minutes=seed.minutes,
        venue=venue,
        place=seed.place,
        getting_there=seed.getting_there,
        companion=seed.companion,
        is_open_to_all=seed.is_open_to_all,
        is_step_free=seed.is_step_free,
        is_quiet=seed.is_quiet,
    )
