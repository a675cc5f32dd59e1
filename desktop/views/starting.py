"""Starts the app on a house: the window first, then the centre, off the screen's thread."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

from desktop.views import flow
from desktop.views.app import application
from desktop.views.contrast import contrast_theme
from desktop.views.doorkeeper import Doorkeeper
from desktop.views.ending import Ending
from desktop.views.exchanging import Exchanging
from desktop.views.house import House
from desktop.views.journey import Journey
from desktop.views.kiosk import Kiosk
from desktop.views.late import LatePrinting
from desktop.views.night import Night
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
GOOD_NIGHT: Final = 100  # what the app leaves with when its hour has come


def start(house: House, store_thread: ThreadPoolExecutor, *, in_window: bool = False) -> int:
    """Run the app until its window closes; the exit code is Qt's.

    store_thread: the one that may be opening already. in_window: it does not fill the screen, whatever is set.
    """
    app = application()
    house.contrast_theme = contrast_theme(app)
    window = window_on(house, store_thread=store_thread)
    surround(app, window, house)
    window.shown.connect(Warming(window.tasks).begin)
    exchanging = Exchanging(window, house)
    keeper = Doorkeeper(window, house)
    kiosk = Kiosk(app, window, house, keeper=keeper, in_window=in_window)
    ending = Ending()
    ending.asked.connect(lambda: app.exit(0))  # `quit` would ask the window first, and the window the PIN
    app.commitDataRequest.connect(lambda _manager: keeper.let_go())
    night = Night(window, house)
    night.over.connect(lambda: app.exit(GOOD_NIGHT))
    _open(window, fills_screen=kiosk.is_full and house.has_centre)
    code = app.exec()
    keeper.let_go()
    exchanging.close()
    window.close()
    ending.close()
    return _good_night(house) if code == GOOD_NIGHT else code


def _open(window: Window, *, fills_screen: bool) -> None:
    if fills_screen or _is_small():
        window.showFullScreen()
    else:
        window.setMinimumSize(*_LEAST)
        window.show()
    window.go(flow.FIRST)


def _good_night(house: House) -> int:
    """The hour has come, and the records are closed."""
    if house.settings.shuts_down:
        from desktop.services.power import shut_down  # noqa: PLC0415  once a day

        shut_down()
    return 0


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
    visit = Visit(house, printing=printing or LatePrinting(lambda: house.settings.language))
    return Window(look, texts, Journey(visit), Tasks(store_thread))


def _is_small() -> bool:
    """Whether a window with its title and the PC's own bars would be too low for our screens."""
    return QGuiApplication.primaryScreen().availableSize().height() < _LEAST[1] + _TITLE


def _size() -> tuple[int, int]:
    """As large as the screen allows, but no larger than is usual at first."""
    room = QGuiApplication.primaryScreen().availableSize()
    return _USUAL if room.width() >= _USUAL[0] and room.height() >= _USUAL[1] else _LEAST
