"""A line that can go wrong: it stands between a real PC and the real ledger, counts, keeps, slows, cuts and lies.

It is a proxy for TCP on loopback with a thread of its own. What passes is counted in both directions as it passes: on
plain HTTP that is exactly what would be inside TLS, headers included.
"""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, Self, TypeVar

from tests.network.weather import FAIR, Way, Weather, body_length

T = TypeVar("T")

SEGMENT_BYTES = 1_460
AT_ONCE_BYTES = 64 * 1024
LOOPBACK = "127.0.0.1"


@dataclass(slots=True)
class Passed:
    """What went over the line: connections, and all bytes each way."""

    connections: int = 0
    up: bytearray = field(default_factory=bytearray, repr=False)
    down: bytearray = field(default_factory=bytearray, repr=False)

    @property
    def requests(self) -> int:
        """How many requests were begun, on plain HTTP."""
        return self.up.count(b" HTTP/1.1\r\n")


class Line:
    """One line to a ledger that listens on a port of this machine; a context, for its thread.

    ours: how the line shows itself to the PC over TLS, None for plain HTTP. theirs: how it goes on to the ledger; only
    a proxy that looks into TLS has both, a line that passes TLS on as it is has neither.
    """

    def __init__(self, port: int, *, ours: ssl.SSLContext | None = None, theirs: ssl.SSLContext | None = None) -> None:
        self.to_port = port
        self.passed = Passed()
        self.weather = FAIR
        self._ours = ours
        self._theirs = theirs
        self._began = {Way.UP: 0, Way.DOWN: 0}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="line", daemon=True)
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()
        self._chance = Random(23)

    def __enter__(self) -> Self:
        self._thread.start()
        self._server = self._do(asyncio.start_server(self._connected, LOOPBACK, 0, ssl=self._ours))
        return self

    def __exit__(self, *_: object) -> None:
        self._do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @property
    def port(self) -> int:
        """Where the PC finds it."""
        assert self._server is not None
        found: int = self._server.sockets[0].getsockname()[1]
        return found

    @property
    def url(self) -> str:
        """The ledger's address, as the PC is told it."""
        return f"{'http' if self._ours is None else 'https'}://{LOOPBACK}:{self.port}"

    def becomes(self, weather: Weather) -> None:
        """Change how the line is; bytes for a cut count from now."""
        self.weather = weather
        self._began = {Way.UP: len(self.passed.up), Way.DOWN: len(self.passed.down)}

    def forget(self) -> Passed:
        """What passed until now; counting begins anew."""
        passed, self.passed = self.passed, Passed()
        self._began = {Way.UP: 0, Way.DOWN: 0}
        return passed

    def hang_up(self) -> None:
        """Break every connection there is, as a router does that starts anew."""
        self._do(self._end_connections())

    def _do(self, work: Coroutine[Any, Any, T]) -> T:
        done: Future[T] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return done.result(60)

    async def _end(self) -> None:
        assert self._server is not None
        self._server.close()
        await self._end_connections()

    async def _end_connections(self) -> None:
        for task in list(self._connections):
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        self.passed.connections += 1
        try:
            with suppress(OSError):
                await self._serve(reader, writer)
        except asyncio.CancelledError:
            pass  # the line hung up: the end of this connection and of nothing else
        finally:
            writer.transport.abort()
            self._connections.discard(task)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.weather.is_down or self._left(Way.UP) == 0:
            return
        if self.weather.instead is not None and self.weather.beyond < 0:
            await self._answer_instead(reader, writer, await reader.readuntil(b"\r\n\r\n"))
            return
        if self.weather.pace is not None:
            await asyncio.sleep(2 * self.weather.pace.delay_s)  # the greeting of TCP goes there and back
        there, to_there = await asyncio.open_connection(
            LOOPBACK, self.to_port, ssl=self._theirs, server_hostname=None if self._theirs is None else "localhost"
        )
        try:
            ways = [
                asyncio.ensure_future(_Pump(self, Way.UP, reader, to_there).run()),
                asyncio.ensure_future(_Pump(self, Way.DOWN, there, writer).run()),
            ]
            try:
                await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
                await asyncio.sleep(0)
            finally:
                for way in ways:
                    way.cancel()
                came = await asyncio.gather(*ways, return_exceptions=True)
            if isinstance(came[0], bytes):
                await self._answer_instead(reader, writer, came[0])
            for one in (to_there, writer):
                one.close()  # what was written still arrives
                with suppress(OSError):
                    await one.wait_closed()
        finally:
            to_there.transport.abort()

    async def _answer_instead(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, some: bytes) -> None:
        """Take the whole of a request of which some is here, then answer as somebody else does."""
        assert self.weather.instead is not None
        head, _, begun = some.partition(b"\r\n\r\n")
        body = await reader.readexactly(max(0, body_length(head) - len(begun)))
        self.passed.up += some + body
        self.passed.down += self.weather.instead
        writer.write(self.weather.instead)
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    def is_too_long(self, some: bytes) -> bool:
        """Whether these bytes begin a request whose body is longer than the weather lets through."""
        if self.weather.instead is None or not some.startswith(b"POST "):
            return False
        return body_length(some.partition(b"\r\n\r\n")[0]) > self.weather.beyond

    def _left(self, way: Way) -> int | None:
        """How many bytes may still go this way; None: any number."""
        weather = self.weather
        cut = weather.cut_up if way is Way.UP else weather.cut_down
        return None if cut is None else max(0, cut - (len(self._kept(way)) - self._began[way]))

    def _kept(self, way: Way) -> bytearray:
        return self.passed.up if way is Way.UP else self.passed.down

    def pass_on(self, way: Way, some: bytes) -> tuple[bytes, bool]:
        """What of these bytes gets through, and whether the line breaks after them."""
        left = self._left(way)
        through = some if left is None else some[:left]
        self._kept(way).extend(through)
        breaks = left is not None and len(some) >= left
        if breaks:
            self.weather = replace(self.weather, is_down=True)
        return through, breaks

    def wait_s(self, size: int) -> tuple[float, float]:
        """How long so many bytes hold the line, and how long they are under way besides."""
        pace = self.weather.pace
        if pace is None:
            return 0.0, 0.0
        lost = self._chance.random() < pace.loss
        return size / pace.bytes_per_s + lost * pace.again_s, pace.delay_s


