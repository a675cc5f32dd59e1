"""What a draft's picture becomes in a fact: an id, or the digest of a photo sealed with the tap."""

from __future__ import annotations

from typing import NamedTuple

from assets import is_photo, is_picture_id
from desktop.problems import BadInput
from desktop.services.seen import Pic
from desktop.store.writing import Writing
from ledger.domain.names import NO_DIGEST


class Portrait(NamedTuple):
    """A picture's id, and the digest of the photo shown instead (empty for none)."""

    picture: str = ""
    photo: bytes = NO_DIGEST


def portrait(facts: Writing, pic: Pic | None, before: Portrait) -> Portrait:
    """The picture a draft chose; with no choice the one before stays, and under a photo the picture stays too.

    A picture of a pack keeps its id, and a copy of its own: it is there before the pack has travelled, and after it.

    Raises:
        BadInput: the id is no picture's.
    """
    if pic is None:
        return before
    if is_photo(pic.id):
        return Portrait(before.picture, bytes.fromhex(pic.id.removeprefix("ph:")))
    if pic.photo is not None:
        return Portrait(pic.id or before.picture, facts.seal(pic.photo))
    if not is_picture_id(pic.id):
        raise BadInput(f"There is no picture called {pic.id!r}. Choose one by its words.")
    return Portrait(pic.id)
