"""The app sends by itself on a thread of its own: while the network is slow, down or lies, nobody waits for it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from random import Random
from typing import Self, TypeVar

from desktop.bootstrap import line_of, open_centre
from desktop.clock import WallClock
from desktop.store.store import Store
from desktop.sync.status import status
from tests.network import busy
from tests.network.checks import held_whole
from tests.network.town import Place, Town
from tests.network.weather import FAIR, Pace, Weather, http

T = TypeVar("T")
WITHIN_S = 90
TAPS = 60


class App:
    """An open centre as the app has it: one thread for the database, one for the network. A context."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._parts = self._thread.submit(open_centre, place.pc.folder, WallClock()).result()
        self._line = line_of(self._on_store, lambda _now, _changes: None)

    def __enter__(self) -> Self:
        self._line.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()
        self._thread.submit(self._parts.close).result()
        self._thread.shutdown()

    def taps(self, times: int) -> list[float]:
        """People help, one tap after the other; how long each waited, in seconds."""
        chance, waited = Random(11), []
        for _ in range(times):
            began_s = time.monotonic()
            self._thread.submit(busy.help_out, self._parts, self._place.centre, chance, times=1).result()
            waited.append(time.monotonic() - began_s)
            self._line.wake()
        return waited

    def sends_now(self) -> None:
        """Staff press the button."""
        self._line.send_now()

    def has_problem(self) -> str:
        """What went wrong last, once something did."""
        self._until(lambda: self._line.now.problem is not None)
        problem = self._line.now.problem
        return problem.code if problem else ""

    def has_sent_all(self) -> None:
        """Wait until nothing is left to send."""
        self._until(lambda: not self._line.now.is_busy and self._line.now.problem is None and self._to_send() == 0)

    def is_busy(self) -> None:
        """Wait until it is under way."""
        self._until(lambda: self._line.now.is_busy)

    def _to_send(self) -> int:
        return self._on_store(lambda store: status(store).to_send)

    def _on_store(self, job: Callable[[Store], T], /) -> T:
        return self._thread.submit(job, self._parts.store).result()

    def _until(self, is_so: Callable[[], bool]) -> None:
        latest_s = time.monotonic() + WITHIN_S
        while not is_so():
            assert time.monotonic() < latest_s, self._line.now
            time.sleep(0.02)


def test_taps_do_not_wait_for_a_slow_line(town: Town) -> None:
    with App(town.elm) as app:
        app.taps(TAPS)
        town.elm.line.becomes(Weather(pace=Pace(bytes_per_s=50, delay_s=1.0)))
        app.sends_now()
        app.is_busy()

        waited = app.taps(TAPS)

        app.is_busy()  # the same request still is: at this pace it takes a quarter of a minute at least
        assert max(waited) < 5
        assert statistics.median(waited) < 0.5
        town.elm.line.becomes(FAIR)
        town.elm.line.hang_up()


def test_it_goes_on_by_itself_once_the_line_is_back(town: Town) -> None:
    with App(town.elm) as app:
        town.elm.line.becomes(Weather(is_down=True))
        app.taps(5)
        app.sends_now()
        assert app.has_problem() in {"cut_off", "no_connection"}
        town.elm.line.becomes(Weather(instead=http("200 OK", b"<html>Please sign in</html>")))
        app.sends_now()

        town.elm.line.becomes(FAIR)
        app.sends_now()
        app.has_sent_all()
    held_whole(town.ledger, [town.elm.pc])
