"""Two centres and a venue's door that have joined one network: real stores, and the real core of a ledger."""

from __future__ import annotations

from pathlib import Path

from desktop.clock import standing_at
from desktop.services.all import services_of
from desktop.services.papers import SlipPaper
from desktop.store.store import Store
from desktop.sync.exchange import Exchange, Outcome
from desktop.sync.joining import DoorWish, enrol, found_door
from tests.services.at_work import START, AtWork, Chance, Template
from tests.sync.places import ADDRESS, Town


class Joined(AtWork):
    """A centre, or a door, that has joined the network of a town."""

    def __init__(self, store: Store, town: Town) -> None:
        super().__init__(store, services_of(store, Chance(store.device)))
        self.town = town

    def meet(self) -> Outcome:
        """One whole exchange, as the line does it by itself."""
        return Exchange(lambda job: job(self.store), self.town).run()

    def thanks(self, count: int = 1, minutes: int = 60) -> list[SlipPaper]:
        """Thank-you slips, good for anybody."""
        return self.do.slips.print_thanks(count, minutes)


def a_centre(template: Template, folder: Path, town: Town, name: str) -> Joined:
    """A centre that has joined and met the network once."""
    store = template.opened(folder).store
    enrol(lambda job: job(store), ADDRESS, town.code(name), road=town.road)
    joined = Joined(store, town)
    joined.meet()
    return joined


def a_door(folder: Path, town: Town, name: str = "Town Pool") -> Joined:
    """A venue's door that has joined and met the network once."""
    wish = DoorWish(clock=standing_at(*START))
    made = found_door(folder, ADDRESS, town.venue_code(name), road=town.road, wish=wish)
    joined = Joined(made.store, town)
    joined.meet()
    return joined
