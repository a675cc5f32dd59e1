"""The services about pictures, each read in when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.services.packs import Packs
    from desktop.services.picture_search import PictureSearch
    from desktop.services.pictures import Pictures


class PictureServices:
    """What concerns pictures."""

    store: Store
    language: str

    @property
    def pictures(self) -> Pictures:
        """The built-in pictures, found by everyday words of the language spoken now."""
        from desktop.services.pictures import pictures_in

        return pictures_in(self.language)

    @cached_property
    def packs(self) -> Packs:
        """Packs of pictures that the centre brought in."""
        from desktop.services.packs import Packs

        return Packs(self.store)

    @cached_property
    def picture_search(self) -> PictureSearch:
        """All pictures, found by everyday words; those the centre likes, and those it chose last."""
        from desktop.services.picture_search import PictureSearch

        return PictureSearch(self.store, lambda: self.pictures, self.packs)
