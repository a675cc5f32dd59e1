"""A door and a centre of one network, each test with its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.services.at_work import Template, template_in
from tests.services.joined import Joined, a_centre
from tests.sync.places import Town, a_town
from tests.views.volunteer.at_the_door import AtTheDoor, at_the_door


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """A centre made once."""
    return template_in(tmp_path_factory.mktemp("doors") / "riverside")


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A network that nobody has joined yet."""
    (tmp_path / "town").mkdir()
    made = a_town(tmp_path / "town")
    yield made
    made.engine.dispose()


@pytest.fixture
def riverside(template: Template, tmp_path: Path, town: Town) -> Iterator[Joined]:
    """A centre that has joined."""
    joined = a_centre(template, tmp_path / "riverside", town, "Riverside")
    yield joined
    joined.store.close()


@pytest.fixture
def door(qtbot: QtBot, tmp_path: Path, town: Town, riverside: Joined) -> Iterator[AtTheDoor]:
    """A venue's door that knows the keys of the centre."""
    del qtbot, riverside  # the first makes the application, the second comes before the door, which so hears of it
    with at_the_door(tmp_path / "door", town) as door:
        yield door
