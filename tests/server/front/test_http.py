"""What HTTP answers: lean to those who belong here, plain to everybody else, and never a fault of the program."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from ledger.server import exchange, logs
from ledger.server.database import writing
from ledger.server.enrolling import enrol
from ledger.server.finding import text_of
from ledger.server.limits import Limits, Rate
from ledger.wire.answering import read_reply
from ledger.wire.asking import MOST_REQUEST_BYTES, write_request
from ledger.wire.joining import MOST_ENROL_BYTES, Code, read_enrolled
from tests.server.front.desk import Desk
from tests.server.front.http import FREE, Line, Parts
from tests.server.pcs import pc


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.INFO, logger=logs.LOG.name):
        yield caplog


def lines(log: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    return [json.loads(logs.OneLine().format(record)) for record in log.records]


def test_a_pc_enrols_and_exchanges_with_hardly_a_header(small_desk: Desk) -> None:
    line, one = Line(small_desk.ledger.engine), pc(1)
    code = small_desk.centre_code("Riverside")
    asked = small_desk.asking(one, code)
    enrolled = line.posts("/1/enrol", asked)
    assert enrolled.status_code == 200
    one.ledger_public = read_enrolled(enrolled.content, asked=asked, code=Code.from_text(code)).ledger_public

    raw = one.raw()
    answered = line.posts("/1/x", raw)

    assert answered.status_code == 200
    assert dict(answered.headers) == {"content-length": str(len(answered.content))}
    found = read_reply(
        answered.content, asked=raw, centre=one.centre, device=one.device, ledger_public=one.ledger_public
    )
    assert found[0].positions.epoch == 1


def test_troubles_are_signed_replies_and_bad_codes_are_json(small_desk: Desk) -> None:
    line, one = Line(small_desk.ledger.engine), small_desk.founded(1, "Riverside")
    raw = one.raw()
    assert [line.posts("/1/x", raw).status_code for _ in range(2)] == [200, 409]
    stranger = pc(9)
    refused = line.posts("/1/x", stranger.raw())
    assert (refused.status_code, dict(refused.headers)) == (403, {"content-length": str(len(refused.content))})
    enrolment = line.posts("/1/enrol", small_desk.asking(stranger, Code(bytes(10), bytes(5)).text))
    assert (enrolment.status_code, enrolment.json()["problem"]) == (403, "bad_code")


@pytest.mark.parametrize(("path", "most"), [("/1/x", MOST_REQUEST_BYTES), ("/1/enrol", MOST_ENROL_BYTES)])
def test_a_body_is_refused_while_it_streams_in(small_desk: Desk, path: str, most: int) -> None:
    parts = Parts(bytes(4096), 1_000_000)
    answered = Line(small_desk.ledger.engine).posts(path, parts)  # type: ignore[arg-type]
    assert (answered.status_code, answered.json()["problem"]) == (413, "too_large")
    assert parts.asked <= most // 4096 + 2
    assert answered.headers["connection"] == "close"


@pytest.mark.parametrize("length", ["99999999", "9" * 5000, "-1", "1e3", "", "१२"])
def test_a_length_is_believed_only_when_it_is_small(small_desk: Desk, length: str) -> None:
    parts = Parts(bytes(4096), 10)
    headers = [(b"content-length", length.encode())]
    answered = Line(small_desk.ledger.engine).posts("/1/x", parts, headers=headers)  # type: ignore[arg-type]
    assert answered.status_code == 413
    assert parts.asked == 0


@pytest.mark.parametrize("packed", ["gzip", "zstd", "br", "deflate, gzip", "x" * 1000])
def test_nothing_packed_is_taken(small_desk: Desk, packed: str) -> None:
    answered = Line(small_desk.ledger.engine).posts("/1/x", b"x", headers={"content-encoding": packed})
    assert (answered.status_code, answered.json()["problem"]) == (415, "packed")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "BREW"])
def test_other_methods_are_told_which_there_is(small_desk: Desk, method: str) -> None:
    answered = Line(small_desk.ledger.engine).asks(method, "/1/x")
    assert (answered.status_code, answered.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize(
    "path", ["/", "/1", "/1/y", "/1/x/", "/1/x/more", "/2/x", "/admin", "/schema", "/1/..%2f..%2fetc"]
)
def test_there_is_nothing_elsewhere(small_desk: Desk, path: str) -> None:
    answered = Line(small_desk.ledger.engine).posts(path, b"x")
    assert (answered.status_code, answered.json()["problem"]) in {(404, "not_here"), (400, "malformed")}


@pytest.mark.parametrize("host", ["", "a b", "'; DROP TABLE own", "x" * 300, "[::1", "l:99999999"])
def test_a_host_that_is_none_is_the_senders_fault(small_desk: Desk, host: str, log: pytest.LogCaptureFixture) -> None:
    answered = Line(small_desk.ledger.engine).posts("/1/x", b"x", headers={"host": host})
    assert answered.status_code == 400
    assert set(answered.json()) == {"problem", "message"}
    assert all(said["level"] == "info" for said in lines(log))


def test_a_device_that_asks_too_often_is_told_when_and_others_are_not_held_up(small_desk: Desk) -> None:
    one, two = small_desk.founded(1, "Riverside"), small_desk.founded(2, "Hillside")
    line = Line(small_desk.ledger.engine, limits=Limits(device=Rate(burst=3, per_minute=6)))
    answers = [line.posts("/1/x", one.raw()) for _ in range(4)]
    assert [each.status_code for each in answers] == [200, 200, 200, 429]
    assert 1 <= int(answers[3].headers["retry-after"]) <= 10
    assert line.posts("/1/x", two.raw()).status_code == 200


def test_nobody_uses_up_the_rate_of_a_device_that_is_not_theirs(small_desk: Desk) -> None:
    one = small_desk.founded(1, "Riverside")
    line = Line(small_desk.ledger.engine, limits=Limits(device=Rate(burst=3, per_minute=6)))
    forged = write_request(one.request(), pc(9).seed)
    assert {line.posts("/1/x", forged).status_code for _ in range(10)} == {400}
    assert line.posts("/1/x", one.raw()).status_code == 200


def test_addresses_are_held_apart(small_desk: Desk) -> None:
    line = Line(small_desk.ledger.engine, limits=Limits(address=Rate(burst=2, per_minute=1)))

    def asks(address: str) -> int:
        return line.posts("/1/x", b"x", address=address).status_code

    assert [asks("2001:db8::1"), asks("2001:db8::2:7"), asks("2001:db8::3")] == [400, 400, 429]
    assert [asks("2001:db8:0:1::1"), asks("192.0.2.7"), asks("::ffff:192.0.2.7"), asks("192.0.2.7")] == [
        400,
        400,
        400,
        429,
    ]


def test_enrolments_are_throttled_for_themselves(small_desk: Desk) -> None:
    line = Line(small_desk.ledger.engine, limits=Limits(enrolments=Rate(burst=2, per_minute=1)))
    assert [line.posts("/1/enrol", b"x").status_code for _ in range(3)] == [400, 400, 429]
    assert line.posts("/1/x", small_desk.founded(1, "Riverside").raw()).status_code == 200


def test_a_locked_database_is_told_calmly_and_the_same_request_does_it_later(small_desk: Desk) -> None:
    one, engine = small_desk.founded(1, "Riverside"), small_desk.ledger.engine
    line, raw = Line(engine), one.raw()
    with writing(engine) as holder, pytest.MonkeyPatch.context() as patch:
        holder.execute(text("SELECT 1"))
        patch.setattr("ledger.server.database.WAIT_S", 0)  # for connections made from now on
        refused = line.posts("/1/x", raw)
    engine.dispose()
    assert (refused.status_code, refused.json()["problem"]) == (503, "away")
    assert int(refused.headers["retry-after"]) > 0
    assert line.posts("/1/x", raw).status_code == 200


def test_a_database_that_is_away_is_told_calmly(small_desk: Desk) -> None:
    raw = small_desk.founded(1, "Riverside").raw()
    away = create_engine("postgresql+psycopg://nobody@127.0.0.1:1/none?connect_timeout=2")
    line = Line(away)
    refused = line.posts("/1/x", raw)
    assert (refused.status_code, refused.json()["problem"]) == (503, "away")
    assert "psycopg" not in refused.text
    assert line.asks("GET", "/health").status_code == 503


def test_a_fault_of_the_program_is_logged_whole_and_told_calmly(
    small_desk: Desk, monkeypatch: pytest.MonkeyPatch, log: pytest.LogCaptureFixture
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a slip of the pen")

    monkeypatch.setattr(exchange, "answer", breaks)
    line = Line(small_desk.ledger.engine)
    answered = line.posts("/1/x", b"x")
    assert (answered.status_code, answered.json()["problem"]) == (503, "unexpected")
    assert "slip of the pen" not in answered.text
    (fault,) = [said for said in lines(log) if said["level"] == "error"]
    assert "ZeroDivisionError: a slip of the pen" in fault["trace"]
    assert "goodhour_ledger_unexpected_total 1" in line.service.metrics.text()


def test_the_log_tells_who_when_and_how_much_but_no_name_no_code_no_body(
    small_desk: Desk, log: pytest.LogCaptureFixture
) -> None:
    line, one = Line(small_desk.ledger.engine), pc(1)
    code = small_desk.centre_code("Riverside House")
    asked = small_desk.asking(one, code)
    one.ledger_public = read_enrolled(
        line.posts("/1/enrol", asked).content, asked=asked, code=Code.from_text(code)
    ).ledger_public
    one.print_slip(7)
    raw = one.raw()
    line.posts("/1/x", raw)
    line.asks("GET", "/" + code + "?" + code)
    line.posts("/1/x", b"no request")
    said = lines(log)
    assert (said.pop()["centre"], said[1]["centre"]) == ("", text_of(one.centre))
    assert [(each["path"], each["status"]) for each in said] == [("/1/enrol", 200), ("/1/x", 200), ("other", 404)]
    told = said[1]
    assert (told["batches"], told["facts"], told["bytes_in"]) == (1, 1, len(raw))
    assert set(told) == {"time", "level", "path", "status", "ms", "bytes_in", "bytes_out", "centre", "device"} | {
        *("batches", "facts", "rulings")
    }
    everything = json.dumps(said)
    secret = Code.from_text(code).secret
    for word in ("Riverside", code, code.replace("-", ""), secret.hex(), one.ledger_public.hex()):
        assert word not in everything


def test_metrics_are_for_the_operators_own_network(small_desk: Desk) -> None:
    line = Line(small_desk.ledger.engine)
    small_desk.busy()
    line.posts("/1/x", b"x")
    near = line.asks("GET", "/metrics", address="10.0.0.7")
    assert near.status_code == 200
    assert 'goodhour_ledger_requests_total{path="/1/x",status="400"} 1' in near.text
    assert 'goodhour_ledger_request_seconds_bucket{le="+Inf"} 1' in near.text
    assert line.asks("GET", "/metrics", address="9.9.9.9").status_code == 404


def test_metrics_count_batches_facts_and_rulings(small_desk: Desk) -> None:
    line, one, two = (
        Line(small_desk.ledger.engine),
        small_desk.founded(1, "Riverside"),
        small_desk.founded(2, "Hillside"),
    )
    one.print_slip(1)
    one.print_slip(2)
    line.posts("/1/x", one.raw())
    two.redeem(one, 1)
    line.posts("/1/x", two.raw())
    told = line.service.metrics.text()
    assert "goodhour_ledger_batches_total 2\n" in told
    assert "goodhour_ledger_facts_total 3\n" in told
    assert 'goodhour_ledger_rulings_total{outcome="settled"} 1\n' in told.lower()


def test_health_is_about_the_database(small_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line(small_desk.ledger.engine)
    assert line.asks("GET", "/health").json() == {"works": True}
    assert line.asks("HEAD", "/health").status_code == 200
    assert line.posts("/health").status_code == 405
    monkeypatch.setattr("ledger.server.service.is_reachable", lambda _: False)
    assert line.asks("GET", "/health").status_code == 503


def test_when_very_many_ask_at_once_some_are_asked_to_come_back(small_desk: Desk) -> None:
    one = small_desk.founded(1, "Riverside")
    line = Line(small_desk.ledger.engine, limits=Limits(FREE.device, FREE.address, FREE.enrolments, at_once=2))
    answers = line.all_ask([("POST", "/1/x", {"content": one.raw()}) for _ in range(8)])
    assert {each.status_code for each in answers} <= {200, 409, 503}
    busy = [each for each in answers if each.status_code == 503]
    assert busy
    assert {each.json()["problem"] for each in busy} == {"busy"}


def test_exchanges_at_the_same_moment_are_each_kept(desk: Desk) -> None:
    pcs = [desk.founded(letter, f"Centre {letter}") for letter in range(1, 7)]
    for one in pcs:
        one.print_slip(1)
    line = Line(desk.ledger.engine)
    answers = line.all_ask([("POST", "/1/x", {"content": one.raw()}) for one in pcs])
    assert {each.status_code for each in answers} == {200}
    assert len(desk.ledger.rows("slips")) == 6


def test_enrolling_says_over_http_what_it_says_by_call(small_desk: Desk) -> None:
    one, code = pc(1), small_desk.centre_code("Riverside")
    asked = small_desk.asking(one, code)
    now_ms = small_desk.ledger.now_ms
    assert Line(small_desk.ledger.engine, now_ms=now_ms).posts("/1/enrol", asked).content == enrol(
        small_desk.ledger.engine, asked, now_ms=now_ms
    )
