"""Bringing lists in: looked through first, line by line, then brought in, once and only once."""

from pathlib import Path

import pytest

from tests.views.staff.pc import StaffPc, hand_over


@pytest.fixture
def importing(staff: StaffPc) -> StaffPc:
    staff.press("Import", "staff_import")
    return staff


def test_a_list_is_looked_through_and_then_brought_in_once(
    importing: StaffPc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "members.csv"
    file.write_text("name,known_as,picture\nZoe,,\n,nobody,\nYan,Y,\n", encoding="utf-8-sig")
    hand_over(monkeypatch, file)
    importing.press("Choose a file")
    assert importing.says("2 lines can come in.")
    assert importing.says("1 line is left out: see below.")
    assert "Zoe" not in [one.name for one in importing.ask(importing.services.people.members)]
    importing.press("Bring 2 lines in")
    importing.wait_for(lambda: importing.says("2 lines came in."))
    assert {"Zoe", "Yan"} <= {one.name for one in importing.ask(importing.services.people.members)}
    importing.press("Choose another file")
    assert importing.says("2 were already imported.")
    importing.press("Put the file away")
    assert importing.says("Bring lists in from a spreadsheet")


def test_a_file_that_is_no_list_says_what_it_should_be(
    importing: StaffPc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "shopping.csv"
    file.write_text("milk,bread\n1,2\n")
    hand_over(monkeypatch, file)
    importing.press("Choose a file")
    assert importing.says("The first line")
    hand_over(monkeypatch, tmp_path / "gone.csv")
    importing.press("Choose a file")
    assert importing.says("cannot be opened")


def test_a_long_list_can_be_stopped_and_finished_later(
    importing: StaffPc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "many.csv"
    file.write_text("task,picture,usual_minutes\n" + "".join(f"Task {n},,15\n" for n in range(4_000)))
    hand_over(monkeypatch, file)
    importing.press("Choose a file")
    importing.click("Bring 4,000 lines in")
    importing.wait_for(lambda: importing.says("of 4000 lines are in."))
    importing.click("Stop")
    importing.wait_for(lambda: importing.says("lines came in."))
    tasks = [one for one in importing.ask(importing.services.tasks.all) if one.label.startswith("Task ")]
    assert 0 < len(tasks) < 4_000
    importing.click(f"Bring {4_000 - len(tasks):,} lines in")
    importing.wait_for(lambda: importing.says("4,000 lines came in."))
    tasks = [one for one in importing.ask(importing.services.tasks.all) if one.label.startswith("Task ")]
    assert len(tasks) == 4_000


def test_names_alone_are_members_and_it_is_said_what_makes_a_list_of_workers(
    importing: StaffPc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "people.csv"
    file.write_text("name\nZoe\n")
    hand_over(monkeypatch, file)
    importing.press("Choose a file")
    assert importing.says("A list of members. If these are workers, give it a column drives.")
    file.write_text("name,drives\nZoe,\n")
    importing.press("Choose another file")
    assert importing.says("A list of workers.")
