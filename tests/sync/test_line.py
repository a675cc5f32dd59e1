"""The network's own thread: it sends by itself, tells how it is, and stops at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from desktop.changes import Changes
from desktop.store.membership import Membership
from desktop.store.outbox import Outbox
from desktop.store.sqlcipher import in_transaction
from desktop.store.store import Store
from desktop.sync.exchange import LEAST_ROOM_BYTES
from desktop.sync.line import Line, Now
from desktop.sync.problems import NoConnection, NoStore, NotEnrolled, TryLater
from desktop.sync.timetable import Pace
from tests.sync.places import ADDRESS, Pc, Town, a_pc

T = TypeVar("T")
QUICK = Pace(start_s=0, pause_s=0.02, longest_pause_s=0.1, every_s=0.2, first_retry_s=0.02, longest_retry_s=0.05)
STILL = Pace(start_s=1_000, pause_s=1_000, longest_pause_s=1_000, every_s=1_000)
PATIENCE_S = 60


class Watcher:
    """Keeps what the line tells, and waits for it."""

    def __init__(self) -> None:
        self.seen: list[Now] = []
        self.changed: list[Changes] = []
        self._told = threading.Condition()

    def told(self, now: Now, changes: Changes) -> None:
        with self._told:
            self.seen.append(now)
            self.changed.append(changes)
            self._told.notify_all()

    def until(self, is_so: Callable[[Now], bool]) -> Now:
        """The first thing told that is so."""
        with self._told:
            assert self._told.wait_for(lambda: any(map(is_so, self.seen)), PATIENCE_S), self.seen
            return next(now for now in self.seen if is_so(now))


class OneAtATime:
    """The store's thread: whoever comes waits for whoever is there."""

    def __init__(self, pc: Pc) -> None:
        self.pc = pc
        self.lock = threading.Lock()

    def __call__(self, job: Callable[[Store], T], /) -> T:
        with self.lock:
            return job(self.pc.store)


@pytest.fixture
def watcher() -> Watcher:
    return Watcher()


@pytest.fixture
def thread(pc: Pc) -> OneAtATime:
    return OneAtATime(pc)


@pytest.fixture
def lines() -> Iterator[list[Line]]:
    """Lines to be closed after the test."""
    made: list[Line] = []
    yield made
    for line in made:
        line.close()


def is_over(now: Now) -> bool:
    return not now.is_busy and now.outcome.requests > 0


def only_little_at_once(store: Store) -> None:
    """So that much takes several requests."""
    with in_transaction(store.db):
        Membership(store).set(room=LEAST_ROOM_BYTES)


def test_it_sends_by_itself_soon_after_the_start(
    town: Town, thread: OneAtATime, watcher: Watcher, lines: list[Line]
) -> None:
    lines.append(Line(thread, watcher.told, pace=QUICK, road=town.road))
    assert not lines[0].now.is_busy
    lines[0].start()
    over = watcher.until(is_over)
    assert over.problem is None
    assert over.outcome.sent == 4
    assert watcher.seen[0].what == "sending"
    assert watcher.seen[0].of == 4


def test_it_sends_after_taps(town: Town, thread: OneAtATime, watcher: Watcher, lines: list[Line]) -> None:
    pace = Pace(start_s=0, pause_s=0.02, every_s=1_000)
    lines.append(Line(thread, watcher.told, pace=pace, road=town.road))
    lines[0].start()
    watcher.until(is_over)
    thread(lambda _: thread.pc.helps(2))
    lines[0].wake()
    assert watcher.until(lambda now: is_over(now) and now.outcome.sent == 2).problem is None


def test_it_waits_for_its_time_and_a_person_need_not(
    town: Town, thread: OneAtATime, watcher: Watcher, lines: list[Line]
) -> None:
    lines.append(Line(thread, watcher.told, pace=STILL, road=town.road))
    lines[0].start()
    lines[0].wake()
    time.sleep(0.05)
    assert watcher.seen == []
    lines[0].send_now()
    watcher.until(is_over)


def test_a_failure_is_told_and_tried_again(town: Town, thread: OneAtATime, watcher: Watcher, lines: list[Line]) -> None:
    answers = iter([NoConnection(), TryLater(after_s=0.01)])

    def road(url: str) -> Town:
        assert url == ADDRESS
        for problem in answers:
            raise problem
        return town

    lines.append(Line(thread, watcher.told, pace=QUICK, road=road))
    lines[0].start()
    assert isinstance(watcher.until(lambda now: now.problem is not None).problem, NoConnection)
    assert watcher.until(is_over).problem is None
    assert thread(lambda store: Outbox(store).to_send()).facts == 0


def test_before_a_centre_has_joined_nothing_is_told_to_be_wrong(
    town: Town, watcher: Watcher, lines: list[Line]
) -> None:
    lines.append(Line(OneAtATime(a_pc()), watcher.told, pace=QUICK, road=town.road))
    lines[0].start()
    assert watcher.until(lambda now: not now.is_busy).problem is None
    assert len(town.asked) == 0


