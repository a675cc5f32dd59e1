"""The certificate the ledger shows: tried out before it is needed."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ledger.server.problems import CannotServe


@dataclass(frozen=True, slots=True)
class Certificate:
    """Files in PEM form. key: None if it stands in the certificate's file."""

    cert: Path
    key: Path | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a certificate says. names: the hosts it is for. until: its last moment, as written in it."""

    names: tuple[str, ...]
    until: str


def tried(certificate: Certificate) -> Shown:
    """Shake hands with ourselves, as a PC would that trusts this very certificate.

    Raises:
        CannotServe: the files cannot be read, do not belong together, or the certificate's time is over.
    """
    try:
        server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        server.load_cert_chain(certificate.cert, certificate.key, password=_no_password)
        client = ssl.create_default_context(cafile=str(certificate.cert))
        client.check_hostname = False
        client.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        found = _shaken(server, client)
    except (OSError, ssl.SSLError) as error:
        raise CannotServe(f"The certificate cannot be used: {error}") from error
    names = tuple(str(name) for _, name in found.get("subjectAltName", ()))
    return Shown(names, str(found.get("notAfter", "")))


def _shaken(server: ssl.SSLContext, client: ssl.SSLContext) -> dict[str, Any]:
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    ends = (
        client.wrap_bio(to_client, to_server),
        server.wrap_bio(to_server, to_client, server_side=True),
    )
    waiting = list(ends)
    while waiting:
        for end in tuple(waiting):
            try:
                end.do_handshake()
            except ssl.SSLWantReadError:
                continue
            waiting.remove(end)
    return dict(ends[0].getpeercert() or {})


def _no_password() -> str:
    raise CannotServe("The key is locked with a password, which nobody can type when a service starts. Unlock it.")
