"""The frame of every member screen: photo, question and Help above, the body, and three places below that never move."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final, Protocol

from PySide6.QtCore import QRect, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Art, Face, Symbol
from desktop.views.kit.bar import BarButton, BarItem, Heading, PersonButton, RoundButton
from desktop.views.kit.order import can_focus, in_reading_order, step
from desktop.views.kit.ring import FocusRing
from desktop.views.texts import Texts
from desktop.views.theme import Look

ICONS: Final = {
    "back": "gh:arrow-left",
    "home": "gh:home",
    "finish": "gh:door",
    "undo": "gh:undo",
    "more": "gh:arrow-right",
    "help": "gh:raised-hand",
    "speak": "gh:speaker",
    "person": "om:1F464",
}
USUAL: Final = ("back", "home", "finish", "undo", "help", "speak", "photo")  # outcomes every screen may have
_MIRRORED: Final = {"back": "more", "more": "back"}


class Paged(Protocol):
    """A body, or a part of one, that shows a page at a time."""

    pages_changed: ClassVar[Signal]

    @property
    def has_more(self) -> bool:
        """Whether there is another page."""

    def next_page(self) -> None:
        """Show it."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who is at the screen. supporter: the name and picture of who is here with them."""

    name: str
    art: Art
    supporter: tuple[str, Art] | None = None


