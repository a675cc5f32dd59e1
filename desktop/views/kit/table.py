"""Long lists of staff screens as a table: many lines, a few columns, nothing to press in the cells."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.views.kit.fields import scroll_style
from desktop.views.kit.ring import RingFollows
from desktop.views.theme import Look, font

_Index = QModelIndex | QPersistentModelIndex


class _Lines(QAbstractTableModel):
    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__()
        self._headings = tuple(headings)
        self._lines: Sequence[Sequence[str]] = ()

    def show_lines(self, lines: Sequence[Sequence[str]]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return len(self._lines)

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return len(self._headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._lines[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and way == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None


class Table(QTableView):
    """Lines under headings. name: what a screen reader says. opened: the number of a line, by Enter or double press."""

    opened = Signal(int)

    def __init__(self, name: str, headings: Sequence[str], look: Look) -> None:
        super().__init__()
        self.look = look
        self._lines = _Lines(headings)
        self.setModel(self._lines)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.staff_target)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFont(font(look.staff_px))
        self.horizontalHeader().setFixedHeight(look.staff_target)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setFont(font(look.staff_px, bold=False))
        self.setStyleSheet(_style(look))
        self.activated.connect(lambda index: self.opened.emit(index.row()))
        RingFollows(self)

    def show_lines(self, lines: Sequence[Sequence[str]]) -> None:
        """Show these lines; each has a text for every heading. Any number: only what is seen is drawn."""
        self._lines.show_lines(lines)

    def line(self) -> int:
        """The number of the line that is marked, -1 for none."""
        return self.currentIndex().row()


def _style(look: Look) -> str:
    theme, px = look.theme, look.staff_px
    return f"""
        QTableView {{
            background: {theme.tile}; color: {theme.ink}; border: 2px solid {theme.ink}; border-radius: 12px;
            selection-background-color: {theme.ink}; selection-color: {theme.paper}; font-size: {px}px; outline: 0;
        }}
        QTableView::item {{ border-bottom: 1px solid {theme.ink}; padding: 4px 12px }}
        QHeaderView, QHeaderView::section {{
            background: {theme.paper}; color: {theme.ink}; border: 0; padding: 0 12px; font-size: {px}px;
        }}
        {scroll_style(look)}
    """
