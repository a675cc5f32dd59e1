"""What the ledger answered, taken in: one transaction on the store's thread, all of it or nothing.

Taken in twice, late, or out of order, an answer changes nothing that a newer one said.
"""

from __future__ import annotations

from functools import cached_property

from desktop.changes import Changes
from desktop.store import receiving
from desktop.store.blob_outbox import BlobOutbox
from desktop.store.doubts import Doubts
from desktop.store.forks import Forks
from desktop.store.membership import Membership, PutBy, Standing
from desktop.store.outbox import Outbox
from desktop.store.relay import Relay
from desktop.store.store import Store
from desktop.store.whole import in_one_piece
from desktop.sync.doubting import Doubting
from desktop.sync.lacking import keep_all_lacking, keep_lacking, lacking, not_given
from desktop.sync.own_version import OwnVersion
from desktop.sync.problems import LedgerBehind, NetworkProblem, NotEnrolled, NotTaken
from desktop.sync.replies import not_ours
from desktop.sync.step import Step
from desktop.sync.successors import heard_joining, is_kept
from desktop.sync.turned_down import turned_down
from ledger.domain.names import FactId
from ledger.wire import batch
from ledger.wire.answering import BadReply, Receipt, Reply, Sent, Trouble, read_receipt, read_reply
from ledger.wire.asking import Held, Request, read_request


def apply(store: Store, asked: bytes, status: int, answered: bytes) -> Step:
    """Take in the answer to a request.

    asked: the bytes of `prepare`. status: of HTTP, 200 for a file.

    Raises:
        NotOurLedger, SignInPage, LedgerTrouble: no ledger of ours signed this; nothing of it was used.
        NotEnrolled: this PC has joined no network. DiskFull, DiskTrouble, …: nothing was changed; do it again later.
    """
    with in_one_piece(store):
        ledger = Membership(store).ledger
        if ledger is None:
            raise NotEnrolled
        request = read_request(asked).request
        device = request.device
        try:
            reply, receipt = read_reply(
                answered, asked=asked, centre=ledger.centre, device=device, ledger_public=ledger.public
            )
        except BadReply as error:
            raise not_ours(status, answered) from error
        return _Incoming(store, request, reply).take(receipt)