class _Pump:
    """One way of one connection."""

    def __init__(self, line: Line, way: Way, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._line = line
        self._way = way
        self._reader = reader
        self._writer = writer
        self._under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

    async def run(self) -> bytes | None:
        """Until either side closes, the line breaks, or what comes is too long: then the beginning of it."""
        arriving = asyncio.ensure_future(self._arrive())
        try:
            too_long = await self._take_up()
            await self._under_way.join()
        finally:
            arriving.cancel()
            await asyncio.gather(arriving, return_exceptions=True)
        return too_long

    async def _take_up(self) -> bytes | None:
        loop, free_at_s = asyncio.get_running_loop(), 0.0
        while some := await self._reader.read(SEGMENT_BYTES if self._line.weather.pace else AT_ONCE_BYTES):
            if self._line.is_too_long(some):
                return some
            through, breaks = self._line.pass_on(self._way, some)
            held_s, under_way_s = self._line.wait_s(len(through))
            free_at_s = max(free_at_s, loop.time()) + held_s
            self._under_way.put_nowait((free_at_s + under_way_s, through))
            if breaks:
                return None
            await asyncio.sleep(free_at_s - loop.time())
        return None

    async def _arrive(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due_s, some = await self._under_way.get()
            try:
                if due_s > loop.time():
                    await asyncio.sleep(due_s - loop.time())
                self._writer.write(some)
                await self._writer.drain()
            finally:
                self._under_way.task_done()
