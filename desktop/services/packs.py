"""Packs of pictures that a centre has the right to use: brought in whole or not at all, shown with their licence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from desktop.changes import Changes
from desktop.problems import BadInput, NotFound
from desktop.services.pack_files import BadPack, PackFile, opened_pack
from desktop.services.pack_pictures import ENDINGS, Drawn, LeftOut, id_of, taken_in
from desktop.services.pack_words import LIST_ENDINGS, Said, lists_of, name_of_file
from desktop.store.readings_pictures import PackRow
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.pictures import PackFilled, PackWritten

MOST_KEPT_BYTES: Final = 150_000_000
_VOLUME_BYTES: Final = 250_000  # a page of pictures may come from as many volumes, each opened whole
_MOST_SAID: Final = 400
_CACHED_VOLUMES: Final = 48


class NotSaid(BadInput):
    """Something about a pack was not said, or nobody said that the centre may use it. where: which field."""

    def __init__(self, message: str, where: str) -> None:
        super().__init__(message)
        self.where = where


class PackPicture(NamedTuple):
    """A picture on its way in: its id, its name, further words, and its PNG or JPEG."""

    id: str
    name: str
    words: str
    dots: bytes


class PackAbout(NamedTuple):
    """What staff say of a pack. may_use: that the centre has the right to use its pictures."""

    name: str
    licence: str
    attribution: str
    may_use: bool = False


class PackSeen(NamedTuple):
    """A pack as staff see it. pictures: how many are here; more may be on their way from another PC."""

    id: FactId
    name: str
    licence: str
    attribution: str
    pictures: int
    is_kept: bool


class PackLook:
    """Looks through a pack, some files at a time; nothing is written. Close it when it is no longer needed.

    total: files to look at. done: how many were. pictures: what can come in, each once. left_out: other files, and why.
    """

    def __init__(self, path: Path, drawn: Drawn) -> None:
        """Raises BadPack: the whole pack is refused."""
        self.title = path.stem
        self.pictures: dict[str, PackPicture] = {}
        self.left_out: list[tuple[str, str]] = []
        self.done = 0
        self._drawn = drawn
        self._bytes = 0
        self._open = ExitStack()
        with ExitStack() as opened:
            files = opened.enter_context(opened_pack(path))
            self._said = lists_of(files)
            self._open = opened.pop_all()
        self._files = [one for one in files if one.ending in ENDINGS]
        others = [one.name for one in files if one.ending not in (*ENDINGS, *LIST_ENDINGS)]
        self.left_out += [(name, "is no picture") for name in others]
        if not self._files:
            self.close()
            raise BadPack(f"There is no picture in {path.name}. Choose a zip or a folder with PNG, SVG or JPEG files.")

    @property
    def total(self) -> int:
        """How many files there are to look at."""
        return len(self._files)

    @property
    def is_over(self) -> bool:
        """Whether all were looked at."""
        return self.done >= self.total

    def go_on(self, count: int) -> None:
        """Look at the next files. Raises BadPack: all of it would be too much for this PC."""
        for file in self._files[self.done : self.done + count]:
            self.done += 1
            try:
                self._take(file)
            except (LeftOut, BadPack, OSError) as why:
                said = str(why) if isinstance(why, LeftOut) else "is damaged"
                self.left_out.append((file.name, said))
        if self._bytes > MOST_KEPT_BYTES:
            self.close()
            raise BadPack("These are more pictures than a PC can well keep. Bring them in by parts.")

    def close(self) -> None:
        """Let go of the files."""
        self._open.close()

    def _take(self, file: PackFile) -> None:
        raw = file.read()
        name_said = self._said.get(Path(file.name).stem.lower(), Said("", ""))
        name, words = name_said.name or name_of_file(file.name), name_said.words
        picture = id_of(raw)
        twin = self.pictures.get(picture)
        if twin is not None:  # the same picture under another name: it is found by both
            self.pictures[picture] = twin._replace(words=" ".join(filter(None, (twin.words, name, words))))
            return
        dots = taken_in(raw, file.ending, self._drawn)
        self._bytes += len(dots)
        self.pictures[picture] = PackPicture(picture, name, words, dots)


class Packs:
    """The packs of the centre."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._places: dict[str, tuple[bytes, int, int]] = {}
        self._read: dict[bytes, list[Any]] = {}  # a list is what its digest says, for ever
        self._volume = lru_cache(maxsize=_CACHED_VOLUMES)(store.blob)

    def all(self) -> list[PackSeen]:
        """Every pack that ever came in, those taken out too: their ids are theirs for ever, and their thanks stay."""
        counts: dict[FactId, int] = {}
        for volume, _, rows in self._lists():
            counts[volume] = counts.get(volume, 0) + len(rows)
        return [_seen(row, counts.get(row.id, 0)) for row in self._store.read.pictures.packs()]

    def bring_in(self, about: PackAbout, pictures: Sequence[PackPicture], draft_id: str = "") -> Changes:
        """Bring pictures in, all of them in one tap; the same draft again brings nothing.

        Raises:
            NotSaid: no name, licence or attribution, or nobody said the centre may use them. DiskFull.
        """
        name = _said(about.name, "name", "Give the pack a name.")
        licence = _said(about.licence, "licence", "Write the licence, such as CC BY-SA, or your licence's number.")
        thanks = _said(about.attribution, "attribution", "Write who made the pictures, as their licence asks.")
        if not about.may_use:
            raise NotSaid("Tick that the centre may use these pictures, or ask who gave them to you.", "may_use")
        with self._store.writing(draft_id or self._store.new_draft()) as facts:
            if not facts.is_repeat:
                pack = facts.add(PackWritten(None, name, licence, thanks))
                for volume in _volumes(pictures):
                    found, dots = _packed(volume)
                    facts.add(PackFilled(pack, facts.seal(found), facts.seal(dots)))
        return facts.changes

    def take_out(self, pack: FactId) -> Changes:
        """Offer the pictures of a pack no more; what was chosen from it stays. Raises NotFound."""
        return self._keep(pack, is_kept=False)

    def put_back(self, pack: FactId) -> Changes:
        """Offer them again, under their old ids. Raises NotFound."""
        return self._keep(pack, is_kept=True)

    def found(self) -> Iterator[tuple[str, str, str]]:
        """The pictures of all packs that are kept: id, name and further words of each."""
        kept = {row.id for row in self._store.read.pictures.packs() if row.is_kept}
        for pack, _, rows in self._lists():
            if pack in kept:
                yield from ((row[0], row[1], row[2]) for row in rows)

    def picture(self, picture: str) -> bytes | None:
        """The PNG or JPEG of a picture by its id, of packs taken out too; None if it is not here."""
        if picture not in self._places:
            self._places = {
                row[0]: (volume, row[3], row[4]) for _, volume, rows in reversed(list(self._lists())) for row in rows
            }
        place = self._places.get(picture)
        if place is None:
            return None
        volume, start, size = place
        try:
            return self._volume(volume)[start : start + size]
        except NotFound:  # on its way from another PC
            return None

    def stamp(self) -> tuple[object, ...]:
        """What changes whenever other pictures can be found."""
        read = self._store.read.pictures
        here = tuple(pack for pack, _, _ in self._lists())
        return (*(row.id for row in read.packs() if row.is_kept), len(here))

    def _keep(self, pack: FactId, *, is_kept: bool) -> Changes:
        row = self._store.read.pictures.pack(pack)
        with self._store.writing(self._store.new_draft()) as facts:
            facts.add(PackWritten(pack, row.name, row.licence, row.attribution, is_kept=is_kept))
        return facts.changes

    def _lists(self) -> Iterator[tuple[FactId, bytes, list[Any]]]:
        """Of each volume whose list is here: its pack, where its pictures are, and what is in it."""
        for volume in self._store.read.pictures.volumes():
            if volume.found not in self._read:
                try:
                    self._read[volume.found] = json.loads(self._store.blob(volume.found))
                except NotFound:  # on its way from another PC
                    continue
            yield volume.pack, volume.pictures, self._read[volume.found]


def _said(text: str, where: str, ask: str) -> str:
    said = " ".join(text.split())
    if not said:
        raise NotSaid(ask, where)
    if len(said) > _MOST_SAID:
        raise NotSaid(f"This is longer than {_MOST_SAID} letters.", where)
    return said


def _volumes(pictures: Iterable[PackPicture]) -> Iterator[list[PackPicture]]:
    volume: list[PackPicture] = []
    size = 0
    for picture in pictures:
        if volume and size + len(picture.dots) > _VOLUME_BYTES:
            yield volume
            volume, size = [], 0
        volume.append(picture)
        size += len(picture.dots)
    if volume:
        yield volume


def _packed(volume: Sequence[PackPicture]) -> tuple[bytes, bytes]:
    """The list of a volume and its pictures, one after another."""
    rows, start = [], 0
    for picture in volume:
        rows.append([picture.id, picture.name, picture.words, start, len(picture.dots)])
        start += len(picture.dots)
    found = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    return found, b"".join(picture.dots for picture in volume)


def _seen(row: PackRow, count: int) -> PackSeen:
    return PackSeen(row.id, row.name, row.licence, row.attribution, count, row.is_kept)
