"""The two edges of every member screen: photo, question and Help above; Back, Home and one helpful thing below."""

from typing import Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.views.kit.art import Symbol
from desktop.views.kit.bar import BarButton, BarItem, RoundButton
from desktop.views.kit.heading import Heading
from desktop.views.kit.person import MOST_PART, Person, PersonButton
from desktop.views.texts import Texts
from desktop.views.theme import Look

_LEAST_GAP: Final = 12
PLACES: Final = ("left", "centre", "right")


def mirrored(rect: QRect, whole: QWidget, look: Look) -> QRect:
    """A rectangle on the other side, where people read from right to left, or press with the left hand."""
    if not look.edges_turned:
        return rect
    return QRect(whole.width() - rect.right() - 1, rect.y(), rect.width(), rect.height())


class TopEdge(QWidget):
    """My photo, the question, Help and the speaker."""

    photo = Signal()
    help = Signal()
    speak = Signal()

    def __init__(self, look: Look, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.heading = Heading("", look, self)
        self.person = PersonButton(look, texts, self)
        self.person.clicked.connect(self.photo)
        self.helping = RoundButton(texts("kit.help"), Symbol("gh:raised-hand"), look, self)
        self.helping.clicked.connect(self.help)
        self.speaker = RoundButton(texts("kit.speak"), Symbol("gh:speaker"), look, self)
        self.speaker.clicked.connect(self.speak)
        self.speaker.hide()
        self.person.hide()

    def ask(self, question: str) -> None:
        """Set the question."""
        self.heading.say(question)
        self.heading.setVisible(bool(question))
        self._place()

    def show_person(self, person: Person | None) -> None:
        """Show whose screen this is."""
        self.person.setVisible(person is not None)
        if person is not None:
            self.person.show_person(person)
        self._place()

    def show_help(self, *, yes: bool) -> None:
        """Show Help, or leave it out; the question makes room."""
        self.helping.setVisible(yes)
        self._place()

    def show_speaker(self, *, yes: bool) -> None:
        """Show the speaker, or leave it out; the question makes room."""
        self.speaker.setVisible(yes)
        self._place()

    def to_press(self) -> list[QWidget]:
        """What can be pressed, in the order of scanning."""
        return [button for button in (self.helping, self.speaker, self.person) if button.isVisibleTo(self)]

    def _place(self) -> None:
        look, target = self._look, self._look.target_px
        top = (self.height() - target) // 2
        speaker = QRect(self.width() - look.margin - target, top, target, target)
        helping = speaker.translated(-target - look.bar_gap, 0)
        person = QRect(look.margin, top, self.person.width_for(self.width() // MOST_PART), target)
        for button, rect in ((self.speaker, speaker), (self.helping, helping), (self.person, person)):
            button.setGeometry(mirrored(rect, self, look))
        left = person.right() if self.person.isVisibleTo(self) else look.margin
        shown = [rect.left() for button, rect in ((self.helping, helping), (self.speaker, speaker)) if _is_on(button)]
        right = min(shown, default=self.width() - look.margin)
        self._place_heading(left + _LEAST_GAP, right - _LEAST_GAP)

    def _place_heading(self, left: int, right: int) -> None:
        """In the middle of the screen if the words have room there, otherwise between what stands beside them."""
        half = min(self.width() // 2 - left, right - self.width() // 2)
        self.heading.setGeometry(self.width() // 2 - half, 0, 2 * half, self.height())
        if self.heading.lines().px < self._look.heading_px:
            rect = QRect(left, 0, right - left, self.height())
            self.heading.setGeometry(mirrored(rect, self, self._look))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place everything anew."""
        self._place()


def _is_on(button: QWidget) -> bool:
    """Whether a button of an edge is shown, once the edge is."""
    return not button.isHidden()


class BottomEdge(QWidget):
    """Three places that never move."""

    pressed = Signal(object)  # the BarItem

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons: dict[str, BarButton] = {}

    def put(self, items: dict[str, BarItem | None]) -> None:
        """Fill the places; what stays the same keeps its button and its focus."""
        focused = next((place for place, button in self._buttons.items() if button.hasFocus()), None)
        for place in PLACES:
            item = items.get(place)
            if place not in self._buttons or self._buttons[place].item != item:
                self._change(place, item)
        self._place()
        if focused in self._buttons:
            self._buttons[focused].setFocus()

    def to_press(self) -> list[QWidget]:
        """What can be pressed, in reading order."""
        return [self._buttons[place] for place in PLACES if place in self._buttons]

    def _change(self, place: str, item: BarItem | None) -> None:
        old = self._buttons.pop(place, None)
        if old is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        if item is not None:
            button = BarButton(item, self._look, self)
            button.clicked.connect(lambda _=False, item=item: self.pressed.emit(item))
            button.show()
            self._buttons[place] = button

    def _place(self) -> None:
        """The middle one stands in the middle; the others share what it leaves: more where their words need it."""
        look, centre = self._look, self._buttons.get("centre")
        third = (self.width() - 2 * look.margin - 2 * look.gap) // 3
        middle = centre.width_for(third) if centre is not None else 0
        most = (self.width() - middle) // 2 - look.margin - look.bar_gap
        sides = [button for place, button in self._buttons.items() if place != "centre"]
        if centre is not None and not all(button.has_room(most) for button in sides):
            middle = centre.least_width(third)
            most = (self.width() - middle) // 2 - look.margin - _LEAST_GAP
        for place, button in self._buttons.items():
            width = middle if place == "centre" else button.width_for(most)
            rest = self.width() - width
            left = {"left": look.margin, "centre": rest // 2, "right": rest - look.margin}[place]
            rect = QRect(left, look.bar_gap, width, self.height() - 2 * look.bar_gap)
            button.setGeometry(mirrored(rect, self, look))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place everything anew."""
        self._place()
