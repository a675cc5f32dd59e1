"""Papers written to PDF files from the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from desktop.services.papers import RecoverySheetPaper, SlipPaper
from desktop.views.app import application
from desktop.views.printing.jobs import write_pdf
from desktop.views.printing.recovery_sheet import recovery_sheet
from desktop.views.printing.slips import slip_sheets
from desktop.views.texts import texts_in

_WITHOUT_SCREEN: Final = ("goodhour", "-platform", "offscreen")


def draw_off_screen() -> object:
    """What Qt needs to draw with no screen; keep it while drawing."""
    return application(_WITHOUT_SCREEN)


def write_slips(slips: Sequence[SlipPaper], path: Path, language: str) -> None:
    """Slips, eight to a sheet of A4. language: the PC's. Raises NotWritten."""
    _application = application(_WITHOUT_SCREEN)
    write_pdf(slip_sheets(slips, texts_in(language)), path)


def write_recovery_sheet(sheet: RecoverySheetPaper, path: Path, language: str) -> None:
    """The recovery sheet. language: the PC's. Raises NotWritten."""
    _application = application(_WITHOUT_SCREEN)
    write_pdf(recovery_sheet(sheet, texts_in(language)), path)
