"""What can be seen on a filled screen: where things lie, what is written on them, and how it stands out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from desktop.views.kit.frame import Frame
from desktop.views.kit.lettering import Written
from desktop.views.kit.ring import BAND, FocusRing

_EVERY_ROW: Final = 3  # of pixels: strokes of letters are taller than that


@dataclass(frozen=True, slots=True)
class Sight:
    """A filled screen and its pixels."""

    screen: Frame
    image: QImage

    @property
    def target_px(self) -> int:
        """The least side of anything pressable here."""
        look = self.screen.look
        return look.staff_target if self.screen.for_workers else look.target_px

    def place(self, widget: QWidget) -> QRect:
        """Where a widget lies on the screen."""
        return QRect(widget.mapTo(self.screen, QPoint(0, 0)), widget.size())

    def seen(self, kind: type[QWidget] = QWidget) -> list[Any]:
        """Widgets of a kind that are shown and not scrolled out of sight."""
        return [
            widget
            for widget in self.screen.findChildren(kind)
            if widget.isVisibleTo(self.screen) and not isinstance(widget, FocusRing) and not is_scrolled_away(widget)
        ]

    def pressable(self) -> list[QAbstractButton]:
        """What can be pressed."""
        return [button for button in self.seen(QAbstractButton) if button.isEnabled() and button.accessibleName() != ""]

    def in_body(self, widget: QWidget) -> bool:
        """Whether a widget lies between the edges."""
        look, place = self.screen.look, self.place(widget)
        return place.top() >= look.top_bar - 1 and place.bottom() <= self.screen.height() - look.bottom_bar + 1


def written_on(widget: QWidget) -> list[Written]:
    found = getattr(widget, "written", None)
    return list(found()) if callable(found) else []


def all_written(sight: Sight) -> Iterator[tuple[QWidget, Written]]:
    for widget in sight.seen():
        for words in written_on(widget):
            yield widget, words


def all_said(sight: Sight) -> Iterator[str]:
    for widget in sight.seen():
        if isinstance(widget, QLabel):
            yield widget.text()
        else:
            yield from (text_of(words) for words in written_on(widget))


def text_of(words: Written) -> str:
    return " ".join(words.lines.lines)


def is_sentence(words: str) -> bool:
    return words.endswith((".", "!", "?"))


def name_of(widget: QWidget) -> str:
    return widget.accessibleName() or getattr(widget, "text", lambda: "")() or type(widget).__name__


def has_ink(widget: QWidget) -> bool:
    """Whether a widget draws something of its own: words, or a thing to press or fill in."""
    return (
        bool(written_on(widget))
        or isinstance(widget, QAbstractButton)
        or widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    )


def is_in_scroll(widget: QWidget) -> bool:
    parent: QWidget | None = widget
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def is_scrolled_away(widget: QWidget) -> bool:
    """Whether a widget in a scrolling page, or in one that lies in another, is not wholly in sight now."""
    parent = widget.parentWidget()
    while parent is not None:
        if (
            isinstance(parent, QScrollArea)
            and (port := parent.viewport()).isAncestorOf(widget)
            and not port.rect().contains(QRect(widget.mapTo(port, QPoint(0, 0)), widget.size()))
        ):
            return True
        parent = parent.parentWidget()
    return False


def apart(one: QRect, other: QRect) -> int:
    across = max(one.left(), other.left()) - min(one.right(), other.right()) - 1
    down = max(one.top(), other.top()) - min(one.bottom(), other.bottom()) - 1
    return max(across, down)


def on_screen(sight: Sight, widget: QWidget, words: Written) -> QRect:
    corner = widget.mapTo(sight.screen, QPoint(0, 0))
    return words.place.toRect().translated(corner).intersected(sight.image.rect())


def contrast_of(image: QImage, rect: QRect) -> float:
    """The contrast between the most frequent colour in a rectangle and the one that stands out most from it."""
    ratio = image.devicePixelRatio()
    area = QRect(rect.topLeft() * ratio, rect.size() * ratio)
    part = image.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    if part.isNull():
        return 1.0
    colours: Counter[int] = Counter()
    for row in range(0, part.height(), _EVERY_ROW):
        line: Any = part.constScanLine(row)  # Qt's stubs do not say that it is a buffer
        colours.update(memoryview(line).cast("I"))
    ground = _brightness(colours.most_common(1)[0][0])
    others = [_brightness(colour) for colour, count in colours.items() if count > 1]
    return max(((max(ground, b) + 0.05) / (min(ground, b) + 0.05) for b in others), default=1.0)


def contrast_between(one: QColor, other: QColor) -> float:
    """The contrast of two colours, 1 to 21."""
    here, there = _brightness(one.rgb()), _brightness(other.rgb())
    return (max(here, there) + 0.05) / (min(here, there) + 0.05)


def ring_bands(screen: Frame, widget: QWidget) -> list[QColor]:
    """The colours met on the way to what has the focus: what lies around its ring, then each band, as drawn."""
    ring = screen.findChild(FocusRing, "", Qt.FindChildOption.FindDirectChildrenOnly)
    assert isinstance(ring, FocusRing)
    by_keys = ring.by_keys
    ring.keys_used(yes=True)
    ring.go_to(widget)
    place = ring.geometry()
    row = place.center().y()
    bands = len(screen.look.theme.ring)
    image = screen.grab(QRect(place.left() - 1, row, BAND * bands + 1, 1)).toImage()
    ring.go_to(None)
    ring.keys_used(yes=by_keys)
    middles = [0.5, *(1 + BAND * (number + 0.5) for number in range(bands))]
    return [image.pixelColor(int(middle * image.devicePixelRatio()), 0) for middle in middles]


@lru_cache(maxsize=4096)
def _brightness(pixel: int) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    colour = QColor(pixel)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
