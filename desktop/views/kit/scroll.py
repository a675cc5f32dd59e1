"""A page that may be higher than its place: it scrolls, by the bar, the wheel, and wherever the focus goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.views.kit.fields import scroll_style
from desktop.views.theme import Look


def scrolled(look: Look, inside: QWidget | None = None, parent: QWidget | None = None) -> QScrollArea:
    """A place for a widget that may be higher; as wide as the place."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent }" + scroll_style(look))
    area.verticalScrollBar().setSingleStep(look.staff_target)
    if inside is not None:
        area.setWidget(inside)
    return area
