"""The week written to PDF files from the command line: the centre's, members', and any other sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from desktop.services.papers_week import CentreWeekPaper, MemberWeekPaper
from desktop.views.app import application
from desktop.views.printing.jobs import write_pdf
from desktop.views.printing.paper import A3, A4, Document, in_grey, joined
from desktop.views.printing.week_centre import centre_week
from desktop.views.printing.week_member import member_weeks
from desktop.views.texts import Texts, texts_in

_WITHOUT_SCREEN: Final = ("goodhour", "-platform", "offscreen")


def write_centre_week(
    paper: CentreWeekPaper, path: Path, *, language: str, is_a3: bool = False, is_grey: bool = False
) -> int:
    """The centre's week; how many pages it has. language: the PC's. Raises NotWritten."""
    size = A3 if is_a3 else A4
    return write_sheets(lambda texts: (centre_week(paper, texts, size),), path, language=language, is_grey=is_grey)


def write_member_weeks(papers: Sequence[MemberWeekPaper], path: Path, *, language: str, is_grey: bool = False) -> int:
    """Members' weeks in one file, each beginning a page; how many pages it has.

    Raises:
        NotWritten: the file cannot be written. ValueError: no members.
    """
    return write_sheets(lambda texts: member_weeks(papers, texts), path, language=language, is_grey=is_grey)


def write_sheets(
    make: Callable[[Texts], Iterable[Document]], path: Path, *, language: str, is_grey: bool = False
) -> int:
    """Sheets in one file; make: draws them in the words of a language. Returns how many pages there are.

    Raises:
        NotWritten: the file cannot be written. ValueError: no sheets.
    """
    _application = application(_WITHOUT_SCREEN)
    whole = joined(tuple(make(texts_in(language))))
    write_pdf(in_grey(whole) if is_grey else whole, path)
    return len(whole.pages)
