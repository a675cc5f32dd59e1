"""The road over the internet: one POST, lean headers, the system's own trust and proxy.

httpx and truststore are read in with the first exchange, not with the app: this module is imported only then.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final
from urllib.parse import urlsplit

import httpx
import truststore

from desktop.sync.address import is_here
from desktop.sync.problems import (
    LedgerTrouble,
    NoConnection,
    NotOurLedger,
    SignInPage,
    SlowLine,
    TooMuchAtOnce,
    TryLater,
    WrongCertificate,
)
from ledger.wire.answering import MOST_REPLY_BYTES

CONNECT_S: Final = 40.0
"""Two seconds each way, four times there and back, with something lost."""
QUIET_S: Final = 150.0
"""A whole request at 23 kbit/s takes 100 s before the ledger can begin to answer."""
WHOLE_S: Final = 420.0
"""No exchange takes longer, however slowly bytes drip."""
_TIMES: Final = {"connect": CONNECT_S, "read": QUIET_S, "write": QUIET_S, "pool": CONNECT_S}
_PROXY_WANTS_NAME: Final = 407
_TOO_SLOW: Final = 408
_TOO_LARGE: Final = 413
_BUSY: Final = (429, 503)
_SIGN_IN: Final = 511
_ELSEWHERE: Final = range(300, 400)
_FAULTS: Final = range(500, 600)


class Https:
    """A line to one ledger; connections are kept while it is open."""

    def __init__(self, url: str, *, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        """url: as `address` made it.

        Raises:
            NoConnection: the network of this PC is set up in a way Goodhour has no road for.
        """
        self._url = url
        self._monotonic_s = monotonic_s
        try:
            self._client = httpx.Client(
                verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
                trust_env=not is_here(urlsplit(url).hostname or ""),
                follow_redirects=False,
            )
        except (ImportError, ValueError) as error:
            message = f"Goodhour cannot use the proxy this PC is set up with: {error} Ask whoever looks after it."
            raise NoConnection(message) from error

    def send(self, path: str, body: bytes) -> tuple[int, bytes]:
        """Post these bytes; the status and the bytes of the answer, never more than a reply may have.

        Raises:
            NetworkProblem: no answer of a ledger came back.
        """
        # Made by hand: the client's own defaults would add 120 bytes of headers to each exchange of 400.
        request = httpx.Request("POST", self._url + path, content=body, extensions={"timeout": dict(_TIMES)})
        latest_s = self._monotonic_s() + WHOLE_S
        with _in_plain_words():
            response = self._client.send(request, stream=True)
            try:
                return response.status_code, self._read(response, latest_s)
            finally:
                response.close()

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def _read(self, response: httpx.Response, latest_s: float) -> bytes:
        _refuse(response)
        body = bytearray()
        for part in response.iter_raw():
            body += part
            if len(body) > MOST_REPLY_BYTES:
                raise NotOurLedger
            if self._monotonic_s() > latest_s:
                raise SlowLine
        return bytes(body)


def _refuse(response: httpx.Response) -> None:
    """Raise what a status alone tells; what may carry the ledger's own words is left to be read."""
    status = response.status_code
    if status == _TOO_SLOW:
        raise SlowLine
    if status == _TOO_LARGE:
        raise TooMuchAtOnce
    if status in _BUSY:
        raise TryLater(after_s=_seconds(response.headers.get("retry-after", "")))
    if status == _PROXY_WANTS_NAME:
        raise NoConnection("The proxy of the network here asks for a name and a password. Ask whoever looks after it.")
    if status == _SIGN_IN or status in _ELSEWHERE:
        raise SignInPage
    if status in _FAULTS:
        raise LedgerTrouble


def _seconds(retry_after: str) -> float:
    text = retry_after.strip()
    return float(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0.0  # noqa: PLR2004  11 days at most


@contextmanager
def _in_plain_words() -> Iterator[None]:
    try:
        yield
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
        raise (WrongCertificate() if _is_about_certificate(error) else NoConnection()) from error
    except httpx.HTTPError as error:
        raise SlowLine from error
    except httpx.InvalidURL as error:
        raise NoConnection from error


def _is_about_certificate(error: BaseException) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
