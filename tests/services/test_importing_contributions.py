"""Lists of contributions: each line counts once, at its own time, and many of them are quick."""

import pytest

from desktop.services import importing
from tests.services.at_work import AtWork
from tests.services.test_importing import lines, names


def contributions(centre: AtWork, *rows: str) -> bytes:
    ids = {"A": centre.member("Ann").text, "S": centre.task("Swept up").text}
    return ("member,task,minutes,at\n" + "".join(f"{row.format(**ids)}\n" for row in rows)).encode()


def test_contributions_by_ids_at_their_own_time(centre: AtWork) -> None:
    raw = contributions(
        centre,
        "{A},{S},30,2026-11-03T10:00",
        "{A},{S},,03/11/2026 11:30",
        "{A},{S},240,2026-11-04",
        "{A},{S},15,",
        "{A},{S},15,2026-11-24",
    )
    result = centre.do.importing.apply(raw)
    assert (result.added, result.errors, centre.has("Ann"), centre.waits("Ann")) == (5, (), 330, 0)
    moments = [row.at_ms for row in centre.do.credits.history_of(centre.member("Ann"))]
    assert moments[:2] == [centre.clock.at_ms] * 2
    assert centre.do.importing.apply(raw).already == 5
    assert centre.is_sound()


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("nobody,{S},30,", "member"),
        ("{S},{S},30,", "member"),
        (",{S},30,", "member"),
        ("{A},{A},30,", "task"),
        ("{A},{S},0,", "minutes"),
        ("{A},{S},−15,", "minutes"),
        ("{A},{S},1000000000,", "minutes"),
        ("{A},{S},7,", "minutes"),
        ("{A},{S},half an hour,", "minutes"),
        ("{A},{S},30.5,", "minutes"),
        ("{A},{S},30,yesterday", "at"),
        ("{A},{S},30,2026-11-24T10:21", "at"),
        ("{A},{S},30,0001-01-01", "at"),
        ("{A},{S},30,9999-12-31T23:59:59", "at"),
        ("{A},{S},30,2026-02-30", "at"),
    ],
)
def test_each_wrong_cell_names_its_column(centre: AtWork, row: str, column: str) -> None:
    result = centre.do.importing.apply(contributions(centre, row))
    assert (result.added, lines(result)) == (0, [(2, column)])
    assert result.errors[0].message.endswith((".", "?"))


def test_equal_contributions_in_one_file_each_count_and_are_pointed_out(centre: AtWork) -> None:
    row = "{A},{S},30,2026-11-03T10:00"
    result = centre.do.importing.apply(contributions(centre, row, row))
    assert (result.added, centre.has("Ann"), [note.line for note in result.notes]) == (2, 60, [3])


def test_contributions_of_another_file_count_and_equal_ones_are_pointed_out(centre: AtWork) -> None:
    old, new = "{A},{S},30,2026-11-03T10:00", "{A},{S},30,2026-11-04T10:00"
    centre.do.importing.apply(contributions(centre, old))
    result = centre.do.importing.apply(contributions(centre, old, new))
    assert (result.added, result.already, centre.has("Ann")) == (2, 0, 90)
    assert [(note.line, note.is_error) for note in result.notes] == [(2, False)]
    assert "put one right" in result.notes[0].message


def test_stopped_half_way_the_rest_comes_in_next_time(centre: AtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "ROWS_A_COMMIT", 10)
    raw = ("name,known_as,picture\n" + "".join(f"P{i},,\n" for i in range(35))).encode()
    told: list[tuple[int, int]] = []

    def stop_after_two(done: int, whole: int) -> bool:
        told.append((done, whole))
        return done < 20

    first = centre.do.importing.apply(raw, progress=stop_after_two)
    rest = centre.do.importing.apply(raw)
    assert (first.added, first.is_stopped, told) == (20, True, [(10, 35), (20, 35)])
    assert (rest.added, rest.already, rest.is_stopped) == (15, 20, False)
    assert len(names(centre)) == 38
    seats = {(member.group, member.place) for member in centre.do.people.members()}
    assert len(seats) == 38
    assert centre.is_sound()


def test_two_thousand_lines_are_quick(centre: AtWork) -> None:
    row = "{A},{S},30,2026-10-{day:02}T{hour:02}:{minute:02}"
    ids = {"A": centre.member("Ann").text, "S": centre.task("Swept up").text}
    rows = [row.format(**ids, day=1 + i % 28, hour=9 + i // 28 % 8, minute=i // 224) for i in range(2_000)]
    result = centre.do.importing.apply(("member,task,minutes,at\n" + "\n".join(rows)).encode())
    assert (result.added, result.notes, centre.has("Ann")) == (2_000, (), 60_000)
