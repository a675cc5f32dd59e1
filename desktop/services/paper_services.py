"""The services about slips on paper and the keys that sign them, each read in when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.services.faces import Faces
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.services.desk import Desk
    from desktop.services.few_slips import FewSlips
    from desktop.services.signing_keys import SigningKeys
    from desktop.services.slip_facts import Chance, Press
    from desktop.services.slip_register import SlipRegister
    from desktop.services.slips import Slips
    from desktop.services.tins import Tins
    from desktop.services.week import Weeks


class PaperServices:
    """What is out on paper."""

    store: Store
    _faces: Faces
    _chance: Chance

    if TYPE_CHECKING:

        @property
        def slips(self) -> Slips:
            """Printing, checking, handing in and voiding."""

        @property
        def week(self) -> Weeks:
            """The weeks as they are."""

        @property
        def _press(self) -> Press:
            """What makes slips."""

    @cached_property
    def slip_register(self) -> SlipRegister:
        """What is out, by age and value, sheet by sheet."""
        from desktop.services.slip_register import SlipRegister

        return SlipRegister(self.store, self._faces, self._press)

    @cached_property
    def few_slips(self) -> FewSlips:
        """The few a member prints for themselves."""
        from desktop.services.few_slips import FewSlips

        return FewSlips(self.store, self.slips)

    @cached_property
    def desk(self) -> Desk:
        """What slips pay for at the centre, where nobody has signed in."""
        from desktop.services.desk import Desk
        from desktop.services.week_now import monday_of

        return Desk(self.store, self._faces, self._press, lambda day: self.week.sessions(monday_of(day)))

    @cached_property
    def tins(self) -> Tins:
        """Slips that a venue without a computer kept."""
        from desktop.services.tins import Tins

        return Tins(self.store, self._faces)

    @cached_property
    def signing_keys(self) -> SigningKeys:
        """The keys that sign slips."""
        from desktop.services.signing_keys import SigningKeys

        return SigningKeys(self.store, self._chance)
