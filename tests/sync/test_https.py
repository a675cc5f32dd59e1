"""The road over the internet: lean requests, and each way it can be closed in plain words."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import trustme

from desktop.sync.https import Https
from desktop.sync.problems import (
    LedgerTrouble,
    NetworkProblem,
    NoConnection,
    NotOurLedger,
    SignInPage,
    SlowLine,
    TooMuchAtOnce,
    TryLater,
    WrongCertificate,
)

Talk = Callable[[socket.socket], None]


@contextmanager
def somebody(talk: Talk) -> Iterator[str]:
    """Somebody who answers one call on this PC, and the address."""
    listening = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        calling, _ = listening.accept()
        with calling:
            talk(calling)

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        thread.join(5)
        listening.close()


def says(answer: bytes, heard: list[bytes] | None = None) -> Talk:
    """Reads a request of four bytes, then says this."""

    def talk(calling: socket.socket) -> None:
        request = b""
        while not request.endswith(b"body"):
            request += calling.recv(65_536)
        if heard is not None:
            heard.append(request)
        calling.sendall(answer)

    return talk


def http(status: str, body: bytes = b"", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"content-length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def sent_to(url: str) -> tuple[int, bytes]:
    road = Https(url)
    try:
        return road.send("/1/x", b"body")
    finally:
        road.close()


def test_only_the_headers_it_takes_are_sent() -> None:
    heard: list[bytes] = []
    with somebody(says(http("200 OK", b"answer"), heard)) as url:
        assert sent_to(url) == (200, b"answer")
    head, _, body = heard[0].partition(b"\r\n\r\n")
    names = [line.split(b":")[0].lower() for line in head.split(b"\r\n")[1:]]
    assert head.startswith(b"POST /1/x HTTP/1.1\r\n")
    assert sorted(names) == [b"content-length", b"host"]
    assert body == b"body"


@pytest.mark.parametrize("status", ["400 Bad Request", "403 Forbidden", "409 Conflict", "404 Not Found"])
def test_what_may_carry_the_words_of_the_ledger_is_handed_on(status: str) -> None:
    with somebody(says(http(status, b"signed"))) as url:
        assert sent_to(url) == (int(status[:3]), b"signed")


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (http("408 Too Slow"), SlowLine),
        (http("413 Too Large"), TooMuchAtOnce),
        (http("429 Too Many"), TryLater),
        (http("503 Away"), TryLater),
        (http("500 Fault", b"<html>"), LedgerTrouble),
        (http("502 Bad Gateway"), LedgerTrouble),
        (http("302 Found", b"", "location: https://portal.example.org"), SignInPage),
        (http("511 Sign In"), SignInPage),
        (http("407 Who Are You"), NoConnection),
        (http("200 OK", bytes(400_000)), NotOurLedger),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf", SlowLine),
        (b"not http at all\r\n\r\n", SlowLine),
        (b"", SlowLine),
    ],
)
def test_each_way_it_can_be_closed(answer: bytes, problem: type[NetworkProblem]) -> None:
    with somebody(says(answer)) as url, pytest.raises(problem) as raised:
        sent_to(url)
    assert type(raised.value) is problem
    assert str(raised.value)


def test_the_ledger_may_say_when_to_come_back() -> None:
    with somebody(says(http("503 Away", b"", "retry-after: 90"))) as url, pytest.raises(TryLater) as raised:
        sent_to(url)
    assert raised.value.after_s == 90
    date = "retry-after: Wed, 21 Oct 2026 07:28:00 GMT"
    with somebody(says(http("429 Busy", b"", date))) as url, pytest.raises(TryLater) as raised:
        sent_to(url)
    assert raised.value.after_s == 0


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    with pytest.raises(NoConnection):
        sent_to(url)


def test_somebody_who_cannot_prove_who_they_are() -> None:
    """A certificate nobody vouches for: made for this test, trusted by no PC."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)

    def talk(calling: socket.socket) -> None:
        with pytest.raises(ssl.SSLError):
            context.wrap_socket(calling, server_side=True)

    with somebody(talk) as url, pytest.raises(WrongCertificate):
        sent_to(url.replace("http:", "https:"))


def test_somebody_who_drips() -> None:
    """Bytes that come too slowly for ever are given up."""
    passing = iter(range(0, 10_000, 500))

    def talk(calling: socket.socket) -> None:
        calling.recv(65_536)
        calling.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n")
        calling.sendall(b"drip")

    with somebody(talk) as url:
        road = Https(url, monotonic_s=lambda: float(next(passing)))
        with pytest.raises(SlowLine):
            road.send("/1/x", b"body")
        road.close()


def test_a_proxy_no_road_leads_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1")
    with pytest.raises(NoConnection, match="proxy"):
        Https("https://ledger.example.org")
