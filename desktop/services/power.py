"""Shutting this PC down for the night, where the system lets us ask."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
from typing import Final

_COMMANDS: Final = {
    "linux": ("systemctl", "poweroff"),
    "win32": ("shutdown", "/s", "/t", "30"),
    "darwin": ("osascript", "-e", 'tell application "System Events" to shut down'),
}
_PATIENCE_S: Final = 20
_log = logging.getLogger(__name__)


def command(platform: str = sys.platform) -> tuple[str, ...]:
    """What asks a system to shut down, as words of a command line; none where we know no way."""
    return _COMMANDS.get(platform, ())


def shut_down(words: tuple[str, ...] | None = None) -> bool:
    """Ask the system to shut down, once our records are closed; False if it would not. The log has the reason.

    words: the command, if not this system's own.
    """
    asked = command() if words is None else words
    program = shutil.which(asked[0]) if asked else None
    if program is None:
        _log.warning("this system has no command that shuts it down")
        return False
    try:
        subprocess.run([program, *asked[1:]], check=True, timeout=_PATIENCE_S, capture_output=True)  # noqa: S603  words of ours
    except (OSError, subprocess.SubprocessError) as refused:
        _log.warning("the system did not let us shut it down: %s", refused)
        return False
    return True
