"""The centre itself: its name, its beginning, and whether all is well with its records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from desktop.changes import Changes
from desktop.problems import NotFound
from desktop.services.centre_settings import STEPS, CentreSettings
from desktop.services.content import OfferSeed, TaskSeed
from desktop.services.papers import RecoverySheetPaper
from desktop.services.starting import write_offers, write_tasks
from desktop.store.rows import Totals, Verified
from ledger.domain.slips import day_of
from ledger.wire import words
from ledger.wire.keys import issuer_of, public_key

__all__ = ["STEPS", "CentreCare"]


class CentreCare(CentreSettings):
    """What concerns the whole centre."""

    @property
    def name(self) -> str:
        """The centre's name."""
        return self._store.centre_name

    @property
    def is_practice(self) -> bool:
        """Whether this is a practice centre."""
        return self._store.is_practice

    def begin_with(self, tasks: Iterable[TaskSeed], offers: Iterable[OfferSeed]) -> Changes:
        """Write the tasks and offers a new centre keeps of `content`, and the venues of those offers; once only."""
        with self._store.writing("first-content") as facts:
            if not facts.is_repeat:
                write_tasks(facts, tasks)
                write_offers(facts, offers)
        return facts.changes

    def today(self) -> date:
        """The day it is here, whatever this PC's clock was set to meanwhile."""
        return day_of(self._store.today())

    def totals(self) -> Totals:
        """Minutes given and minutes spent so far."""
        return self._store.read.totals()

    def minutes_this_week(self) -> int:
        """What all members gave since Monday, as far as it counts."""
        today = self.today()
        return self._store.read.minutes_given_since(today - timedelta(days=today.weekday()))

    def keys(self) -> list[tuple[bytes, bytes]]:
        """The keys that sign slips here: issuer (16 bytes) and public key (32 bytes); none in a practice centre."""
        return [] if self.is_practice else sorted(self._store.read.issuer_keys().items())

    def own_key(self) -> tuple[bytes, bytes]:
        """This PC's own issuer and public key, in practice too."""
        public = public_key(self._store.secret("issuer_seed"))
        return issuer_of(public), public

    def verify(self) -> Verified:
        """Check chain, book and what screens read; changes nothing."""
        return self._store.verify()

    def rebuild(self) -> int:
        """Make what screens read again from the facts; how many facts there are. Raises DamagedStore."""
        return self._store.rebuild()

    def recovery_paper(self) -> RecoverySheetPaper:
        """The recovery sheet to print: the same words each time."""
        secret = self._store.secret("sheet_secret")
        return RecoverySheetPaper(
            words=words.words_of(secret),
            qr=words.sheet_text(secret),
            centre=self.name,
            made=self.today(),
            passphrase=self._passphrase(),
        )

    def _passphrase(self) -> str:
        try:
            return self._store.secret("passphrase").decode()
        except NotFound:
            return ""
