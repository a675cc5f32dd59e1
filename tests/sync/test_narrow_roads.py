"""Roads that bear little: less is sent at once, and all of it arrives."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from desktop.sync import exchange
from desktop.sync.exchange import Exchange
from desktop.sync.problems import NoEnd, SlowLine, TooMuchAtOnce
from ledger.server import own
from ledger.server.database import reading
from ledger.wire.answering import read_reply, write_reply
from ledger.wire.asking import Held, read_request
from tests.sync.places import Pc, Town, facts_of, is_all_sent


def test_a_road_that_bears_less_gets_less_at_once(town: Town, pc: Pc) -> None:
    pc.helps_much(3_000)
    sizes: list[int] = []

    class Narrow(Town):
        def send(self, path: str, body: bytes) -> tuple[int, bytes]:
            sizes.append(len(body))
            if len(body) > 10_000:
                raise TooMuchAtOnce
            return super().send(path, body)

    outcome = Exchange(pc.on_store, Narrow(town.engine)).run()
    assert outcome.sent == facts_of(pc)
    assert max(sizes) > 10_000 > sizes[-1]
    assert is_all_sent(town, pc)


def test_a_road_that_bears_nothing_is_told(town: Town, pc: Pc) -> None:
    class Closed(Town):
        def send(self, path: str, body: bytes) -> tuple[int, bytes]:
            raise TooMuchAtOnce(f"{path}: {len(body)} bytes")

    with pytest.raises(TooMuchAtOnce):
        Exchange(pc.on_store, Closed(town.engine)).run()


def test_a_line_that_breaks_gets_less_the_next_time_it_is_asked(town: Town, pc: Pc) -> None:
    """By any program: what it bears is kept with the records."""
    pc.helps_much(3_000)

    class Breaking(Town):
        def send(self, path: str, body: bytes) -> tuple[int, bytes]:
            if len(body) > 12_000:
                raise SlowLine
            return super().send(path, body)

    for _ in range(6):
        try:
            outcome = Exchange(pc.on_store, Breaking(town.engine)).run()
        except SlowLine:
            continue
        break
    else:
        pytest.fail("it never got through")
    assert outcome.to_send.facts == 0
    assert is_all_sent(town, pc)


def test_a_ledger_that_never_stops_asking_is_told_to_staff(
    town: Town, pc: Pc, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(exchange, "MOST_IDLE", 10)
    places = count()

    class Asking(Town):
        def send(self, path: str, body: bytes) -> tuple[int, bytes]:
            status, answered = super().send(path, body)
            request = read_request(body).request
            with reading(self.engine) as connection:
                ledger = own.read(connection)
            who = {"asked": body, "centre": request.centre, "device": request.device}
            reply, _ = read_reply(answered, ledger_public=ledger.public, **who)
            asks = replace(reply, lacks=(Held(bytes(16), next(places)),))
            return status, write_reply(asks, seed=ledger.seed, **who)

    pc.helps()
    with pytest.raises(NoEnd):
        Exchange(pc.on_store, Asking(town.engine)).run()
    assert is_all_sent(town, pc)
    assert next(places) == 10 + 2
    assert "without end" in caplog.text
