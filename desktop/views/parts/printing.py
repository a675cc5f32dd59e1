"""Sending the sheet of a plan to the printer: once, unless a person says again."""

from typing import Any

from desktop.views.visit import Visit


def print_sheet(services: Any, visit: Visit, *, again: bool = False) -> str | None:
    """Print the sheet of the chosen plan; "at_printer" if it went there within the last ten minutes.

    Raises:
        KnownProblem: there is no printer, or it cannot print; nothing is noted as printed.
    """
    plan = visit.chosen["plan"]
    if services.spending.printed(plan) and not again:
        return "at_printer"
    visit.printing.print_trip_card(services.spending.sheet(plan))
    services.spending.mark_printed(plan)
    return None
