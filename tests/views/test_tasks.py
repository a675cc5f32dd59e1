"""Work off the screen's thread: answers come back on it, problems are told apart from bugs, nothing is left behind."""

import logging
import threading
import time

import pytest
from pytestqt.qtbot import QtBot

from desktop.problems import KnownProblem, NotEnough
from desktop.views.tasks import Bug, Tasks

WAIT_MS = 20_000


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    assert qtbot is not None
    return Tasks()


def test_the_job_has_a_thread_of_its_own_and_the_answer_comes_back_on_ours(tasks: Tasks, qtbot: QtBot) -> None:
    threads: list[str] = []

    def job() -> int:
        threads.append(threading.current_thread().name)
        return 6

    def then(answer: int) -> None:
        threads.append(threading.current_thread().name)
        answers.append(answer)

    answers: list[int] = []
    tasks.run(job, then, lambda problem: pytest.fail(str(problem)))
    qtbot.waitUntil(lambda: answers == [6], timeout=WAIT_MS)
    assert threads[0].startswith("store")
    assert threads[1] == threading.main_thread().name
    tasks.close()


def test_jobs_keep_their_order(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[int] = []
    for number in range(20):
        tasks.run(lambda number=number: number, seen.append, lambda problem: pytest.fail(str(problem)))  # type: ignore[misc]  # one number each
    qtbot.waitUntil(lambda: len(seen) == 20, timeout=WAIT_MS)
    assert seen == list(range(20))
    tasks.close()


def test_a_known_problem_is_told_as_it_is(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[KnownProblem] = []

    def job() -> None:
        raise NotEnough("Two more credits are needed.")

    tasks.run(job, lambda _: pytest.fail("it did not work"), told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
    assert isinstance(told[0], NotEnough)
    tasks.close()


def test_a_bug_is_logged_in_full_and_told_calmly(tasks: Tasks, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    told: list[KnownProblem] = []

    def job() -> None:
        raise ZeroDivisionError

    with caplog.at_level(logging.ERROR):
        tasks.run(job, lambda _: pytest.fail("it did not work"), told.append)
        qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
    assert isinstance(told[0], Bug)
    assert "ZeroDivisionError" in caplog.text
    tasks.close()


def test_a_forgotten_job_tells_nobody(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[int] = []
    gate = threading.Event()
    running = tasks.run(lambda: gate.wait(WAIT_MS / 1000), lambda _: told.append(1), lambda _: told.append(2))
    running.forget()
    gate.set()
    done: list[int] = []
    tasks.run(lambda: 3, done.append, lambda problem: pytest.fail(str(problem)))
    qtbot.waitUntil(lambda: done == [3], timeout=WAIT_MS)
    assert told == []
    tasks.close()


def test_work_over_a_second_is_slow_and_quick_work_is_not(tasks: Tasks, qtbot: QtBot) -> None:
    slow: list[int] = []
    tasks.slow.connect(lambda: slow.append(1))
    done: list[object] = []
    tasks.run(lambda: None, done.append, lambda problem: pytest.fail(str(problem)))
    qtbot.waitUntil(lambda: len(done) == 1, timeout=WAIT_MS)
    gate = threading.Event()
    tasks.run(lambda: gate.wait(WAIT_MS / 1000), done.append, lambda problem: pytest.fail(str(problem)))
    begun = time.monotonic()
    qtbot.waitUntil(lambda: bool(slow), timeout=WAIT_MS)
    assert time.monotonic() - begun > 0.8
    gate.set()
    qtbot.waitUntil(lambda: len(done) == 2, timeout=WAIT_MS)
    assert slow == [1]
    tasks.close()


def test_closing_waits_for_what_is_under_way_and_does_one_last_thing(tasks: Tasks) -> None:
    order: list[str] = []

    def slow_job() -> None:
        time.sleep(0.1)
        order.append("job")

    tasks.run(slow_job, lambda _: None, lambda _: None)
    tasks.close(lambda: order.append("last"))
    assert order == ["job", "last"]
