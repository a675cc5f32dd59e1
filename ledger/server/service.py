"""Answers every request there is: with what was asked for, or with what is wrong, but always in form."""

from __future__ import annotations

import asyncio
import ipaddress
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, TypeAlias

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection

from ledger.server import enrolling, exchange, logs
from ledger.server.clock import now_ms
from ledger.server.database import is_reachable
from ledger.server.finding import text_of
from ledger.server.limits import Buckets, Limits, Refused, declared_bytes, whole_body
from ledger.server.metrics import Metrics
from ledger.server.problems import LedgerProblem

Scope: TypeAlias = Any
Receive: TypeAlias = Callable[[], Awaitable[Any]]
Send: TypeAlias = Callable[[Any], Awaitable[None]]

TRY_AGAIN_S: Final = 30
BUSY_S: Final = 5
_JSON: Final = (b"content-type", b"application/json")


@dataclass(slots=True)
class Out:
    """What goes back, and what the log says of it."""

    status: int
    body: bytes = b""
    headers: tuple[tuple[bytes, bytes], ...] = ()
    said: Mapping[str, Any] = field(default_factory=dict)


class Service:
    """One ledger behind HTTP. All of it runs on the loop's thread but the work at the database."""

    def __init__(self, engine: Engine, *, limits: Limits | None = None, clock: Callable[[], int] = now_ms) -> None:
        self._engine = engine
        self._limits = limits or Limits()
        self._clock = clock
        self._addresses = Buckets(self._limits.address)
        self._devices = Buckets(self._limits.device)
        self._enrolments = Buckets(self._limits.enrolments)
        # SQLite has one writer: a second would only wait inside the database, out of turn. A worker takes the next in
        # turn by itself: were they handed out by the loop, the database would stand idle until that has time.
        self._workers = ThreadPoolExecutor(1 if engine.dialect.name == "sqlite" else 8, "database")
        self._at_work = 0
        self.metrics = Metrics()

    async def exchange(self, scope: Scope, receive: Receive, send: Send) -> None:
        """POST /1/x."""
        await self._answer("/1/x", scope, send, partial(self._exchange, scope, receive))

    async def enrol(self, scope: Scope, receive: Receive, send: Send) -> None:
        """POST /1/enrol."""
        await self._answer("/1/enrol", scope, send, partial(self._enrol, scope, receive))

    async def health(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - Litestar names them
        """GET /health: whether the database can be reached."""
        await self._answer("/health", scope, send, partial(self._health, scope))

    async def measured(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - Litestar names them
        """GET /metrics, for the operator's own network only."""
        await self._answer("/metrics", scope, send, partial(self._measured, scope))

    async def elsewhere(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - Litestar names them
        """Every other path."""
        await self._answer("other", scope, send, self._nothing_here)

    async def _exchange(self, scope: Scope, receive: Receive) -> Out:
        raw = await self._body(scope, receive, most=self._limits.exchange_bytes)
        # Who a request claims to be from is not proved yet; only a proved one has counted against that device.
        claimed = raw[5:21]
        if wait_s := self._devices.wait_s(claimed, time.monotonic()):
            raise _too_often(wait_s)
        answered = await self._work(partial(exchange.answer, self._engine, raw, now_ms=self._clock()))
        if answered.public:
            self._devices.take(claimed, time.monotonic())
        self.metrics.taken(batches=answered.batches, facts=answered.facts, rulings=answered.rulings)
        said = {
            "centre": text_of(answered.centre) if answered.centre else "",
            "device": text_of(answered.device) if answered.device else "",
            "bytes_in": len(raw),
            "batches": answered.batches,
            "facts": answered.facts,
            "rulings": dict(answered.rulings),
        }
        # A reply of the ledger is signed and says itself what it is: not one byte of headers beyond what HTTP needs.
        headers = (_JSON,) if answered.body.startswith(b"{") else ()
        return Out(answered.status, answered.body, headers, said)

    async def _enrol(self, scope: Scope, receive: Receive) -> Out:
        address = _address(scope)
        if wait_s := self._enrolments.wait_s(address, time.monotonic()):
            raise _too_often(wait_s)
        self._enrolments.take(address, time.monotonic())
        raw = await self._body(scope, receive, most=self._limits.enrol_bytes)
        body = await self._work(partial(enrolling.enrol, self._engine, raw, now_ms=self._clock()))
        return Out(200, body, said={"bytes_in": len(raw)})

    async def _health(self, scope: Scope) -> Out:
        _only(scope, "GET", "HEAD")
        if not await self._work(partial(is_reachable, self._engine)):
            return _away()
        return _json(200, {"works": True})

    async def _measured(self, scope: Scope) -> Out:
        _only(scope, "GET", "HEAD")
        if not _is_near(scope):
            return await self._nothing_here()
        return Out(200, self.metrics.text().encode(), ((b"content-type", b"text/plain; version=0.0.4"),))

    async def _nothing_here(self) -> Out:
        return _json(404, {"problem": "not_here", "message": "There is nothing at this address."})

    async def _body(self, scope: Scope, receive: Receive, *, most: int) -> bytes:
        _only(scope, "POST")
        declared_bytes(dict(scope["headers"]), most=most)
        return await whole_body(receive, self._limits, most=most)

    async def _work(self, at_database: Callable[[], Any]) -> Any:
        if self._at_work >= self._limits.at_once:
            raise Refused(503, "busy", "Very many are asking at once; please try again soon.", wait_s=BUSY_S)
        self._at_work += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._workers, at_database)
        finally:
            self._at_work -= 1

    async def _answer(self, path: str, scope: Scope, send: Send, work: Callable[[], Awaitable[Out]]) -> None:
        began_s = time.monotonic()
        out = await self._settled(scope, work)
        headers = [(b"content-length", b"%d" % len(out.body)), *out.headers]
        seconds = time.monotonic() - began_s
        self.metrics.answered(
            path, out.status, seconds=seconds, sizes=(int(out.said.get("bytes_in", 0)), len(out.body))
        )
        logs.say(path=path, status=out.status, ms=round(seconds * 1000, 1), bytes_out=len(out.body), **out.said)
        await send({"type": "http.response.start", "status": out.status, "headers": headers})
        await send({"type": "http.response.body", "body": out.body, "more_body": False})

    async def _settled(self, scope: Scope, work: Callable[[], Awaitable[Out]]) -> Out:
        address = _address(scope)
        try:
            if wait_s := self._addresses.wait_s(address, time.monotonic()):
                raise _too_often(wait_s)  # noqa: TRY301 - all that is refused is put into words in one place
            self._addresses.take(address, time.monotonic())
            return await work()
        except Refused as refused:
            return _refused(refused)
        except LedgerProblem as problem:
            return _json(enrolling.STATUSES.get(problem.code, 400), _told(problem.code, str(problem)))
        except (DBAPIError, NoConnection) as error:
            # Locked, away, out of room: nothing was kept, and the same request again is right.
            self.metrics.unexpected += 1
            logs.fault("the database did not take a request", error)
            return _away()
        except Exception as error:  # noqa: BLE001 - the last door: whatever it is, it is logged whole and told calmly
            self.metrics.unexpected += 1
            logs.fault("a request could not be answered", error)
            told = _told("unexpected", "The ledger could not answer this; nothing of it was kept. Please try again.")
            return _json(503, told, wait_s=TRY_AGAIN_S)


def _refused(refused: Refused) -> Out:
    out = _json(refused.status, _told(refused.code, str(refused)), wait_s=refused.wait_s)
    if refused.status == 405:  # noqa: PLR2004 - Method Not Allowed has to name what is
        out.headers += ((b"allow", b"GET, HEAD" if refused.code == "only_get" else b"POST"),)
    elif refused.status in {408, 413}:
        out.headers += ((b"connection", b"close"),)  # what is still on its way is not waited for
    return out


def _away() -> Out:
    told = _told("away", "The ledger cannot reach its records just now; please try again.")
    return _json(503, told, wait_s=TRY_AGAIN_S)


def _told(problem: str, message: str) -> dict[str, str]:
    return {"problem": problem, "message": message}


def _json(status: int, values: Mapping[str, object], *, wait_s: int = 0) -> Out:
    again = ((b"retry-after", b"%d" % wait_s),) if wait_s else ()
    return Out(status, json.dumps(values).encode(), (_JSON, *again))


def _too_often(wait_s: int) -> Refused:
    return Refused(429, "too_often", "Too many requests; please try again later.", wait_s=wait_s)


def _only(scope: Scope, *methods: str) -> None:
    if scope["method"] not in methods:
        code = "only_get" if "GET" in methods else "only_post"
        raise Refused(405, code, f"This address answers {' and '.join(methods)} only.")


def _address(scope: Scope) -> str:
    """Whose requests count together: one IPv4 address, or the 64 bits of IPv6 that one line has to itself."""
    client = scope.get("client")
    try:
        address = ipaddress.ip_address(client[0] if client else "")
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv6Address):
        return str(address.ipv4_mapped or ipaddress.ip_network((int(address), 64), strict=False))
    return str(address)


def _is_near(scope: Scope) -> bool:
    client = scope.get("client")
    try:
        address = ipaddress.ip_address(client[0] if client else "")
    except ValueError:
        return False
    return address.is_loopback or address.is_private
