"""Joining, exchanging and telling how it stands by command, with the real ledger on this PC."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.command.typed import SOURCE, Typist

NOBODY = "http://127.0.0.1:9"
ANY_CODE = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01"


@dataclass
class Ledger:
    """A ledger that listens, and its coordinator at the command line."""

    folder: Path
    url: str

    def says(self, *words: str) -> dict[str, Any]:
        command = [sys.executable, "-m", "ledger.server", *words, "--json", "--database", f"sqlite:///{self._file}"]
        ran = subprocess.run(command, cwd=SOURCE, capture_output=True, text=True, check=True, timeout=60)
        found = json.loads(ran.stdout)
        assert isinstance(found, dict)
        return found

    @property
    def _file(self) -> Path:
        return self.folder / "ledger.db"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder = tmp_path_factory.mktemp("ledger")
    command = [sys.executable, "-m", "ledger.server", "serve", "--listen", "127.0.0.1:0", "--json"]
    with subprocess.Popen(
        [*command, "--database", f"sqlite:///{folder / 'ledger.db'}"],
        cwd=SOURCE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as serving:
        assert serving.stdout is not None
        try:
            yield Ledger(folder, f"http://{json.loads(serving.stdout.readline())['listen']}")
        finally:
            serving.terminate()


def says_in_words(lines: str) -> None:
    """How a PC stands that has just joined, with one fact to send."""
    assert re.search(r"^To send: 1, the first written on \w+day \d+ \w+ \d{4} at \d\d:\d\d$", lines, re.MULTILINE)
    assert re.search(r"^Last met: \w+day \d+ \w+ \d{4} at \d\d:\d\d$", lines, re.MULTILINE)
    assert "\nList of keys: of today\n" in lines
    assert not re.search(r"\d{10}|_", lines)


def test_before_joining(desk: Typist, tmp_path: Path) -> None:
    assert desk.asks("status")["enrolled"] is False
    assert desk.plain("status").out == "This PC has joined no network.\n"
    desk.refused("exchange", problem="not_enrolled")
    desk.refused("exchange", "--write", tmp_path / "out", problem="not_enrolled")
    desk.refused("enrol", "--ledger", "http://ledger.example.org", "--code", ANY_CODE, problem="bad_input")
    desk.refused("enrol", "--ledger", NOBODY, "--code", "ABCD", problem="bad_input")
    desk.refused("enrol", "--ledger", NOBODY, "--code", ANY_CODE, problem="no_connection")
    assert desk.is_sound()


def test_a_centre_joins_sends_and_says_how_it_stands(desk: Typist, ledger: Ledger, tmp_path: Path) -> None:
    code = ledger.says("centre", "add", "Riverside")["code"]
    desk.refused("enrol", "--ledger", ledger.url, "--code", ANY_CODE, problem="bad_code")
    joined = desk.asks("enrol", "--ledger", ledger.url, "--code", code)
    assert joined["joined"] == "Riverside"
    assert joined["sent"] == desk.asks("verify")["facts"] - joined["received"]
    assert joined["to_send"] == 0
    desk.earns("Ann", 60)
    assert desk.asks("status")["to_send"] == 1
    says_in_words(desk.plain("status").out)
    outcome = desk.asks("exchange")
    assert (outcome["sent"], outcome["to_send"], outcome["requests"], outcome["rulings"]) == (1, 0, 1, {})
    assert 0 < outcome["bytes_up"] + outcome["bytes_down"] < 600
    standing = desk.asks("status")
    assert standing["ledger"] == ledger.url
    assert (standing["keys_age_days"], standing["trouble"]) == (0, "")
    own = standing["feeds"][0]
    assert (own["whose"], own["here"]) == ("own", own["there"])
    assert ledger.says("totals")["all"]["minutes_given"] == 60
    assert desk.is_sound()

    desk.earns("Bob", 60)
    written = desk.asks("exchange", "--write", tmp_path / "out")
    assert written["to_send"] == 1
    assert written["bytes"] == (tmp_path / "out").stat().st_size
    desk.refused("exchange", "--read", tmp_path / "out", problem="not_an_answer")
    desk.refused("enrol", "--ledger", ledger.url, "--code", code, problem="not_allowed")


def test_an_empty_folder_and_a_venues_code_make_a_door(desk: Typist, ledger: Ledger, tmp_path: Path) -> None:
    given = ledger.says("venue", "add", "The Pool")
    folder = tmp_path / "door"
    made = desk.asks("enrol", "--ledger", ledger.url, "--code", given["code"], folder=folder)
    assert (made["joined"], made["sent"], made["to_send"]) == ("The Pool", 1, 0)
    assert made["venue"] > 0
    assert len(made["words"]) == 12
    assert desk.asks("status", folder=folder)["enrolled"] is True
    assert desk.asks("verify", folder=folder)["verified"] is True
    again = desk.asks("enrol", "--ledger", ledger.url, "--code", given["code"], code=1, folder=folder)
    assert again["problem"] == "not_allowed"
