"""Printing that is loaded when something is first printed, so that the app starts fast."""

from typing import TYPE_CHECKING, Any

from desktop.views.texts import Texts

if TYPE_CHECKING:
    from desktop.views.printing.jobs import Printing


class LatePrinting:
    """Does what `printing.jobs.Printing` does, on the default printer."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._printing: Printing | None = None

    def __getattr__(self, name: str) -> Any:
        """What Printing has by this name."""
        if self._printing is None:
            self._printing = _default(self._texts)
        return getattr(self._printing, name)


def _default(texts: Texts) -> "Printing":
    from desktop.views.printing.jobs import Printing  # noqa: PLC0415 - the whole point
    from desktop.views.printing.printers import DefaultPrinter  # noqa: PLC0415 - the same

    return Printing(DefaultPrinter(), texts)
