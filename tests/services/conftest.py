"""One encrypted centre is made for all tests here; each test works on its own copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.at_work import AtWork, Template, template_in
from tests.services.joined import Joined, a_centre, a_door, a_further_pc
from tests.sync.places import Town, a_town


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return template_in(tmp_path_factory.mktemp("centre") / "riverside")


@pytest.fixture(scope="session")
def practice_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return template_in(tmp_path_factory.mktemp("practice") / "riverside", is_practice=True)


@pytest.fixture
def centre(template: Template, tmp_path: Path) -> Iterator[AtWork]:
    work = template.opened(tmp_path / "here")
    yield work
    work.store.close()


@pytest.fixture
def other_centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AtWork]:
    """Another network's centre, with keys of its own."""
    folder = tmp_path_factory.mktemp("other") / "hillside"
    other = template_in(folder).opened(folder.with_name("open"))
    yield other
    other.store.close()


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
def kitchen(riverside: Joined) -> Iterator[Joined]:
    """A second PC of the first centre."""
    joined = a_further_pc(riverside)
    yield joined
    joined.store.close()


@pytest.fixture
def hillside(hill_template: Template, tmp_path: Path, town: Town) -> Iterator[Joined]:
    """Another centre of the same network."""
    joined = a_centre(hill_template, tmp_path / "hillside", town, "Hillside")
    yield joined
    joined.store.close()


@pytest.fixture(scope="session")
def hill_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """A centre with keys of its own."""
    return template_in(tmp_path_factory.mktemp("hill") / "hillside")


@pytest.fixture
def door(tmp_path: Path, town: Town) -> Iterator[Joined]:
    """A venue's door of the same network."""
    joined = a_door(tmp_path / "door", town)
    yield joined
    joined.store.close()


@pytest.fixture
def practice(practice_template: Template, tmp_path: Path) -> Iterator[AtWork]:
    work = practice_template.opened(tmp_path / "practice")
    yield work
    work.store.close()


@pytest.fixture(scope="module")
def open_centre(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AtWork]:
    """One centre for many looks that change nothing."""
    work = template.opened(tmp_path_factory.mktemp("looks") / "here")
    yield work
    work.store.close()
