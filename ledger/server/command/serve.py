"""serve, and serve --check."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Engine, func, select

from ledger.server import own as own_room
from ledger.server.address import Place
from ledger.server.command.answers import DONE, Answer, tell
from ledger.server.command.arguments import a_file, a_place, a_rate, an_address
from ledger.server.command.opened import opened
from ledger.server.database import reading
from ledger.server.holding import serving_from
from ledger.server.limits import Limits, Rate
from ledger.server.problems import CannotServe
from ledger.server.tables import CENTRE, centres
from ledger.server.tls import Certificate, tried

LISTEN: Final = Place("127.0.0.1", 8400)


def add(commands: Any, shared: Any) -> None:
    """Add these commands."""
    one = commands.add_parser("serve", parents=[shared], help="answer centres and doors, until Ctrl+C or SIGTERM")
    one.add_argument("--listen", type=a_place, default=LISTEN, metavar="HOST:PORT", help=f"usually {LISTEN}")
    one.add_argument("--tls-cert", type=a_file, metavar="F", help="certificate and chain, PEM; without, plain HTTP")
    one.add_argument("--tls-key", type=a_file, metavar="F", help="its key, where that is a file of its own")
    proxy = "the reverse proxy whose X-Forwarded-For is true"
    one.add_argument("--proxy", type=an_address, metavar="ADDRESS", help=proxy)
    usual = Limits()
    for who in ("device", "address"):
        rate = getattr(usual, who).per_minute
        words = f"requests a minute of one {who}: usually {rate}, 0 for no limit"
        one.add_argument(f"--rate-{who}", type=a_rate, default=rate, metavar="N", help=words)
    one.add_argument("--check", action="store_true", help="open everything, say what would be done, and leave")
    one.set_defaults(run=_serve)


def _serve(arguments: Namespace) -> Answer | int:
    from ledger.server.service import Service  # noqa: PLC0415 - the other commands need no web server, and start sooner
    from ledger.server.serving import bound, serve  # noqa: PLC0415 - as above

    certificate = _certificate(arguments)
    with opened(arguments) as engine:
        values = _would_do(engine, arguments, certificate)
        at = bound(arguments.listen)
        try:
            if arguments.check:
                return Answer(values)
            values["listen"] = str(Place(arguments.listen.host, at.getsockname()[1]))
            service = Service(engine, limits=_limits(arguments))

            def ready() -> None:
                tell(Answer(values), as_json=arguments.json)

            with serving_from(engine):
                serve(service, at, certificate, proxy=arguments.proxy or "", ready=ready)
        finally:
            at.close()
    return DONE


def _certificate(arguments: Namespace) -> Certificate | None:
    if arguments.tls_cert is None:
        if arguments.tls_key is not None:
            raise CannotServe("A key needs its certificate: give --tls-cert too.")
        return None
    return Certificate(arguments.tls_cert, arguments.tls_key)


def _would_do(engine: Engine, arguments: Namespace, certificate: Certificate | None) -> dict[str, Any]:
    values: dict[str, Any] = {
        "listen": str(arguments.listen),
        "database": engine.url.set(query={}).render_as_string(hide_password=True),
    }
    with reading(engine) as connection:
        own = own_room.read(connection)
        counted = connection.execute(select(func.count()).where(centres.c.kind == CENTRE)).scalar_one()
    values |= {"ledger": own.public.hex(), "epoch": own.epoch, "centres": counted, "tls": certificate is not None}
    if certificate is not None:
        shown = tried(certificate)
        values |= {"tls_names": list(shown.names), "tls_until": shown.until}
    return values


def _limits(arguments: Namespace) -> Limits:
    device, address = arguments.rate_device, arguments.rate_address
    # A PC that comes back after weeks asks often for a short while.
    limits = Limits(device=Rate(2 * device, device), address=Rate(2 * address, address))
    return limits if address else replace(limits, enrolments=Rate(0, 0))
