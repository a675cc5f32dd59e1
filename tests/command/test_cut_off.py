"""A list cut off in the middle by a kill: what was told is in, and the same file brings in the rest."""

import os
import subprocess
import sys
from pathlib import Path

from tests.command.typed import SOURCE, WITHOUT_KEYRING, one_object, program

LINES = 6_000


def test_killed_in_the_middle_the_same_file_brings_in_the_rest(tmp_path: Path) -> None:
    folder, file = tmp_path / "centre", tmp_path / "members.csv"
    file.write_text("name,known_as,picture\n" + "".join(f"P{number},,\n" for number in range(LINES)))
    made = one_object(program("admin", "new", "--name", "N", "--staff-pin", "1234", "--data", folder, "--json").out)
    words = {"GOODHOUR_PASSPHRASE": str(made["passphrase"])}

    told = _killed_after_the_first_lines(folder, file, words)
    rest = one_object(program("admin", "import", file, "--data", folder, "--json", **words).out)

    assert 0 < told <= rest["already"] < LINES
    assert rest["added"] + rest["already"] == LINES
    assert one_object(program("admin", "verify", "--data", folder, "--json", **words).out)["verified"]
    listed = one_object(program("admin", "list", "members", "--data", folder, "--json", **words).out)["members"]
    assert len({row["name"] for row in listed}) == len(listed) == LINES


def _killed_after_the_first_lines(folder: Path, file: Path, words: dict[str, str]) -> int:
    """Import, kill -9 as soon as some lines are said to be in; returns how many."""
    command = [sys.executable, "-m", "desktop", "admin", "import", str(file), "--data", str(folder)]
    with subprocess.Popen(
        command, cwd=SOURCE, env=os.environ | WITHOUT_KEYRING | words, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stderr is not None
        assert running.stderr.readline() == "Looking through members.csv.\n"
        told = running.stderr.readline()
        running.kill()
    return int(told.split(" of ")[0])
