"""The recovery sheet: the QR and twelve words that open a centre's records when the PC is gone; one side of A4."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF

from desktop.services.papers import RecoverySheetPaper
from desktop.services.seen import Pic
from desktop.views.printing.lettering import LEAST_PT, Lettering, Room, set_words
from desktop.views.printing.mirror import mirrored
from desktop.views.printing.paper import A4, RIGHT, Document, Edge, Page, tint
from desktop.views.texts import Texts

MARGIN_MM: Final = 16.0
SYMBOL_MM: Final = 44.0

_INSIDE: Final = QRectF(MARGIN_MM, MARGIN_MM, A4.width_mm - 2 * MARGIN_MM, A4.height_mm - 2 * MARGIN_MM)
_GAP_MM: Final = 6.0
_PAD_MM: Final = 5.0
_RADIUS_MM: Final = 4.0
_WORD_COLUMNS: Final = 3
_WORD_MM: Final = 12.0
_NUMBER_MM: Final = 11.0
_STEPS: Final = ("keep", "tell", "lost", "nobody", "seen")
_SMALL: Final = (16, 15, LEAST_PT)


def recovery_sheet(sheet: RecoverySheetPaper, texts: Texts) -> Document:
    """The sheet to be locked away, in plain words for staff."""
    return Document(
        "recovery-sheet",
        texts("paper.recovery.title"),
        A4,
        mirrored((partial(_draw, sheet=sheet, texts=texts),), A4.width_mm, texts),
    )


def _draw(page: Page, *, sheet: RecoverySheetPaper, texts: Texts) -> None:
    y = _draw_heading(page, sheet, texts) + _GAP_MM
    y = _draw_secret(page, y, sheet, texts) + _GAP_MM
    if sheet.passphrase:
        y = _draw_passphrase(page, y, sheet.passphrase, texts) + _GAP_MM
    _draw_steps(page, y, texts)


def _draw_heading(page: Page, sheet: RecoverySheetPaper, texts: Texts) -> float:
    """A padlock, the title, whose sheet it is and when it was printed. Returns where it ends."""
    width = _INSIDE.width() - 30
    day = texts("paper.recovery.made", day=texts.day(sheet.made), year=sheet.made.year)
    lines = [
        set_words(texts("paper.recovery.title"), Room(width, (32,), bold=True)),
        set_words(sheet.centre, Room(width, (22, 20, 18, 16, LEAST_PT), bold=True)),
        set_words(day, Room(width)),
    ]
    page.picture(QRectF(_INSIDE.left(), _INSIDE.top() + 1, 22, 26), Pic("gh:staff-lock"))
    return _column(page, QRectF(_INSIDE.left() + 30, _INSIDE.top(), width, 0), lines)


def _draw_secret(page: Page, top: float, sheet: RecoverySheetPaper, texts: Texts) -> float:
    """What it is for, the QR, and the words in rows of three. Returns where the panel ends."""
    left, width = _INSIDE.left() + _PAD_MM, _INSIDE.width() - 2 * _PAD_MM
    beside = width - SYMBOL_MM - 2 - 2 * _PAD_MM
    about = [
        set_words(texts("paper.recovery.what"), Room(beside, _SMALL, lines=4, bold=True)),
        set_words(texts("paper.recovery.same"), Room(beside, lines=4)),
    ]
    rows = -(-len(sheet.words) // _WORD_COLUMNS)
    height = SYMBOL_MM + 4 * _PAD_MM + rows * _WORD_MM
    page.box(QRectF(_INSIDE.left(), top, _INSIDE.width(), height), edge=Edge(0.8), radius_mm=_RADIUS_MM)
    symbol = QRectF(left + 2, top + _PAD_MM + 2, SYMBOL_MM, SYMBOL_MM)
    page.symbol(symbol, sheet.qr)
    above = (SYMBOL_MM - sum(words.height_mm for words in about) - 3) / 2
    _column(page, QRectF(symbol.right() + 2 * _PAD_MM, symbol.top() + above, beside, 0), about, gap_mm=3)
    _draw_words(page, QRectF(left, symbol.bottom() + 2 * _PAD_MM, width, rows * _WORD_MM), sheet.words)
    return top + height


def _draw_words(page: Page, rect: QRectF, secret: Sequence[str]) -> None:
    """Numbered, across and then down, each on its own line to be ticked off when typed."""
    width = rect.width() / _WORD_COLUMNS
    for number, word in enumerate(secret):
        row, column = divmod(number, _WORD_COLUMNS)
        x, y = rect.left() + column * width, rect.top() + row * _WORD_MM
        count = set_words(str(number + 1), Room(_NUMBER_MM))
        page.words(QRectF(x, y + 1.2, _NUMBER_MM - 3, 0), count, align=RIGHT)
        page.words(
            QRectF(x + _NUMBER_MM, y, width - _NUMBER_MM, 0),
            set_words(word, Room(width - _NUMBER_MM, (20, 18, 16), bold=True)),
        )


def _draw_passphrase(page: Page, top: float, passphrase: str, texts: Texts) -> float:
    """The five words of a PC that cannot keep its key itself. Returns where the panel ends."""
    width = _INSIDE.width() - 2 * _PAD_MM
    lines = [
        set_words(texts("paper.recovery.passphrase"), Room(width)),
        set_words(passphrase, Room(width, (20, 18, 16, LEAST_PT), lines=1, bold=True)),
    ]
    height = sum(words.height_mm for words in lines) + 2 * _PAD_MM - 2
    page.box(QRectF(_INSIDE.left(), top, _INSIDE.width(), height), fill=tint("credits"), radius_mm=_RADIUS_MM)
    _column(page, QRectF(_INSIDE.left() + _PAD_MM, top + _PAD_MM - 1, width, 0), lines)
    return top + height


def _draw_steps(page: Page, top: float, texts: Texts) -> None:
    """What to do with it, as plain numbered lines."""
    heading = set_words(texts("paper.recovery.todo"), Room(_INSIDE.width(), (18,), bold=True))
    y = _column(page, QRectF(_INSIDE.left(), top, _INSIDE.width(), 0), [heading]) + 1.5
    for number, step in enumerate(_STEPS):
        words = set_words(texts(f"paper.recovery.{step}"), Room(_INSIDE.width() - _NUMBER_MM, (16, LEAST_PT), lines=3))
        count = set_words(str(number + 1), Room(_NUMBER_MM, (16,), bold=True))
        page.words(QRectF(_INSIDE.left(), y, _NUMBER_MM, 0), count)
        page.words(QRectF(_INSIDE.left() + _NUMBER_MM, y, words.width_mm, 0), words)
        y += words.height_mm + 1.8


def _column(page: Page, rect: QRectF, lines: Sequence[Lettering], *, gap_mm: float = 0.0) -> float:
    """Words one under the other from the top. Returns where they end."""
    y = rect.top()
    for words in lines:
        page.words(QRectF(rect.left(), y, rect.width(), words.height_mm), words)
        y += words.height_mm + gap_mm
    return y
