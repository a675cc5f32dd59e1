"""A signal ends the app as closing its window does: the records are closed, and the next start finds them whole."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.bootstrap import new_centre, open_centre
from desktop.clock import standing_at
from desktop.services import power
from desktop.store.opening import DATABASE_FILE, PASSPHRASE_VARIABLE
from desktop.views.ending import Ending

posix = pytest.mark.skipif(os.name != "posix", reason="Windows tells the session instead")
_STARTS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop.clock import WallClock
from desktop.views import beginning, starting
from desktop.views.window import Window

usual = starting.window_on
def window_on(*given, **named):
    window = usual(*given, **named)
    window.shown.connect(lambda name: print(name, flush=True))
    return window
starting.window_on = window_on
sys.exit(beginning.begin(Path(sys.argv[1]), WallClock()))
"""


@posix
def test_a_signal_is_heard_while_nothing_happens(qtbot: QtBot) -> None:
    ending = Ending()
    with qtbot.waitSignal(ending.asked, timeout=20_000):
        os.kill(os.getpid(), signal.SIGTERM)
    ending.close()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


@posix
def test_an_app_that_is_told_to_end_closes_its_records(tmp_path: Path) -> None:
    folder = tmp_path / "centre"
    made = new_centre(folder, standing_at(2026, 11, 24, 10, 20), name="Riverside", staff_pin="2468")
    made.close()
    there = {**os.environ, "QT_QPA_PLATFORM": "offscreen", PASSPHRASE_VARIABLE: made.passphrase}
    app = subprocess.Popen([sys.executable, "-c", _STARTS, folder], env=there, stdout=subprocess.PIPE, text=True)
    assert app.stdout is not None
    while app.stdout.readline().strip() not in ("who_group", "who_face"):
        assert app.poll() is None
    app.terminate()
    try:
        app.communicate(timeout=60)
    finally:
        app.kill()
    assert app.returncode == 0
    assert not folder.joinpath(f"{DATABASE_FILE}-wal").exists()
    again = open_centre(folder, standing_at(2026, 11, 24, 10, 30), passphrase=made.passphrase)
    assert again.services.centre.verify().ok
    again.close()


def test_a_system_that_will_not_shut_down_is_no_problem() -> None:
    assert not power.shut_down(())
    assert not power.shut_down(("no-such-program-anywhere",))
    assert not power.shut_down((sys.executable, "-c", "raise SystemExit(1)"))
    assert power.shut_down((sys.executable, "-c", ""))
    assert all(power.command(system) for system in ("linux", "win32", "darwin"))
    assert power.command("riscos") == ()
