"""All services of one open centre, built once."""

from __future__ import annotations

import os
from dataclasses import dataclass

from desktop.services.centre import CentreCare
from desktop.services.contributions import Contributions
from desktop.services.credits import Credits
from desktop.services.faces import Faces
from desktop.services.importing import Importing
from desktop.services.offers import Offers
from desktop.services.people import People
from desktop.services.pictures import Pictures
from desktop.services.sitting import Sittings
from desktop.services.slip_facts import Chance, Press
from desktop.services.slips import Slips
from desktop.services.spending import Spending
from desktop.services.staff_door import StaffDoor
from desktop.services.tasks import Tasks
from desktop.services.waiting import Waiting
from desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Services:
    """What people can do, by subject. All calls run on the store's own thread."""

    centre: CentreCare
    sittings: Sittings
    people: People
    tasks: Tasks
    offers: Offers
    contributions: Contributions
    credits: Credits
    slips: Slips
    spending: Spending
    waiting: Waiting
    pictures: Pictures
    staff_door: StaffDoor
    importing: Importing


def services_of(store: Store, chance: Chance = os.urandom, *, is_trial: bool = False, language: str = "en") -> Services:
    """Every service on one store; chance: gives random bytes. is_trial: on a practice member's throw-away copy."""
    pictures = Pictures(language)
    faces = Faces(store, pictures)
    press = Press(store, chance, is_trial=is_trial)
    return Services(
        centre=CentreCare(store),
        sittings=Sittings(store),
        people=People(store, faces),
        tasks=Tasks(store, faces),
        offers=Offers(store, faces),
        contributions=Contributions(store, faces),
        credits=Credits(store, faces),
        slips=Slips(store, faces, press),
        spending=Spending(store, faces, press),
        waiting=Waiting(store, faces),
        pictures=pictures,
        staff_door=StaffDoor(store),
        importing=Importing(store, pictures),
    )
