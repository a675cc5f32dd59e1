"""Over TLS: only whoever can prove to be the ledger's address is spoken to, as this PC's own list of trust says."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
import trustme

from tests.network import busy
from tests.network.centres import Pc, good
from tests.network.checks import held_whole
from tests.network.ledgers import Ledger
from tests.network.line import Line
from tests.network.town import points_to

NAMES = ("127.0.0.1", "localhost")


class Secure(NamedTuple):
    """A ledger that serves over TLS, a centre enrolled with it, and the authority that its PC trusts."""

    ledger: Ledger
    pc: Pc
    authority: trustme.CA


@pytest.fixture
def secure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Secure]:
    authority = trustme.CA()
    certificate = authority.issue_cert(*NAMES)
    files = tmp_path / "ledger.pem", tmp_path / "ledger.key"
    certificate.cert_chain_pems[0].write_to_path(files[0])
    certificate.private_key_pem.write_to_path(files[1])
    _trusts(authority, tmp_path, monkeypatch)
    with Ledger(tmp_path / "ledger", tls=files) as ledger:
        pc = Pc.begun(tmp_path / "elm", "Elm House")
        good(pc.enrol(ledger.url, ledger.code("centre", "add", "Elm House")))
        with pc.opened() as parts:
            centre = busy.begin(parts, 1, members=3, has_photos=False)
            busy.help_out(parts, centre, Random(1), times=10)
        yield Secure(ledger, pc, authority)


def test_what_is_sent_over_tls_arrives_and_cannot_be_read_on_the_way(secure: Secure) -> None:
    with Line(secure.ledger.port) as line:
        points_to(secure.pc, line.url.replace("http:", "https:"))

        good(secure.pc.exchange())

        assert b"GHX1" not in line.passed.up
        assert b"HTTP" not in line.passed.up
        assert len(line.passed.up) > 1_000
    held_whole(secure.ledger, [secure.pc])


@pytest.mark.parametrize("wrong", ["of nobody we know", "of another place", "too old", "not yet good"])
def test_a_wrong_certificate_gets_not_a_byte(secure: Secure, wrong: str) -> None:
    now = datetime.now(UTC)
    certificate = {
        "of nobody we know": lambda: trustme.CA().issue_cert(*NAMES),
        "of another place": lambda: secure.authority.issue_cert("ledger.example"),
        "too old": lambda: secure.authority.issue_cert(*NAMES, not_after=now - timedelta(days=1)),
        "not yet good": lambda: secure.authority.issue_cert(*NAMES, not_before=now + timedelta(days=1)),
    }[wrong]()
    _nothing_through(secure, certificate)
    good(secure.pc.exchange())
    held_whole(secure.ledger, [secure.pc])


def test_a_proxy_that_looks_into_tls_with_an_authority_of_its_own_gets_not_a_byte(secure: Secure) -> None:
    _nothing_through(secure, trustme.CA().issue_cert(*NAMES))


def test_a_proxy_that_looks_into_tls_is_gone_through_where_this_pc_trusts_it(
    secure: Secure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in many councils: their own authority is in each PC's list. What is inside is signed and sealed anyway."""
    of_the_council = trustme.CA()
    with Line(
        secure.ledger.port, ours=_shown(of_the_council.issue_cert(*NAMES)), theirs=_going_on(secure.authority)
    ) as proxy:
        points_to(secure.pc, proxy.url)
        _trusts(of_the_council, tmp_path, monkeypatch)

        good(secure.pc.exchange())

        assert proxy.passed.requests > 0
    held_whole(secure.ledger, [secure.pc])


def _nothing_through(secure: Secure, certificate: trustme.LeafCert) -> None:
    with Line(secure.ledger.port, ours=_shown(certificate), theirs=_going_on(secure.authority)) as proxy:
        points_to(secure.pc, proxy.url)

        assert secure.pc.exchange()["problem"] == "wrong_certificate"

        assert (len(proxy.passed.up), len(proxy.passed.down)) == (0, 0)
    points_to(secure.pc, secure.ledger.url)


def _shown(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def _going_on(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def _trusts(authority: trustme.CA, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This PC's own list of trust has one authority, this one."""
    file = folder / "trusted.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
