"""A PC's clock is wrong by a year: what is done still counts, no slip is refused, the network is met as usual."""

from __future__ import annotations

from random import Random

import pytest

from desktop.clock import StandingClock, WallClock
from desktop.services.slips import Outcome
from tests.network import busy
from tests.network.centres import good
from tests.network.checks import held_whole
from tests.network.town import Place, Town

YEAR_MS = 365 * 24 * 60 * 60 * 1000


def _wrong(town_place: Place, monkeypatch: pytest.MonkeyPatch, by_ms: int) -> StandingClock:
    """This machine's clock as the PC sees it, in the app and in commands."""
    clock = StandingClock(WallClock().now_ms() + by_ms)
    monkeypatch.setattr(WallClock, "now_ms", lambda _: clock.at_ms)
    assert town_place.pc.folder.exists()
    return clock


@pytest.mark.parametrize("by_ms", [-YEAR_MS, YEAR_MS], ids=["a year behind", "a year ahead"])
def test_a_clock_that_is_wrong_by_a_year_stops_nothing(town: Town, monkeypatch: pytest.MonkeyPatch, by_ms: int) -> None:
    tokens = town.oak.works(lambda parts, centre: busy.slips(parts, centre, count=4))
    town.meets()
    _wrong(town.elm, monkeypatch, by_ms)
    given = town.elm.works(lambda parts, centre: parts.services.credits.of(centre.members[0]).available_minutes)

    town.elm.works(lambda parts, centre: busy.help_out(parts, centre, Random(9), times=20))
    outcomes = town.elm.works(lambda parts, centre: busy.hand_in(parts, centre.members[0], tokens))
    assert outcomes
    assert set(outcomes) <= {Outcome.OK, Outcome.OK_CHECK}
    assert good(town.elm.pc.exchange())["to_send"] == 0
    monkeypatch.undo()

    town.meets()
    held_whole(town.ledger, [place.pc for place in town.places])
    has = town.elm.works(lambda parts, centre: parts.services.credits.of(centre.members[0]).available_minutes)
    assert has >= given + 60 * len(outcomes)


def test_today_is_never_before_what_the_ledger_said_last(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    good(town.elm.pc.exchange())
    today = town.elm.works(lambda parts, _: parts.store.today())

    _wrong(town.elm, monkeypatch, -YEAR_MS)
    behind = town.elm.works(lambda parts, _: (parts.store.today(), parts.store.clock_is_doubtful()))

    assert behind == (today, True)


def test_a_clock_that_jumped_and_came_back_leaves_today_where_it_is(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = town.elm.works(lambda parts, _: parts.store.today())
    _wrong(town.elm, monkeypatch, YEAR_MS)
    town.elm.works(lambda parts, centre: busy.help_out(parts, centre, Random(9), times=3))
    good(town.elm.pc.exchange())
    monkeypatch.undo()

    good(town.elm.pc.exchange())

    assert town.elm.works(lambda parts, _: (parts.store.today(), parts.store.clock_is_doubtful())) == (today, False)
