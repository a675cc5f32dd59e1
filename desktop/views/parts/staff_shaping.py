"""A photo on its way in: from a file or the camera, then turned, cut to what matters, lighter or darker."""

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.services.photo_shape import SHAPE_SIDE_PX, STEPS, Shape, shaped
from desktop.services.pictures import BadPhoto, clean_photo, photo_from_file
from desktop.services.seen import Pic
from desktop.views.kit.art import Photo
from desktop.views.kit.draw import draw
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts.camera import Viewfinder, has_camera
from desktop.views.parts.staff_liking import MARKING, TONE, LikingPictures
from desktop.views.parts.staff_lists import Column
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

PHOTO: Final = "staff_picture_photo"
CAMERA: Final = "staff_picture_camera"
WRONG: Final = "staff_picture_wrong"
_HIGH: Final = 320


class ShapingPhotos(LikingPictures):
    """A page that takes a photo in: nothing is kept of it but what is seen at the end."""

    photo_file = Signal(object)  # its path
    camera = Signal()
    taken = Signal(object)  # JPEG bytes, empty if the camera shows nothing
    shape = Signal(object)  # one of STEPS
    use_photo = Signal()
    no_photo = Signal()

    @staticmethod
    def on_photo_file(_services: Any, visit: Visit, path: Path) -> None:
        """Take a photo in: made small, and nothing in it but the picture."""
        try:
            visit.chosen[PHOTO] = (photo_from_file(path, side_px=SHAPE_SIDE_PX), Shape())
        except BadPhoto as problem:
            visit.chosen[WRONG] = str(problem)

    @staticmethod
    def on_camera(_services: Any, visit: Visit) -> None:
        """Look through the camera."""
        visit.chosen[CAMERA] = True

    @staticmethod
    def on_taken(_services: Any, visit: Visit, jpeg: bytes) -> None:
        """Take what the camera saw."""
        visit.chosen.pop(CAMERA, None)
        try:
            visit.chosen[PHOTO] = (clean_photo(jpeg, side_px=SHAPE_SIDE_PX), Shape())
        except BadPhoto as problem:
            visit.chosen[WRONG] = str(problem)

    @staticmethod
    def on_shape(_services: Any, visit: Visit, how: str) -> None:
        """Turn it, cut it, or give it light."""
        photo, shape = visit.chosen[PHOTO]
        visit.chosen[PHOTO] = (photo, shape.step(how))

    @staticmethod
    def on_no_photo(_services: Any, visit: Visit) -> None:
        """Put it away."""
        forget_photo(visit)

    @staticmethod
    def on_use_photo(_services: Any, visit: Visit) -> None:
        """Put it into the form it is for."""
        hand_over(visit, Pic("", shaped_now(visit)))


class PhotoPanel(Column):
    """The photo as it will be, with what can be done to it."""

    def __init__(self, page: ShapingPhotos, photo: bytes) -> None:
        look, texts = page.look, page.texts
        steps = [_button(texts, look, f"staff.photo.{how}", lambda how=how: page.shape.emit(how)) for how in STEPS]
        use = _button(texts, look, "staff.photo.use", page.use_photo.emit, strong=True)
        none = _button(texts, look, "staff.photo.none", page.no_photo.emit)
        self._seen = _Seen(photo, look, texts("staff.photo.seen"))
        super().__init__(look, [ButtonRow(look, [use, none]), self._seen, ButtonRow(look, steps)])

    def change(self, photo: bytes) -> None:
        """Show it as it is now."""
        self._seen.change(photo)

    def lay(self, width: int) -> int:
        """Place everything in a width; answers with the height it takes, in pixels."""
        self.resize(width, self.minimumHeight())
        self.again()
        return self.minimumHeight()


class CameraPanel(Column):
    """What the camera sees, and one press that takes it."""

    def __init__(self, page: ShapingPhotos) -> None:
        look, texts = page.look, page.texts
        finder = Viewfinder(look, texts("staff.photo.sees"))
        finder.setMinimumHeight(_HIGH)
        take = _button(texts, look, "staff.photo.take", lambda: page.taken.emit(finder.still()), strong=True)
        none = _button(texts, look, "staff.photo.none", page.no_photo.emit)
        super().__init__(look, [ButtonRow(look, [take, none]), finder])

    def lay(self, width: int) -> int:
        """Place everything in a width; answers with the height it takes, in pixels."""
        self.resize(width, self.minimumHeight())
        self.again()
        return self.minimumHeight()


class _Seen(QWidget):
    """The photo, square."""

    def __init__(self, photo: bytes, look: Look, name: str) -> None:
        super().__init__()
        self._photo, self._look = Photo(photo), look
        self.setAccessibleName(name)
        self.setMinimumHeight(_HIGH)

    def change(self, photo: bytes) -> None:
        """Show it as it is now."""
        self._photo = Photo(photo)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it at the side where reading begins."""
        left = self.width() - _HIGH if self._look.right_to_left else 0
        draw(QPainter(self), QRectF(left, 0, _HIGH, _HIGH), self._photo, self._look)


def shaped_now(visit: Visit) -> bytes | None:
    """The photo as it was last shaped; None if there is none."""
    found = visit.chosen.get(PHOTO)
    return None if found is None else shaped(*found)


def forget_photo(visit: Visit) -> None:
    """Put a photo away, and the camera."""
    for kept in (PHOTO, CAMERA):
        visit.chosen.pop(kept, None)


def sees_camera() -> bool:
    """Whether a photo can be taken here."""
    return has_camera()


def hand_over(visit: Visit, pic: Pic) -> None:
    """Put a picture into the form it is for, and forget how it was looked for."""
    forget_photo(visit)
    for kept in (TONE, MARKING):
        visit.chosen.pop(kept, None)
    form = visit.chosen["staff_picture"]
    visit.chosen[form] = visit.chosen[form].changed(pic=pic)


def _button(texts: Texts, look: Look, words: str, then: Any, *, strong: bool = False) -> StaffButton:
    button = StaffButton(texts(words), look, strong=strong)
    button.clicked.connect(lambda _=False: then())
    return button
