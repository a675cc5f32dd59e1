"""The services about how things look, sound and are pressed, each read in when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.services.access import Access
    from desktop.services.cards import Cards
    from desktop.services.faces import Faces
    from desktop.services.secret_pictures import SecretPictures
    from desktop.services.slip_facts import Chance


class AccessServices:
    """What concerns how people reach what is on the screen."""

    store: Store
    _faces: Faces
    _chance: Chance

    @cached_property
    def access(self) -> Access:
        """How each member likes things."""
        from desktop.services.access import Access

        return Access(self.store)

    @cached_property
    def secret_pictures(self) -> SecretPictures:
        """What some members press after their face."""
        from desktop.services.secret_pictures import SecretPictures

        return SecretPictures(self.store)

    @cached_property
    def cards(self) -> Cards:
        """The cards that some members sign in with."""
        from desktop.services.cards import Cards

        return Cards(self.store, self._faces, self._chance)
