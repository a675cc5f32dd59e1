"""One example of each message between a PC and the central ledger, made from one batch and one notice."""

from __future__ import annotations

from ledger.domain.feed import Entry, first_head
from ledger.domain.names import FactId
from ledger.wire.answering import Accepted, Positions, Refused, Reply, Sent, Trouble, write_reply
from ledger.wire.asking import Held, Joining, Piece, Request, Seen, Want, shorten, write_request
from ledger.wire.batch import Batch, Place
from ledger.wire.codec import encode
from ledger.wire.joining import Asking, Code, Enrolled, ledger_mark, vouch, write_asking, write_enrolled
from ledger.wire.keys import public_key
from ledger.wire.notices import Notice, NoticeHeader, cut_notice, ledger_feed
from tests.frozen import examples as example

EPOCH = 2
FEED = ledger_feed(example.LEDGER, centre=example.CENTRE, epoch=EPOCH)
NOTICE_START = NoticeHeader(example.CENTRE, EPOCH, 0, 0, b"", first_head(FEED))
SMALL_START = Place(example.CENTRE, example.DEVICE, 1, first_head(example.DEVICE))
OTHER_PUBLIC = public_key(b"another PC's seed, of no secret.")

CODE = Code(b"ten secret", ledger_mark(example.LEDGER))
VOUCHED = vouch(example.SEED, centre=example.CENTRE, public=OTHER_PUBLIC, is_successor=True)
ASKING = Asking(CODE.secret, example.PUBLIC, example.CENTRE, (example.PUBLIC,), example.ELSEWHERE.device, bytes(64))
ENROLLED = Enrolled(example.LEDGER, EPOCH, example.AT_MS, "Tŷ Haul", 1001)


def notice() -> Notice:
    """All that the ledger says, as the first notice of a centre's feed."""
    facts = [
        encode(Entry(FactId(FEED, seq), example.AT_MS, fact)) for seq, fact in enumerate(example.BY_THE_LEDGER, start=1)
    ]
    return cut_notice(facts, after=NOTICE_START, seed=example.LEDGER_SEED)


def request(batch: Batch, returned: bytes) -> Request:
    """A request with something in every field."""
    return Request(
        example.CENTRE,
        example.DEVICE,
        EPOCH,
        5000,
        own=300,
        seen=(Seen(EPOCH, is_network=False, seq=8), Seen(1, is_network=True, seq=70_000)),
        siblings=(Held(example.ELSEWHERE.device, 7),),
        batches=(shorten(batch),),
        offered=(bytes(batch),),
        returned=(returned,),
        pieces=(Piece(example.NAME, 100, 40, b"a piece"),),
        wants=(Want(example.PHOTO, 60_000),),
        issuers=(example.PUBLIC,),
        joins=(Joining(OTHER_PUBLIC, VOUCHED, is_successor=True, takes_purse=False),),
        receipt=b"a receipt",
    )


def reply(batch: Batch, told: bytes) -> Reply:
    """A reply with something in every field."""
    return Reply(
        Positions(EPOCH, example.AT_MS, 322, bytes(range(16)), 8, 70_001),
        accepted=(Accepted(b"", 1, EPOCH << 32 | 9), Accepted(example.ELSEWHERE.device, 8, 1 << 32 | 5)),
        refused=(Refused(b"", 323, "not_next"),),
        batches=(Sent(1 << 32 | 5, bytes(batch)),),
        notices=(told,),
        kept=(Held(example.NAME, 47),),
        pieces=(Piece(example.PHOTO, 60_004, 60_000, b"tail"),),
        lacks=(Held(example.ELSEWHERE.device, 0),),
        has_more=True,
        trouble=Trouble.REPEATED_COUNTER,
        counter=5001,
    )


def asked() -> bytes:
    """The bytes of an enrolment."""
    return write_asking(ASKING, example.SEED)


def enrolled() -> bytes:
    """The bytes of its answer."""
    return write_enrolled(ENROLLED, asked=asked(), seed=example.LEDGER_SEED)


def request_bytes(batch: Batch, returned: bytes) -> bytes:
    """The bytes of the request."""
    return write_request(request(batch, returned), example.SEED)


def reply_bytes(batch: Batch, told: bytes, to: bytes) -> bytes:
    """The bytes of the reply to a request's bytes."""
    whose = {"centre": example.CENTRE, "device": example.DEVICE}
    return write_reply(reply(batch, told), asked=to, **whose, seed=example.LEDGER_SEED)
