"""What every screen is, whoever it is for: a look, words, outcomes, a state to be filled with, and one focus ring."""

from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.guide import Guide
from desktop.views.kit.order import in_rows, step
from desktop.views.kit.person import Person
from desktop.views.kit.ring import FocusRing
from desktop.views.texts import Texts
from desktop.views.theme import Look

USUAL: Final = ("back", "home", "finish", "undo", "help", "photo")  # outcomes every screen may have


class Frame(QWidget):
    """One question, or one statement, with what can be answered.

    A concrete screen sets `name`, declares a Signal for each outcome, and has `fill(state)` and the static method
    `read(services, visit)`, which runs on the store's thread and so touches no Qt. For an outcome that does something
    it has the static method `on_OUTCOME(services, visit, value)`, run there too, before the door is taken; what that
    answers, if anything, is the outcome instead and is listed in `answers`.
    """

    name: ClassVar[str] = ""
    answers: ClassVar[tuple[str, ...]] = ()
    ends_visit: ClassVar[bool] = False  # whoever was here is signed out before it is read
    keeps_up: ClassVar[bool] = False  # filled anew when the network has changed anything
    follows_person: ClassVar[bool] = False  # filled anew when it has changed something of whoever is here
    follows_line: ClassVar[bool] = False  # filled anew with every step of the line to the network
    tells_how_far: ClassVar[bool] = False  # what takes long is told on it, with Stop: no hourglass lies over it
    is_verdict: ClassVar[bool] = False  # answers a slip: the next one waits until this has been seen
    sees_slips: ClassVar[bool] = False  # the camera, where there is one, looks for slips while it is shown
    sees_cards: bool = False  # it looks for cards: where people sign in, and somebody here has one
    is_scanned: ClassVar[bool] = True  # False where only a worker is at work: switches are keys like others there
    is_secret: ClassVar[bool] = False  # what is pressed is never said aloud
    for_workers: ClassVar[bool] = False  # denser: staff screens, and members' screens whose keypad is for a worker

    back = Signal()
    home = Signal()
    finish = Signal()
    undo = Signal()
    help = Signal()
    photo = Signal()
    speak = Signal()  # the speaker was pressed: the window has all of it said
    said = Signal(str)  # words that somebody asked to hear
    told = Signal(str)  # what was pressed, as it is heard
    painted = Signal()  # after the first paint of what was filled in

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__()
        self.look = look
        self.texts = texts
        self._ring = FocusRing(look, self)
        self._fresh = True
        direction = Qt.LayoutDirection.RightToLeft if look.right_to_left else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(direction)

    @staticmethod
    def read(services: Any, visit: Any) -> Any:
        """What the screen shows, as its frozen state; on the store's thread."""
        raise NotImplementedError

    def fill(self, state: Any) -> None:
        """Show a state."""
        raise NotImplementedError

    def sound(self, _state: Any) -> str:
        """The name of the sound that is heard once when it comes with a state; see `views.sounds`. "" for none."""
        return ""

    def set_person(self, person: Person | None) -> None:
        """Show whose screen this is, where a screen has a place for it."""

    def allow_speaking(self, *, yes: bool) -> None:
        """Show the speaker, where a screen has one; there is none where nothing would be heard."""

    def focus_order(self) -> list[QWidget]:
        """What the Tab key and scanning walk, in reading order."""
        raise NotImplementedError

    def scan_rows(self, *, few_apart: bool = False) -> list[list[QWidget]]:  # noqa: ARG002 - member screens have few
        """What a switch scans, row by row, always in this order; none where a worker is at work.

        few_apart: few things may be rows of their own.
        """
        return in_rows(self.focus_order(), self) if self.is_scanned else []

    def is_pressed_their_way(self, _part: QWidget) -> bool:
        """Whether a part is pressed in the way of who sits here; workers press as they are used to."""
        return not self.for_workers

    def take_focus(self) -> None:
        """Put the focus on the first thing to press."""
        order = self.focus_order()
        if order:
            order[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_round(self) -> None:
        """Name each thing to press, one after another, a press for each."""
        Guide(self.look, self.focus_order(), self)

    @property
    def is_by_keys(self) -> bool:
        """Whether whoever is here uses keys or a switch, and so needs to see the focus."""
        return self._ring.by_keys

    def go_by_keys(self, *, yes: bool) -> None:
        """Show the focus, or leave it out."""
        self._ring.keys_used(yes=yes)

    def filled(self) -> None:
        """Say that a state was filled in: `painted` follows once it can be seen."""
        self._fresh = True
        self.update()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Walk in reading order, whatever order the widgets were made in."""
        return step(self.focus_order(), forward=forward)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper."""
        QPainter(self).fillRect(self.rect(), QColor(self.look.theme.paper))
        if self._fresh:
            self._fresh = False
            QTimer.singleShot(0, self.painted.emit)


def outcomes(screen: type[Frame]) -> frozenset[str]:
    """The outcomes a screen declares itself: its own signals, and what its `on_` methods may answer."""
    own = {
        name
        for kind in screen.__mro__
        if issubclass(kind, Frame) and kind is not Frame
        for name, value in vars(kind).items()
        if isinstance(value, Signal)
    }
    return frozenset(own | set(screen.answers))
