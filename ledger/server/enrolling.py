"""Enrolment: a one-time code lets in a centre's first PC, a further PC of a centre, or a venue's door."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Engine, func, insert, select, update

from ledger.domain.feed import first_head
from ledger.domain.names import device_name
from ledger.domain.network import NETWORK, DeviceListed, IssuerListed
from ledger.server import own as own_room
from ledger.server.database import writing
from ledger.server.finding import locked
from ledger.server.listing import MOST_DEVICES, rule_waiting
from ledger.server.own import Own
from ledger.server.problems import LedgerProblem
from ledger.server.speaking import say
from ledger.server.tables import (
    CENTRE,
    CENTRE_CODE,
    DEVICE_CODE,
    DOOR,
    centres,
    codes,
    devices,
    feeds,
    issuers,
)
from ledger.wire.joining import Asking, BadEnrolment, Code, Enrolled, is_vouched, read_asking, write_enrolled
from ledger.wire.keys import SIGNATURE_BYTES, issuer_of


class Malformed(LedgerProblem):
    """This is no enrolment, or the device that it names did not sign it."""

    code = "malformed"


class BadCode(LedgerProblem):
    """This ledger gave no such code. Check every letter, or ask the coordinator for a new one."""

    code = "bad_code"


class UsedCode(LedgerProblem):
    """Another PC has used this code already. Ask the coordinator for a new one."""

    code = "used_code"


class ExpiredCode(LedgerProblem):
    """This code is too old. Ask the coordinator for a new one."""

    code = "expired_code"


class NotForThisPC(LedgerProblem):
    """The code does not fit this PC; the message says why."""

    code = "not_for_this_pc"


STATUSES: Final[Mapping[str, int]] = {
    Malformed.code: 400,
    BadCode.code: 403,
    NotForThisPC.code: 403,
    UsedCode.code: 409,
    ExpiredCode.code: 410,
}
"""What each of these is over HTTP."""


class _Device(NamedTuple):
    """A device that asks, with the signature that stands behind it: of the device that vouched, or its own."""

    asking: Asking
    name: bytes
    voucher: bytes
    signature: bytes


def enrol(engine: Engine, raw: bytes, *, now_ms: int) -> bytes:
    """Let a device in and answer `joining.write_enrolled`. The same device may ask again: its answer was lost.

    Raises:
        Malformed, BadCode, UsedCode, ExpiredCode, NotForThisPC: nothing was written.
    """
    try:
        asking = read_asking(raw)
    except BadEnrolment as error:
        raise Malformed(str(error)) from error
    name = device_name(asking.public)
    own_signature = raw[:SIGNATURE_BYTES]
    device = _Device(asking, name, asking.voucher or name, asking.vouched or own_signature)
    with writing(engine) as connection:
        own = own_room.read(connection)
        code = _code(connection, own, asking)
        if code.used_by is None:
            _let_in(connection, own, code, device, now_ms=now_ms)
        elif code.used_by != name:
            raise UsedCode(_words(UsedCode))
        enrolled = Enrolled(own.public, own.epoch, now_ms, code.name, code.venue)
        return write_enrolled(enrolled, asked=raw, seed=own.seed)


def _code(connection: Connection, own: Own, asking: Asking) -> Any:
    digest = Code(asking.code_secret, b"").digest
    code = connection.execute(select(codes).where(codes.c.digest == digest).with_for_update()).one_or_none()
    if code is None:
        raise BadCode(_words(BadCode))
    if code.used_by is None and code.epoch != own.epoch:
        raise ExpiredCode("The ledger was put back from a backup since this code was given. Ask for a new one.")
    return code


def _let_in(connection: Connection, own: Own, code: Any, device: _Device, *, now_ms: int) -> None:
    if now_ms >= code.expires_ms:
        raise ExpiredCode(_words(ExpiredCode))
    known = select(devices.c.centre).where(devices.c.device == device.name)
    if connection.execute(known).first() is not None:
        raise NotForThisPC("This PC is enrolled already.")
    if code.kind == DEVICE_CODE:
        _check_voucher(connection, code, device)
    else:
        _begin(connection, own, code, device, now_ms=now_ms)
    centre = device.asking.founder
    locked(connection, centre)
    _add_device(connection, centre, device, now_ms=now_ms)
    listed = DeviceListed(device.asking.public, device.voucher, device.signature, is_successor=False)
    say(connection, own, centre, [listed], now_ms=now_ms)
    _add_issuers(connection, own, device, now_ms=now_ms)
    used = update(codes).where(codes.c.digest == code.digest).values(used_ms=now_ms, used_by=device.name)
    connection.execute(used)


def _begin(connection: Connection, own: Own, code: Any, device: _Device, *, now_ms: int) -> None:
    """A new partition: a centre by its first PC, or a venue's door.

    Or a centre that a ledger put back has forgotten, by any PC of it: the first may be gone. That one keeps the purse
    until the coordinator moves it.
    """
    asking = device.asking
    is_centre = code.kind == CENTRE_CODE
    is_known = (
        connection.execute(select(centres.c.centre).where(centres.c.centre == asking.founder)).first() is not None
    )
    if asking.voucher or is_known or (asking.founder != device.name and not is_centre):
        raise NotForThisPC("This code begins a new centre or door, and this PC belongs to one already.")
    if not is_centre and asking.issuers:
        raise NotForThisPC("This code is a venue's, and a venue's door prints no slips.")
    if is_centre and not asking.issuers:  # a centre's first PC has a key for slips from its first fact on
        raise NotForThisPC("This code is a centre's, and a venue's door needs a code of its own.")
    connection.execute(
        insert(centres).values(
            centre=asking.founder,
            kind=CENTRE if is_centre else DOOR,
            name=code.name,
            venue=code.venue,
            added_ms=now_ms,
            met_epoch=own.epoch,
            met_ms=0,
            arrivals=0,
            closed=own.closed,
            purse=asking.founder if is_centre else None,
        )
    )


def _check_voucher(connection: Connection, code: Any, device: _Device) -> None:
    """A further PC: a PC of that very centre, which is still heard, must stand for it."""
    asking = device.asking
    if code.centre != asking.founder:
        raise NotForThisPC("This code adds a PC to another centre.")
    locked(connection, asking.founder)
    held = select(func.count()).select_from(devices).where(devices.c.centre == asking.founder)
    if connection.execute(held).scalar_one() >= MOST_DEVICES:
        raise NotForThisPC(f"This centre has had {MOST_DEVICES} PCs, as many as a centre can have.")
    here = devices.c.centre == asking.founder, devices.c.device == asking.voucher
    by = connection.execute(select(devices).where(*here)).one_or_none()
    if by is None or by.revoked_ms is not None:
        raise NotForThisPC("No PC of this centre stands for this one. Join the centre first, on a PC of it.")
    if not is_vouched(
        asking.vouched, centre=asking.founder, by=by.public_key, public=asking.public, is_successor=False
    ):
        raise NotForThisPC("The PC that stands for this one did not sign so. Join the centre again.")


def _add_device(connection: Connection, centre: bytes, device: _Device, *, now_ms: int) -> None:
    connection.execute(
        insert(devices).values(
            centre=centre,
            device=device.name,
            public_key=device.asking.public,
            counter=0,
            added_ms=now_ms,
            met_epoch=0,
            met_ms=0,
            revoked_ms=None,
            voucher=device.voucher,
            signature=device.signature,
            is_successor=False,
        )
    )
    connection.execute(insert(feeds).values(centre=centre, device=device.name, seq=0, head=first_head(device.name)))


def _add_issuers(connection: Connection, own: Own, device: _Device, *, now_ms: int) -> None:
    centre, new = device.asking.founder, []
    for public in dict.fromkeys(device.asking.issuers):
        name = issuer_of(public)
        known = connection.execute(select(issuers.c.centre).where(issuers.c.issuer == name)).one_or_none()
        if known is not None and known.centre != centre:
            raise NotForThisPC("Another centre signs its slips with one of this PC's keys.")
        if known is None:
            values = {"issuer": name, "public_key": public, "centre": centre, "device": device.name}
            connection.execute(insert(issuers).values(**values, revoked_ms=None, good=b""))
            new.append(IssuerListed(public, centre))
    if new:
        locked(connection, NETWORK)
        say(connection, own, NETWORK, new, now_ms=now_ms)
    for listed in new:
        rule_waiting(connection, own, issuer_of(listed.public_key), centre)


def _words(problem: type[LedgerProblem]) -> str:
    return (problem.__doc__ or "").strip()
