"""The central ledger's program as a process that tests may kill, started in a tenth of the time.

Each is forked off a process that has read its libraries in, and then does what `python -m ledger.server` does. That
the program starts from nothing is tests/server/front/test_serving.py's to see.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

if sys.platform == "linux":
    _START = get_context("forkserver")
    _START.set_forkserver_preload(["ledger.server.__main__", "ledger.server.service", "ledger.server.serving"])
else:  # where nothing can be forked each starts from nothing
    _START = get_context("spawn")
END_WITHIN_S = 120
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


def started(words: Sequence[str], folder: Path, *, env: Mapping[str, str], out: str, errors: str) -> BaseProcess:
    """Start `goodhour-ledger` with these words in a folder; what it says is added to files there."""
    process = _START.Process(target=_run, args=(words, folder, dict(env), out, errors), daemon=True)
    process.start()
    return process


class Ran(NamedTuple):
    """How a command went: its exit code and what it said."""

    code: int
    out: str
    errors: str


def ran(words: Sequence[str], folder: Path, *, env: Mapping[str, str]) -> Ran:
    """Run `goodhour-ledger` with these words in a folder, to its end."""
    with TemporaryDirectory() as place:
        out, errors = Path(place, "out"), Path(place, "errors")
        code = ended(started(words, folder, env=env, out=str(out), errors=str(errors)))
        return Ran(code, *(file.read_text(encoding="utf-8", errors="replace") for file in (out, errors)))


def ended(process: BaseProcess) -> int:
    """The exit code of a process, once it has ended."""
    process.join(END_WITHIN_S)
    assert process.exitcode is not None, "it did not end"
    return process.exitcode


def _run(words: Sequence[str], folder: Path, env: Mapping[str, str], out: str, errors: str) -> None:
    """In the new process: become the program."""
    _ends_with_the_tests()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    for stream, name in ((sys.stdout, out), (sys.stderr, errors)):
        said = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(said, stream.fileno())
        os.close(said)
    sys.exit(_program()(words))


def _program() -> Callable[[Sequence[str]], int]:
    from ledger.server.__main__ import main  # noqa: PLC0415  the tests' own process does without it

    return main


def _ends_with_the_tests() -> None:
    """However the tests end. Linux can promise this; elsewhere only a kill leaves it behind."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