class _Incoming:
    """One answer on its way in, inside the open transaction."""

    def __init__(self, store: Store, request: Request, reply: Reply) -> None:
        self._store = store
        self._request = request
        self._reply = reply
        self._membership = Membership(store)
        self._was = self._membership.standing()
        self._has_moved_blobs = False
        self._is_apart = False

    def take(self, receipt: Receipt) -> Step:
        """All of it."""
        if self._reply.trouble is not Trouble.NONE:
            return turned_down(self._store, self._request, self._reply)
        if self._reply.positions.epoch < self._was.epoch:
            return Step(is_done=True, to_send=Outbox(self._store).to_send(), problem=self._went_back())
        if self._reply.positions.epoch > self._was.epoch:
            _hear_of_epoch(self._store)
            if not self._request.seen:
                keep_all_lacking(self._store)  # a hand-over names no feed, and so none was asked for
        before = self._marks()
        version = None if self._is_late or not self._is_own else OwnVersion(self._store, self._reply)
        if version:
            version.place()
        self._arrivals()
        if version:
            version.compare_cuts()
            self._note_refused()
        taken = self._facts(version)
        self._blobs()
        Forks(self._store).keep(self._reply.forks)
        if not self._is_late:
            self._keep(receipt, taken)
            Forks(self._store).forget(self._request.forks)
        self._hand_on()
        if version and not self._is_apart:
            version.go_on()
        return self._step(taken, before)

    @cached_property
    def _is_own(self) -> bool:
        """Whether the device asked that this PC is, not the one it was."""
        return self._request.device == self._store.device

    @cached_property
    def _is_late(self) -> bool:
        """Whether a later request was answered before."""
        return self._request.counter < self._was.answered

    def _went_back(self) -> NetworkProblem | None:
        return None if self._is_late else LedgerBehind()

    def _arrivals(self) -> None:
        """Which batches the ledger holds, in what order."""
        accepted = [one for one in self._reply.accepted if one.device or self._is_own]
        receiving.take_arrivals(self._store, accepted)
        Outbox(self._store).taken({one.first for one in accepted if not one.device})

    def _facts(self, version: OwnVersion | None) -> receiving.Taken:
        """What the ledger says, and other PCs' batches: a new PC is known before its batches come."""
        store, put_by = self._store, PutBy(self._store)
        doubting = Doubting(store, self._request, self._reply)
        notices = receiving.take_notices(store, self._reply.notices)
        if not self._is_late:
            doubting.hear()
        others: list[Sent] = []
        for sent in self._reply.batches:
            made = batch.read(sent.raw)
            if made.header.device == store.device:
                put_by.keep_own_feed(made.header.first, sent.arrival, sent.raw)
            elif doubting.is_version(made.header.device):
                Doubts(store).keep_version(made, sent.arrival)
            else:
                others.append(sent)
        self._is_apart = version.is_apart() if version else bool(self._membership.standing().is_behind)
        if self._is_apart:
            for sent in others:
                put_by.keep_other(batch.read(sent.raw), sent.arrival)
            return notices
        free, waiting = doubting.part([*put_by.others(), *others])
        taken = _together(notices, receiving.take_batches(store, free))
        put_by.forget_others()
        for sent in waiting:
            put_by.keep_other(batch.read(sent.raw), sent.arrival)
        return taken

    def _note_refused(self) -> None:
        for first in self._refused:
            receiving.note_trouble(self._store, "batch_refused", FactId(self._store.device, first))

    @cached_property
    def _refused(self) -> list[int]:
        """Where own batches begin that the ledger refused although they follow what it holds.

        Others are refused for what came before them: they go once more behind that.
        """
        if self._membership.standing().is_behind or self._is_late or not self._is_own:
            return []
        last_of = {one.first: one.last for one in self._request.batches}
        return [
            one.first
            for one in self._reply.refused
            if not one.device and one.first <= self._reply.positions.seq + 1 <= last_of.get(one.first, 0)
        ]

    def _blobs(self) -> None:
        blobs = BlobOutbox(self._store)
        receiving.take_pieces(self._store, self._reply.pieces)
        blobs.keep_fetched(piece for piece in self._reply.pieces if piece.offset + len(piece.part) == piece.size)
        if not self._is_late:
            self._has_moved_blobs = blobs.keep_held(self._reply.kept)

    def _keep(self, receipt: Receipt, taken: receiving.Taken) -> None:
        """Where both of us are now."""
        at, membership = self._reply.positions, self._membership
        membership.set(
            epoch=at.epoch,
            answered=self._request.counter,
            centre_feed=at.centre_feed,
            network_feed=at.network_feed,
            met_ms=self._store.clock.now_ms(),
            ledger_ms=at.now_ms,
            must_prove=0,
        )
        if self._is_own:
            membership.keep("receipt", bytes(receipt))
        membership.forget("network_trouble")
        PutBy(self._store).forget_carried(self._request.counter)
        lacks = dict(not_given(self._store, self._request)) | dict(self._reply.lacks)
        lacks |= dict.fromkeys(taken.not_following, 0)  # it was put back: our notices of it prove so
        keep_lacking(self._store, [Held(*one) for one in lacks.items()])

    def _hand_on(self) -> None:
        """The ledger has heard which device goes on in the place of the one that asked."""
        if any(is_kept(self._membership, joining) for joining in self._request.joins):
            heard_joining(self._membership)
            if not self._has_receipt:
                self._membership.forget("receipt")  # it is the old device's

    @property
    def _has_receipt(self) -> bool:
        """Whether the receipt kept is this device's: told once more of it, the ledger may have been put back since."""
        kept, ledger = self._membership.kept("receipt"), self._membership.ledger
        if ledger is None:
            return False
        try:
            read_receipt(kept, centre=ledger.centre, device=self._store.device, ledger_public=ledger.public)
        except BadReply:
            return False
        return True

    def _marks(self) -> tuple[object, ...]:
        """What an exchange can move: equal before and after, another one would not either."""
        standing, store = self._membership.standing(), self._store
        return (
            (standing.epoch, standing.held_seq, standing.is_behind, standing.must_prove, store.device),
            [one.first_seq for one in Outbox(store).unsent(0)],
            Outbox(store).unsent_bytes(),
            (lacking(store), Relay(store).asked(), Relay(store).seen()),
            [arrival for arrival, _ in PutBy(store).own_feed()],
            (self._has_moved_blobs, BlobOutbox(store).wanted()),
            (Doubts(store).all(), Doubts(store).held(), Forks(store).kept()),
            bool(self._membership.kept("to_join")),
        )

    def _step(self, taken: receiving.Taken, before: tuple[object, ...]) -> Step:
        standing, outbox = self._membership.standing(), Outbox(self._store)
        return Step(
            is_done=before == self._marks() or not self._has_more(standing, outbox),
            sent=max(0, standing.held_seq - self._was.held_seq),
            received=len(taken.changes.facts),
            rulings=dict(taken.rulings),
            changes=taken.changes,
            to_send=outbox.to_send(),
            problem=NotTaken() if self._refused else None,
            moves_blobs=self._has_moved_blobs or bool(self._reply.pieces),
        )

    def _has_more(self, standing: Standing, outbox: Outbox) -> bool:
        return bool(
            self._reply.has_more
            or self._reply.positions.epoch > self._was.epoch > 0  # only who asks in an epoch has met in it
            or lacking(self._store)
            or self._reply.pieces
            or standing.is_behind
            or self._membership.kept("to_join")
            or outbox.has_unsent()
            or BlobOutbox(self._store).has_left()
            or Doubts(self._store).all()
            or Forks(self._store).kept()
        )


def _hear_of_epoch(store: Store) -> None:
    """It was put back, whichever device asked: names and photos may be lost, and batches stand in another order."""
    BlobOutbox(store).forget_held()
    PutBy(store).forget_others()
    Doubts(store).begin_anew()


def _together(first: receiving.Taken, then: receiving.Taken) -> receiving.Taken:
    """What notices and batches brought."""
    rulings = dict(first.rulings)
    for outcome, count in then.rulings.items():
        rulings[outcome] = rulings.get(outcome, 0) + count
    changes = Changes((*first.changes.facts, *then.changes.facts), first.changes.touched | then.changes.touched)
    return receiving.Taken(changes, rulings, (*first.problems, *then.problems), first.not_following)
