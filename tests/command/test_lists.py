"""Lists brought in and printed by command: every form and fault of a file, one clear answer each, nothing lost."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.command.typed import Typist


def brought_in(desk: Typist, raw: bytes | str, *, code: int = 0) -> dict[str, Any]:
    file = desk.folder.parent / "list.csv"
    file.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return desk.asks("import", file, code=code)


def test_ids_are_printed_and_stay(desk: Typist) -> None:
    once = {what: desk.rows(what) for what in ("members", "workers", "tasks", "offers", "venues")}
    assert [row["name"] for row in once["members"]] == ["Ann", "Bob", "Cath"]
    assert set(once["members"][0]) == {"id", "name", "known_as", "picture", "group", "place", "is_paused"}
    assert set(once["workers"][0]) == {"id", "name", "known_as", "picture", "drives"}
    assert set(once["tasks"][0]) == {"id", "task", "picture", "usual_minutes"}
    assert {"id", "offer", "picture", "minutes", "venue", "place", "getting_there"} < set(once["offers"][0])
    assert set(once["venues"][0]) == {"id", "venue", "number", "picture"}
    brought_in(desk, "name\nDai\n")
    desk.asks("rebuild")
    for what, rows in once.items():
        ids = {row["id"] for row in desk.rows(what)}
        assert {row["id"] for row in rows} <= ids
        plain = desk.plain("list", what)
        assert (plain.code, plain.err) == (0, "")
        assert all(row["id"] in plain.out for row in rows)


def test_names_alone_are_members_and_it_is_said_what_makes_a_list_of_workers(desk: Typist) -> None:
    file = desk.folder.parent / "list.csv"
    file.write_text("name\nDai\n")
    assert "taken for a list of members. A list of workers has a column drives" in desk.plain("import", file).err
    file.write_text("name,drives\nEve,\n")
    assert desk.plain("import", file).err.endswith("taken for a list of workers.\n")


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "This file is empty"),
        (b"\n\n", "This file is empty"),
        (b"foo,bar\n1,2\n", "does not name the columns"),
        (b"name,age\nDai,7\n", "a column age too many"),
        (b"name,name\nDai,Dai\n", "stands twice"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is no list"),
        (b"name\nA\0nn\n", "is no list"),
        (b"\xff\xfea", "is no list"),
    ],
)
def test_a_file_that_is_no_list(desk: Typist, raw: bytes, says: str) -> None:
    answer = brought_in(desk, raw, code=1)
    assert answer["problem"] == "bad_input"
    assert says in answer["message"]
    assert len(desk.rows("members")) == 3


@pytest.mark.parametrize(
    "raw",
    [
        "name,known_as,picture\nZoë,,\n".encode("cp1252"),
        "\ufeffname,known_as,picture\r\nZoë,,\r\n".encode(),
        "name;known_as;picture\nZoë;;\n".encode(),
        "name\tknown_as\tpicture\nZoë\t\t\n".encode(),
        "name,known_as\nZoë,\n".encode("utf-16"),
        '"name","known_as"\n"Zoë",""\n'.encode(),
        '"name","known_as"\n"Zo\u0065\u0308","first\nsecond"\n'.encode(),
    ],
)
def test_a_list_however_it_was_saved(desk: Typist, raw: bytes) -> None:
    assert brought_in(desk, raw)["added"] == 1
    assert "Zoë" in {row["name"] for row in desk.rows("members")}


def test_the_same_file_twice_is_already_imported(desk: Typist) -> None:
    text = "name,known_as,picture\nDai,,\nNia,,\n"
    first, again = brought_in(desk, text), brought_in(desk, text)
    assert (first["kind"], first["added"], first["already"]) == ("members", 2, 0)
    assert (again["added"], again["already"], again["errors"]) == (0, 2, [])
    assert [note["message"] for note in again["notes"]] == ["already imported"] * 2
    assert "already imported" in desk.plain("import", desk.folder.parent / "list.csv").out
    assert len(desk.rows("members")) == 5
    assert desk.is_sound()


def test_good_lines_go_in_and_bad_ones_are_named(desk: Typist) -> None:
    answer = brought_in(
        desk, "task,picture,usual_minutes\nRaked,,30\nx,,-15\nx,,1000000000\nx,,1.5\n,,\nx,,7\n", code=1
    )
    assert (answer["problem"], answer["added"]) == ("bad_lines", 1)
    assert [(row["line"], row["column"]) for row in answer["errors"]] == [
        (number, "usual_minutes") for number in (3, 4, 5, 7)
    ]
    plain = desk.plain("import", desk.folder.parent / "list.csv")
    assert plain.code == 1
    assert "3  usual_minutes  -15 minutes cannot be recorded." in plain.out


def test_names_of_every_kind(desk: Typist) -> None:
    names = ["🙂", "علي", "\u202eEvil", 'Q""uote', "two\nlines", "x" * 100, "y" * 101, "z" * 10_000]
    answer = brought_in(desk, "name\n" + "".join(f'"{name}"\n' for name in names), code=1)
    assert (answer["added"], len(answer["errors"])) == (6, 2)
    kept = {row["name"] for row in desk.rows("members")}
    assert {"🙂", "علي", "Evil", 'Q"uote', "two lines", "x" * 100} <= kept
    assert desk.plain("list", "members").code == 0
    assert desk.is_sound()


def test_two_of_one_name_are_two_people_when_something_tells_them_apart(desk: Typist) -> None:
    answer = brought_in(desk, "name,known_as,picture\nDai,,\nDai,,\nDai,Dave,\n", code=1)
    assert (answer["added"], [row["line"] for row in answer["errors"]]) == (2, [3])
    assert "same as line 2" in answer["errors"][0]["message"]
    assert [row["line"] for row in answer["notes"]] == [4]


def test_contributions_by_ids_and_at_their_time(desk: Typist) -> None:
    ann, task = desk.id("members", "Ann"), desk.id("tasks", "Swept up")
    lines = [
        f"{ann},{task},30,2026-01-05T10:00",
        f"{ann},{task},300,05/01/2026 12:00",
        f"{ann},{task},,",
        f"{ann},{task},0,",
        f"{ann},{task},-15,",
        f"{ann},{task},1000000000,",
        f"{task},{task},30,",
        f"{ann},{ann},30,",
        f"nobody,{task},30,",
        f"{ann},{task},30,tomorrow",
        f"{ann},{task},30,2999-01-01",
        f"{ann},{task},30,1999-01-01",
    ]
    text = "member,task,minutes,at\n" + "\n".join(lines)
    answer = brought_in(desk, text, code=1)
    assert (answer["added"], [row["line"] for row in answer["errors"]]) == (3, list(range(5, 14)))
    assert (brought_in(desk, text, code=1)["already"], desk.has()["Ann"]) == (3, 360)
    assert desk.is_sound()


def test_what_is_no_file_of_ours(desk: Typist, tmp_path: Path) -> None:
    desk.refused("import", tmp_path, problem="bad_input", says="cannot be read: Is a directory")
    desk.refused("import", tmp_path / "gone.csv", problem="not_found", says="There is no file")
    desk.refused("import", "/dev/null", problem="bad_input", says="This file is empty")
    desk.refused("import", "/dev/zero", problem="bad_input", says="larger than 50 MB")
    for nonsense in ("", "x" * 300, "a\0b"):
        assert desk.asks("import", nonsense, code=2)["problem"] == "wrong_usage"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is Unicode")
def test_a_file_named_in_old_letters(desk: Typist, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"Zo\xeb.csv")
    file.write_bytes(b"name\nDai\n")
    assert desk.asks("import", file)["added"] == 1


def test_many_lines_and_the_credits_of_all(desk: Typist) -> None:
    assert brought_in(desk, "name\n" + "".join(f"P{n}\n" for n in range(500)))["added"] == 500
    assert len(desk.asks("credits")["credits"]) == 503


@pytest.mark.long
def test_a_hundred_thousand_lines(desk: Typist) -> None:
    text = "name\n" + "".join(f"P{n}\n" for n in range(100_000))
    assert brought_in(desk, text)["added"] == 100_000
    assert brought_in(desk, text)["already"] == 100_000
    assert desk.is_sound()
