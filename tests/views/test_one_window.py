"""Nothing but the app's window is ever a window: a part that flashes up as one takes the focus away from people."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views import screens
from desktop.views.texts import Texts
from desktop.views.theme import Look
from tests.views.walk.walking import states_of, to_walk


class _Watch(QObject):
    """Notes each widget that is shown while it lies in no other."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  as Qt calls it
        """Look at what is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()!r}")
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[_Watch]:
    """What is shown in the meantime."""
    found = _Watch()
    qapp.installEventFilter(found)
    yield found
    qapp.removeEventFilter(found)


@pytest.mark.qt_log_ignore("Couldn't (load|resolve)", "No RHI backend", "Using Qt multimedia")
@pytest.mark.parametrize("name", to_walk())
def test_filling_a_screen_opens_no_window(watch: _Watch, name: str) -> None:
    for walked in states_of(name):
        screen = screens.find(name)(Look(), Texts())
        screen.fill(walked.state)
        screen.deleteLater()
        assert watch.seen == [], str(walked)
