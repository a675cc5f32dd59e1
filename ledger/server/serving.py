"""The service itself: an address, uvicorn behind it, and how long it waits for whom."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
from collections.abc import Callable, Sequence
from typing import Any, Final

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from ledger.server import logs
from ledger.server.address import Place
from ledger.server.app import app
from ledger.server.problems import CannotServe
from ledger.server.service import Service
from ledger.server.tls import Certificate

MOST_HEADER_BYTES: Final = 16 * 1024
MOST_CONNECTIONS: Final = 1_000
HEADERS_S: Final = 30
KEEP_OPEN_S: Final = 75
LEAVE_WITHIN_S: Final = 30
CLOSE: Final = ((b"connection", b"close"),)


def bound(place: Place) -> socket.socket:
    """A socket at this place; it listens once it is served from.

    Raises:
        CannotServe: the place is taken, or not one of this machine.
    """
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((place.host, place.port))
    except OSError as error:
        found.close()
        raise CannotServe(f"Nothing can be served at {place}: {error.strerror or error}.") from error
    return found


def serve(
    service: Service, at: socket.socket, certificate: Certificate | None, *, proxy: str, ready: Callable[[], None]
) -> None:
    """Answer until somebody ends it (SIGTERM, Ctrl+C); what was begun by then is finished first.

    proxy: the address whose word on who asks is taken, empty for nobody's. ready: called once it listens.
    """
    logs.begin()
    config = uvicorn.Config(
        app(service),
        http=Patient,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=bool(proxy),
        forwarded_allow_ips=proxy or None,
        h11_max_incomplete_event_size=MOST_HEADER_BYTES,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=KEEP_OPEN_S,
        timeout_graceful_shutdown=LEAVE_WITHIN_S,
        ssl_certfile=certificate.cert if certificate else None,
        ssl_keyfile=certificate.key if certificate else None,
    )
    before = signal.signal(signal.SIGTERM, lambda *_: None)  # uvicorn gives the signal on when it has ended by it
    try:
        _Server(config, ready).run(sockets=[at])
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)


class Patient(H11Protocol):
    """HTTP/1.1, by h11 for the sake of its bounds; a sender who does not finish a request's headers is left."""

    _headers_since_s: float | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's own
        """Begin to wait."""
        super().connection_made(transport)
        self._wait_for_headers()

    def handle_events(self) -> None:
        """See to what came; if it is not yet a request, go on waiting."""
        super().handle_events()
        # Before the first request there is none, whatever uvicorn's types say.
        if self.cycle is None or self.cycle.response_complete:  # type: ignore[redundant-expr]
            self._wait_for_headers()
        else:
            self._headers_since_s = None

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP; where an answer has begun already, or none can be sent any more, only leave."""
        body = json.dumps({"problem": "not_http", "message": msg}).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body)), *CLOSE]
        try:
            events = (h11.Response(status_code=400, headers=headers), h11.Data(data=body), h11.EndOfMessage())
            self.transport.write(b"".join(part for part in map(self.conn.send, events) if part))
        except h11.LocalProtocolError:
            logs.say(message="left somebody who broke off HTTP in the middle")
        self.transport.close()

    def _wait_for_headers(self) -> None:
        if self.timeout_keep_alive_task is not None:
            return  # between two requests a line may rest for longer
        now_s = self.loop.time()
        if self._headers_since_s is None:
            self._headers_since_s = now_s
        left_s = max(self._headers_since_s + HEADERS_S - now_s, 0)
        self.timeout_keep_alive_task = self.loop.call_later(left_s, self.timeout_keep_alive_handler)


class _Server(uvicorn.Server):
    """uvicorn, which says when it listens."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: Sequence[Any] | None = None) -> None:
        """Start, then say so."""
        await super().startup(list(sockets) if sockets else None)
        self._ready()
