"""The simulation sees what it is there to see: each known mistake, made on purpose, is found in a few seeds."""

from __future__ import annotations

import pytest

from tests.simulation.broken import MISTAKES
from tests.simulation.running import run

MOST_SEEDS = 30


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_known_mistake_is_found(mistake: str) -> None:
    with MISTAKES[mistake]():
        found = next((outcome for seed in range(MOST_SEEDS) if (outcome := run(seed)).problem), None)

    assert found is not None, f"{mistake}: {MOST_SEEDS} seeds and nothing was seen"
    assert run(found.seed).problem == "", "this seed fails without the mistake too"
