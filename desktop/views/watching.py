"""The camera while slips are checked or cards are shown: made at the first screen that asks, on while one is shown."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.views.kit.frame import Frame
from desktop.views.parts.camera import has_camera
from desktop.views.parts.cards import is_shown_here
from desktop.views.parts.slip_camera import SlipCamera

_AGAIN_MS: Final = 5000


class Watching(QObject):
    """Lets the screens that look for slips or cards see by one camera, so that it need not wake between them.

    found: a slip or a card was seen. camera_of: makes the camera, None where there is none; this PC's, unless given.
    """

    found = Signal(str)

    def __init__(self, parent: QObject, camera_of: Callable[[QObject], SlipCamera | None] | None = None) -> None:
        super().__init__(parent)
        self.camera_of = camera_of or _of_this_pc
        self._camera: SlipCamera | None = None
        self._screen: Frame | None = None
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._look_again)

    def shown(self, screen: Frame) -> None:
        """Another screen is shown: look for slips, or for cards, if it wants them."""
        self._screen = screen
        if _wants(screen):
            self._look_again()
        else:
            self._again.stop()
        if self._camera is not None:
            self._camera.want(yes=_wants(screen), is_calm=not screen.sees_slips)
            self._lend()

    def _found(self, text: str) -> None:
        # Where people sign in a camera looks all day: what is no card and no slip passes by unheard.
        if self._screen is not None and (self._screen.sees_slips or is_shown_here(text)):
            self.found.emit(text)

    def _look_again(self) -> None:
        """Plugged in since? Only then there is anything to make."""
        if self._camera is None and self._screen is not None:
            self._camera = self.camera_of(self)
            if self._camera is None:
                self._again.start()
                return
            self._again.stop()
            self._camera.found.connect(self._found)
            self._camera.want(yes=_wants(self._screen), is_calm=not self._screen.sees_slips)
            self._lend()

    def _lend(self) -> None:
        see_by = getattr(self._screen, "see_by", None)
        if see_by is not None:
            see_by(self._camera)


def _wants(screen: Frame) -> bool:
    return screen.sees_slips or screen.sees_cards


def _of_this_pc(parent: QObject) -> SlipCamera | None:
    return SlipCamera(parent) if has_camera() else None