class Screen(QWidget):
    """One question, or one statement, with what can be answered.

    A concrete screen sets `name`, declares a Signal for each outcome, and has `fill(state)` and the static method
    `read(services, visit)`, which runs on the store's thread and so touches no Qt. For an outcome that does something
    it has the static method `on_OUTCOME(services, visit, value)`, run there too, before the door is taken; what that
    answers, if anything, is the outcome instead and is listed in `answers`.
    """

    name: ClassVar[str] = ""
    answers: ClassVar[tuple[str, ...]] = ()

    back = Signal()
    home = Signal()
    finish = Signal()
    undo = Signal()
    help = Signal()
    speak = Signal()
    photo = Signal()
    painted = Signal()  # after the first paint of what was filled in

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__()
        self.look = look
        self.texts = texts
        self._heading = Heading("", look, self)
        self._body: QWidget | None = None
        self._paged: Any = None
        self._bar: dict[str, BarButton] = {}
        self._right: BarItem | None = None
        self._photo = PersonButton(Symbol(ICONS["person"]), look, self)
        self._photo.clicked.connect(self.photo)
        self._help = RoundButton(texts("kit.help"), Symbol(ICONS["help"]), look, self)
        self._help.clicked.connect(self.help)
        self._speak = RoundButton(texts("kit.speak"), Symbol(ICONS["speak"]), look, self)
        self._speak.clicked.connect(self.speak)
        self._speak.hide()
        self._ring = FocusRing(look, self)
        self._fresh = True
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if look.right_to_left else Qt.LayoutDirection.LeftToRight)
        self.set_person(None)
        self.set_bar(left=self.item("back"), centre=self.item("home"))
        self.resize(look.width, look.height)

    @staticmethod
    def read(services: Any, visit: Any) -> Any:
        """What the screen shows, as its frozen state; on the store's thread."""
        raise NotImplementedError

    def fill(self, state: Any) -> None:
        """Show a state."""
        raise NotImplementedError

    def ask(self, question: str) -> None:
        """Set the question, or the statement, at the top."""
        self._heading.say(question)
        self._place()

    def question(self) -> str:
        """What stands at the top."""
        return self._heading.text()

    def set_person(self, person: Person | None) -> None:
        """Show whose screen this is, and who is here with them; None while nobody has signed in."""
        self._photo.setVisible(person is not None)
        if person is not None:
            names = [person.name]
            heard = self.texts("kit.me")
            art = Face(person.art)
            if person.supporter is not None:
                names.append(self.texts("kit.is_here", name=person.supporter[0]))
                heard = self.texts("kit.me_is_here", name=heard, supporter=person.supporter[0])
                art = Face(person.art, person.supporter[1])
            self._photo.show_person(heard, art, tuple(names) if self.look.shows_name else ())
        self._place()

    def set_body(self, body: QWidget) -> None:
        """Put a widget between the bars; with pages of its own, More appears at the bottom right."""
        if self._body is not None:
            self._body.hide()
            self._body.setParent(None)
            self._body.deleteLater()
        self._body = body
        body.setParent(self)
        paged = [part for part in (body, *body.findChildren(QWidget)) if hasattr(part, "pages_changed")]
        self._paged = paged[0] if paged else None
        if self._paged is not None:
            self._paged.pages_changed.connect(self._show_bar)
        self._place()
        body.show()
        self._ring.raise_()

    def set_bar(
        self, *, left: BarItem | None = None, centre: BarItem | None = None, right: BarItem | None = None
    ) -> None:
        """Fill the three places at the bottom; a place with None is empty paper. More takes the right one if needed."""
        self._wanted = {"left": left, "centre": centre, "right": right}
        self._show_bar()

    def set_voice(self, *, speaks: bool) -> None:
        """Show the speaker, if this PC has a voice."""
        self._speak.setVisible(speaks)

    def allow_help(self, *, yes: bool) -> None:
        """Show or leave out Help."""
        self._help.setVisible(yes)

    def item(self, which: str) -> BarItem:
        """One of the usual things of the bar: back, home, finish, undo or more."""
        picture = _MIRRORED.get(which, which) if self.look.right_to_left else which
        return BarItem(self.texts(f"kit.{which}"), Symbol(ICONS[picture]), which)

    def focus_order(self) -> list[QWidget]:
        """What the Tab key and scanning walk: the body by rows, the bar, Help, speaker, photo."""
        body = in_reading_order(can_focus(self._body), self._body) if self._body is not None else []
        bar = [self._bar[place] for place in ("left", "centre", "right") if place in self._bar]
        top = [button for button in (self._help, self._speak, self._photo) if button.isVisibleTo(self)]
        return [*body, *bar, *top]

    def take_focus(self) -> None:
        """Put the focus on the first thing to press."""
        order = self.focus_order()
        if order:
            order[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def filled(self) -> None:
        """Say that a state was filled in: `painted` follows once it can be seen."""
        self._fresh = True
        self.update()

    def _show_bar(self) -> None:
        items = dict(self._wanted)
        if self._paged is not None and self._paged.has_more:
            items["right"] = self.item("more")
        had_focus = next((place for place, button in self._bar.items() if button.hasFocus()), None)
        for place, item in items.items():
            if place in self._bar and self._bar[place].item == item:
                continue
            self._put(place, item)
        self._place()
        if had_focus in self._bar:
            self._bar[had_focus].setFocus()

    def _put(self, place: str, item: BarItem | None) -> None:
        old = self._bar.pop(place, None)
        if old is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        if item is not None:
            button = BarButton(item, self.look, self)
            button.clicked.connect(lambda _=False, item=item: self._bar_pressed(item))
            button.show()
            self._bar[place] = button

    def _bar_pressed(self, item: BarItem) -> None:
        if item.signal == "more" and self._paged is not None:
            self._paged.next_page()
            return
        signal: SignalInstance = getattr(self, item.signal)
        signal.emit()

    def _place(self) -> None:
        look = self.look
        target = look.target_px
        top = (look.top_bar - target) // 2
        speak = QRect(self.width() - look.margin - target, top, target, target)
        help_ = speak.translated(-target - look.bar_gap, 0)
        photo = QRect(look.margin, top, self._photo.width_for(self.width() // 4), target)
        for button, rect in ((self._speak, speak), (self._help, help_), (self._photo, photo)):
            button.setGeometry(self._mirrored(rect))
        self._place_heading(photo.right() if self._photo.isVisibleTo(self) else look.margin, help_.left())
        self._place_bar()
        if self._body is not None:
            height = self.height() - look.top_bar - look.bottom_bar
            self._body.setGeometry(look.margin, look.top_bar, self.width() - 2 * look.margin, height)

    def _place_heading(self, left: int, right: int) -> None:
        """In the middle of the screen if the words have room there, otherwise between what stands beside them."""
        look = self.look
        left, right = left + look.bar_gap, right - look.bar_gap
        half = min(self.width() // 2 - left, right - self.width() // 2)
        middle = QRect(self.width() // 2 - half, 0, 2 * half, look.top_bar)
        self._heading.setGeometry(middle)
        if self._heading.lines().px < look.heading_px:
            self._heading.setGeometry(self._mirrored(QRect(left, 0, right - left, look.top_bar)))

    def _place_bar(self) -> None:
        look = self.look
        most = (self.width() - 2 * look.margin - 2 * look.gap) // 3
        height = look.bottom_bar - 2 * look.bar_gap
        top = self.height() - look.bottom_bar + look.bar_gap
        for place, button in self._bar.items():
            width = button.width_for(most)
            left = {
                "left": look.margin,
                "centre": (self.width() - width) // 2,
                "right": self.width() - look.margin - width,
            }[place]
            button.setGeometry(self._mirrored(QRect(left, top, width, height)))

    def _mirrored(self, rect: QRect) -> QRect:
        if not self.look.right_to_left:
            return rect
        return QRect(self.width() - rect.right() - 1, rect.y(), rect.width(), rect.height())

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Walk in reading order, whatever order the widgets were made in."""
        return step(self.focus_order(), forward=forward)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place everything by the screen's own rules."""
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper."""
        QPainter(self).fillRect(self.rect(), QColor(self.look.theme.paper))
        if self._fresh:
            self._fresh = False
            QTimer.singleShot(0, self.painted.emit)


def outcomes(screen: type[Screen]) -> frozenset[str]:
    """The outcomes a screen declares itself: its own signals, and what its `on_` methods may answer."""
    own = {
        name
        for kind in screen.__mro__
        if issubclass(kind, Screen) and kind is not Screen
        for name, value in vars(kind).items()
        if isinstance(value, Signal)
    }
    return frozenset(own | set(screen.answers))
