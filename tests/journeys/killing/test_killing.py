"""What a screen showed as done survives kill -9 at any moment: there, once, and the book balances."""

from pathlib import Path

from tests.journeys.killing.run import run


def test_nothing_a_screen_showed_is_lost_or_doubled_by_three_kills(tmp_path: Path) -> None:
    outcome = run(tmp_path / "centre", kills=3, seed=11)
    assert outcome.done > 0