def test_a_bug_does_not_end_it(
    town: Town, thread: OneAtATime, watcher: Watcher, lines: list[Line], caplog: pytest.LogCaptureFixture
) -> None:
    faults = iter([ZeroDivisionError("a bug")])

    def on_store(job: Callable[[Store], T], /) -> T:
        for fault in faults:
            raise fault
        return thread(job)

    lines.append(Line(on_store, watcher.told, pace=QUICK, road=town.road))
    lines[0].start()
    assert watcher.until(is_over).problem is None
    assert "A bug in the exchange" in caplog.text


def test_a_centre_joins_by_it(town: Town, watcher: Watcher, lines: list[Line]) -> None:
    thread = OneAtATime(a_pc())
    lines.append(Line(thread, watcher.told, pace=STILL, road=town.road))
    lines[0].start()
    lines[0].join(ADDRESS, town.code())
    over = watcher.until(is_over)
    assert (over.problem, over.joined, over.outcome.sent) == (None, 1, 4)
    assert [now.what for now in watcher.seen][:2] == ["joining", "sending"]


def test_a_wrong_code_is_told(town: Town, watcher: Watcher, lines: list[Line]) -> None:
    lines.append(Line(OneAtATime(a_pc()), watcher.told, pace=STILL, road=town.road))
    lines[0].start()
    lines[0].join(ADDRESS, "ABCD")
    over = watcher.until(lambda now: not now.is_busy)
    assert over.problem is not None
    assert over.problem.code == "bad_input"
    assert over.joined == 0


def test_a_door_is_made_by_it_and_left_closed(town: Town, watcher: Watcher, lines: list[Line], tmp_path: Path) -> None:
    def nothing_open(job: Callable[[Store], T], /) -> T:
        raise NoStore(f"{job}")

    lines.append(Line(nothing_open, watcher.told, pace=STILL, road=town.road))
    lines[0].start()
    lines[0].join(ADDRESS, town.venue_code(), tmp_path / "door")
    over = watcher.until(lambda now: not now.is_busy)
    assert (over.problem, over.joined) == (None, 1)
    assert (tmp_path / "door" / "goodhour.db").exists()


def test_closing_does_not_wait_for_the_network(town: Town, thread: OneAtATime, watcher: Watcher) -> None:
    arrived, goes_on = threading.Event(), threading.Event()

    class Slow(Town):
        def send(self, path: str, body: bytes) -> tuple[int, bytes]:
            arrived.set()
            goes_on.wait(PATIENCE_S)
            return super().send(path, body)

    line = Line(thread, watcher.told, pace=QUICK, road=Slow(town.engine).road)
    line.start()
    assert arrived.wait(PATIENCE_S)
    assert thread.lock.acquire(timeout=PATIENCE_S / 2), "the store is free while the network waits"
    thread.lock.release()
    before = time.monotonic()
    line.close()
    assert time.monotonic() - before < PATIENCE_S / 2
    told = len(watcher.seen)
    goes_on.set()
    line._thread.join(PATIENCE_S)
    assert len(watcher.seen) == told


def test_a_cancelled_exchange_goes_no_further(
    town: Town, thread: OneAtATime, watcher: Watcher, lines: list[Line]
) -> None:
    class Watched(Town):
        def send(self, path: str, body: bytes) -> tuple[int, bytes]:
            lines[0].cancel()
            return super().send(path, body)

    thread(lambda _: thread.pc.helps_much(3_000))
    thread(only_little_at_once)
    lines.append(Line(thread, watcher.told, pace=STILL, road=Watched(town.engine).road))
    lines[0].start()
    lines[0].send_now()
    over = watcher.until(is_over)
    assert (over.outcome.requests, over.problem) == (1, None)
    assert over.outcome.to_send.facts > 0


def test_it_cannot_be_told_to_send_what_no_network_wants(town: Town, watcher: Watcher, lines: list[Line]) -> None:
    lines.append(Line(OneAtATime(a_pc()), watcher.told, pace=STILL, road=town.road))
    lines[0].start()
    lines[0].send_now()
    assert watcher.until(lambda now: not now.is_busy).problem is None
    with pytest.raises(NotEnrolled):
        town.meet(a_pc())


def test_a_press_while_an_exchange_is_under_way_is_not_swallowed(
    town: Town, thread: OneAtATime, watcher: Watcher, lines: list[Line]
) -> None:
    still = Pace(start_s=0, pause_s=1_000, longest_pause_s=1_000, every_s=1_000)
    pressed: list[Now] = []

    def told(now: Now, changes: Changes) -> None:
        if now.outcome.requests and not pressed:  # its batches are cut: what is written now is not in them
            pressed.append(now)
            thread(lambda _: thread.pc.helps(2))
            lines[0].send_now()
        watcher.told(now, changes)

    lines.append(Line(thread, told, pace=still, road=town.road))
    lines[0].start()
    watcher.until(lambda _: bool(pressed) and thread(lambda store: Outbox(store).to_send().facts == 0))
