"""A printed sheet as a picture on screen: what will come out of the printer."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.views.theme import Look


class SheetPreview(QWidget):
    """Shows a page as large as its place allows; name: what a screen reader says for it."""

    def __init__(self, look: Look, page: QImage, name: str) -> None:
        super().__init__()
        self._look = look
        self._page = page
        self.setAccessibleName(name)

    def page_place(self) -> QRectF:
        """Where the page lies."""
        room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        size = self._page.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        return place

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page with a thin edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self.page_place()
        painter.drawImage(place, self._page)
        painter.setPen(QPen(QColor(self._look.theme.ink), self._look.outline))
        painter.drawRect(place)
