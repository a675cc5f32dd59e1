"""What no PC of ours sends, at a real ledger over HTTP: each gets a clear answer, and nothing is kept of it."""

from __future__ import annotations

import gzip
import sqlite3
import struct
from collections.abc import Callable, Iterator
from contextlib import closing
from random import Random
from typing import Any

import pytest
import zstandard

from ledger.domain.facts import Contributed
from ledger.domain.names import FactId
from ledger.domain.subjects import VenueWritten
from ledger.wire.answering import Trouble
from ledger.wire.asking import Request, Short, shorten, write_request
from ledger.wire.batch import Batch, Header
from ledger.wire.cbor import dump
from ledger.wire.joining import Code
from ledger.wire.keys import sign
from ledger.wire.sealing import digest
from tests.network.desk import Desk, asking
from tests.network.ledgers import CommandFailed, Ledger
from tests.network.states import difference
from tests.server.pcs import pc

SQL = "Robert'); DROP TABLE batches;-- \" ; DELETE FROM slips WHERE '1'='1"
_HEAD = struct.Struct(">4sB16sIQ64s")


@pytest.fixture(scope="module")
def one_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Ledger(tmp_path_factory.mktemp("desk") / "ledger", rates="0") as ledger:
        yield Desk(ledger)


@pytest.fixture
def desk(one_desk: Desk) -> Desk:
    """One ledger for all that is refused: the better nothing of it is kept."""
    one_desk.before = one_desk.state()
    return one_desk


NOT_REQUESTS: dict[str, Callable[[Desk], bytes]] = {
    "nothing": lambda _: b"",
    "random bytes": lambda _: Random(1).randbytes(300),
    "many random bytes": lambda _: Random(2).randbytes(200_000),
    "a good beginning": lambda desk: desk.request(own=1)[:-1],
    "an enrolment": lambda _: asking(pc(2), Code(bytes(10), bytes(5)).text),
    "another version": lambda desk: b"GHX2" + desk.request()[4:],
    "a number for a body": lambda desk: desk.crafted(dump(5)),
    "a text for a body": lambda desk: desk.crafted(dump(SQL)),
    "too many fields": lambda desk: desk.crafted(dump([1, 99, 1, *([] for _ in range(9)), b"r", 1])),
    "fields of other kinds": lambda desk: desk.crafted(dump(["own", 3, b"", "seen"])),
    "a list too deep": lambda desk: desk.crafted(b"\x81" * 200 + b"\x01"),
    "a number beyond all bounds": lambda desk: desk.crafted(dump([1, 2**64 - 1])),
    "a longer form of a number": lambda desk: desk.crafted(b"\x82\x01\x18\x05"),
    "a list without end": lambda desk: desk.crafted(b"\x9f\x01\x05\xff"),
    "a float": lambda desk: desk.crafted(b"\x82\x01\xf9\x45\x00"),
    "a tag": lambda desk: desk.crafted(b"\x82\x01\xc1\x05"),
    "a map": lambda desk: desk.crafted(b"\xa2\x01\x01\x02\x05"),
    "trailing bytes": lambda desk: desk.crafted(dump([1, 99]) + b"\x00"),
    "empty fields at the end": lambda desk: desk.crafted(dump([1, 99, 1, []])),
    "a piece beyond its blob": lambda desk: desk.crafted(
        dump([1, 99, 0, [], [], [], [], [], [[bytes(32), 5, 4, b"ab"]]])
    ),
    "signed by another": lambda desk: write_request(Request(desk.one.centre, desk.one.device, 1, 99), pc(5).seed),
    "changed on the way": lambda desk: desk.request(own=1)[:-1] + b"\x02",
}
NOT_SIGNED = {"signed by another", "changed on the way"}


@pytest.mark.parametrize("name", NOT_REQUESTS)
def test_what_is_no_request_gets_a_plain_word(desk: Desk, name: str) -> None:
    answer = desk.posts("/1/x", NOT_REQUESTS[name](desk))

    assert answer.status_code == 400
    assert set(answer.json()) == {"problem", "message"}
    assert answer.json()["problem"] == ("not_signed" if name in NOT_SIGNED else "malformed")
    desk.is_untouched()


