"""Words of staff screens: smaller than a member's, never under 18 pixels, from the leading edge."""

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from desktop.views.kit.heading import Heading
from desktop.views.kit.lettering import Lines, Room, Written, broken, fit
from desktop.views.kit.panel import Words
from desktop.views.theme import Look


class StaffWords(Words):
    """A sentence or two, broken as the width asks."""

    def __init__(self, words: str, look: Look, parent: QWidget | None = None, *, bold: bool = False) -> None:
        super().__init__(words, look, parent, bold=bold)
        self._is_bold = bold

    def lines(self) -> Lines:
        """The words as they are broken now."""
        return broken(self.text(), self.look.staff_px, self.width(), bold=self._is_bold)

    def height_for(self, width: int) -> int:
        """The height the words take in a width, in pixels."""
        return broken(self.text(), self.look.staff_px, width, bold=self._is_bold).height if self.text() else 0

    def written(self) -> list[Written]:
        """The words as they stand, from the leading edge."""
        return [Written(QRectF(self.rect()), self.lines(), leading=True)] if self.text() else []


class StaffHeading(Heading):
    """The title of a staff screen."""

    def sizes(self) -> tuple[int, ...]:
        """Twice the size of the text, or a little less where it must."""
        px = self.look.staff_px
        return tuple(range(px * 2, px, -2))

    def lines(self) -> Lines:
        """The title as it is broken now."""
        return fit(self.text(), self.sizes(), Room(self.width(), 2))

    def written(self) -> list[Written]:
        """The title as it stands, from the leading edge."""
        return [Written(QRectF(self.rect()), self.lines(), leading=True)] if self.text() else []
