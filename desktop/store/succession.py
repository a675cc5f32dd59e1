"""Going on under a new name: another copy of this PC wrote at once, or it was brought back from an old backup.

The ledger's version of the own feed is taken in as another PC's. What was written here after the two parted is said
again, every fact of it, as the feed of a new device that the old one vouches for. The new device's key follows from the
old one's and from the first fact it says again: two copies with the same unsent facts become the same device, and say
them once.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.store.facts import Facts, Place, StoredFact
from desktop.store.former import keep_former
from desktop.store.naming import key_of, number_key
from desktop.store.renaming import rename_drafts
from desktop.store.saying_again import Root, SayingAgain
from desktop.store.sqlcipher import in_transaction
from desktop.store.store import Store
from desktop.store.trust import trust
from desktop.store.version import Version, last_shared, read_version, take_version
from ledger.domain.facts import SlipRedeemed, SlipVoided
from ledger.domain.feed import Entry, first_head, next_head
from ledger.domain.names import FactId, device_name
from ledger.domain.postings import Fact
from ledger.domain.subjects import IssuerKeyAdded
from ledger.wire.answering import Sent
from ledger.wire.asking import Joining
from ledger.wire.codec import encode
from ledger.wire.joining import vouch
from ledger.wire.keys import new_signing_seed, public_key


def succeed(store: Store, versions: Sequence[Sent]) -> Joining:
    """Go on as a new device, inside the caller's transaction; what the old one is to tell the ledger.

    versions: the own feed's batches as the ledger has them, in order, from some place on where both still agree.

    Raises:
        BadBatch: this PC never signed these, or they do not follow what is here; nothing was changed.
    """
    with in_transaction(store.db):
        return _Succession(store, _read(store, versions)).run()


def prove(store: Store, versions: Sequence[Sent]) -> None:
    """See that `succeed` could take this version in.

    Raises:
        BadBatch: this PC never signed these, or they do not follow what is here.
    """
    _read(store, versions)


class _Succession:
    """One succession. shared: the last place where both versions are the same."""

    def __init__(self, store: Store, version: Version) -> None:
        self._store = store
        self._db = store.db
        self._facts = Facts(store.db)
        self._version = version
        self._old, self._old_seed = store.device, store.secret("device_seed")
        self._shared = last_shared(store, version)
        self._tail = list(self._facts.of(self._old, after=self._shared))
        self._saying = SayingAgain(self._facts, self._tail)

    def run(self) -> Joining:
        """All of it."""
        rest, root = self._saying.not_said_yet(self._old_seed)
        seed = root.seed(b"GHS1") if root else new_signing_seed()
        end = self._say_again(rest, device_name(public_key(seed)))
        self._sign_slips_anew(end, device_name(public_key(seed)), root)
        take_version(self._store, self._version, device=self._old, shared=self._shared)
        trust(self._store, public_key(self._old_seed))
        keep_former(self._store, self._old_seed)
        self._store.set_secret("old_device_seed", self._old_seed)
        self._store.set_secret("device_seed", seed)
        self._store.look_again(is_renamed=True)
        self._store.rebuild()
        centre, public = self._store.secret("centre"), public_key(seed)
        signature = vouch(self._old_seed, centre=centre, public=public, is_successor=True)
        return Joining(public, signature, is_successor=True, takes_purse=not self._tail)

    def _say_again(self, rest: list[StoredFact], new: bytes) -> Place:
        """Write what is left under the new name, and let drafts and memories of slips name everything anew."""
        end = Place(0, first_head(new))
        for place, fact in enumerate(rest, start=1):
            end = self._add(end, self._saying.again(fact, FactId(new, place)))
            self._saying.names[fact.name] = FactId(new, place)
        theirs = {name: fact for name, _, fact in self._version.facts}
        for fact in self._tail:
            again = self._saying.again(fact, self._saying.names[fact.name])
            self._remember_slip(fact.name, again, theirs.get(fact.name))
        rename_drafts(self._db, self._saying.names, device=self._old, after=self._shared)
        return end

    def _add(self, end: Place, entry: Entry) -> Place:
        body = encode(entry)
        head = next_head(end.head, body)
        self._facts.add(StoredFact(entry.name, body, head))
        return Place(entry.name.seq, head)

    def _remember_slip(self, before: FactId, entry: Entry, theirs: Fact | None) -> None:
        # A restore may have carried over what the lost copy took in: those records name facts of the ledger's version.
        fact = entry.fact
        if not isinstance(fact, SlipRedeemed | SlipVoided):
            return
        slip = [number_key(fact.number), fact.issuer]
        row = [*slip, key_of(entry.name), entry.at_ms]
        self._db.execute("INSERT OR REPLACE INTO redeemed_here VALUES (?, ?, ?, ?)", row)
        self._db.execute("UPDATE OR REPLACE bound_here SET fact = ? WHERE fact = ?", [row[2], key_of(before)])
        is_theirs_too = isinstance(theirs, SlipRedeemed | SlipVoided) and (theirs.number, theirs.issuer) == (
            fact.number,
            fact.issuer,
        )
        if not is_theirs_too:
            forget = "DELETE FROM redeemed_here WHERE number = ? AND issuer = ? AND fact = ?"
            self._db.execute(forget, [*slip, key_of(before)])

    def _sign_slips_anew(self, end: Place, new: bytes, root: Root | None) -> None:
        # The other copy may still print with the old key: slips of it whose print is not here may be its own.
        if self._db.execute("SELECT 1 FROM secrets WHERE name = 'issuer_seed'").fetchone() is None:
            return  # a door prints none
        seed = root.seed(b"GHI1") if root else new_signing_seed()
        at_ms = 0 if root else self._store.clock.now_ms()  # of no moment: another copy writes the very same
        self._add(end, Entry(FactId(new, end.seq + 1), at_ms, IssuerKeyAdded(public_key(seed))))
        self._store.sign_slips_with(seed)


def _read(store: Store, versions: Sequence[Sent]) -> Version:
    """Prove and open the ledger's version of the own feed."""
    public = public_key(store.secret("device_seed"))
    return read_version(store, versions, device=store.device, public=public)
