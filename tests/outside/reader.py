"""A screen reader of a few lines, which knows Goodhour by AT-SPI alone; the system's own Python runs it.

Arguments: the names of what it is to press, one after another, as JSON; the file its answer goes into, as JSON; the
command that starts Goodhour. It answers with each screen it came to: its heading, and all that shows on it.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import gi  # type: ignore[import-not-found]  # the system's, which our Python does not see

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402  the version is said before

T = TypeVar("T")

PATIENCE_S = 60
TICK_S = 0.1
FOCUSED = "*"  # instead of a name: whatever has the focus
WAITING = "One moment"
REST_S = 0.7  # a screen that has just come answers no press, for hands that shake


def main(names: Sequence[str], answer: Path, command: Sequence[str]) -> int:
    """Start it, press, and tell."""
    app = subprocess.Popen(command)
    try:
        there = _wait_for(_goodhour, "Goodhour")
        screens = [_screen(there, "")]
        for name in names:
            _press(there, name)
            screens.append(_screen(there, screens[-1]["heading"]))
        answer.write_text(json.dumps(screens), "utf-8")
        return 0
    finally:
        app.terminate()
        app.wait(PATIENCE_S)


def _screen(there: Any, before: str) -> dict[str, Any]:
    """The screen that comes after the one with another heading, and stays."""

    def heading() -> str | None:
        names = [str(one.get_name()) for one in _shown(there) if one.get_role_name() == "heading"]
        time.sleep(REST_S)
        again = [str(one.get_name()) for one in _shown(there) if one.get_role_name() == "heading"]
        return names[0] if names == again and names and names[0] not in ("", WAITING, before) else None

    said = _wait_for(heading, f"a screen after {before!r}")
    return {"heading": said, "parts": [_told(one) for one in _shown(there)]}


def _told(one: Any) -> dict[str, Any]:
    action = one.get_action_iface()
    return {
        "role": one.get_role_name(),
        "name": one.get_name(),
        "states": sorted(state.value_nick for state in one.get_state_set().get_states()),
        "actions": [action.get_action_name(number) for number in range(action.get_n_actions())] if action else [],
    }


def _press(there: Any, name: str) -> None:
    def button() -> Any:
        things = [one for one in _shown(there) if one.get_action_iface()]
        if name == FOCUSED:
            return next((one for one in things if one.get_state_set().contains(Atspi.StateType.FOCUSED)), None)
        return next((one for one in things if one.get_name() == name), None)

    _wait_for(button, name).get_action_iface().do_action(0)


def _goodhour() -> Any:
    desktop = Atspi.get_desktop(0)
    apps = [desktop.get_child_at_index(number) for number in range(desktop.get_child_count())]
    return next((one for one in apps if one is not None and one.get_name() == "Goodhour"), None)


def _shown(root: Any) -> list[Any]:
    """What shows, from the top down."""
    stack, seen = [root], []
    while stack:
        one = stack.pop()
        if one.get_state_set().contains(Atspi.StateType.SHOWING):
            seen.append(one)
            children = [one.get_child_at_index(number) for number in range(one.get_child_count())]
            stack += [child for child in reversed(children) if child is not None]
    return seen


def _wait_for(look: Callable[[], T | None], what: str) -> T:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            answer = look()
        except GLib.Error:  # it went away while it was looked at
            answer = None
        if answer is not None:
            return answer
        time.sleep(TICK_S)
    sys.exit(f"{what} never came")


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]))
