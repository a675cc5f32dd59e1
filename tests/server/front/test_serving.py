"""A real process: it listens, answers leanly, bounds who asks, and leaves in order."""

import json
import os
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import trustme

from ledger.server.backup import restore
from ledger.server.database import open_database
from ledger.server.problems import InUse
from ledger.server.verify import verify
from tests.network import warm
from tests.server.front.desk import Desk
from tests.server.front.serving import SOURCE, Served, Wire, served

MUCH = 64 << 20


@pytest.fixture
def at_work(url: str, tmp_path: Path) -> Iterator[Served]:
    with served(url, tmp_path) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def one_for_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A ledger that many tests may speak to, on SQLite."""
    folder = tmp_path_factory.mktemp("served")
    with served(f"sqlite:///{folder / 'ledger.db'}", folder) as ledger:
        yield ledger


def test_two_requests_over_one_line_cost_few_bytes(desk: Desk, at_work: Served) -> None:
    one = desk.founded(1, "Riverside")
    one.meet(desk.ledger)
    with at_work.socket() as line:
        wire = Wire(line)
        answers = [wire.posts("/1/x", one.raw()) for _ in range(2)]
        assert [(status, body[:4]) for status, body in answers] == [(200, b"GHY1")] * 2
        assert wire.heads[1].split(b"\r\n") == [b"HTTP/1.1 200 OK", b"content-length: %d" % len(answers[1][1])]
        # An exchange with nothing new: 400 bytes at most for both ways, headers included.
        assert wire.up / 2 + wire.down / 2 <= 320


def test_the_program_says_where_it_listens_and_leaves_when_told(desk: Desk, url: str, tmp_path: Path) -> None:
    """From nothing, as an operator starts it; the others here are forked off a warm one."""
    command = [sys.executable, "-m", "ledger.server", "serve", "--listen", "127.0.0.1:0", "--json", "--database", url]
    log = tmp_path / "log"
    with (
        log.open("wb") as errors,
        subprocess.Popen(command, cwd=SOURCE, stdout=subprocess.PIPE, stderr=errors) as process,
    ):
        assert process.stdout is not None
        said = json.loads(process.stdout.readline())
        assert said["ledger"] == desk.ledger.public.hex()
        assert httpx.get(f"http://{said['listen']}/health").json() == {"works": True}
        process.terminate()
        assert process.wait(60) == 0
    assert all(json.loads(line)["time"] for line in log.read_text(encoding="utf-8").splitlines())


def test_ctrl_c_is_no_fault(tmp_path: Path) -> None:
    with served(f"sqlite:///{tmp_path / 'ledger.db'}", tmp_path) as ledger:
        assert ledger.ends(signal.SIGINT) == 0
        assert "Traceback" not in ledger.log()


def test_a_body_without_end_is_cut_off(one_for_all: Served) -> None:
    with one_for_all.socket() as line:
        line.sendall(b"POST /1/x HTTP/1.1\r\nhost: l\r\ntransfer-encoding: chunked\r\n\r\n")
        sent = 0
        try:
            while sent < MUCH:
                line.sendall(b"1000\r\n" + bytes(4096) + b"\r\n")
                sent += 4096
        except OSError:
            pass
        # Some of it still waits in the buffers of a busy machine.
        assert sent < MUCH
        assert line.recv(100).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize(
    "raw",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nhost: l\r\n\r\n",
        b"POST /1/x HTTP/1.1\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello",
        b"POST /1/x HTTP/1.1\r\nhost: l\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n",
        b"GET / HTTP/1.1\r\nx: " + b"y" * 100_000,
        b"GET http://other/%00 HTTP/1.1\r\nhost: l\r\n\r\n",
        b"CONNECT other:443 HTTP/1.1\r\nhost: l\r\n\r\n",
        b"GET /1/x HTTP/1.1\r\nhost: l\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
)
def test_what_is_no_http_is_told_or_left(one_for_all: Served, raw: bytes) -> None:
    with one_for_all.socket() as line:
        line.sendall(raw)
        told = line.recv(65_536)
    assert told.split(b" ")[1] in {b"400", b"404", b"405", b"413"}
    assert httpx.get(f"http://{one_for_all.said['listen']}/health").status_code == 200
    assert "Traceback" not in one_for_all.log()


def test_it_speaks_tls_to_those_who_know_its_certificate(tmp_path: Path) -> None:
    authority = trustme.CA()
    mine = authority.issue_cert("localhost", "127.0.0.1")
    cert, key, known = tmp_path / "cert.pem", tmp_path / "key.pem", tmp_path / "ca.pem"
    cert.write_bytes(b"".join(one.bytes() for one in mine.cert_chain_pems))
    mine.private_key_pem.write_to_path(key)
    authority.cert_pem.write_to_path(known)
    url = f"sqlite:///{tmp_path / 'ledger.db'}"
    words = "--tls-cert", str(cert), "--tls-key", str(key)
    checked = typed("serve", "--check", "--json", "--database", url, *words)
    assert checked["tls"] is True
    assert "localhost" in str(checked["tls_names"])
    with served(url, tmp_path, *words) as ledger:
        trusting = ssl.create_default_context(cafile=str(known))
        assert httpx.get(f"https://{ledger.said['listen']}/health", verify=trusting).json() == {"works": True}
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"https://{ledger.said['listen']}/health")
        with pytest.raises(httpx.RemoteProtocolError):
            httpx.get(f"http://{ledger.said['listen']}/health")


def test_only_the_proxy_that_was_named_is_believed(one_for_all: Served, tmp_path: Path) -> None:
    far = {"x-forwarded-for": "9.9.9.9"}
    assert httpx.get(f"http://{one_for_all.said['listen']}/metrics", headers=far).status_code == 200
    with served(f"sqlite:///{tmp_path / 'ledger.db'}", tmp_path, "--proxy", "127.0.0.1") as ledger:
        assert httpx.get(f"http://{ledger.said['listen']}/metrics", headers=far).status_code == 404
        assert httpx.get(f"http://{ledger.said['listen']}/metrics").status_code == 200


def test_a_key_of_another_certificate_is_told_before_it_serves(tmp_path: Path) -> None:
    one, two = (trustme.CA().issue_cert("localhost") for _ in range(2))
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    cert.write_bytes(b"".join(each.bytes() for each in one.cert_chain_pems))
    two.private_key_pem.write_to_path(key)
    words = "serve", "--json", "--database", f"sqlite:///{tmp_path / 'ledger.db'}", "--tls-cert", str(cert)
    assert typed(*words, "--tls-key", str(key))["problem"] == "cannot_serve"
    assert typed(*words)["problem"] == "cannot_serve"


def test_a_certificate_whose_time_is_over_is_told(tmp_path: Path) -> None:
    old = trustme.CA().issue_cert("localhost", not_after=datetime(2020, 1, 1, tzinfo=UTC))
    cert = tmp_path / "both.pem"
    cert.write_bytes(old.private_key_and_cert_chain_pem.bytes())
    told = typed(
        "serve", "--check", "--json", "--database", f"sqlite:///{tmp_path / 'ledger.db'}", "--tls-cert", str(cert)
    )
    assert told["problem"] == "cannot_serve"
    assert "expired" in str(told["message"])


def test_a_place_that_is_taken_is_told(one_for_all: Served, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'ledger.db'}"
    told = typed("serve", "--json", "--listen", str(one_for_all.said["listen"]), "--database", url)
    assert told["problem"] == "cannot_serve"


def test_nothing_is_restored_under_a_served_ledger(desk: Desk, at_work: Served, tmp_path: Path) -> None:
    assert httpx.get(f"http://{at_work.said['listen']}/health").status_code == 200
    backup = tmp_path / "b"
    assert typed("backup", str(backup), "--json", "--database", str(url_of(desk)))["rows"]
    with pytest.raises(InUse):
        restore(desk.ledger.engine, backup, over=True)
    at_work.process.kill()
    at_work.process.join()
    assert restore(desk.ledger.engine, backup, over=True)["epoch"] == 2


def test_killed_in_the_middle_nothing_is_half_done(desk: Desk, url: str, tmp_path: Path) -> None:
    one = desk.founded(1, "Riverside")
    for at in range(3):
        with served(url, tmp_path) as ledger, ledger.socket() as line:
            for number in range(50):
                one.print_slip(at * 50 + number)
            raw = one.raw()
            line.sendall(b"POST /1/x HTTP/1.1\r\nhost: l\r\ncontent-length: %d\r\n\r\n" % len(raw) + raw)
            time.sleep(0.004 * at)
            ledger.process.kill()
            ledger.process.join()
    one.counter += 10
    reply = one.meet(desk.ledger)
    assert reply.positions.seq == len(one.facts) == 150
    assert len(desk.ledger.rows("slips")) == 150
    engine = open_database(url)
    assert verify(engine).problems == []
    engine.dispose()


def typed(*words: str) -> dict[str, object]:
    ran = warm.ran(words, SOURCE, env=os.environ)
    found = json.loads(ran.out)
    assert isinstance(found, dict)
    assert ran.code == (1 if "problem" in found else 0)
    return found


def url_of(desk: Desk) -> str:
    return desk.ledger.engine.url.render_as_string(hide_password=False)
