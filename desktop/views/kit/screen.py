"""The frame of every member screen: an edge above, an edge below, and between them what the screen is about."""

from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.edges import BottomEdge, TopEdge
from desktop.views.kit.frame import USUAL, Frame, outcomes
from desktop.views.kit.guide import Guide
from desktop.views.kit.keyboard import keyboard_on, within_reach
from desktop.views.kit.order import can_focus, few_one_by_one, in_reading_order, in_rows
from desktop.views.kit.person import Person
from desktop.views.texts import Texts
from desktop.views.theme import Look

__all__ = ["ICONS", "USUAL", "Frame", "Person", "Screen", "outcomes"]

ICONS: Final = {
    "back": "gh:arrow-left",
    "home": "gh:home",
    "finish": "gh:door",
    "undo": "gh:undo",
    "more": "gh:arrow-right",
    "help": "gh:raised-hand",
    "speak": "gh:speaker",
}
_MIRRORED: Final = {"back": "more", "more": "back"}


class Screen(Frame):
    """A member's screen. See Frame for what a concrete one has. has_edges: False for one that is its body alone."""

    has_edges: ClassVar[bool] = True

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._top = TopEdge(look, texts, self)
        self._top.photo.connect(self.photo)
        self._top.help.connect(self.help)
        self._top.speak.connect(self.speak)
        self._bottom = BottomEdge(look, self)
        self._bottom.pressed.connect(self._bar_pressed)
        self._body: QWidget | None = None
        self._paged: list[Any] = []
        self.resize(look.width, look.height)
        self._place()
        self._top.setVisible(self.has_edges)
        self._bottom.setVisible(self.has_edges)
        self.set_bar(left=self.item("back"), centre=self.item("home"))
        self._ring.raise_()

    def ask(self, question: str) -> None:
        """Set the question, or the statement, at the top."""
        self._top.ask(question)

    def question(self) -> str:
        """What stands at the top."""
        return self._top.heading.text()

    def set_person(self, person: Person | None) -> None:
        """Show whose screen this is, and who is here with them; None while nobody has signed in."""
        self._top.show_person(person)

    def set_body(self, body: QWidget) -> None:
        """Put a widget between the edges; where any part has pages, More turns them."""
        if self._body is not None:
            self._body.hide()
            self._body.setParent(None)
            self._body.deleteLater()
        self._body = body
        body.setParent(self)
        self._paged = [part for part in (body, *body.findChildren(QWidget)) if hasattr(part, "pages_changed")]
        for part in self._paged:
            part.pages_changed.connect(self._show_bar)
        self._place()
        self._show_bar()
        body.show()
        self._ring.raise_()

    def set_bar(
        self, *, left: BarItem | None = None, centre: BarItem | None = None, right: BarItem | None = None
    ) -> None:
        """Fill the three places at the bottom; None is empty paper. More takes the right one while there are pages."""
        self._wanted = {"left": left, "centre": centre, "right": right}
        self._show_bar()

    def allow_help(self, *, yes: bool) -> None:
        """Show or leave out Help."""
        self._top.show_help(yes=yes)

    def allow_speaking(self, *, yes: bool) -> None:
        """Show or leave out the speaker; a worker needs none."""
        self._top.show_speaker(yes=yes and not self.for_workers)

    def item(self, which: str) -> BarItem:
        """One of the usual things of the bar: back, home, finish, undo or more."""
        picture = _MIRRORED.get(which, which) if self.look.right_to_left else which
        return BarItem(self.texts(f"kit.{which}"), Symbol(ICONS[picture]), which)

    def focus_order(self) -> list[QWidget]:
        """The body by rows, then Back, Home, the right-hand thing, Help, speaker, photo."""
        body = in_reading_order(can_focus(self._body), self._body) if self._body is not None else []
        edges = [*self._bottom.to_press(), *self._top.to_press()] if self.has_edges else []
        return within_reach(self, [*body, *edges])

    def scan_rows(self, *, few_apart: bool = False) -> list[list[QWidget]]:
        """The rows of the body, the bottom bar, the top bar. What lies over the whole screen is all there is."""
        if not self.is_scanned:
            return []
        guide = self.findChild(Guide, "", Qt.FindChildOption.FindDirectChildrenOnly)
        if guide is not None and guide.isVisibleTo(self):
            return [[guide]]
        body = in_rows(can_focus(self._body), self._body) if self._body is not None else []
        edges = [self._bottom.to_press(), self._top.to_press()] if self.has_edges else []
        keyboard = keyboard_on(self)
        if keyboard is not None:  # what lies under it waits
            return [row for row in (*body, *keyboard.rows) if row]
        if few_apart:
            body = few_one_by_one(body, has_more=_has_more(self._paged))
        return [row for row in (*body, *edges) if row]

    def _show_bar(self) -> None:
        more = self.item("more") if _has_more(self._paged) else None
        self._bottom.put({**self._wanted, "right": more or self._wanted["right"]})

    def _bar_pressed(self, item: BarItem) -> None:
        if item.signal == "more":
            for part in self._paged:
                if part.has_more:
                    part.next_page()
            return
        signal: SignalInstance = getattr(self, item.signal)
        signal.emit()

    def _place(self) -> None:
        look = self.look
        self._top.setGeometry(0, 0, self.width(), look.top_bar)
        self._bottom.setGeometry(0, self.height() - look.bottom_bar, self.width(), look.bottom_bar)
        if self._body is None:
            return
        top, bottom = (look.top_bar, look.bottom_bar) if self.has_edges else (look.margin, look.margin)
        self._body.setGeometry(look.margin, top, self.width() - 2 * look.margin, self.height() - top - bottom)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place the edges and the body."""
        self._place()


def _has_more(parts: list[Any]) -> bool:
    return any(part.has_more for part in parts)
