"""This PC's settings survive, and a bad file or value never stops the app."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.problems import BadInput
from desktop.settings import SETTINGS_FILE, Settings, SettingsNotSaved, default_folder, load, save, settled
from ledger.domain.access import AccessWritten, Colours, Hand, Speech, TextSize, Way, Wish
from ledger.domain.names import FactId

SOMEBODY = FactId(b"a PC            ", 3)


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    kept = Settings(6.5, "yellow-on-black", 200, "cy", Hand.LEFT, way=Way.ONE_SWITCH, scan_ms=900, has_beep=True)
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
        {"hand": Hand.AS_HERE},
        {"hand": True},
        {"speech": 9},
        {"speed_percent": 49},
        {"scan_ms": 5_001},
        {"scan_ms": True},
        {"has_sounds": 1},
        {"voice": "v" * 101},
    ],
)
def test_a_value_that_is_none_is_refused_at_the_door(bad: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match=next(iter(bad))):
        Settings(**bad)


def test_a_bad_switch_setting_does_not_cost_the_others(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_FILE).write_text(json.dumps({"way": 2, "scan_way": 0, "rounds": 0, "press_on": 1.0}))
    assert load(tmp_path) == Settings(way=Way.ONE_SWITCH)


def test_who_chose_nothing_has_what_the_pc_is_set_to() -> None:
    here = Settings(theme="calm-dark", voice="Gwyneth", way=Way.DWELL)
    assert settled(here, None) == settled(here, AccessWritten(SOMEBODY)) == here


def test_what_somebody_chose_lies_over_what_the_pc_is_set_to() -> None:
    here = Settings(px_per_mm=5.0, theme="calm-dark", text_percent=150, voice="Gwyneth", scan_ms=900, has_sounds=True)
    seeing = AccessWritten(SOMEBODY, Colours.YELLOW_ON_BLACK, hand=Hand.LEFT, sounds=Wish.NO, scan_ms=700)
    speaking = AccessWritten(SOMEBODY, speech=Speech.ON_FOCUS, speed_percent=70, text_size=TextSize.LARGEST)
    scanning = AccessWritten(SOMEBODY, way=Way.ONE_SWITCH, scan_ms=700, language="cy")

    assert settled(here, seeing) == replace(here, theme="yellow-on-black", hand=Hand.LEFT, has_sounds=False)
    assert settled(here, speaking) == replace(
        here, speech=Speech.ON_FOCUS, voice="", speed_percent=70, text_percent=200
    )
    assert settled(here, scanning) == replace(here, way=Way.ONE_SWITCH, scan_ms=700, language="cy")


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
