"""This PC's settings survive, and a bad file or value never stops the app."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.problems import BadInput
from desktop.settings import SETTINGS_FILE, Settings, SettingsNotSaved, default_folder, load, save


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    kept = Settings(px_per_mm=6.5, theme="yellow-on-black", text_percent=200, language="cy")
    save(tmp_path / "new", kept)
    assert load(tmp_path / "new") == kept
    assert [file.name for file in (tmp_path / "new").iterdir()] == [SETTINGS_FILE]


def test_a_pc_without_settings_has_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path) == load(tmp_path / "nowhere") == Settings(3.8, "calm-light", 100, "en")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'"x"', b"\xff\xfe", b'{"px_per_mm": '])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    (tmp_path / SETTINGS_FILE).write_bytes(content)
    assert load(tmp_path) == Settings()


def test_one_bad_value_does_not_cost_the_others(tmp_path: Path) -> None:
    found = {"px_per_mm": 900, "theme": "calm-dark", "text_percent": "150", "language": "../cy", "colour": 3}
    (tmp_path / SETTINGS_FILE).write_text(json.dumps(found))
    assert load(tmp_path) == Settings(theme="calm-dark")


@pytest.mark.parametrize(
    "bad",
    [
        {"px_per_mm": 0.0},
        {"px_per_mm": float("nan")},
        {"px_per_mm": True},
        {"theme": "pink"},
        {"text_percent": 120},
        {"language": "English"},
    ],
)
def test_a_value_that_is_none_is_refused_at_the_door(bad: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match=next(iter(bad))):
        Settings(**bad)


def test_settings_that_cannot_be_saved_say_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsNotSaved, match="could not be saved"):
        save(tmp_path / "file", Settings())


def test_records_lie_in_local_application_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    centre, practice = default_folder(), default_folder(is_practice=True)
    assert centre != practice
    assert "Goodhour" in centre.parts
    assert "roaming" not in str(centre).lower()
