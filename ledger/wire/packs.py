"""Packs: one batch in the place of many small ones, which tells the same and costs less to keep and to send on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ledger.wire.batch import BadBatch, Batch, Place, Refusal, check, open_part_in, replaces
from ledger.wire.open_part import OpenPart


def check_pack(pack: Batch, *, held: Sequence[Batch], public: bytes) -> OpenPart:
    """Prove that a pack tells what the batches it replaces told; what it tells beyond them.

    held: the batches that are held from `pack.header.first` on, in order, up to `pack.header.last` or to where the feed
    ends here: a ledger that was restored may hold only some of them. public: the device's key. The answer is empty
    where they reach equally far: then nothing is new but the bytes. A pack that reaches beyond may be that of a second
    copy of the device that wrote other facts since: no head inside it shows where the held ones end. So whoever takes
    such a one must know that the device has compared its own head there (`Request.own`).

    Raises:
        BadBatch: with the reason; nothing of it may be used. NOT_NEXT: it begins or ends within a batch.
    """
    if not held:
        raise BadBatch(Refusal.NOT_NEXT, "nothing is held that it could replace")
    start, end = held[0].header, held[-1].header
    part = check(pack, place=Place(start.centre, start.device, start.first, start.previous), public=public)
    follows = all((b.header.first, b.header.previous) == (a.header.last + 1, a.header.head) for a, b in pairwise(held))
    if not follows or not all(replaces(pack.header, small.header) for small in held):
        raise BadBatch(Refusal.NOT_NEXT, "it does not take the place of whole batches")
    before = [open_part_in(small) for small in held]
    told = tuple(fact for fact in part.facts if fact.seq <= end.last)
    more = OpenPart(_beyond(part, before), part.facts[len(told) :])
    if told != tuple(fact for small in before for fact in small.facts):
        raise BadBatch(Refusal.CONTRADICTS, "its open facts are not those of the batches it replaces")
    if pack.header.last == end.last and (pack.header.head != end.head or more.sums):
        raise BadBatch(Refusal.CONTRADICTS, "its head or its sums are not those of the batches it replaces")
    return more


def _beyond(part: OpenPart, before: Sequence[OpenPart]) -> dict[int, int]:
    sums = dict(part.sums)
    for small in before:
        for cls, minutes in small.sums.items():
            sums[cls] = sums.get(cls, 0) - minutes
    return {cls: minutes for cls, minutes in sorted(sums.items()) if minutes}
