"""Turns the store's rows into what screens see: pictures with their photos, people as they agreed to be shown."""

from __future__ import annotations

from desktop.services.seen import CreditsSeen, Pic
from desktop.store.store import Store
from ledger.domain.names import FactId


class Faces:
    """The one way from rows to what is seen."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def credits(self, member: FactId) -> CreditsSeen:
        """What a member has."""
        raise NotImplementedError

    def pic(self, picture: str, photo: bytes) -> Pic:
        """A picture, or the photo that stands for it; photo: digest, empty for none."""
        raise NotImplementedError
