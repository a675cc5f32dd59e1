"""The practice day is lived to its end: every screen on its way comes, and what it prints lies there."""

from pathlib import Path

import pytest

from desktop.views.practice_day import run

PAPERS = ("slips", "trip-card", "my-week", "centre-week", "register")


@pytest.mark.usefixtures("qapp")
def test_the_practice_day_is_lived_and_its_book_is_sound(tmp_path: Path) -> None:
    summary = run(tmp_path / "day")
    assert (summary["minutes_given"], summary["minutes_spent"]) == (150, 30)
    assert (summary["slips_printed"], summary["slips_redeemed"]) == (9, 2)
    assert summary["verified"] is True
    made = {path.name for path in (tmp_path / "day").iterdir()}
    assert {f"{name}.pdf" for name in PAPERS} <= made
    assert len([name for name in made if name.endswith(".png")]) == summary["screenshots"]
    for screen in ("choose", "my_week", "staff_week", "staff_register", "staff_week_print"):
        assert any(name.endswith(f"-{screen}.png") for name in made)
