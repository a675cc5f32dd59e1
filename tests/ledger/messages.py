"""Messages of the exchange as Hypothesis makes them: every field anywhere within its bounds."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ledger.domain.bounds import MOST_EPOCH, MOST_MOMENT
from ledger.domain.facts import Contributed
from ledger.domain.feed import Entry, first_head
from ledger.domain.names import DIGEST_BYTES, MOST_SEQ, FactId, device_name
from ledger.wire.answering import (
    EPOCH_SHIFT,
    MOST_ARRIVAL,
    Accepted,
    Positions,
    Refused,
    Reply,
    Sent,
    Trouble,
)
from ledger.wire.asking import HEAD_MARK_BYTES, MOST_COUNTER, Held, Joining, Mark, Piece, Request, Seen, Short, Want
from ledger.wire.batch import MOST_FACTS, Batch, Place, Refusal, cut
from ledger.wire.codec import encode
from ledger.wire.keys import PUBLIC_KEY_BYTES, SIGNATURE_BYTES, public_key
from tests.ledger import strategies

SEED, LEDGER_SEED = b"the seed of a PC in these tests.", b"the seed of the central ledger.."
PUBLIC, LEDGER = public_key(SEED), public_key(LEDGER_SEED)
DEVICE = device_name(PUBLIC)
CENTRE = b"a day centre    "
CENTRE_KEY = b"the key that this centre's PCs.."
START = Place(CENTRE, DEVICE, 1, first_head(DEVICE))

seqs = st.integers(0, 9) | st.integers(0, MOST_SEQ)
places = st.integers(1, 9) | st.integers(1, MOST_SEQ)
epochs = st.integers(1, 3) | st.integers(1, MOST_EPOCH)
devices = st.sampled_from(strategies.DEVICES)
few_bytes = st.binary(max_size=40)


def of_size(length: int) -> SearchStrategy[bytes]:
    """Bytes of one length."""
    return st.binary(min_size=length, max_size=length)


def rows(row: SearchStrategy[object], most: int = 3) -> SearchStrategy[tuple[object, ...]]:
    """A few of them."""
    return st.lists(row, max_size=most).map(tuple)


def contributions(number: int, first: int = 1) -> list[bytes]:
    """The bytes of some contributions in a PC's feed."""
    return [
        encode(Entry(FactId(DEVICE, seq), 10**12 + seq, Contributed(FactId(DEVICE, 1), FactId(DEVICE, 2), 15)))
        for seq in range(first, first + number)
    ]


def cut_here(facts: list[bytes], place: Place = START) -> Batch:
    """A batch of a PC's feed."""
    return cut(facts, place=place, centre_key=CENTRE_KEY, seed=SEED)


@st.composite
def shorts(draw: st.DrawFn) -> Short:
    """Batches as their device sends them, but of anything."""
    first = draw(places)
    last = min(MOST_SEQ, first + draw(st.integers(0, MOST_FACTS - 1)))
    signature = draw(of_size(SIGNATURE_BYTES))
    return Short(first, last, draw(of_size(DIGEST_BYTES)), signature, draw(few_bytes), draw(few_bytes))


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    """Pieces of blobs."""
    part, offset = draw(few_bytes), draw(st.integers(0, 10_000))
    size = draw(st.integers(max(1, offset + len(part)), 100_000))
    return Piece(draw(of_size(DIGEST_BYTES)), size, offset, part)


def requests() -> SearchStrategy[Request]:
    """Requests of a PC that founded its centre, and of others."""
    joinings = st.builds(Joining, of_size(PUBLIC_KEY_BYTES), of_size(SIGNATURE_BYTES), st.booleans(), st.booleans())
    return st.builds(
        Request,
        centre=st.just(DEVICE) | devices,
        device=st.just(DEVICE),
        epoch=epochs,
        counter=st.integers(0, MOST_COUNTER),
        own=seqs,
        seen=rows(st.builds(Seen, epochs, st.booleans(), seqs)),
        siblings=rows(st.builds(Held, devices, seqs)),
        batches=rows(shorts()),
        offered=rows(few_bytes),
        returned=rows(few_bytes),
        pieces=rows(pieces()),
        wants=rows(st.builds(Want, of_size(DIGEST_BYTES), seqs)),
        issuers=rows(of_size(PUBLIC_KEY_BYTES)),
        joins=rows(joinings),
        receipt=few_bytes,
        forks=rows(of_size(DIGEST_BYTES)),
        marks=rows(st.builds(Mark, devices, of_size(HEAD_MARK_BYTES))),
    )


def positions() -> SearchStrategy[Positions]:
    """Positions of any feed."""
    return st.builds(Positions, epochs, st.integers(0, MOST_MOMENT), seqs, of_size(HEAD_MARK_BYTES), seqs, seqs)


def replies() -> SearchStrategy[Reply]:
    """Replies of a ledger."""
    whose = st.just(b"") | devices
    arrivals = st.integers(0, 3 << EPOCH_SHIFT) | st.integers(0, MOST_ARRIVAL)
    return st.builds(
        Reply,
        positions(),
        accepted=rows(st.builds(Accepted, whose, places, arrivals)),
        refused=rows(st.builds(Refused, whose, seqs, st.sampled_from([str(reason) for reason in Refusal]))),
        batches=rows(st.builds(Sent, arrivals, few_bytes)),
        notices=rows(few_bytes),
        kept=rows(st.builds(Held, of_size(DIGEST_BYTES), seqs)),
        pieces=rows(pieces()),
        lacks=rows(st.builds(Held, devices, seqs)),
        has_more=st.booleans(),
        trouble=st.sampled_from(Trouble),
        counter=st.integers(0, MOST_COUNTER),
        forks=rows(few_bytes),
    )


def scraps() -> SearchStrategy[object]:
    """Plain values of any shape: what a message never is, or hardly ever."""
    single = st.integers(-(2**63), 2**64 - 1) | st.integers(-1, 3) | few_bytes | st.text("ab", max_size=3)
    return st.recursive(single, lambda parts: st.lists(parts, max_size=4), max_leaves=12)
