"""A print queue into PDF files (CUPS-PDF), run by a CUPS of its own: no printer of this PC is asked or changed."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Final

ADMIN: Final = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin"))
BACKEND: Final = Path("/usr/lib/cups/backend/cups-pdf")
DESCRIPTION: Final = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
PRINTED_INTO: Final = Path.home() / "PDF"
LONGEST_S: Final = 180.0

_PLACES: Final = ("ServerRoot", "StateDir", "RequestRoot", "CacheDir", "TempDir")
_OPEN: Final = """Browsing Off
WebInterface No
DefaultAuthType None
<Location />
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""


def is_here() -> bool:
    """Whether CUPS-PDF is installed, and may be run: its files are written for a user by root alone."""
    programs = (shutil.which(name, path=ADMIN) for name in ("cupsd", "lpadmin"))
    is_root = getattr(os, "geteuid", lambda: -1)() == 0  # there is none on Windows
    return is_root and all(programs) and BACKEND.exists() and DESCRIPTION.exists()


@contextmanager
def queue() -> Iterator[dict[str, str]]:
    """Run it; what a process needs in its environment for this queue to be its default printer."""
    with tempfile.TemporaryDirectory(prefix="cups", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        environment = os.environ | {"CUPS_SERVER": str(place / "sock"), "PATH": ADMIN}
        cupsd = str(shutil.which("cupsd", path=ADMIN))
        daemon = subprocess.Popen([cupsd, "-f", "-c", place / "cupsd.conf", "-s", _settings(place)], env=environment)
        try:
            made = ("lpadmin", "-p", "paper", "-E", "-v", "cups-pdf:/", "-P", str(DESCRIPTION))
            _wait_for(lambda: _run(environment, *made))  # it listens a moment after it began
            assert _run(environment, "lpadmin", "-d", "paper")
            yield environment
        finally:
            daemon.terminate()
            daemon.wait()


@contextmanager
def new_files() -> Iterator[list[Path]]:
    """What was printed; filled by `wait_for_file`, and taken away again."""
    was_there, found = PRINTED_INTO.is_dir(), list[Path]()
    try:
        yield found
    finally:
        for file in found:
            file.unlink()
        if not was_there and PRINTED_INTO.is_dir():
            PRINTED_INTO.rmdir()


def wait_for_file(before: set[Path]) -> Path:
    """The file that a job became, once it is whole."""
    made: list[Path] = []

    def is_whole() -> bool:
        made[:] = [file for file in files() if file not in before and file.read_bytes().rstrip().endswith(b"%%EOF")]
        return bool(made)

    _wait_for(is_whole)
    return made[0]


def files() -> set[Path]:
    """What lies where this queue prints."""
    return set(PRINTED_INTO.glob("*.pdf"))


def _settings(place: Path) -> Path:
    place.chmod(0o755)
    for name in _PLACES[1:]:
        (place / name).mkdir()
        shutil.chown(place / name, "lp", "lp")  # filters run as lp
    lines = [f"{name} {place if name == 'ServerRoot' else place / name}" for name in _PLACES]
    lines += [f"{name}Log {place / name}.log" for name in ("Error", "Access", "Page")]
    (place / "cupsd.conf").write_text(f"Listen {place / 'sock'}\n{_OPEN}")
    (place / "files.conf").write_text("\n".join([*lines, "SystemGroup root", "User lp", "Group lp", ""]))
    return place / "files.conf"


def _run(environment: dict[str, str], *command: str) -> bool:
    return subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0


def _wait_for(is_so: Callable[[], bool]) -> None:
    until = monotonic() + LONGEST_S
    while not is_so():
        assert monotonic() < until, "CUPS did not do it"
        sleep(0.1)
