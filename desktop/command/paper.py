"""Papers written to PDF files from the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.services.papers import RecoverySheetPaper, SlipPaper
from desktop.views.printing.jobs import without_screen, write_pdf
from desktop.views.printing.recovery_sheet import recovery_sheet
from desktop.views.printing.slips import slip_sheets
from desktop.views.texts import Texts


def write_slips(slips: Sequence[SlipPaper], path: Path) -> None:
    """Slips, eight to a sheet of A4. Raises NotWritten."""
    _application = without_screen()
    write_pdf(slip_sheets(slips, Texts()), path)


def write_recovery_sheet(sheet: RecoverySheetPaper, path: Path) -> None:
    """The recovery sheet. Raises NotWritten."""
    _application = without_screen()
    write_pdf(recovery_sheet(sheet, Texts()), path)
