"""Whatever happens on the road, in whatever order: at the end the ledger holds every fact once, and says so."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.problems import KnownProblem
from desktop.store.outbox import Outbox
from desktop.store.own_feed import OwnFeed
from desktop.sync.exchange import Exchange, apply, prepare
from desktop.sync.problems import SlowLine, TooMuchAtOnce
from ledger.server.tables import feeds
from tests.sync.places import Pc, Town, a_pc, a_town

Spoil = Callable[[int, bytes], tuple[int, bytes]]


def _lose(_status: int, _body: bytes) -> tuple[int, bytes]:
    raise SlowLine


SPOILS: dict[str, Spoil] = {
    "answer lost": _lose,
    "sign-in page": lambda _status, _body: (200, b"<html>"),
    "answer cut": lambda status, body: (status, body[: len(body) // 2]),
    "bit turned": lambda status, body: (status, body[:-1] + bytes([body[-1] ^ 1])),
    "all is well": lambda status, body: (status, body),
}
EVENTS = st.lists(st.sampled_from([*SPOILS, "tap", "taps", "asked twice", "narrow road", "answered late"]), max_size=25)


class Narrow(Town):
    """Bears 700 bytes."""

    def send(self, path: str, body: bytes) -> tuple[int, bytes]:
        if len(body) > 700:
            raise TooMuchAtOnce
        return super().send(path, body)


def happens(town: Town, pc: Pc, event: str, late: list[tuple[bytes, int, bytes]]) -> None:
    match event:
        case "tap":
            pc.helps()
        case "taps":
            pc.helps(4)
        case "asked twice":
            asked = prepare(pc.store)
            town.send("/1/x", asked)
            apply(pc.store, asked, *town.send("/1/x", asked))
        case "answered late":
            for kept in late:
                apply(pc.store, *kept)
            asked = prepare(pc.store)
            late.append((asked, *town.send("/1/x", asked)))
        case "narrow road":
            Exchange(pc.on_store, Narrow(town.engine)).run()
        case _:
            town.spoil = SPOILS[event]
            town.meet(pc)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(EVENTS)
def test_at_the_end_every_fact_is_held_once(events: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        town = a_town(Path(folder))
        pc = town.let_in(a_pc())
        late: list[tuple[bytes, int, bytes]] = []
        for event in events:
            try:
                happens(town, pc, event, late)
            except KnownProblem:
                continue
            finally:
                town.spoil = SPOILS["all is well"]
        outcome = town.meet(pc)
        feed = OwnFeed(pc.store)
        with town.engine.connect() as connection:
            (held,) = connection.execute(feeds.select().where(feeds.c.device == pc.store.device)).all()
        assert (held.seq, held.head) == (feed.end, feed.head(feed.end))
        assert outcome.to_send.facts == Outbox(pc.store).to_send().facts == 0
        assert town.meet(pc).requests == 1
        assert pc.store.verify().ok
        pc.store.close()
        town.engine.dispose()
