"""Printing that is loaded when something is first printed, so that the app starts fast."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop.views.texts import texts_in

if TYPE_CHECKING:
    from desktop.views.printing.jobs import Printing


class LatePrinting:
    """Does what `printing.jobs.Printing` does, on the default printer, in the language the PC is set to then."""

    def __init__(self, language: Callable[[], str]) -> None:
        self._language = language
        self._printing: Printing | None = None

    def __getattr__(self, name: str) -> Any:
        """What Printing has by this name."""
        if self._printing is None:
            self._printing = _default(self._language())
        elif self._printing.texts.language != self._language():
            self._printing = replace(self._printing, texts=texts_in(self._language()))
        return getattr(self._printing, name)


def _default(language: str) -> "Printing":
    from desktop.views.printing.jobs import Printing  # noqa: PLC0415 - the whole point
    from desktop.views.printing.printers import DefaultPrinter  # noqa: PLC0415 - the same

    return Printing(DefaultPrinter(), texts_in(language))
