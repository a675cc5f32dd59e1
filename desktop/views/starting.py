"""Starts the app on a house: the window first, then the centre, off the screen's thread."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

from desktop.views import flow
from desktop.views.app import application
from desktop.views.contrast import contrast_theme
from desktop.views.doorkeeper import Doorkeeper
from desktop.views.exchanging import Exchanging
from desktop.views.house import House
from desktop.views.journey import Journey
from desktop.views.late import LatePrinting
from desktop.views.surroundings import surround
from desktop.views.tasks import Tasks
from desktop.views.texts import texts_in
from desktop.views.theme import THEMES, Look
from desktop.views.visit import Visit
from desktop.views.warming import Warming
from desktop.views.window import Window

if TYPE_CHECKING:
    from desktop.views.printing.jobs import Printing

_LEAST: Final = (1024, 768)
_USUAL: Final = (1366, 768)
_TITLE: Final = 32


def start(house: House, store_thread: ThreadPoolExecutor) -> int:
    """Run the app until its window closes; the exit code is Qt's. store_thread: the one that may be opening already."""
    app = application()
    house.contrast_theme = contrast_theme(app)
    window = window_on(house, store_thread=store_thread)
    surround(app, window, house)
    window.shown.connect(Warming(window.tasks).begin)
    exchanging = Exchanging(window, house)
    keeper = Doorkeeper(window, house)
    app.commitDataRequest.connect(lambda _manager: keeper.let_go())
    if _is_small():
        window.showFullScreen()
    else:
        window.setMinimumSize(*_LEAST)
        window.show()
    window.go(flow.FIRST)
    code = app.exec()
    keeper.let_go()
    exchanging.close()
    window.close()
    return code


def window_on(
    house: House,
    look: Look | None = None,
    *,
    printing: "Printing | None" = None,
    store_thread: ThreadPoolExecutor | None = None,
) -> Window:
    """The window of a house, drawn as this PC is set to; nothing is opened yet. `window.go(flow.FIRST)` opens it.

    printing: what puts sheets on paper; the default printer, unless given. store_thread: its own, unless given.
    """
    settings = house.here
    texts = texts_in(settings.language)
    look = look or Look(THEMES[settings.theme], settings.text_percent, *_size(), px_per_mm=settings.px_per_mm)
    look = replace(look, right_to_left=texts.right_to_left)
    visit = Visit(house, printing=printing or LatePrinting(texts))
    return Window(look, texts, Journey(visit), Tasks(store_thread))


def _is_small() -> bool:
    """Whether a window with its title and the PC's own bars would be too low for our screens."""
    return QGuiApplication.primaryScreen().availableSize().height() < _LEAST[1] + _TITLE


def _size() -> tuple[int, int]:
    """As large as the screen allows, but no larger than is usual at first."""
    room = QGuiApplication.primaryScreen().availableSize()
    return _USUAL if room.width() >= _USUAL[0] and room.height() >= _USUAL[1] else _LEAST
