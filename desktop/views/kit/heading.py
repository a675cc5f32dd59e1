"""The question of a screen, and the role that tells screen readers it is a heading."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from desktop.views.kit.lettering import Lines, Room, fit
from desktop.views.kit.panel import Words

_CLOSE: Final = 1.05  # a line's height, in text heights: tails and tops of letters do not touch yet


class Heading(Words):
    """The question or statement of a screen; screen readers hear a heading."""

    def sizes(self) -> tuple[int, ...]:
        """From heading size down to tile size, then smaller rather than cut."""
        return tuple(range(self.look.heading_px, self.look.least_px - 1, -2))

    def lines(self) -> Lines:
        """One line if it fits at tile size or more, otherwise two; three close ones before they are too small."""
        one = fit(self.text(), (self.look.heading_px, self.look.tile_px), Room(self.width(), 1, self.height()))
        if one.px >= self.look.tile_px:
            return one
        two = fit(self.text(), self.sizes(), Room(self.width(), 2, self.height()))
        if two.px >= self.look.least_px:
            return two
        three = fit(self.text(), (self.look.least_px,), Room(self.width(), 3, self.height(), _CLOSE))
        return max(two, three, key=lambda lines: lines.px)


class _HeadingRole(QAccessibleWidget):
    """Gives a heading its role; Qt has no widget that carries it."""

    def __init__(self, heading: Heading) -> None:
        super().__init__(heading, QAccessible.Role.Heading)

    def text(self, kind: QAccessible.Text) -> str:
        """The question of the moment; Qt would keep the first one."""
        widget = self.widget()
        return widget.accessibleName() if kind == QAccessible.Text.Name and widget is not None else ""


_KEPT: Final[list[_HeadingRole]] = []  # Qt holds them without owning them


def _accessible(kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    if kind == "Heading" and isinstance(thing, Heading):
        made = _HeadingRole(thing)
        _KEPT.append(made)
        return made
    return None


def install_heading_role() -> None:
    """Tell Qt how screen readers hear headings; once, after the application exists."""
    QAccessible.installFactory(_accessible)
