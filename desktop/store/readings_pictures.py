"""Readings of pictures: packs, what lies in them, and what the centre likes or chose last."""

from __future__ import annotations

from typing import NamedTuple

from desktop.store.naming import key_of
from desktop.store.selecting import Selected, the
from desktop.store.sqlcipher import Database
from ledger.domain.names import FactId


class PackRow(NamedTuple):
    """A pack, and what its licence asks us to show."""

    id: FactId
    name: str
    licence: str
    attribution: str
    is_kept: bool


class VolumeRow(NamedTuple):
    """Some pictures of a pack; found, pictures: digests of the list and of the pictures themselves."""

    fact: FactId
    pack: FactId
    found: bytes
    pictures: bytes


_PACKS = Selected(PackRow, "packs")
_VOLUMES = Selected(VolumeRow, "pack_volumes")


class PictureReadings:
    """What is known of pictures."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def packs(self) -> list[PackRow]:
        """Every pack that ever came in, in the order they came; those taken out too."""
        return _PACKS.all(self._db, "ORDER BY id")

    def pack(self, pack: FactId) -> PackRow:
        """One pack. Raises NotFound."""
        return the(_PACKS.first(self._db, "WHERE id = ?", [key_of(pack)]), "pack of pictures", pack)

    def volumes(self) -> list[VolumeRow]:
        """What lies in all packs, in the order it came."""
        return _VOLUMES.all(self._db, "ORDER BY fact")

    def liked(self) -> list[str]:
        """The pictures the centre likes to use, the latest first."""
        rows = self._db.execute("SELECT picture FROM pictures_liked WHERE is_so = 1 ORDER BY at_ms DESC, picture")
        return [picture for (picture,) in rows]

    def chosen_last(self, limit: int) -> list[str]:
        """The pictures chosen for things last, each once, the latest first: by what was last written with them."""
        sql = "SELECT picture FROM pictures_chosen ORDER BY at_ms DESC, seq DESC, picture LIMIT ?"
        return [picture for (picture,) in self._db.execute(sql, [limit])]
