"""A line on which no request comes is left; one that rests between two requests is not."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress

import pytest
import uvicorn
from uvicorn.server import ServerState

from ledger.server import serving
from ledger.server.app import app
from ledger.server.service import Service
from ledger.server.serving import Patient
from tests.server.front.desk import Desk

ASK = b"GET /health HTTP/1.1\r\nhost: l\r\n\r\n"
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[float]]


@pytest.fixture
def after_s(small_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Callable[[Talk], float]:
    """Talks to a service of little patience; what the talk gives back."""
    monkeypatch.setattr(serving, "HEADERS_S", 0.4)

    async def talks(talk: Talk) -> float:
        config = uvicorn.Config(app(Service(small_desk.ledger.engine)), http=Patient, ws="none", log_config=None)
        config.load()
        state = ServerState()
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: Patient(config, state, {}), "127.0.0.1", 0)
        async with server:
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            try:
                return await asyncio.wait_for(talk(reader, writer), 20)
            finally:
                writer.close()

    def run(talk: Talk) -> float:
        coming: Coroutine[None, None, float] = talks(talk)
        return asyncio.run(coming)

    return run


async def until_left(reader: asyncio.StreamReader) -> float:
    began_s = asyncio.get_running_loop().time()
    with suppress(ConnectionResetError):
        assert await reader.read() == b""
    return asyncio.get_running_loop().time() - began_s


def test_a_line_that_says_nothing_is_left(after_s: Callable[[Talk], float]) -> None:
    async def silent(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> float:
        return await until_left(reader)

    assert 0.3 < after_s(silent) < 5


def test_a_line_that_drips_is_left_all_the_same(after_s: Callable[[Talk], float]) -> None:
    async def drips(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> float:
        left = asyncio.ensure_future(until_left(reader))
        for at in range(200):
            writer.write(ASK[at : at + 1] if at < 10 else b"x")
            await asyncio.sleep(0.05)
            if left.done():
                break
        return await left

    assert 0.3 < after_s(drips) < 5


def test_a_line_may_rest_between_requests_and_begin_slowly(after_s: Callable[[Talk], float]) -> None:
    async def rests(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> float:
        for part in (ASK, ASK[:5]):
            writer.write(part)
            await asyncio.sleep(0.7 if part == ASK else 0.1)
        writer.write(ASK[5:])
        told = b""
        while told.count(b'{"works": true}') < 2:
            told += await reader.read(1000)
        return 0.0

    assert after_s(rests) == 0.0
