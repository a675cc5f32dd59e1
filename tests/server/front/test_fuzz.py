"""Whatever is sent to a ledger: a calm answer, no fault of the program, and not one byte of its records changed."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cbor2
import pytest
import schemathesis
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.server.database import open_database
from ledger.wire.asking import MARK, Short, Want
from ledger.wire.batch import MOST_BATCH_BYTES
from ledger.wire.keys import sign
from tests.server.front.desk import Desk
from tests.server.front.http import Line
from tests.server.pcs import Ledger, Pc

SQL = (
    "'; DROP TABLE centres;--",
    '" OR ""="',
    "%s%(x)s:y$1?",
    "\x00'",
    "\\'; COMMIT;",
    "') UNION SELECT value FROM own--",
)
UNCHANGED_BUT = {"counter", "met_ms", "met_epoch"}


class Target:
    """A busy ledger, and a digest of all it holds but when it met whom."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(Ledger(open_database(None, folder=folder)))
        self.one, self.two, self.door = self.desk.busy()
        self.code = self.desk.centre_code("Newtown")
        self.line = Line(self.desk.ledger.engine)

    def digest(self) -> str:
        return hashlib.sha256(repr(self.desk.ledger.holds()).encode()).hexdigest()

    def is_calm(self, path: str, body: bytes, **more: object) -> int:
        """The status of an answer that is no fault of the program."""
        answered = self.line.posts(path, body, **more)
        assert answered.status_code < 500, answered.text
        assert "Traceback" not in answered.text
        if answered.status_code >= 400 and not answered.content.startswith(b"GHY1"):
            assert set(answered.json()) == {"problem", "message"}
        assert self.line.service.metrics.unexpected == 0
        return answered.status_code


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    found = Target(tmp_path_factory.mktemp("fuzzed"))
    yield found
    found.desk.ledger.engine.dispose()


@pytest.fixture(autouse=True)
def untouched(target: Target) -> Iterator[None]:
    """Every test here ends with the records it began with."""
    before = target.digest()
    yield
    assert target.digest() == before


def signed(one: Pc, body: bytes) -> bytes:
    """Any body as a request that the PC, which founded its centre, really signed."""
    head = MARK + bytes([0]) + one.device
    return head + sign(one.seed, head + body) + body


def counted(one: Pc, rest: list[object]) -> bytes:
    """A body with an epoch and a counter that are good, and then anything."""
    one.counter += 1
    return cbor2.dumps([one.epoch, one.counter, *rest])


plain = st.recursive(
    st.one_of(
        st.integers(-(2**63), 2**64 - 1),
        st.binary(max_size=40),
        st.sampled_from(SQL),
        st.sampled_from([b"", bytes(16), bytes(32), bytes(64)]),
        st.text(max_size=10),
        st.booleans(),
        st.none(),
        st.floats(),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=8), st.dictionaries(st.integers(), inner, max_size=2)),
    max_leaves=30,
)
paths = st.sampled_from(["/1/x", "/1/enrol"])


@given(path=paths, raw=st.binary(max_size=2_000))
def test_random_bytes(target: Target, path: str, raw: bytes) -> None:
    assert target.is_calm(path, raw) == 400


@given(path=paths, value=plain, head=st.sampled_from([b"", b"GHX1", b"GHX1" + bytes(93), bytes(64)]))
def test_cbor_of_another_shape(target: Target, path: str, value: object, head: bytes) -> None:
    assert target.is_calm(path, head + cbor2.dumps(value)) == 400


@given(value=st.lists(plain, max_size=12))
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_signed_requests_of_another_shape(target: Target, value: list[object]) -> None:
    """The hardest to be calm about: the sender is known, its signature is good, and all the rest is nonsense."""
    for body in (cbor2.dumps(value), counted(target.one, value)):
        assert target.is_calm("/1/x", signed(target.one, body)) in {200, 400, 409}


def test_a_signed_request_of_the_right_shape_is_taken(target: Target) -> None:
    """So what is refused here is refused for its shape."""
    body = counted(target.one, [target.one.acknowledged])
    assert target.is_calm("/1/x", signed(target.one, body)) == 200


@given(at=st.integers(0, 10_000), bit=st.integers(0, 7), end=st.integers(0, 10_000))
def test_a_request_with_a_changed_bit_or_a_missing_end(target: Target, at: int, bit: int, end: int) -> None:
    raw = target.two.raw(batches=target.two.shorts())
    at %= len(raw)
    assert target.is_calm("/1/x", raw[:at] + bytes([raw[at] ^ 1 << bit]) + raw[at + 1 :]) in {400, 403, 409}
    assert target.is_calm("/1/x", raw[: end % len(raw)]) == 400


