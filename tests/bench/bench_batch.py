"""Bytes on the wire for 10,000 contributions: our batches, against the same columns as plain bytes through zstd.

By hand: `python -m tests.bench.bench_batch`. Both are made in one run from the same facts; times are of this machine.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

import zstandard

from ledger.domain.facts import Contributed
from ledger.domain.feed import Entry, first_head
from ledger.domain.names import FactId, device_name
from ledger.wire.batch import MOST_FACTS, Place, check, cut, open_facts, read
from ledger.wire.codec import encode
from ledger.wire.keys import public_key

CONTRIBUTIONS = 10_000
SEED = b"the seed of a PC in this bench.."
CENTRE_KEY = b"the key of a centre in a bench.."
DEVICE = device_name(public_key(SEED))
LENGTHS_MINUTES = (15, 30, 45, 60, 90, 120)
HOW_OFTEN = (2, 8, 1, 6, 1, 2)
T = TypeVar("T")


def a_year_of_help(number: int) -> list[Entry]:
    """Contributions as a centre of 40 has them: bursts after sessions, a few tasks often, some with a supporter."""
    chance, at_ms, entries = random.Random(7), 1_795_500_000_000, []
    members, tasks, supporters = ([FactId(DEVICE, first + n) for n in range(40)] for first in (10, 60, 110))
    for seq in range(1000, 1000 + number):
        at_ms += 1 + int(chance.expovariate(1 / 240_000)) + (18 * 3_600_000 if seq % 45 == 0 else 0)
        fact = Contributed(
            member=members[min(39, int(chance.expovariate(1 / 14)))],
            task=tasks[min(19, int(chance.expovariate(1 / 6)))],
            minutes=chance.choices(LENGTHS_MINUTES, HOW_OFTEN)[0],
            with_members=(chance.choice(members),) if chance.random() < 0.1 else (),
        )
        by_whom = chance.choices((None, *supporters[:3]), (80, 8, 7, 5))[0]
        entries.append(Entry(FactId(DEVICE, seq), at_ms, fact, assisted_by=by_whom))
    return entries


def our_batches(facts: Sequence[bytes]) -> list[bytes]:
    """The batches a PC would send, each with its two parts, its header and its signature."""
    place, batches = Place(b"c" * 16, DEVICE, 1000, first_head(DEVICE)), []
    while facts:
        batch = cut(facts, place=place, centre_key=CENTRE_KEY, seed=SEED)
        batches.append(bytes(batch))
        facts, place = facts[batch.header.last - batch.header.first + 1 :], place.after(batch.header)
    return batches


def read_all(batches: Sequence[bytes]) -> int:
    """Check and open batches as a sibling PC does; the number of facts."""
    place, facts = Place(b"c" * 16, DEVICE, 1000, first_head(DEVICE)), 0
    for raw in batches:
        batch = read(raw)
        check(batch, place=place, public=public_key(SEED))
        facts += len(open_facts(batch, centre_key=CENTRE_KEY))
        place = place.after(batch.header)
    return facts


def plain_columns(entries: Sequence[Entry]) -> list[bytes]:
    """The floor without any safety: five fixed columns for each 500 contributions, through zstd once; no signature."""
    squeeze = zstandard.ZstdCompressor(level=19).compress
    parts = (entries[at : at + MOST_FACTS] for at in range(0, len(entries), MOST_FACTS))
    return [squeeze(b"".join(_columns(part))) for part in parts]


def _columns(entries: Sequence[Entry]) -> list[bytes]:
    facts = [entry.fact for entry in entries if isinstance(entry.fact, Contributed)]
    steps = [after.at_ms - before.at_ms for before, after in zip([entries[0], *entries], entries, strict=False)]
    return [
        b"".join(step.to_bytes(4, "little") for step in steps),
        bytes(fact.member.seq for fact in facts),
        bytes(fact.task.seq for fact in facts),
        bytes(fact.minutes for fact in facts),
        bytes(entry.assisted_by.seq if entry.assisted_by else 0 for entry in entries),
        bytes(len(fact.with_members) for fact in facts),
        bytes(member.seq for fact in facts for member in fact.with_members),
    ]


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What came of some work, and how many seconds it took."""
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def measure() -> dict[str, float]:
    """All figures."""
    entries = a_year_of_help(CONTRIBUTIONS)
    facts = [encode(entry) for entry in entries]
    batches, cut_s = timed(lambda: our_batches(facts))
    number, read_s = timed(lambda: read_all(batches))
    ours, plain, rows = (sum(map(len, parts)) for parts in (batches, plain_columns(entries), facts))
    return {
        "contributions": number,
        "bytes_each": round(ours / CONTRIBUTIONS, 2),
        "plain_columns_bytes_each": round(plain / CONTRIBUTIONS, 2),
        "ratio": round(ours / plain, 2),
        "on_disk_bytes_each": round(rows / CONTRIBUTIONS, 1),
        "cut_s": round(cut_s, 2),
        "check_and_open_s": round(read_s, 2),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(), indent=1) + "\n")
