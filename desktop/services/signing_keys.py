"""The keys that sign slips here: which PC has which, a new one in place of an old one, and one that is stopped."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from desktop.clock import MS
from desktop.problems import BadInput, NotAllowed, NotFound
from desktop.services.slip_facts import Chance
from desktop.store.membership import Membership
from desktop.store.rows_network import IssuerKeyRow
from desktop.store.store import Store
from desktop.store.writing import Writing
from ledger.domain.bounds import MOST_NAMED
from ledger.domain.names import FactId
from ledger.domain.sheets import IssuerStopped
from ledger.domain.subjects import IssuerKeyAdded
from ledger.wire.keys import SEED_BYTES, issuer_of, public_key

_A_DAY_MS = 24 * 3600 * MS
_LEAST_LETTERS = 6


class KeySeen(NamedTuple):
    """A key of this centre.

    issuer: its 16-byte name. public_key: 32 bytes, Ed25519. is_here: this PC has it. is_in_use: this PC signs new slips
    with it. is_stopped: it signs no more, and a worker is asked about slips that are not among the `good`. since_ms:
    when it was made, 0 if nobody knows. out: how many of its slips are out.
    """

    issuer: bytes
    public_key: bytes
    is_here: bool
    is_in_use: bool
    is_stopped: bool
    since_ms: int = 0
    out: int = 0
    good: int = 0

    @property
    def id(self) -> str:
        """Its name as slips carry it, in hexadecimal: the first four bytes of the issuer."""
        return self.issuer.hex()[:8]


class KeysSeen(NamedTuple):
    """What signs slips, as far as this PC knows.

    ours: this centre's, oldest first. others: how many keys of other centres the network lists, and stopped: how many
    of those sign no more. age_days: how old that list is, -1 where there is none or nobody knows.
    """

    ours: tuple[KeySeen, ...]
    others: int = 0
    stopped: int = 0
    age_days: int = -1
    is_joined: bool = False
    is_practice: bool = False


class SigningKeys:
    """Keys of slips."""

    def __init__(self, store: Store, chance: Chance) -> None:
        self._store = store
        self._chance = chance

    def seen(self) -> KeysSeen:
        """Every key, and how old what the network says of them is."""
        ours = self._ours()
        names = {key.issuer for key in ours}
        others = [row for row in self._store.read.issuers_of_network() if row.issuer not in names]
        membership = Membership(self._store)
        return KeysSeen(
            tuple(ours),
            len(others),
            sum(row.is_revoked for row in others),
            self._age_days() if membership.is_enrolled else -1,
            is_joined=membership.is_enrolled,
            is_practice=self._store.is_practice,
        )

    def named(self, text: str) -> KeySeen:
        """The key whose issuer begins so in hexadecimal, six letters at least. Raises NotFound, BadInput: several."""
        wanted = text.strip().lower()
        found = [key for key in self._ours() if len(wanted) >= _LEAST_LETTERS and key.issuer.hex().startswith(wanted)]
        if not found:
            raise NotFound("No PC of this centre signs slips with a key of this name.")
        if len(found) > 1:
            raise BadInput("Several keys begin so. Please give more letters.")
        return found[0]

    def rotate(self, *, by: FactId | None = None) -> KeySeen:
        """Sign new slips with a new key from now on; what is signed with the old one stays good.

        Raises:
            NotFound: a venue's door, which prints no slips.
        """
        self._store.secret("issuer_seed")
        with self._store.writing(self._store.new_draft(), by=by) as facts:
            issuer = self._new_key(facts)
        return self._key(issuer)

    def stop(self, issuer: bytes, *, by: FactId | None = None) -> KeySeen:
        """Trust a key of this centre no more: its PC was stolen, or somebody may have copied it.

        Slips of it that are out by the records of this PC stay good; about any other a worker is asked. Where this PC
        itself signs with it, it begins with a new one.

        Raises:
            NotFound: no key of this centre. NotAllowed: it is stopped already.
        """
        key = self._key(issuer)
        if key.is_stopped:
            raise NotAllowed("This key is stopped already.")
        good = tuple(row.number for row in self._store.read.slips_out() if row.issuer == issuer)
        parts = [good[at : at + MOST_NAMED] for at in range(0, len(good), MOST_NAMED)] or [()]
        with self._store.writing(self._store.new_draft(), by=by) as facts:
            for part in parts:
                facts.add(IssuerStopped(issuer, part))
            if key.is_in_use:
                self._new_key(facts)
        return self._key(issuer)

    def _new_key(self, facts: Writing) -> bytes:
        seed = self._chance(SEED_BYTES)
        public = public_key(seed)
        facts.add(IssuerKeyAdded(public))
        self._store.sign_slips_with(seed)  # in the same transaction: the fact and the seed are both there, or neither
        return issuer_of(public)

    def _key(self, issuer: bytes) -> KeySeen:
        found = next((key for key in self._ours() if key.issuer == issuer), None)
        if found is None:
            raise NotFound("No PC of this centre signs slips with this key.")
        return found

    def _ours(self) -> list[KeySeen]:
        out = Counter(row.issuer for row in self._store.read.slips_out())
        in_use = self._in_use()
        return [self._seen(row, in_use, out[row.issuer]) for row in self._store.read.issuer_key_rows()]

    def _seen(self, row: IssuerKeyRow, in_use: bytes, out: int) -> KeySeen:
        return KeySeen(
            row.issuer,
            row.public_key,
            is_here=self._store.issuer_seed(row.issuer) is not None,
            is_in_use=row.issuer == in_use,
            is_stopped=row.is_stopped,
            since_ms=row.since_ms,
            out=out,
            good=row.good,
        )

    def _in_use(self) -> bytes:
        try:
            return issuer_of(public_key(self._store.secret("issuer_seed")))
        except NotFound:
            return b""  # a door prints no slips

    def _age_days(self) -> int:
        met_ms = Membership(self._store).standing().met_ms
        return max(0, self._store.clock.now_ms() - met_ms) // _A_DAY_MS if met_ms else -1