@pytest.mark.parametrize(
    "body",
    [
        bytes.fromhex("811801"),  # one, written longer than needed
        bytes.fromhex("9800"),  # a list, the same
        bytes.fromhex("9fff"),  # a list without a length
        bytes.fromhex("8000"),  # followed by more
        bytes.fromhex("80") * 2,
        bytes.fromhex("c11a514b67b0"),  # a tag
        bytes.fromhex("a0"),  # a map
        b"\x81" * 5_000,  # deeper than anybody looks
        bytes.fromhex("9bffffffffffffffff"),  # a list of all there is
        bytes.fromhex("5bffffffffffffffff"),
        b"",
    ],
)
def test_numbers_too_long_and_what_follows(target: Target, body: bytes) -> None:
    assert target.is_calm("/1/x", signed(target.one, body)) == 400
    assert target.is_calm("/1/enrol", bytes(64) + body) == 400


def test_a_small_body_that_unpacks_to_very_much(target: Target) -> None:
    bomb = zstandard.compress(bytes(256 << 20), 19)
    assert len(bomb) < MOST_BATCH_BYTES
    seq = len(target.one.facts)
    head = target.one.batches[-1].header.head
    for open_bytes in (bomb, b"\x00" + bomb):
        short = Short(seq + 1, seq + 1, head, bytes(64), open_bytes, bytes(200))
        assert target.is_calm("/1/x", target.one.raw(batches=(short,))) == 200
    assert target.is_calm("/1/x", bomb, headers={"content-encoding": "zstd"}) == 415


@given(
    what=st.sampled_from(["offered", "returned", "wants", "receipt"]),
    raws=st.lists(st.one_of(st.binary(max_size=200), st.sampled_from([one.encode() for one in SQL])), max_size=4),
)
@settings(max_examples=100)
def test_nonsense_in_every_part_of_a_good_request(target: Target, what: str, raws: list[bytes]) -> None:
    parts: dict[str, object] = {
        "offered": tuple(raws),
        "returned": tuple(raws),
        "wants": tuple(Want((raw + bytes(32))[:32], 2**40) for raw in raws),
        "receipt": b"".join(raws)[:500],
    }
    assert target.is_calm("/1/x", target.one.raw(batches=(), **{what: parts[what]})) in {200, 409}


@given(
    method=st.sampled_from(["GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "FETCH"]),
    path=st.one_of(
        st.sampled_from(["/1/x", "/1/enrol", "/health", "/metrics", "/", "/1/x/", "//1/x", "/%2e%2e/own", "/1/x?a=b"]),
        st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=30).map(lambda text: "/1/" + text),
    ),
    name=st.sampled_from(
        ["content-length", "content-type", "content-encoding", "host", "x-forwarded-for", "expect", "cookie", "accept"]
    ),
    value=st.one_of(st.sampled_from(SQL[:3]), st.text(st.characters(codec="latin-1", min_codepoint=32), max_size=30)),
)
@settings(max_examples=100)
def test_other_methods_paths_and_headers(target: Target, method: str, path: str, name: str, value: str) -> None:
    answered = target.line.asks(method, path, headers={name: value.encode("latin-1")})
    assert answered.status_code < 500
    assert target.line.service.metrics.unexpected == 0


SCHEMA = schemathesis.openapi.from_dict(
    {
        "openapi": "3.1.0",
        "info": {"title": "central ledger", "version": "1"},
        "paths": {
            path: {
                "post": {
                    "requestBody": {
                        "required": True,
                        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
                    },
                    "responses": {"200": {"description": "a signed answer"}},
                }
            }
            for path in ("/1/x", "/1/enrol")
        }
        | {path: {"get": {"responses": {"200": {"description": "well"}}}} for path in ("/health", "/metrics")},
    }
)


@SCHEMA.parametrize()
@settings(max_examples=50)
def test_what_schemathesis_thinks_of(target: Target, case: Any) -> None:
    body = case.body if isinstance(case.body, bytes) else b""
    headers = {str(name): str(value) for name, value in (case.headers or {}).items()}
    answered = target.line.asks(case.method, case.path, content=body, headers=headers, params=dict(case.query or {}))
    assert answered.status_code < 500
    assert target.line.service.metrics.unexpected == 0


def test_sql_in_every_string_of_an_enrolment(target: Target) -> None:
    for word in SQL:
        raw = word.encode().ljust(16, b"-")[:16]
        asked = target.desk.asking(target.one, target.code, founder=raw, voucher=raw, vouched=bytes(64))
        assert target.is_calm("/1/enrol", asked) == 403
        asked = target.desk.asking(target.one, target.code, code_secret=raw[:10])
        assert target.is_calm("/1/enrol", asked) == 403
