"""Slips: made, printed, kept as PDF, printed again, made void, and read back from a picture."""

from pathlib import Path

import pytest

from desktop.views.printing.jobs import preview
from desktop.views.printing.slips import slip_sheets
from desktop.views.texts import Texts
from tests.views.staff.pc import StaffPc, hand_over


@pytest.fixture
def slips(staff: StaffPc) -> StaffPc:
    staff.press("Slips", "staff_slips")
    return staff


def make(slips: StaffPc, count: int, *, member: str = "") -> None:
    slips.press("Make slips", "staff_print")
    if member:
        slips.choose("For", member)
    slips.write("How many slips", str(count))
    slips.press("Make them", "staff_sheet")


def test_a_sheet_is_printed_and_kept_as_pdf(slips: StaffPc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(slips, 9)
    assert slips.says("9 slips are ready")
    assert slips.says("2 sheets of paper.")
    slips.press("Print")
    assert slips.says("It is at the printer.")
    assert (slips.paper / "slips.pdf").read_bytes().startswith(b"%PDF")
    kept = tmp_path / "mine.pdf"
    hand_over(monkeypatch, kept)
    slips.press("Save as PDF")
    assert kept.read_bytes().startswith(b"%PDF")
    hand_over(monkeypatch, tmp_path / "no such folder" / "mine.pdf")
    slips.press("Save as PDF")
    assert slips.says("cannot be written")
    slips.press("Done", "staff_slips")
    assert slips.says("9 slips are out on paper.")


def test_a_members_slips_come_out_of_their_credits_and_no_more(slips: StaffPc) -> None:
    before = slips.minutes("Ann")
    make(slips, 1, member="Ann")
    slips.press("Done", "staff_slips")
    assert slips.minutes("Ann") == before - 60
    slips.press("Make slips", "staff_print")
    slips.choose("For", "Ann")
    slips.write("How many slips", "40")
    slips.press("Make them")
    assert slips.says("Nothing was taken.")
    assert slips.typed("How many slips") == "40"
    assert slips.minutes("Ann") == before - 60


def test_a_batch_is_as_large_as_the_centre_wants_and_no_larger(slips: StaffPc) -> None:
    slips.press("Make slips", "staff_print")
    slips.write("How many slips", "41")
    slips.press("Make them")
    assert slips.says("Print 40 at most, then more.")
    slips.write("How many slips", "40")
    slips.press("Make them", "staff_sheet")
    assert slips.says("40 slips are ready")


def test_a_lost_slip_is_made_void_with_a_reason(slips: StaffPc) -> None:
    make(slips, 2)
    slips.press("Done", "staff_slips")
    slips.press("Make void", "staff_why")
    slips.press("Do it")
    assert slips.says("The reason is missing.")
    slips.write("Why?", "Torn by the dog")
    slips.press("Do it", "staff_slips")
    assert slips.says("1 slip is out on paper.")


def test_a_thank_you_slip_is_given_out_once(slips: StaffPc) -> None:
    make(slips, 1)
    slips.press("Done", "staff_slips")
    slips.press("Give out", "staff_hand_out")
    slips.choose("It goes to", "Bob")
    slips.press("Save", "staff_slips")
    assert slips.says("Given out")
    assert [one.is_handed_out for one in slips.ask(slips.services.slips.out)] == [True]


def test_a_slip_printed_again_is_the_same_slip(slips: StaffPc) -> None:
    make(slips, 1)
    slips.press("Done", "staff_slips")
    code = slips.ask(slips.services.slips.out)[0].code
    slips.press("Print again", "staff_sheet", beside=code)
    slips.press("Print")
    slips.press("Done", "staff_slips")
    out = slips.ask(slips.services.slips.out)
    assert [(one.code, one.reprints) for one in out] == [(code, 1)]


def test_slips_in_a_picture_are_read_and_judged(
    slips: StaffPc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = slips.ask(lambda: slips.services.slips.print_thanks(2, 60))
    picture = tmp_path / "scan.png"
    assert preview(slip_sheets(papers, Texts()), 2400).save(str(picture))
    slips.press("Check a slip", "staff_check")
    hand_over(monkeypatch, picture)
    slips.press("Read a picture of slips")
    assert sum("This slip is good" in words for words in slips.said()) == len(papers)
    assert all(any(words.startswith(paper.code) for words in slips.said()) for paper in papers)
    text = tmp_path / "text.png"
    text.write_text("no picture")
    hand_over(monkeypatch, text)
    slips.press("Read a picture of slips")
    assert slips.says("This file is no picture")
    slips.write("Scan the slip, or type its code", "half-typed")
    slips.press("Check")
    assert slips.says("This is not a slip")
