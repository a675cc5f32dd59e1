"""goodhour admin words check: what a language's file lacks, without a centre."""

import json
from pathlib import Path

import pytest

import assets
from desktop.__main__ import main


@pytest.fixture
def welsh(tmp_path: Path) -> Path:
    """A copy of the Welsh words."""
    file = tmp_path / "cy.toml"
    file.write_bytes(assets.asset("words", "cy.toml").read_bytes())
    return file


def test_a_whole_file_is_well(welsh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["admin", "words", "check", str(welsh)]) == 0
    assert capsys.readouterr().out == "All is well: every text is there, and every rule for reading is kept.\n"


def test_what_is_missing_is_told(welsh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    welsh.write_text(welsh.read_text("utf-8").replace('helped = "Helpais i"\n', "", 1), "utf-8")
    assert main(["admin", "words", "check", str(welsh), "--json"]) == 1
    told = ['cy.toml: home.helped is missing; in English it is "I helped"']
    assert json.loads(capsys.readouterr().out) == {"language": "cy", "faults": told}


def test_what_is_hard_to_read_is_told(welsh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    welsh.write_text(
        welsh.read_text("utf-8").replace('helped = "Helpais i"\n', 'helped = "Gweithredais i"\n', 1), "utf-8"
    )
    assert main(["admin", "words", "check", str(welsh)]) == 1
    told = 'cy.toml: home.helped has "Gweithredais", which is no everyday word: "Gweithredais i"\n'
    assert capsys.readouterr().out == told


def test_no_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["admin", "words", "check", str(tmp_path / "cy.toml")]) == 1
    assert capsys.readouterr().out.startswith("cy.toml cannot be read: ")
