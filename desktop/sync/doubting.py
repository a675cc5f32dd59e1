"""What an answer says of feeds that are doubted: whether the ledger has the same, and how its own version goes."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.store.changing_over import ChangingOver
from desktop.store.doubts import Doubts
from desktop.store.store import Store
from ledger.wire import batch
from ledger.wire.answering import Reply, Sent
from ledger.wire.asking import Request
from ledger.wire.batch import Refusal


class Doubting:
    """One answer, inside the open transaction; made before its notices are taken in."""

    def __init__(self, store: Store, request: Request, reply: Reply) -> None:
        self._store = store
        self._request = request
        self._reply = reply
        self._doubts = Doubts(store)
        self._known = {row.device for row in store.read.devices()}

    def hear(self) -> None:
        """What became of the batches that were offered; and whether another device goes on for one that is known."""
        refused = {(one.device, one.first): one.reason for one in self._reply.refused}
        accepted = {(one.device, one.first) for one in self._reply.accepted}
        lacks, compared = dict(self._reply.lacks), {mark.feed for mark in self._request.marks}
        for raw in self._request.offered:
            header = batch.read(raw).header
            which, doubt = (header.device, header.first), self._doubts.all().get(header.device)
            if doubt is None:
                continue
            if which in refused:
                # Beyond what it holds it may only lack what comes before, or the proof that it is the same.
                here = lacks.get(header.device)
                is_next = here is None or (header.device in compared and header.first <= here + 1)
                is_other = doubt.is_other or (refused[which] == Refusal.NOT_NEXT and is_next)
                self._doubts.keep(header.device, doubt._replace(is_other=is_other, offered=header.last))
            elif which in accepted and raw == self._doubts.last(header.device):
                self._doubts.settle(header.device)
        new = [row for row in self._store.read.devices() if row.is_successor and row.device not in self._known]
        self._doubts.begin(row.by for row in new)

    def is_version(self, device: bytes) -> bool:
        """Whether batches of a device are put by, and not taken in."""
        doubt = self._doubts.all().get(device)
        return doubt is not None and doubt.is_other

    def part(self, others: Sequence[Sent]) -> tuple[list[Sent], list[Sent]]:
        """What may be taken in of other PCs, and what waits; doubts that can be settled are."""
        if not self._doubts.all():
            return list(others), []
        free: list[Sent] = []
        if not self._reply.has_more:
            changing = ChangingOver(self._store, others)
            changing.run()
            free = changing.free
        waiting = self._doubts.waiting()
        kept = [one for one in others if batch.read(one.raw).header.device in waiting]
        return [*free, *(one for one in others if one not in kept)], kept
