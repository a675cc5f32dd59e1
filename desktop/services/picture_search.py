"""All pictures of a centre: found by everyday words, in a skin tone, liked, or chosen last."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from assets import has_picture, is_pack_picture
from desktop.changes import Changes
from desktop.services.packs import Packs
from desktop.services.picture_words import WordIndex
from desktop.services.pictures import PictureFound, Pictures
from desktop.services.seen import Pic
from desktop.store.store import Store
from ledger.domain.pictures import PictureLiked

TONES: Final = ("1F3FB", "1F3FC", "1F3FD", "1F3FE", "1F3FF")
"""From light to dark; a person is shown in one of them, never in yellow."""
_TONE: Final = re.compile("1F3F[B-F]")


class PictureSearch:
    """Built-in pictures and those of packs."""

    def __init__(self, store: Store, pictures: Callable[[], Pictures], packs: Packs) -> None:
        """pictures: the built-in ones, in the language spoken now."""
        self._store = store
        self._pictures = pictures
        self._packs = packs
        self._stamp: tuple[object, ...] = ()
        self._of_packs = WordIndex()

    def search(self, words: str, *, limit: int, tone: str = "") -> list[PictureFound]:
        """The pictures that fit the words, best first; people in a skin tone, one of `TONES`, if one is asked for."""
        self._keep_up()
        return [self._shown(one.id, tone) for one in self._pictures().search(words, limit, beside=self._of_packs)]

    def liked(self) -> list[PictureFound]:
        """The pictures the centre likes to use, the latest first; those of a pack that was taken out are left out."""
        self._keep_up()
        return [self._shown(one) for one in self._store.read.pictures.liked() if self._is_here(one)]

    def chosen_last(self, limit: int) -> list[PictureFound]:
        """The pictures chosen for things last, each once, the latest first."""
        self._keep_up()
        return [self._shown(one) for one in self._store.read.pictures.chosen_last(limit) if self._is_here(one)]

    def like(self, picture: str, *, is_so: bool) -> Changes:
        """Put a picture among those the centre likes, or take it away again; photos of people are never among them."""
        with self._store.writing(self._store.new_draft()) as facts:
            facts.add(PictureLiked(picture, is_so=is_so))
        return facts.changes

    def pic(self, picture: str) -> Pic:
        """A picture as a draft takes it: one of a pack with its bytes."""
        return Pic(picture, self._packs.picture(picture)) if is_pack_picture(picture) else Pic(picture)

    def name(self, picture: str) -> str:
        """What a picture shows, in the language spoken now or in a pack's own words; "" for what cannot be found."""
        self._keep_up()
        return self._named(picture)

    @staticmethod
    def tone_of(picture: str) -> str:
        """The skin tone of a picture, "" if it has none."""
        found = _TONE.search(picture)
        return found[0] if found else ""

    def _shown(self, picture: str, tone: str = "") -> PictureFound:
        toned = _TONE.sub(tone, picture) if tone else picture
        shown = toned if toned == picture or has_picture(toned) else picture
        return PictureFound(shown, self._named(picture), self.pic(shown).photo)

    def _named(self, picture: str) -> str:
        return self._pictures().name(picture) or self._of_packs.names.get(picture, "")

    def _is_here(self, picture: str) -> bool:
        return bool(self._named(picture))

    def _keep_up(self) -> None:
        stamp = self._packs.stamp()
        if stamp != self._stamp:
            self._of_packs = WordIndex()
            for picture, name, words in self._packs.found():
                self._of_packs.learn(picture, name, own=words)
            self._stamp = stamp
