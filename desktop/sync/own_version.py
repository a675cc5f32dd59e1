"""Our own feed as the ledger has it: the same, shorter, or another than ours, because a copy of this PC wrote too."""

from __future__ import annotations

from typing import Final

from desktop.store.blob_outbox import BlobOutbox
from desktop.store.membership import Membership, PutBy
from desktop.store.own_feed import OwnFeed
from desktop.store.store import Store
from desktop.sync.problems import LedgerTrouble
from desktop.sync.successors import keep_joining
from ledger.wire import batch
from ledger.wire.answering import Reply, Sent

_OTHER_FEED: Final = 1
_OTHER_CUT: Final = 2
"""A copy of this PC sent the very same facts in another batch: ours is held by nobody, and never will be."""


class OwnVersion:
    """What an answer says of our own feed, inside the open transaction; not of a late answer."""

    def __init__(self, store: Store, reply: Reply) -> None:
        self._store = store
        self._at = reply.positions
        self._reply = reply
        self._membership = Membership(store)
        self._was = self._membership.standing()

    def place(self) -> None:
        """How far the ledger holds our own feed, and whether it is the same feed."""
        at, was = self._at, self._was
        if at.seq < was.held_seq:  # it lost what it held: names and photos too
            BlobOutbox(self._store).forget_held()
        if was.is_behind == _OTHER_CUT and at.seq > was.held_seq:
            return
        if OwnFeed(self._store).has_head(at.seq, at.head):
            PutBy(self._store).forget_own_feed()
            self._membership.set(held_seq=at.seq, is_behind=0)
        else:
            # Where the two part is not known if it is before what was held: then all of it is asked for.
            self._membership.set(is_behind=_OTHER_FEED, held_seq=was.held_seq if at.seq > was.held_seq else 0)

    def compare_cuts(self) -> None:
        """Whether a batch of ours was refused because a copy of this PC sent its facts first, in another batch.

        To be asked when the accepted ones are noted. Two copies must not write on under one name.
        """
        refused = [one.first for one in self._reply.refused if not one.device and one.first <= self._at.seq]
        first = OwnFeed(self._store).first_not_held(refused, self._at.seq)
        if first and not self._membership.standing().is_behind:
            self._membership.set(is_behind=_OTHER_CUT, held_seq=first - 1)

    def is_apart(self) -> bool:
        """Whether a copy of this PC wrote too, and the ledger's version of it all is not here yet.

        To be asked when what the answer brought of the own feed is put by. Until then nothing of other PCs is taken in:
        a copy may have said again, as another PC, what is here under its first name, and screens would show it twice.
        """
        if not self._membership.standing().is_behind:
            return False
        versions = PutBy(self._store).own_feed()
        if not versions or self._reply.has_more:
            return True  # whatever else the ledger has comes first: another copy may have said the same again already
        if batch.read(versions[-1][1]).header.last < self._at.seq:
            return True
        return not self._is_signed_here()

    def go_on(self) -> None:
        """All of the ledger's version is here, and what others sent: take it in, and write on under a new name."""
        if not self._membership.standing().is_behind:
            return
        from desktop.store.succession import succeed  # noqa: PLC0415  at most once in the life of a PC

        put_by = PutBy(self._store)
        joining = succeed(self._store, [Sent(*one) for one in put_by.own_feed()])
        keep_joining(self._membership, joining)
        put_by.forget_own_feed()
        self._membership.set(is_behind=0, held_seq=0, blobs_seq=0)

    def _is_signed_here(self) -> bool:
        """Whether the version goes on from what is here; if it does not, all of it is asked for.

        Raises:
            LedgerTrouble: it is none that this PC ever signed.
        """
        from desktop.store.succession import prove  # noqa: PLC0415  at most once in the life of a PC

        put_by = PutBy(self._store)
        try:
            prove(self._store, [Sent(*one) for one in put_by.own_feed()])
        except batch.BadBatch as error:
            if not self._was.held_seq:
                raise LedgerTrouble from error
            # The two part before what was held: that was lost, and another copy wrote there first.
            put_by.forget_own_feed()
            self._membership.set(held_seq=0)
            return False
        return True
