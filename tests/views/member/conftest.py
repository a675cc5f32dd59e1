"""Members' screens are tried on a practice centre at work, as the journeys are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.at_work import CentreAtWork


@pytest.fixture
def centre(qtbot: QtBot, tmp_path: Path) -> Iterator[CentreAtWork]:
    """A practice centre at work."""
    del qtbot  # it makes the application
    made = CentreAtWork(tmp_path)
    yield made
    made.close()
