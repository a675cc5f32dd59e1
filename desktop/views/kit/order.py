"""Reading order: rows from the top, each from its leading edge; what focus and scanning follow."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

_TABBED = Qt.FocusPolicy.TabFocus
MOST_ONE_BY_ONE = 6


def in_reading_order(widgets: Iterable[QWidget], whole: QWidget) -> list[QWidget]:
    """Widgets by rows and then along each row, as they lie on the whole."""
    return [widget for row in in_rows(widgets, whole) for widget in row]


def in_rows(widgets: Iterable[QWidget], whole: QWidget) -> list[list[QWidget]]:
    """The rows that widgets lie in on the whole, from the top; each from where people begin to read."""
    rtl = whole.layoutDirection() == Qt.LayoutDirection.RightToLeft
    rows: list[tuple[int, list[QWidget]]] = []
    for widget in sorted(widgets, key=lambda w: _top(w, whole)):
        middle = _top(widget, whole) + widget.height() // 2
        if rows and _top(rows[-1][1][0], whole) <= middle and rows[-1][0] > _top(widget, whole):
            rows[-1][1].append(widget)
        else:
            rows.append((middle, [widget]))
    return [sorted(row, key=lambda w: _left(w, whole), reverse=rtl) for _, row in rows]


def few_one_by_one(rows: list[list[QWidget]], *, has_more: bool) -> list[list[QWidget]]:
    """Rows as a switch goes over them: few things each by itself, which spares the press for the row and its wait.

    Where another page may be wanted, only the things of one row: what leads there comes after all of them.
    """
    things = [widget for row in rows for widget in row]
    if len(things) > MOST_ONE_BY_ONE or (has_more and len(rows) > 1):
        return rows
    return [[widget] for widget in things]


def can_focus(whole: QWidget) -> list[QWidget]:
    """The whole, and everything inside, that takes the focus by keys now."""
    return [
        widget
        for widget in (whole, *whole.findChildren(QWidget))
        if widget.focusPolicy() & _TABBED and widget.isEnabled() and (widget is whole or widget.isVisibleTo(whole))
    ]


def step(order: list[QWidget], *, forward: bool) -> bool:
    """Move the focus one place along an order; round at its ends. False if there is nowhere to go."""
    if not order:
        return False
    here = next((number for number, widget in enumerate(order) if widget.hasFocus()), None)
    start = 0 if forward else len(order) - 1
    there = start if here is None else (here + (1 if forward else -1)) % len(order)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    order[there].setFocus(reason)
    return True


def _top(widget: QWidget, whole: QWidget) -> int:
    return widget.mapTo(whole, QPoint(0, 0)).y()


def _left(widget: QWidget, whole: QWidget) -> int:
    return widget.mapTo(whole, QPoint(0, 0)).x()
