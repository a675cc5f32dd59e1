"""All services of one open centre, built once."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.services.centre import CentreCare
from desktop.services.contributions import Contributions
from desktop.services.credits import Credits
from desktop.services.faces import Faces
from desktop.services.offers import Offers
from desktop.services.people import People
from desktop.services.sitting import Sittings
from desktop.services.slip_facts import Chance, Press
from desktop.services.slips import Slips
from desktop.services.spending import Spending
from desktop.services.staff_door import StaffDoor
from desktop.services.tasks import Tasks
from desktop.services.waiting import Waiting
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.services.importing import Importing
    from desktop.services.pictures import Pictures


@dataclass(frozen=True)
class Services:
    """What people can do, by subject. All calls run on the store's own thread.

    The picture words and the import are read in when they are first asked for: no member's first screen needs them.
    """

    store: Store = field(repr=False)
    language: str
    sittings: Sittings
    people: People
    tasks: Tasks
    offers: Offers
    contributions: Contributions
    credits: Credits
    slips: Slips
    spending: Spending
    waiting: Waiting
    centre: CentreCare
    staff_door: StaffDoor

    @cached_property
    def pictures(self) -> Pictures:
        """The built-in pictures, found by everyday words."""
        from desktop.services.pictures import Pictures  # noqa: PLC0415  its words take a tenth of a second to read

        return Pictures(self.language)

    @cached_property
    def importing(self) -> Importing:
        """Lists from a spreadsheet."""
        from desktop.services.importing import Importing  # noqa: PLC0415  for staff, now and then

        return Importing(self.store, self.pictures)


def services_of(store: Store, chance: Chance = os.urandom, *, is_trial: bool = False, language: str = "en") -> Services:
    """Every service on one store; chance: gives random bytes. is_trial: on a practice member's throw-away copy."""

    def picture_name(picture: str) -> str:
        return services.pictures.name(picture)

    faces = Faces(store, picture_name)
    press = Press(store, chance, is_trial=is_trial)
    services = Services(
        store=store,
        language=language,
        sittings=Sittings(store),
        people=People(store, faces),
        tasks=Tasks(store, faces),
        offers=Offers(store, faces),
        contributions=Contributions(store, faces),
        credits=Credits(store, faces),
        slips=Slips(store, faces, press),
        spending=Spending(store, faces, press),
        waiting=Waiting(store, faces),
        centre=CentreCare(store),
        staff_door=StaffDoor(store),
    )
    return services