def test_what_is_crafted_as_it_should_be_is_a_request(desk: Desk) -> None:
    """So the others are refused for what is wrong with each, and for nothing else."""
    desk.one.counter += 1
    raw = desk.crafted(dump([desk.one.epoch, desk.one.counter, desk.one.acknowledged]))

    assert desk.read(desk.posts("/1/x", raw), raw)[0].positions.seq == desk.one.acknowledged


def test_packed_bodies_are_not_unpacked(desk: Desk) -> None:
    bomb = gzip.compress(bytes(100_000_000))

    assert desk.posts("/1/x", bomb, **{"Content-Encoding": "gzip"}).status_code == 415
    assert desk.posts("/1/enrol", bomb, **{"Content-Encoding": "gzip"}).status_code == 415
    assert desk.posts("/1/x", bytes(20_000_000)).status_code == 413
    desk.is_untouched()


def _changed(batch: Batch, seed: bytes, **parts: Any) -> Short:
    """A batch with another part or place, truly signed by its device."""
    values = {name: getattr(batch.header, name) for name in Header.__dataclass_fields__} | parts
    open_bytes, sealed = parts.pop("open_bytes", batch.open_bytes), parts.pop("sealed", batch.sealed)
    values |= {"open_digest": digest(open_bytes), "sealed_digest": digest(sealed)}
    header = Header(**{name: values[name] for name in Header.__dataclass_fields__})
    return shorten(Batch(header, sign(seed, bytes(header)), open_bytes, sealed))


def _moved(batch: Batch, seed: bytes, *, by: int) -> Short:
    return _changed(batch, seed, first=batch.header.first + by, last=batch.header.last + by)


def _next(desk: Desk) -> Batch:
    """What our PC would send next."""
    desk.one.write(Contributed(FactId(desk.one.device, 1), FactId(desk.one.device, 2), 60))
    desk.one.print_slip(next(desk.numbers))
    return desk.one.cut()[-1]


BAD_BATCHES: dict[str, tuple[Callable[[Desk, Batch], Short], str]] = {
    "a gap": (
        lambda desk, batch: _changed(batch, desk.one.seed, first=batch.header.first + 3, last=batch.header.last + 3),
        "not_next",
    ),
    "a fork": (lambda desk, batch: _changed(batch, desk.one.seed, previous=bytes(32)), "not_signed"),
    "signed by nobody": (lambda _, batch: shorten(batch)._replace(signature=bytes(64)), "not_signed"),
    "an open part of noise": (
        lambda desk, batch: _changed(batch, desk.one.seed, open_bytes=Random(3).randbytes(99)),
        "wrong_sums",
    ),
    "the open part of another batch": (
        lambda desk, batch: _changed(batch, desk.one.seed, open_bytes=desk.one.batches[0].open_bytes),
        "wrong_sums",
    ),
    "a packed bomb": (
        lambda desk, batch: _changed(batch, desk.one.seed, open_bytes=zstandard.compress(bytes(150_000_000), 19)),
        "wrong_sums",
    ),
}


@pytest.mark.parametrize("name", BAD_BATCHES)
def test_a_bad_batch_is_refused_whole_with_its_reason(desk: Desk, name: str) -> None:
    make, reason = BAD_BATCHES[name]
    batch = _next(desk)

    reply = desk.heard(desk.request(make(desk, batch)))

    assert [one.reason for one in reply.refused] == [reason]
    assert reply.accepted == ()
    assert difference(desk.state(), desk.before) == ""
    assert [one.first for one in desk.heard(desk.request(shorten(batch))).accepted] == [batch.header.first]
    desk.is_well()


def test_sums_that_lie_are_refused(desk: Desk) -> None:
    lying = pc(1)
    lying.write(Contributed(FactId(lying.device, 1), FactId(lying.device, 2), 600))
    batch = _next(desk)

    reply = desk.heard(desk.request(_changed(batch, desk.one.seed, open_bytes=lying.cut()[0].open_bytes)))

    # A sum alone may be any: what the ledger can see is that slips it shows are in it.
    assert [one.reason for one in reply.refused] in ([], ["wrong_sums"])
    desk.is_well()


