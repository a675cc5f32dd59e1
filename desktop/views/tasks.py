"""Work off the screen: one thread owns the database, answers come back on the screen's own thread."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.problems import KnownProblem

T = TypeVar("T")

_SLOW_MS: Final = 1000
_log = logging.getLogger(__name__)


class Bug(KnownProblem):
    """Something in Goodhour itself went wrong; the log has it all, and nothing recorded so far is lost."""

    code = "bug"
    picture = "om:1F6E0"
    easy_words = "problem.not_saved"


class Running(QObject):
    """A job under way. Forgotten, it still ends, but nobody is told."""

    def __init__(self, then: Callable[[Any], None], failed: Callable[[KnownProblem], None]) -> None:
        super().__init__()
        self._then = then
        self._failed = failed
        self._is_over = False

    @property
    def is_over(self) -> bool:
        """Whether it has ended or been forgotten."""
        return self._is_over

    def forget(self) -> None:
        """Tell nobody when it ends."""
        self._is_over = True

    def end(self, future: "Future[Any]") -> None:
        """Hand over what came of it; on the screen's thread."""
        if self._is_over:
            return
        self._is_over = True
        problem = future.exception()
        if problem is None:
            self._then(future.result())
        elif isinstance(problem, KnownProblem):
            self._failed(problem)
        else:
            _log.error("A bug in Goodhour", exc_info=problem)
            self._failed(Bug(str(problem)))


class Tasks(QObject):
    """Runs jobs one after another on the thread that owns the database.

    slow: a job has taken over a second, and somebody is waiting for it.
    """

    slow = Signal()
    _ended = Signal(object, object)

    def __init__(self, thread: ThreadPoolExecutor | None = None) -> None:
        """thread: one alone, with nothing of ours on it but what comes first; a new one, unless given."""
        super().__init__()
        self._thread = thread or ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._ended.connect(self._end)
        self._waiting: list[Running] = []
        self._is_closed = False

    @property
    def is_closed(self) -> bool:
        """Whether no more is taken: the window is closing, or gone."""
        return self._is_closed

    def run(self, job: Callable[[], T], then: Callable[[T], None], failed: Callable[[KnownProblem], None]) -> Running:
        """Start a job. `then` gets its result, `failed` a problem that is known; both on the screen's thread."""
        running = Running(then, failed)
        self._waiting.append(running)
        QTimer.singleShot(_SLOW_MS, running, lambda: self._is_slow(running))
        future = self._thread.submit(job)
        future.add_done_callback(lambda done: self._ended.emit(running, done))
        return running

    def answer(self, job: Callable[[], T]) -> T:
        """Have something done on the thread, and wait; not on the screen's thread. Raises what the job raises."""
        return self._thread.submit(job).result()

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Wait for what is under way, do one last thing on the thread, and take no more."""
        for running in self._waiting:
            running.forget()
        if last is not None and not self._is_closed:
            self._thread.submit(last)
        self._is_closed = True
        self._thread.shutdown(wait=True)

    def _is_slow(self, running: Running) -> None:
        if not running.is_over:
            self.slow.emit()

    def _end(self, running: Running, future: "Future[Any]") -> None:
        self._waiting.remove(running)
        running.end(future)
