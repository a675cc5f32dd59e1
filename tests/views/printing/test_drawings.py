"""Pictures on paper: vectors for drawings, photos for people, and something to see for whatever is unknown."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.services.seen import Pic
from desktop.views.printing.drawings import draw_face, draw_picture, picture_shape
from desktop.views.printing.jobs import write_pdf
from desktop.views.printing.trip_card import trip_card
from desktop.views.texts import Texts
from tests.views.printing import examples
from tests.views.printing.paper_tools import Paper

pytestmark = pytest.mark.usefixtures("qapp")

RED = (200, 30, 30)


def _photo(width: int, height: int) -> bytes:
    made = BytesIO()
    Image.new("RGB", (width, height), RED).save(made, "JPEG", quality=95)
    return made.getvalue()


def _drawn(pic: Pic, *, is_face: bool = False) -> QImage:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    (draw_face if is_face else draw_picture)(painter, QRectF(0, 0, 200, 100), pic)
    painter.end()
    return image


def test_a_photo_is_cropped_to_a_square_and_a_face_to_a_circle() -> None:
    photo = Pic("ph:" + "0" * 64, _photo(400, 100))
    square, circle = _drawn(photo), _drawn(photo, is_face=True)
    for image in (square, circle):
        assert image.pixelColor(100, 50).red() > 180
        assert image.pixelColor(40, 50) == QColor("white")
    assert square.pixelColor(60, 14).red() > square.pixelColor(60, 14).green()
    assert circle.pixelColor(55, 8) == QColor("white")
    assert picture_shape(photo) == 1


@pytest.mark.parametrize("pic", [Pic("om:FFFFF"), Pic("gh:from-a-newer-goodhour"), Pic("ph:" + "0" * 64, b"no photo")])
def test_what_cannot_be_drawn_is_a_question_mark(pic: Pic) -> None:
    assert _drawn(pic) == _drawn(Pic("om:2753"))


def test_a_drawing_fills_the_room_it_is_given() -> None:
    image = _drawn(Pic("gh:coin"))
    inked = [y for y in range(100) if any(image.pixelColor(x, y) != QColor("white") for x in range(200))]
    assert inked[0] <= 2
    assert inked[-1] >= 97


def test_cards_with_photos_stay_small_files(texts: Texts, tmp_path: Path) -> None:
    photo = Pic("ph:" + "0" * 64, _photo(3000, 2000))
    person = examples.a_person("Ann")._replace(pic=photo)
    write_pdf(trip_card(replace(examples.a_card(), pic=photo, people=(person,) * 3), texts), tmp_path / "card.pdf")
    assert (tmp_path / "card.pdf").stat().st_size < 500_000
    assert "Ann" in Paper(tmp_path / "card.pdf").text()
