"""How fast the app starts and answers a tap, and what it weighs; by hand: `python -m tests.bench.bench_app [FACTS]`.

A start is held against a bare Qt window, a tap against one raw SQLCipher commit, each measured in turn in this run. A
start is from the command to the first screen painted, by the clock and by the processor, with the key wrapped by a
passphrase and by a keyring. The app is closed again each time: after a bad end it would check all there is. Python
keeps what it compiled, as in an installed app, and a first start is not counted.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter_ns

import keyring

from desktop.bootstrap import practice_centre
from desktop.clock import standing_at
from desktop.store.sqlcipher import connect, transaction
from ledger.domain.facts import Contributed
from tests.bench.keyring_in_a_file import FILE_VARIABLE, InAFile
from tests.journeys.at_work import CentreAtWork

STARTS = 9
TAPS = 60
AT_ONCE = 1_000
NS_A_MS = 1_000_000

_BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.done)
    def done(self):
        sys.stdout.write(f"painted {time.process_time_ns()}\\n"); sys.stdout.flush()
        app.quit()
app = QApplication([]); bare = Bare(); bare.resize(1366, 768); bare.show(); app.exec()
"""
_APP = """
import sys, time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from desktop.command.parser import parser
given = parser().parse_args(["--practice", "--data", sys.argv[1]])
from desktop.clock import WallClock
from desktop.views.beginning import open_ahead
from desktop.views.house import House
house = House(given.data, WallClock(), practice=given.practice)
thread = ThreadPoolExecutor(max_workers=1)
thread.submit(open_ahead, house)
from desktop.views import flow
from desktop.views.app import application
from desktop.views.starting import window_on
app = application(); window = window_on(house, store_thread=thread)
def tell(name):
    if name == "who_group":
        sys.stdout.write(f"painted {time.process_time_ns()}\\n"); sys.stdout.flush()
        window.close(); app.quit()
window.shown.connect(tell); window.show(); window.go(flow.FIRST); app.exec()
"""


def main(wanted: int) -> None:
    """Measure and say."""
    from desktop.views.app import application  # noqa: PLC0415 - only once the platform is chosen

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    _app = application()
    with tempfile.TemporaryDirectory() as folder, _kept_compiled(folder):
        for facts in sorted({0, wanted}):
            home = Path(folder) / str(facts)
            home.mkdir()
            _fill(home / "centre", facts)
            _starts(home / "centre", f"{facts} facts more, passphrase")
            _taps(home, facts)
        with _keyring(Path(folder) / "keyring.json"):
            practice_centre(Path(folder) / "keyed", standing_at(2026, 11, 24, 10, 20)).close()
            _starts(Path(folder) / "keyed", "0 facts more, keyring")


@contextmanager
def _kept_compiled(folder: str) -> Iterator[None]:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
    yield


@contextmanager
def _keyring(file: Path) -> Iterator[None]:
    os.environ[FILE_VARIABLE] = str(file)
    os.environ["PYTHON_KEYRING_BACKEND"] = "tests.bench.keyring_in_a_file.InAFile"
    keyring.set_keyring(InAFile())  # type: ignore[no-untyped-call]  # keyring gives no types for making one
    yield


def _fill(centre: Path, wanted: int) -> None:
    parts = practice_centre(centre, standing_at(2026, 11, 24, 10, 20))
    store = parts.store
    members, tasks = store.read.members(), store.read.tasks()
    for first in range(0, wanted, AT_ONCE):
        with store.together():
            for number in range(first, min(wanted, first + AT_ONCE)):
                with store.writing(f"bench {number}") as facts:
                    facts.add(Contributed(members[number % len(members)].id, tasks[number % len(tasks)].id, 15))
    parts.close()


def _starts(centre: Path, words: str) -> None:
    bare, app = [], []
    for _ in range(STARTS + 1):
        bare.append(_start([sys.executable, "-c", _BARE]))
        app.append(_start([sys.executable, "-c", _APP, str(centre)]))
    for what, place in (("clock", 0), ("processor", 1)):
        ours, theirs = [took[place] for took in app[1:]], [took[place] for took in bare[1:]]
        ratio = statistics.median(ours) / statistics.median(theirs)
        _say(f"start by the {what}, {words}: {_median(ours)}, bare window {_median(theirs)}, ratio {ratio:.2f}")


def _start(command: Sequence[str]) -> tuple[int, int]:
    """Nanoseconds by the clock and of the processor until something is painted."""
    begin = perf_counter_ns()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        said, _, processor_ns = program.stdout.readline().partition(b" ")
        took = perf_counter_ns() - begin
    assert said == b"painted", said
    return took, int(processor_ns)


def _taps(home: Path, wanted: int) -> None:
    centre = CentreAtWork(home)
    raw = connect(home / "raw.db", bytes(32))
    with transaction(raw):
        raw.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, body BLOB)")
    taps, commits = [], []
    for took in _last_presses(centre):
        taps.append(took)
        begin = perf_counter_ns()
        with transaction(raw):
            raw.execute("INSERT INTO rows (body) VALUES (?)", [bytes(90)])
        commits.append(perf_counter_ns() - begin)
    ratio = statistics.median(taps) / statistics.median(commits)
    _say(
        f"tap to durable and painted, {wanted} facts: {_spread(taps)}, raw commit {_spread(commits)}, ratio {ratio:.1f}"
    )
    centre.hand.open("home")
    _say(f"resident on Home: {_resident_mb():.0f} MB")
    raw.close()
    centre.close()


def _last_presses(centre: CentreAtWork) -> Iterator[int]:
    """The press that writes: from the mouse going down to the thank-you painted."""
    shown: list[str] = []
    centre.window.shown.connect(shown.append)
    centre.sign_in("Ann")
    for _ in range(TAPS):
        centre.clock.move(minutes=90)
        centre.press("I helped", "Made tea", "One hour")
        shown.clear()
        begin = perf_counter_ns()
        centre.hand.press("On my own")
        yield perf_counter_ns() - begin
        assert "thank_you" in shown, centre.screen.name
        centre.press("Home")


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _median(times: Sequence[int]) -> str:
    return f"{statistics.median(times) / NS_A_MS:.0f} ms"


def _spread(times: Sequence[int]) -> str:
    ordered = sorted(times)
    p99 = ordered[int(len(ordered) * 0.99)]
    return f"p50 {statistics.median(times) / NS_A_MS:.1f} ms, p99 {p99 / NS_A_MS:.1f} ms"


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
