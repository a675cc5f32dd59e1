"""The recovery sheet on paper or in a file, at the first start and whenever staff need it again."""

from pathlib import Path
from typing import Any

from desktop.views.parts.staff_lists import tell
from desktop.views.printing.jobs import write_pdf
from desktop.views.printing.recovery_sheet import recovery_sheet
from desktop.views.visit import Visit


def print_sheet(services: Any, visit: Visit) -> None:
    """Print it: the same words each time."""
    paper = services.centre.recovery_paper()
    tell(visit, lambda: visit.printing.print_recovery_sheet(paper), "staff.settings.printed")


def save_sheet(services: Any, visit: Visit, path: Path) -> None:
    """Write it into a PDF file."""
    document = recovery_sheet(services.centre.recovery_paper(), visit.printing.texts)
    tell(visit, lambda: write_pdf(document, path), "staff.settings.saved", file=path.name)
