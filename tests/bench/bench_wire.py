"""Bytes of the messages of an exchange, without HTTP: nothing new, one new contribution, and 10,000 made offline.

By hand: `python -m tests.bench.bench_wire`. Sizes are the same on every machine, but for chance in sealed boxes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from ledger.domain.feed import Entry, first_head
from ledger.domain.names import FactId
from ledger.domain.rulings import Outcome, Ruled, Why
from ledger.wire.answering import EPOCH_SHIFT, Accepted, Positions, Reply, write_reply
from ledger.wire.asking import ROOM_BYTES, Request, Seen, shorten, write_request
from ledger.wire.batch import Batch, Place, cut
from ledger.wire.codec import encode
from ledger.wire.keys import public_key
from ledger.wire.notices import NoticeHeader, cut_notice, ledger_feed
from tests.bench.bench_batch import CENTRE_KEY, CONTRIBUTIONS, DEVICE, SEED, a_year_of_help

LEDGER_SEED = b"the seed of a ledger in a bench."
NOW_MS = 1_795_515_600_000
HELD, CENTRE_FEED, NETWORK_FEED, COUNTER = 12_344, 123, 400, 5000


def exchanged(batches: Sequence[Batch], notices: tuple[bytes, ...] = ()) -> tuple[int, int]:
    """Bytes of a request with these batches, and of its reply."""
    seen = (Seen(1, is_network=False, seq=CENTRE_FEED), Seen(1, is_network=True, seq=NETWORK_FEED))
    shorts = tuple(map(shorten, batches))
    asked = write_request(Request(DEVICE, DEVICE, 1, COUNTER, own=HELD, seen=seen, batches=shorts), SEED)
    head = batches[-1].header.head if batches else first_head(DEVICE)
    last = batches[-1].header.last if batches else HELD
    held = tuple(Accepted(b"", b.header.first, (1 << EPOCH_SHIFT) + 2000 + at) for at, b in enumerate(batches))
    reply = Reply(Positions(1, NOW_MS, last, head, CENTRE_FEED, NETWORK_FEED), held, notices=notices)
    return len(asked), len(write_reply(reply, asked=asked, centre=DEVICE, device=DEVICE, seed=LEDGER_SEED))


def cut_all(facts: Sequence[bytes], place: Place) -> list[Batch]:
    """The batches of some facts."""
    batches: list[Batch] = []
    while facts:
        batches.append(cut(facts, place=place, centre_key=CENTRE_KEY, seed=SEED))
        header = batches[-1].header
        facts, place = facts[header.last - header.first + 1 :], place.after(header)
    return batches


def in_requests(batches: Sequence[Batch]) -> list[list[Batch]]:
    """As many batches in each request as it has room for."""
    requests: list[list[Batch]] = [[]]
    room = ROOM_BYTES
    for batch in batches:
        size = len(bytes(batch))
        if size > room:
            requests.append([])
            room = ROOM_BYTES
        requests[-1].append(batch)
        room -= size
    return requests


def one_ruling() -> bytes:
    """A notice of one settled slip."""
    feed = ledger_feed(public_key(LEDGER_SEED), centre=DEVICE, epoch=1)
    ruled = Ruled(FactId(DEVICE, HELD), Outcome.SETTLED, Why.FIRST, b"another centre  ")
    after = NoticeHeader(DEVICE, 1, 0, CENTRE_FEED, b"p" * 32, b"h" * 32)
    return bytes(
        cut_notice([encode(Entry(FactId(feed, CENTRE_FEED + 1), NOW_MS, ruled))], after=after, seed=LEDGER_SEED)
    )


def measure() -> dict[str, object]:
    """All figures."""
    facts = [encode(entry) for entry in a_year_of_help(CONTRIBUTIONS)]
    one = cut_all(facts[:1], Place(DEVICE, DEVICE, HELD + 1, first_head(DEVICE)))
    many = cut_all(facts, Place(DEVICE, DEVICE, 1, first_head(DEVICE)))
    requests = [exchanged(batches) for batches in in_requests(many)]
    up, down = (sum(sizes) for sizes in zip(*requests, strict=True))
    return {
        "nothing_new": exchanged([]),
        "one_contribution": exchanged(one),
        "nothing_new_but_a_ruling": exchanged([], (one_ruling(),)),
        "offline_contributions": CONTRIBUTIONS,
        "batches": len(many),
        "requests": len(requests),
        "bytes_up": up,
        "bytes_down": down,
        "bytes_each_both_ways": round((up + down) / CONTRIBUTIONS, 2),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(), indent=1) + "\n")
