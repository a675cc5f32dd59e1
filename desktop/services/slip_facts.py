"""Slips as facts and as paper: how one is made, signed, written out and made void."""

from __future__ import annotations

from collections.abc import Callable

from desktop.problems import NotAllowed
from desktop.services.access import language_of
from desktop.services.centre_settings import NAME_ON_PAPER
from desktop.services.papers import SlipPaper
from desktop.store.rows import SlipRow
from desktop.store.store import Store
from ledger.domain.facts import SlipPrinted, SlipVoided
from ledger.domain.names import NO_DIGEST, FactId
from ledger.domain.slips import PRACTICE_FLAG, Slip
from ledger.wire.code import code_of
from ledger.wire.keys import issuer_of, public_key
from ledger.wire.token import encode_slip

NUMBER_BYTES = 8
SLIPS_A_SHEET = 8
"""Of A4: what is printed together is told sheet by sheet, so that a lost sheet can be named."""

Chance = Callable[[int], bytes]
"""Gives that many random bytes: `os.urandom`, except in tests."""


class Press:
    """Makes slips of this PC's issuer key, and their paper.

    is_trial: on a practice member's throw-away copy, where slips carry no token at all.
    """

    def __init__(self, store: Store, chance: Chance, *, is_trial: bool = False) -> None:
        self._store = store
        self._chance = chance
        self._is_trial = is_trial

    @property
    def is_practice(self) -> bool:
        """Whether everything printed here says that it is practice."""
        return self._is_trial or self._store.is_practice

    def new(self, minutes: int, member: FactId | None, *, venue: int = 0, plan: FactId | None = None) -> SlipPrinted:
        """A slip with a number no slip had before, issued today; minutes: 1 to 65535."""
        issuer = issuer_of(public_key(self._seed()))
        number = int.from_bytes(self._chance(NUMBER_BYTES), "big")
        while self._store.read.slip(issuer, number) is not None:
            number = int.from_bytes(self._chance(NUMBER_BYTES), "big")
        return SlipPrinted(issuer, number, minutes, member, self._store.today(), venue=venue, plan=plan)

    def paper(self, slip: SlipRow, *, is_reprint: bool = False) -> SlipPaper:
        """A slip as it is drawn; the same each time.

        Raises:
            NotAllowed: another PC printed it, and only that one can sign it again.
        """
        venue = self._store.read.venue_by_number(slip.venue) if slip.venue else None
        return SlipPaper(
            token="" if self._is_trial else self.token(slip),
            code=code_of(slip.number),
            minutes=slip.minutes,
            credit_minutes=self._store.rules.credit_minutes,
            place=venue.name if venue else "",
            centre=self._store.centre_name if self._store.read.setting(NAME_ON_PAPER) else "",
            is_practice=self.is_practice,
            is_reprint=is_reprint,
            language=language_of(self._store, slip.member or slip.handed_to),
        )

    def token(self, slip: SlipRow) -> str:
        """The signed text of a slip. Raises NotAllowed: another PC printed it."""
        seed = self._store.issuer_seed(slip.issuer)
        if seed is None:
            # Signed with the key of this PC it would be another slip, which nobody paid for.
            raise NotAllowed("Another PC of this centre printed this slip. Print it again there.")
        return encode_slip(
            Slip(
                number=slip.number,
                minutes=slip.minutes,
                issued_day=slip.issued_day,
                expires_day=slip.expires_day,
                venue=slip.venue,
                flags=PRACTICE_FLAG if self._store.is_practice else 0,
            ),
            seed,
        )

    def can_print(self, slip: SlipRow) -> bool:
        """Whether this PC has the key that signed it."""
        return self._is_trial or self._store.issuer_seed(slip.issuer) is not None

    def _seed(self) -> bytes:
        return self._store.secret("issuer_seed")


def voided(slip: SlipRow, *, has_paper: bool, is_waiting: bool = False, why: bytes = NO_DIGEST) -> SlipVoided:
    """The fact that makes a slip void; is_waiting: its paper may be handed in elsewhere before the network hears."""
    return SlipVoided(slip.issuer, slip.number, slip.minutes, slip.member, has_paper, is_waiting, why)
