"""Slips in a file: a photo, or a PDF of several pages, as somebody was sent by e-mail."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.problems import BadInput
from desktop.views.parts import staff_files
from desktop.views.parts.slip_file import texts_of
from desktop.views.printing.jobs import FilePrinter, Printing
from desktop.views.texts import Texts
from tests.services.joined import Joined
from tests.views.volunteer.at_the_door import AtTheDoor, printed


def test_a_pdf_of_two_pages_has_all_its_slips(riverside: Joined, tmp_path: Path, texts: Texts) -> None:
    papers = printed(riverside, 10)  # eight to a page
    (tmp_path / "papers").mkdir()
    Printing(FilePrinter(tmp_path / "papers"), texts).print_slips(papers)
    assert set(texts_of(tmp_path / "papers" / "slips.pdf")) == {paper.token for paper in papers}


def test_what_is_neither_has_none(tmp_path: Path) -> None:
    for name, raw in (("a.pdf", b"%PDF-1.7 torn"), ("b.txt", b"hello"), ("c.png", b"\x89PNG torn"), ("d", b"")):
        (tmp_path / name).write_bytes(raw)
        assert texts_of(tmp_path / name) == []


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be opened"):
        texts_of(tmp_path / "gone.pdf")


def test_a_file_at_a_door_is_answered_like_any_slip(
    door: AtTheDoor, riverside: Joined, tmp_path: Path, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = printed(riverside, 3)
    (tmp_path / "papers").mkdir()
    Printing(FilePrinter(tmp_path / "papers"), texts).print_slips(papers)
    chosen = [tmp_path / "papers" / "slips.pdf"]
    monkeypatch.setattr(staff_files, "choose_open", lambda *_: chosen[0])
    door.press("From a file")
    assert door.says("3 slips are good.")
    door.press("Take 3 slips", "Next slip")
    chosen[0] = tmp_path / "nothing.png"
    chosen[0].write_bytes(b"nothing")
    door.press("From a file")
    assert door.says("This is not a slip.")
    assert door.taken() == 3
