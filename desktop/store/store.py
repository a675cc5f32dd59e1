"""The store: what taps wrote for ever, and what screens read; the one object services know of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.clock import Clock
from desktop.problems import NotFound
from desktop.store.blobs import Blobs
from desktop.store.centre import Centre, centre_of
from desktop.store.dated import Dated
from desktop.store.readings import Readings
from desktop.store.rows import Verified
from desktop.store.secret import Secrets
from desktop.store.sqlcipher import Database
from ledger.domain.names import FactId, device_name
from ledger.domain.rules import CentreRules
from ledger.wire.keys import public_key

if TYPE_CHECKING:
    from desktop.store.recording import Recording
    from desktop.store.writing import Writing


class Store(Dated, Secrets):
    """One centre's records on this PC, open; every call on the store's own thread.

    device: the 16-byte name of this PC's feed. clock: what `at` of new facts is taken from. folder: where the data is.
    read: the readings. db: for the rooms of the store alone.
    """

    def __init__(self, db: Database, *, clock: Clock, folder: Path, on_close: Callable[[], None]) -> None:
        """db: open, with its tables and the secrets `device_seed` and `centre_key`; on_close: called by `close`."""
        self.db = db
        self.clock = clock
        self.folder = folder
        self._on_close = on_close
        self._blobs = Blobs(db, self.secret("centre_key"))
        self._centre: Centre | None = None
        self.look_again(is_renamed=True)

    def look_again(self, *, is_renamed: bool = False) -> None:
        """Forget what is remembered of the database: not a tap wrote there. is_renamed: this PC has another key now."""
        self._centre = None
        if is_renamed:
            self.__dict__.pop("recording", None)
            self.device = device_name(public_key(self.secret("device_seed")))
            self.read = Readings(self.db, self.device, lambda fact: self.recording.entry(fact))  # noqa: PLW0108  made when asked

    @property
    def rules(self) -> CentreRules:
        """The centre's rules as they are now."""
        return self._known_centre().rules

    @property
    def centre_name(self) -> str:
        """The centre's name; "" before it is founded."""
        return self._known_centre().name

    @property
    def is_practice(self) -> bool:
        """Whether this is a practice centre, never enrolled."""
        return self._known_centre().is_practice

    @contextmanager
    def writing(
        self, draft: str, *, by: FactId | None = None, assisted_by: FactId | None = None, at_ms: int | None = None
    ) -> Iterator[Writing]:
        """One tap: everything added in the with-block is on disk when it ends, or nothing is.

        draft: the tap's own id; the same one again writes nothing and has `is_repeat`. by: the worker, at the staff
        side. at_ms: when it happened, if not now (import). Readings inside the with-block see what was added.

        Raises:
            DiskFull, ReadOnlyFolder, DiskTrouble: it could not be written; nothing was.
        """
        when_ms = self.clock.now_ms() if at_ms is None else at_ms
        try:
            with self.recording.writing(draft, when_ms, by=by, assisted_by=assisted_by) as writing:
                yield writing
        finally:
            self._centre = None

    @contextmanager
    def together(self) -> Iterator[None]:
        """Many writings, one commit (import): an exception that leaves the block, or one of them, undoes them all."""
        try:
            with self.recording.together():
                yield
        finally:
            self._centre = None

    def new_draft(self) -> str:
        """An id no other tap on this PC ever has, whatever crashed in between; ask for it before `writing`."""
        return self.recording.new_draft()

    def count(self, draft: str) -> int:
        """How many facts a draft wrote; 0 if it never did."""
        return self.recording.count(draft)

    def blob(self, digest: bytes) -> bytes:
        """A name, photo or text, unsealed.

        Raises:
            NotFound: it was erased, or is not here yet.
        """
        plain = self._blobs.plain(digest)
        if plain is None:
            raise NotFound("This picture or text is no longer kept on this PC.")
        return plain

    def rebuild(self) -> int:
        """Drop what screens read and make it again from the facts; returns how many facts there are.

        Raises:
            DamagedStore: a fact cannot be read; nothing was changed.
        """
        self._centre = None
        return self.recording.rebuild()

    def verify(self) -> Verified:
        """Check chain, facts, book, projections, drafts and redemptions; changes nothing."""
        return self.recording.verify()

    def close(self) -> None:
        """Let go of the database and of the folder."""
        self.db.close()
        self._on_close()

    def _known_centre(self) -> Centre:
        if self._centre is None:
            self._centre = centre_of(self.db)
        return self._centre

    @cached_property
    def recording(self) -> Recording:
        """What does the writing; for the rooms of the store alone."""
        from desktop.store.recording import Recording  # noqa: PLC0415  reading needs none of the kinds of facts

        return Recording(self.db, self._blobs, self.device)
