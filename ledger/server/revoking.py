"""Taking back what was granted: a PC that is lost, and the purse it had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, func, select, update

from ledger.domain.bounds import MOST_NAMED
from ledger.domain.network import NETWORK, DeviceRevoked, IssuerRevoked
from ledger.domain.rulings import PurseTaken
from ledger.server import own as own_room
from ledger.server.database import writing
from ledger.server.finding import centre_called, device_called, locked, text_of
from ledger.server.problems import LedgerProblem, NotAllowed
from ledger.server.said import facts_said
from ledger.server.speaking import say
from ledger.server.tables import CENTRE, DOOR, centres, devices, feeds, issuers, slips

NUMBER_BYTES = 8


class LastPC(LedgerProblem):
    """Nobody could stand for another PC of this centre: it would be shut out for good. Nothing was changed."""

    code = "last_pc"


@dataclass(frozen=True, slots=True)
class Revoked:
    """What a revocation did.

    keys: of its slips. good_slips: numbers of theirs that stay good. had_purse: it is still named as the one that takes
    minutes from members, and another PC should be (`move_purse`).
    """

    device: str
    centre: str
    keys: int
    good_slips: int
    had_purse: bool


def revoke_device(
    engine: Engine, device: str, *, now_ms: int, keep_slips: bool = True, is_last_meant: bool = False
) -> Revoked:
    """Hear a PC no longer, and take the keys of its slips off the network's list. A revocation cannot be undone.

    keep_slips: slips whose print had reached the ledger and that nobody handed in yet stay good; without, staff are
        asked for each. is_last_meant: whether a centre may lose its last PC by it, and with that its way in.

    Raises:
        NotFound: no such PC. NotAllowed: it is revoked already. LastPC: the centre has no other.
    """
    with writing(engine) as connection:
        found = device_called(connection, device)
        centre = locked(connection, found.centre)
        found = device_called(connection, device)
        if found.revoked_ms is not None:
            raise NotAllowed("This PC is revoked already.")
        if centre.kind == CENTRE and not is_last_meant and _others(connection, found) == 0:
            raise LastPC(_shut_out(centre.name))
        own = own_room.read(connection)
        mine = devices.c.centre == found.centre, devices.c.device == found.device
        connection.execute(update(devices).where(*mine).values(revoked_ms=now_ms))
        say(connection, own, found.centre, [DeviceRevoked(found.device)], now_ms=now_ms)
        keys = _keys_of(connection, found)
        kept = {issuer: _unspent(connection, issuer) if keep_slips else [] for issuer in keys}
        if kept:
            locked(connection, NETWORK)
        for issuer, numbers in kept.items():
            _revoke_key(connection, issuer, numbers, now_ms=now_ms)
            say(connection, own, NETWORK, _said(issuer, numbers), now_ms=now_ms)
        good = sum(map(len, kept.values()))
        return Revoked(text_of(found.device), centre.name, len(kept), good, centre.purse == found.device)


def move_purse(engine: Engine, centre: str, device: str, *, now_ms: int) -> dict[str, Any]:
    """Let another PC of a centre take minutes from members; what the one before spends from now on, goodwill pays.

    Raises:
        NotFound: no such centre or PC. NotAllowed: it is not of this centre, not heard, or had the purse before.
    """
    with writing(engine) as connection:
        place = centre_called(connection, centre)
        place, taker = locked(connection, place.centre), device_called(connection, device)
        if place.kind == DOOR or taker.centre != place.centre or taker.revoked_ms is not None:
            raise NotAllowed("The purse goes to a PC of the same centre that is not revoked.")
        if taker.device == place.purse:
            raise NotAllowed("This PC has the purse already.")
        if any(isinstance(fact, PurseTaken) and fact.giver == taker.device for fact in _facts(connection, place)):
            raise NotAllowed("This PC had the purse once and gave it away; it goes to a PC that never had it.")
        own = own_room.read(connection)
        held = feeds.c.centre == place.centre, feeds.c.device == place.purse
        last = connection.execute(select(feeds.c.seq).where(*held)).scalar_one_or_none() or 0
        connection.execute(update(centres).where(centres.c.centre == place.centre).values(purse=taker.device))
        say(connection, own, place.centre, [PurseTaken(place.purse, last, taker.device)], now_ms=now_ms)
        return {"centre": place.name, "from": text_of(place.purse), "last": last, "to": text_of(taker.device)}


def _others(connection: Connection, device: Any) -> int:
    """How many other PCs of the centre are heard."""
    heard = devices.c.centre == device.centre, devices.c.device != device.device, devices.c.revoked_ms.is_(None)
    return int(connection.execute(select(func.count()).select_from(devices).where(*heard)).scalar_one())


def _shut_out(name: str) -> str:
    return (
        f"This is the last PC of {name}. Once it is revoked nothing lets {name} in again, no code and no backup, and "
        "what was not sent yet never arrives. If the PC is lost, put the centre's backup on another PC and let that "
        f"meet first. If {name} is to leave the network for good, say so with --last. Nothing was changed."
    )


def _facts(connection: Connection, place: Any) -> list[Any]:
    return [entry.fact for entry in facts_said(connection, place.centre)]


def _keys_of(connection: Connection, device: Any) -> list[bytes]:
    good = issuers.c.centre == device.centre, issuers.c.revoked_ms.is_(None)
    rows = connection.execute(select(issuers.c.issuer, issuers.c.device).where(*good).order_by(issuers.c.issuer)).all()
    return [row.issuer for row in rows if (row.device or _printer(connection, row.issuer)) == device.device]


def _printer(connection: Connection, issuer: bytes) -> bytes | None:
    """The PC whose slips a key signed: for a key that was learnt again from a returned notice."""
    printed = slips.c.issuer == issuer, slips.c.print_device.is_not(None)
    return connection.execute(select(slips.c.print_device).where(*printed).limit(1)).scalar()


def _unspent(connection: Connection, issuer: bytes) -> list[bytes]:
    seen = slips.c.issuer == issuer, slips.c.print_seq.is_not(None), slips.c.claim_seq.is_(None)
    return list(connection.execute(select(slips.c.number).where(*seen).order_by(slips.c.number)).scalars())


def _revoke_key(connection: Connection, issuer: bytes, numbers: list[bytes], *, now_ms: int) -> None:
    values = {"revoked_ms": now_ms, "good": b"".join(numbers)}
    connection.execute(update(issuers).where(issuers.c.issuer == issuer).values(**values))


def _said(issuer: bytes, numbers: list[bytes]) -> list[IssuerRevoked]:
    parts = [numbers[at : at + MOST_NAMED] for at in range(0, len(numbers), MOST_NAMED)] or [[]]
    return [IssuerRevoked(issuer, tuple(int.from_bytes(one, "big") for one in part)) for part in parts]
