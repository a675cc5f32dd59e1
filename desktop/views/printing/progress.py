"""Long jobs: how far they are, how to stop them, and what to say when the printer goes away in the middle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from threading import Event

from desktop.problems import KnownProblem
from desktop.views.printing.jobs import Printer, PrinterTrouble
from desktop.views.printing.paper import Document, Page, PageDrawing, joined


class Stopped(KnownProblem):
    """Somebody stopped it before it was done. Nothing was written; start again when you like."""

    code = "stopped"
    picture = "gh:undo"


class WentAway(PrinterTrouble):
    """The printer stopped in the middle. What was handed over before will come out, or has; the rest was not sent.

    done: how many sheets' documents went to it, of how many; begin with the next one to go on.
    """

    code = "printer_went_away"

    def __init__(self, done: int, of: int) -> None:
        super().__init__(
            f"The printer stopped after {done} of {of}. Those {done} went to it; the rest did not. Look at the "
            "printer, then print the rest. Nothing is lost."
        )
        self.done, self.of = done, of


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of a long job: so many of so many went to the printer."""

    done: int
    of: int

    @property
    def is_whole(self) -> bool:
        """Whether all of it did."""
        return self.done == self.of


class Progress:
    """How far a long job is. Any thread may stop it; `told` is called on the thread that works."""

    def __init__(self, told: Callable[[int, int], None] | None = None) -> None:
        self._told = told
        self._stopped = Event()
        self.done = 0
        self.of = 0

    @property
    def is_stopped(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Ask it to stop, after the sheet that is under way."""
        self._stopped.set()

    def tell(self, done: int, of: int) -> None:
        """Say how many of how many are done."""
        self.done, self.of = done, of
        if self._told:
            self._told(done, of)


def print_each(printer: Printer, documents: Sequence[Document], progress: Progress, *, first: int = 0) -> Printed:
    """Print documents one after another, each a job of its own, so that what was handed over stays so.

    first: how many went to the printer before.

    Raises:
        WentAway: the printer stopped after some. PrinterTrouble: it takes none.
    """
    of = len(documents)
    progress.tell(first, of)
    for number, document in enumerate(documents[first:], start=first):
        if progress.is_stopped:
            return Printed(number, of)
        try:
            printer.put_on_paper(document)
        except PrinterTrouble as trouble:
            if number == 0:
                raise
            raise WentAway(number, of) from trouble
        progress.tell(number + 1, of)
    return Printed(of, of)


def followed(documents: Sequence[Document], progress: Progress, *, name: str = "", title: str = "") -> Document:
    """Documents as one that tells how far it is while it is written, a page at a time, and can be stopped.

    Drawing it raises Stopped as soon as somebody stopped it.
    """
    whole = joined(documents, name, title)
    pages = tuple(_followed(whole.pages, progress))
    return Document(name, title, whole.size, pages, whole.is_grey)


def _followed(pages: Sequence[PageDrawing], progress: Progress) -> Iterator[PageDrawing]:
    for number, drawing in enumerate(pages):

        def draw(page: Page, number: int = number, drawing: PageDrawing = drawing) -> None:
            if progress.is_stopped:
                raise Stopped("It was stopped. Nothing was written.")
            drawing(page)
            progress.tell(number + 1, len(pages))

        yield draw