def test_batches_of_another_centre_are_refused(desk: Desk) -> None:
    oak = desk.enrolled(pc(2), "Oak House")
    oak.print_slip(9)
    (foreign,) = oak.cut()
    before = desk.state()

    reply = desk.heard(desk.request(offered=(bytes(foreign),)))
    assert [one.reason for one in reply.refused] == ["foreign"]

    stranger = write_request(Request(oak.centre, desk.one.device, 1, 50), desk.one.seed)
    assert desk.posts("/1/x", stranger).status_code in {400, 403}
    assert difference(desk.state(), before) == ""
    desk.is_well()


def test_500_facts_with_one_that_nobody_can_read_are_held(desk: Desk) -> None:
    """The ledger cannot look inside, and what is inside is for the centre's own PCs."""
    member, task = FactId(desk.one.device, 1), FactId(desk.one.device, 2)
    desk.one.write(*(Contributed(member, task, 15) for _ in range(499)))

    (accepted,) = desk.heard(desk.one.raw()).accepted

    assert accepted.first == desk.one.acknowledged - 498
    desk.is_well()


def test_a_counter_that_comes_again_is_told_how_far_it_is(desk: Desk) -> None:
    raw = desk.request()
    assert desk.posts("/1/x", raw).status_code == 200

    again = desk.posts("/1/x", raw)

    assert again.status_code == 409
    reply, _ = desk.read(again, raw)
    assert (reply.trouble, reply.counter) == (Trouble.REPEATED_COUNTER, desk.one.counter)
    desk.is_untouched()


def test_a_device_nobody_knows_is_not_heard(desk: Desk) -> None:
    stranger = pc(9)
    stranger.print_slip(1)

    assert desk.posts("/1/x", stranger.raw()).status_code == 403
    desk.is_untouched()


def test_codes_work_once_and_not_for_ever(desk: Desk) -> None:
    code = desk.ledger.code("centre", "add", "Ash House")
    assert desk.posts("/1/enrol", asking(pc(3), code)).status_code == 200
    assert desk.posts("/1/enrol", asking(pc(3), code)).status_code == 200, "its answer may have been lost"
    used = desk.posts("/1/enrol", asking(pc(4), code))
    assert (used.status_code, used.json()["problem"]) == (409, "used_code")
    guessed = desk.posts("/1/enrol", asking(pc(4), Code(bytes(10), bytes(5)).text))
    assert (guessed.status_code, guessed.json()["problem"]) == (403, "bad_code")
    old = desk.ledger.code("centre", "add", "Yew House")
    with closing(sqlite3.connect(desk.ledger.database_file)) as db, db:
        db.execute("UPDATE codes SET expires_ms = 1 WHERE used_by IS NULL")
    expired = desk.posts("/1/enrol", asking(pc(4), old))
    assert (expired.status_code, expired.json()["problem"]) == (410, "expired_code")
    forged = desk.posts("/1/enrol", bytes(64) + asking(pc(4), old)[64:])
    assert (forged.status_code, forged.json()["problem"]) == (400, "malformed")
    desk.is_well()


def test_sql_in_every_text_is_only_text(desk: Desk) -> None:
    desk.enrolled(pc(6), SQL)
    desk.ledger.run("venue", "add", SQL)
    desk.one.write(VenueWritten(None, SQL, number=3, picture=SQL))
    desk.heard(desk.one.raw())
    for words in (("device", "add", SQL + SQL), ("device", "revoke", SQL), ("purse", "move", SQL, SQL)):
        with pytest.raises(CommandFailed):
            desk.ledger.run(*words)

    assert SQL in {one["name"] for one in desk.ledger.run("centre", "list")["centres"]}
    assert SQL in {one["name"] for one in desk.ledger.run("venue", "list")["venues"]}
    assert desk.state()["slips"] != []
    desk.is_well()
