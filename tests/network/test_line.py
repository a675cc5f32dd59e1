"""The line of these tests does what it says: otherwise nothing here would prove anything."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.network.line import LOOPBACK, Line
from tests.network.weather import FAIR, Pace, Weather, http


def _echo(listening: socket.socket) -> None:
    """Send back what comes, until the listening socket is closed."""
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        with connection, suppress(ConnectionError):
            while some := connection.recv(65_536):
                connection.sendall(some)


@pytest.fixture
def line() -> Iterator[Line]:
    with socket.create_server((LOOPBACK, 0)) as listening:
        thread = threading.Thread(target=_echo, args=(listening,))
        thread.start()
        with Line(listening.getsockname()[1]) as line:
            yield line
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()


def _sent(line: Line, some: bytes, *, expected: int | None = None) -> bytes:
    """What comes back for these bytes, until as many as expected are here or the line is closed."""
    back = b""
    with socket.create_connection((LOOPBACK, line.port), timeout=20) as connection:
        try:
            connection.sendall(some)
            while len(back) < (len(some) if expected is None else expected):
                part = connection.recv(65_536)
                if not part:
                    break
                back += part
        except ConnectionError:
            pass  # a cut: what came before it is what counts
    return back


def test_all_passes_and_is_counted_and_kept_both_ways(line: Line) -> None:
    some = bytes(range(256)) * 1000

    assert _sent(line, some) == some
    assert (line.passed.connections, bytes(line.passed.up), bytes(line.passed.down)) == (1, some, some)

    line.forget()
    assert len(line.passed.up) == 0


@pytest.mark.parametrize("cut", [0, 1, 1_000, 70_000])
def test_a_cut_on_the_way_down_lets_through_exactly_so_much_and_lasts(line: Line, cut: int) -> None:
    line.becomes(Weather(cut_down=cut))

    assert len(_sent(line, bytes(100_000))) == cut
    assert len(line.passed.down) == cut
    assert _sent(line, b"again") == b""

    line.becomes(FAIR)
    assert _sent(line, b"again") == b"again"


@pytest.mark.parametrize("cut", [0, 1, 1_000, 70_000])
def test_a_cut_on_the_way_up_lets_through_exactly_so_much(line: Line, cut: int) -> None:
    line.becomes(Weather(cut_up=cut))

    _sent(line, bytes(100_000))

    assert len(line.passed.up) == cut


def test_a_slow_line_takes_as_long_as_it_should(line: Line) -> None:
    line.becomes(Weather(pace=Pace(bytes_per_s=20_000, delay_s=0.1)))
    began = time.monotonic()

    assert len(_sent(line, bytes(10_000))) == 10_000

    # Half a second up, the way back only a segment behind it; the greeting and each way are delayed.
    assert 0.85 < time.monotonic() - began < 10


def test_lost_segments_hold_up_what_follows(line: Line) -> None:
    line.becomes(Weather(pace=Pace(bytes_per_s=1e6, loss=1.0, again_s=0.1)))
    began = time.monotonic()

    assert len(_sent(line, bytes(3_000))) == 3_000

    assert time.monotonic() - began > 0.3


def test_somebody_else_answers(line: Line) -> None:
    page = http("200 OK", b"<html>Please log in</html>", "Content-Type: text/html")
    line.becomes(Weather(instead=page))

    assert _sent(line, b"POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc", expected=len(page)) == page


def test_somebody_else_answers_only_what_is_too_long_for_them(line: Line) -> None:
    page = http("413 Content Too Large", b"Too long")
    line.becomes(Weather(instead=page, beyond=3))
    short, long = (b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % length for length in (3, 4))

    assert _sent(line, short + b"abc") == short + b"abc"
    assert _sent(line, long + b"abcd", expected=len(page)) == page


def test_hanging_up_ends_what_is_open(line: Line) -> None:
    with socket.create_connection((LOOPBACK, line.port), timeout=20) as connection:
        connection.sendall(b"some")
        assert connection.recv(4) == b"some"
        line.hang_up()
        assert connection.recv(4) == b""
