"""All services of one open centre, each read in when it is first asked for.

The first screen needs people alone, and appears the sooner; `desktop.views.warming` reads the rest while nobody waits.
"""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from assets import is_pack_picture
from desktop.services.access_services import AccessServices
from desktop.services.faces import Faces
from desktop.services.member_week_services import MemberWeekServices
from desktop.services.network_services import NetworkServices
from desktop.services.paper_services import PaperServices
from desktop.services.people import People
from desktop.services.picture_services import PictureServices
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.services.centre import CentreCare
    from desktop.services.contributions import Contributions
    from desktop.services.credits import Credits
    from desktop.services.importing import Importing
    from desktop.services.offers import Offers
    from desktop.services.sitting import Sittings
    from desktop.services.slip_facts import Chance, Press
    from desktop.services.slips import Slips
    from desktop.services.spending import Spending
    from desktop.services.staff_door import StaffDoor
    from desktop.services.tasks import Tasks
    from desktop.services.waiting import Waiting


class Services(MemberWeekServices, NetworkServices, AccessServices, PaperServices, PictureServices):
    """What people can do, by subject. All calls run on the store's own thread.

    language: of who sits at the screen, by which pictures are named and found.
    """

    def __init__(self, store: Store, *, chance: Chance, is_trial: bool, language: str) -> None:
        self.store = store
        self.language = language
        self._chance = chance
        self._is_trial = is_trial
        self._faces = Faces(store, self._picture_name, self._pack_picture)
        self.people = People(store, self._faces)

    @cached_property
    def sittings(self) -> Sittings:
        """Signing in, and ids for drafts."""
        from desktop.services.sitting import Sittings

        return Sittings(self.store)

    @cached_property
    def tasks(self) -> Tasks:
        """Kinds of contribution."""
        from desktop.services.tasks import Tasks

        return Tasks(self.store, self._faces)

    @cached_property
    def offers(self) -> Offers:
        """What credits can be spent on, and where."""
        from desktop.services.offers import Offers

        return Offers(self.store, self._faces)

    @cached_property
    def contributions(self) -> Contributions:
        """Time given."""
        from desktop.services.contributions import Contributions

        return Contributions(self.store, self._faces)

    @cached_property
    def credits(self) -> Credits:
        """What members have, gifts, and putting right."""
        from desktop.services.credits import Credits

        return Credits(self.store, self._faces)

    @cached_property
    def slips(self) -> Slips:
        """Printing, checking, handing in and voiding."""
        from desktop.services.slips import Slips

        return Slips(self.store, self._faces, self._press)

    @cached_property
    def spending(self) -> Spending:
        """Choosing an offer, planning it, and its sheet."""
        from desktop.services.spending import Spending

        return Spending(self.store, self._faces, self._press)

    @cached_property
    def waiting(self) -> Waiting:
        """What waits for a worker's yes."""
        from desktop.services.waiting import Waiting

        return Waiting(self.store, self._faces)

    @cached_property
    def centre(self) -> CentreCare:
        """The centre itself."""
        from desktop.services.centre import CentreCare

        return CentreCare(self.store)

    @cached_property
    def staff_door(self) -> StaffDoor:
        """The PIN."""
        from desktop.services.staff_door import StaffDoor

        return StaffDoor(self.store)

    @cached_property
    def importing(self) -> Importing:
        """Lists from a spreadsheet."""
        from desktop.services.importing import Importing

        return Importing(self.store, self.pictures)

    @cached_property
    def _press(self) -> Press:
        from desktop.services.slip_facts import Press

        return Press(self.store, self._chance, is_trial=self._is_trial)

    def _picture_name(self, picture: str) -> str:
        return self.picture_search.name(picture) if is_pack_picture(picture) else self.pictures.name(picture)

    def _pack_picture(self, picture: str) -> bytes | None:
        return self.packs.picture(picture)


def services_of(store: Store, chance: Chance = os.urandom, *, is_trial: bool = False, language: str = "en") -> Services:
    """Every service on one store; chance: gives random bytes. is_trial: on a practice member's throw-away copy."""
    return Services(store, chance=chance, is_trial=is_trial, language=language)
