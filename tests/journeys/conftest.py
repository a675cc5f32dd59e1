"""Journeys share one way of starting: a practice centre in a folder of its own."""

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
