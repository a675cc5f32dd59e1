"""An exchange without a line: the request came as a file, and the reply goes back as one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from ledger.server import exchange
from ledger.server import own as own_room
from ledger.server.database import reading
from ledger.server.problems import BadInput, NotAllowed
from ledger.wire.carrying import MOST_FILE_BYTES, NotCarried, open_request, seal_reply


def carry(engine: Engine, request: Path, reply: Path, *, now_ms: int) -> dict[str, Any]:
    """Answer the request in one file with a reply in another; the same request again is answered again.

    Raises:
        BadInput: no request to this ledger, or the files cannot be read and written. NotAllowed: nobody is there whom
        a reply could be sealed to: the device is unknown here, or revoked.
    """
    if not reply.parent.is_dir() or reply.is_dir():
        raise BadInput(f"Nothing can be written to {reply}: there is no such folder.")
    try:
        with request.open("rb") as found:
            sealed = found.read(MOST_FILE_BYTES + 1)
    except OSError as error:
        raise BadInput(f"{request} cannot be read: {error.strerror}.") from error
    with reading(engine) as connection:
        seed = own_room.read(connection).seed
    try:
        raw = open_request(sealed, ledger_seed=seed)
    except NotCarried as error:
        raise BadInput(f"This file cannot be used: {error}.") from error
    answered = exchange.answer(engine, raw, now_ms=now_ms, is_carried=True)
    if not answered.public:
        raise NotAllowed("The PC that wrote this file is not known here, or revoked. Nothing of it was used.")
    try:
        reply.write_bytes(seal_reply(answered.body, device_public=answered.public))
    except OSError as error:
        # What was taken in stays so; the request again gives the same answer.
        raise BadInput(f"{reply} cannot be written: {error.strerror}. Please give the same command again.") from error
    return {
        "file": str(reply),
        "status": answered.status,
        "batches": answered.batches,
        "facts": answered.facts,
        "rulings": dict(answered.rulings),
    }
