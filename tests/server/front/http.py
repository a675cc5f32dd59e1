"""Asks a ledger over HTTP without a network: the same app that uvicorn serves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any

import httpx
from sqlalchemy import Engine

from ledger.server.app import app
from ledger.server.limits import Limits, Rate
from ledger.server.service import Service
from tests.server.pcs import NOON_MS

SOON_MS = NOON_MS + 60 * 60 * 1000
"""An hour after the tests' noon: codes that were given then are good, whatever day it is when the tests are run."""
FREE = Limits(device=Rate(0, 0), address=Rate(0, 0), enrolments=Rate(0, 0))


class Line:
    """A client of one service. address: from where it seems to ask."""

    def __init__(self, engine: Engine, *, limits: Limits = FREE, now_ms: int = SOON_MS) -> None:
        self.service = Service(engine, limits=limits, clock=lambda: now_ms)
        self.app = app(self.service)

    def asks(self, method: str, path: str, *, address: str = "192.0.2.1", **more: Any) -> httpx.Response:
        """One request and its answer."""
        return self.all_ask([(method, path, more)], address=address)[0]

    def posts(self, path: str, content: bytes = b"", **more: Any) -> httpx.Response:
        return self.asks("POST", path, content=content, **more)

    def all_ask(
        self, requests: Sequence[tuple[str, str, dict[str, Any]]], *, address: str = "192.0.2.1"
    ) -> list[httpx.Response]:
        """Several requests at the same time."""

        async def ask() -> list[httpx.Response]:
            transport = httpx.ASGITransport(self.app, client=(address, 50_000), raise_app_exceptions=True)  # type: ignore[arg-type]
            async with httpx.AsyncClient(transport=transport, base_url="http://ledger") as client:
                return await asyncio.gather(*(client.request(method, path, **more) for method, path, more in requests))

        return asyncio.run(ask())


class Parts:
    """A body that comes in parts, and tells how many of them were asked for."""

    def __init__(self, part: bytes, count: int) -> None:
        self.part = part
        self.count = count
        self.asked = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for _ in range(self.count):
            self.asked += 1
            yield self.part
