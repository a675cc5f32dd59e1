"""Goodhour read from outside: a real window on an X server, told of over the session bus, as screen readers hear it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

READER = Path(__file__).with_name("reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that has the bindings of AT-SPI
SERVER = ("xvfb-run", "--auto-servernum", "--server-args=-screen 0 1366x768x24")
PRESSED = ("Circle", "Ann", "My week", "Home", "I helped", "*", "*", "*")  # the focus begins at the first tile
USUAL_STATES = {"enabled", "sensitive", "showing", "visible"}
MOST_S = 300


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Every screen on the way through a job, as a screen reader finds it."""
    folder = tmp_path_factory.mktemp("outside")
    answer = folder / "answer.json"
    command = [sys.executable, "-m", "desktop", "--practice", "--data", str(folder / "data")]
    env = os.environ | {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "HOME": str(folder)}
    done = subprocess.run(
        [*SERVER, "dbus-run-session", "--", SYSTEM_PYTHON, READER, json.dumps(PRESSED), answer, *command],
        env=env,
        capture_output=True,
        timeout=MOST_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-4000:]
    told: list[dict[str, Any]] = json.loads(answer.read_text("utf-8"))
    return told


def buttons(screen: dict[str, Any]) -> list[dict[str, Any]]:
    """Whatever can be pressed."""
    return [part for part in screen["parts"] if part["actions"]]


def test_each_press_leads_to_the_next_screen(screens: list[dict[str, Any]]) -> None:
    headings = [screen["heading"] for screen in screens]
    assert headings[:3] == ["Which is your group?", "Who are you?", "Hello Ann"]
    assert headings[4] == "Hello Ann"
    assert headings[5:8] == ["What did you do?", "How long?", "Who with?"]
    assert len(headings) == len(PRESSED) + 1


def test_whatever_can_be_pressed_has_a_name_a_role_and_states(screens: list[dict[str, Any]]) -> None:
    for screen in screens:
        assert buttons(screen)
        for part in buttons(screen):
            assert part["role"] in {"push button", "button", "check box", "toggle button"}, part
            assert part["name"].strip(), part
            assert {*USUAL_STATES, "focusable"} <= set(part["states"]), part
            assert part["actions"][0] in {"Press", "Toggle"}, part


def test_each_screen_has_one_heading_and_the_focus_on_one_thing(screens: list[dict[str, Any]]) -> None:
    for screen in screens:
        assert [part["role"] for part in screen["parts"]].count("heading") == 1, screen["heading"]
        assert sum("focused" in part["states"] for part in screen["parts"]) == 1, screen["heading"]


def test_what_is_shown_as_chosen_is_told_as_checked(screens: list[dict[str, Any]]) -> None:
    week = screens[3]
    checked = [part["name"] for part in buttons(week) if "checked" in part["states"]]
    assert len(checked) == 1, checked


def test_home_is_read_out_as_it_stands(screens: list[dict[str, Any]]) -> None:
    names = [part["name"] for part in buttons(screens[2])]
    for name in ("Me", "Help", "Finish", "I helped", "Choose activities", "My week", "My credits", "Spend"):
        assert name in names
