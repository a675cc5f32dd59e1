"""The page of staff screens: what there is at the left with Lock below, the title, and a body that may scroll."""

from typing import ClassVar, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Symbol
from desktop.views.kit.frame import Frame
from desktop.views.kit.keyboard import within_reach
from desktop.views.kit.lettering import Room, fit
from desktop.views.kit.order import can_focus, in_reading_order
from desktop.views.kit.panel import MOST_LINES
from desktop.views.kit.scroll import scrolled
from desktop.views.kit.staff_button import StaffButton
from desktop.views.kit.staff_words import StaffHeading, StaffWords
from desktop.views.texts import Texts
from desktop.views.theme import Look

# Outcome, its words under kit.nav, its picture. The outcome has a door everywhere.
NAV: Final = (
    ("to_today", "today", "om:1F4CC"),
    ("to_week", "week", "om:1F4C5"),
    ("to_people", "people", "om:1F465"),
    ("to_tasks", "tasks", "om:1F9F9"),
    ("to_offers", "offers", "om:1F3AB"),
    ("to_slips", "slips", "gh:slip"),
    ("to_import", "import", "om:1F4E5"),
    ("to_settings", "settings", "om:2699"),
    ("to_about", "about", "om:2139"),
)
_EDGE: Final = 16
_GAP: Final = 12


class StaffPage(Frame):
    """A staff screen. nav: which of the places at the left this one belongs to, such as ``to_people``.

    has_nav: False for a page that leads nowhere but back, such as one that is worked with a member.
    """

    nav: ClassVar[str] = ""
    has_nav: ClassVar[bool] = True
    for_workers: ClassVar[bool] = True
    is_scanned: ClassVar[bool] = False

    to_today = Signal()
    to_week = Signal()
    to_people = Signal()
    to_tasks = Signal()
    to_offers = Signal()
    to_slips = Signal()
    to_import = Signal()
    to_settings = Signal()
    to_about = Signal()
    lock = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        places = NAV if self.has_nav else ()
        self._nav = [self._nav_button(outcome, texts(f"kit.nav.{words}"), art) for outcome, words, art in places]
        self._lock = self._nav_button("lock", texts("kit.lock"), "om:1F512")
        self._lock.setVisible(self.has_nav)
        self._title = StaffHeading("", look, self)
        self._line = StaffWords("", look, self)
        self._body: QWidget | None = None
        self._scroll = scrolled(look, parent=self)
        self._scroll.hide()
        self.resize(look.width, look.height)
        self._place()

    def ask(self, title: str, line: str = "") -> None:
        """Set the title, and a line under it."""
        self._title.say(title)
        self._line.say(line)
        self._line.setVisible(bool(line))
        self._place()

    def question(self) -> str:
        """The title."""
        return self._title.text()

    def set_body(self, body: QWidget, *, scrolls: bool = False) -> None:
        """Put a widget under the title; with scrolls it may be higher than the page."""
        if self._body is not None:
            self._scroll.takeWidget()
            self._body.hide()
            self._body.setParent(None)
            self._body.deleteLater()
        self._body = body
        self._scroll.setVisible(scrolls)
        if scrolls:
            self._scroll.setWidget(body)
        else:
            body.setParent(self)
        body.show()
        self._place()
        self._ring.raise_()

    def focus_order(self) -> list[QWidget]:
        """The places at the left, Lock, then the body by rows."""
        body = in_reading_order(can_focus(self._body), self._body) if self._body is not None else []
        return within_reach(self, [*self._nav, *([self._lock] if self.has_nav else []), *body])

    def take_focus(self) -> None:
        """Begin in the body, where the work is."""
        order = self.focus_order()
        first = len(self._nav) + self.has_nav
        (order[first] if len(order) > first else order[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _nav_button(self, outcome: str, words: str, art: str) -> StaffButton:
        button = StaffButton(words, self.look, art=Symbol(art), strong=outcome == self.nav)
        button.leading = True
        button.mark_chosen(chosen=outcome == self.nav)
        button.setParent(self)
        button.clicked.connect(getattr(self, outcome))
        return button

    def nav_width(self) -> int:
        """The width of the places at the left, in pixels."""
        return max(button.sizeHint().width() for button in (*self._nav, self._lock)) + 8 if self.has_nav else 0

    def _place(self) -> None:
        wide, target = self.nav_width(), self.look.staff_target
        gap = min(_GAP, (self.height() - 2 * _EDGE - target) // len(NAV) - target)
        for number, button in enumerate(self._nav):
            button.setGeometry(self._mirrored(QRect(_EDGE, _EDGE + number * (target + gap), wide, target)))
        self._lock.setGeometry(self._mirrored(QRect(_EDGE, self.height() - _EDGE - target, wide, target)))
        left = wide + 2 * _EDGE + self.look.gap // 2
        width = self.width() - left - self.look.gap
        title = fit(self._title.text(), self._title.sizes(), Room(width, 2)).height
        self._title.setGeometry(self._mirrored(QRect(left, 20, width, title)))
        top = 20 + title + 8
        if self._line.text():
            line = fit(self._line.text(), (self.look.staff_px,), Room(width, MOST_LINES), bold=False).height
            self._line.setGeometry(self._mirrored(QRect(left, top, width, line)))
            top += line + 8
        rest = self._mirrored(QRect(left - 12, top + 4, width + 24, self.height() - top - 4 - _EDGE))
        self._scroll.setGeometry(rest)
        if self._body is not None and self._scroll.widget() is None:
            self._body.setGeometry(rest.adjusted(12, 0, -12, 0))

    def _mirrored(self, rect: QRect) -> QRect:
        if not self.look.right_to_left:
            return rect
        return QRect(self.width() - rect.right() - 1, rect.y(), rect.width(), rect.height())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place everything anew."""
        self._place()
