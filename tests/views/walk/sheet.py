"""Sheets of all screens for people to look at: `python3 build/dev.py screens --out DIR`.

Each state of each screen is filled, drawn as the app draws it, made smaller, and laid on sheets of twelve with its name
below: `DIR/calm-light-01.png` and so on. `--single` keeps each also as a picture of its own, at its full size.
`--no-words` draws every word as a grey bar: who finds the right thing to press there does not need to read.
"""

import argparse
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Final
from unittest.mock import patch

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from desktop.views import screens
from desktop.views.kit import lettering
from desktop.views.theme import THEMES, font
from tests.views.walk.looks import FACTORS, RIGHT, WORDS, Dress, dress
from tests.views.walk.walked import Walked
from tests.views.walk.walking import states, to_walk

ACROSS: Final = 3
DOWN: Final = 4
SMALL: Final = QSize(640, 480)
GAP_PX: Final = 24
CAPTION_PX: Final = 22
PAPER: Final = "#D8D8D8"
INK: Final = "#000000"
BAR: Final = "#8A8A8A"
_SIZES: Final = {f"{width}x{height}": (width, height) for width, height in FACTORS[2]}


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw what is asked for and say where it lies."""
    parser = argparse.ArgumentParser(prog="dev.py screens", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder to write to")
    parser.add_argument("--theme", action="append", choices=THEMES, help="this theme only; may be said again")
    parser.add_argument("--screen", action="append", choices=to_walk(), help="this screen only; may be said again")
    parser.add_argument("--text", type=int, choices=FACTORS[1], default=100, help="per cent")
    parser.add_argument("--size", choices=_SIZES, default="1366x768", help="of the window")
    parser.add_argument("--words", choices=WORDS, default="en", help="a language, or one made up")
    parser.add_argument("--no-words", action="store_true", help="every word as a grey bar")
    parser.add_argument("--single", action="store_true", help="each screen also at its full size")
    asked = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.views.app import application  # noqa: PLC0415 - after the platform is chosen

    app = application()
    asked.out.mkdir(parents=True, exist_ok=True)
    walked = [one for one in states() if one.screen in (asked.screen or to_walk())]
    drawn_by: AbstractContextManager[object] = (
        patch.object(lettering, "draw_line", bars) if asked.no_words else nullcontext()
    )
    with drawn_by:
        for theme in asked.theme or THEMES:
            how = dress(theme, asked.text, _SIZES[asked.size], 3.8, asked.words, RIGHT)
            for number, part in enumerate(in_sheets(walked), start=1):
                pictures = [picture_of(one, how) for one in part]
                sheet(part, pictures).save(str(asked.out / f"{theme}-{number:02}.png"))
                for one, picture in zip(part, pictures, strict=True) if asked.single else ():
                    picture.save(str(asked.out / f"{theme} {file_name(one)}.png"))
                app.processEvents()
    sys.stdout.write(f"{len(walked)} states of {len({one.screen for one in walked})} screens are in {asked.out}\n")
    return 0


def in_sheets(walked: Sequence[Walked]) -> Iterator[Sequence[Walked]]:
    """So many as lie on one sheet, and so on to the last."""
    for first in range(0, len(walked), ACROSS * DOWN):
        yield walked[first : first + ACROSS * DOWN]


def picture_of(walked: Walked, how: Dress) -> QImage:
    """The first page of a state as it is drawn."""
    screen = screens.find(walked.screen)(how.look, how.texts())
    try:
        screen.set_person(walked.person)
        screen.fill(walked.state)
        return screen.grab().toImage()
    finally:
        screen.deleteLater()


def sheet(walked: Sequence[Walked], pictures: Sequence[QImage]) -> QImage:
    """Pictures side by side, each with its name below."""
    seen = pictures[0].size().scaled(SMALL, Qt.AspectRatioMode.KeepAspectRatio)
    cell = QSize(SMALL.width() + GAP_PX, seen.height() + GAP_PX + 3 * CAPTION_PX)
    rows = -(-len(pictures) // ACROSS)
    paper = QImage(cell.width() * ACROSS + GAP_PX, cell.height() * rows + GAP_PX, QImage.Format.Format_RGB32)
    paper.fill(QColor(PAPER))
    painter = QPainter(paper)
    painter.setFont(font(CAPTION_PX))
    painter.setPen(QColor(INK))
    for number, (one, picture) in enumerate(zip(walked, pictures, strict=True)):
        corner = QPoint(GAP_PX + number % ACROSS * cell.width(), GAP_PX + number // ACROSS * cell.height())
        small = picture.scaled(SMALL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        painter.drawImage(corner, small)
        below = QRect(corner + QPoint(0, small.height()), QSize(SMALL.width(), 3 * CAPTION_PX))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, str(one))
    painter.end()
    return paper


def bars(painter: QPainter, begins: QPointF, line: str) -> None:
    """A grey bar for each word, as long and about as high as the word."""
    size = QFontMetricsF(painter.font())
    for word in re.finditer(r"\S+", line):
        left = begins.x() + size.horizontalAdvance(line[: word.start()])
        height = painter.font().pixelSize() * 0.6
        bar = QRectF(left, begins.y() - height, size.horizontalAdvance(word[0]), height)
        painter.fillRect(bar, QColor(BAR))


def file_name(walked: Walked) -> str:
    """A name that every system takes."""
    return re.sub(r"[^A-Za-z0-9]+", "-", str(walked)).strip("-")[:100]


if __name__ == "__main__":
    sys.exit(main())
