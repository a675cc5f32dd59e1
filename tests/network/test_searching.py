"""The search for names would find them: nothing that it does not find is proved otherwise."""

from __future__ import annotations

import base64
import json
import sqlite3
from pathlib import Path

import pytest

from desktop.store.naming import key_of
from ledger.domain.names import FactId
from ledger.wire.cbor import dump
from tests.network.busy import Centre
from tests.network.searching import forms_of_centre, search

ANN = FactId(bytes(range(16)), 12)
NAME = "Zephyrine-7 Żółtowska"
PHOTO = bytes(range(256)) * 4
CENTRE = Centre(secrets=[NAME], photos=[PHOTO], people=[ANN])


@pytest.mark.parametrize(
    "planted",
    [
        NAME.encode(),
        NAME.encode("utf-16-le"),
        NAME.encode("utf-16-be"),
        b"Zephyrine-7 W.",
        json.dumps({"who": f"it was {NAME}, again"}).encode(),
        NAME.encode().hex().encode(),
        *(base64.b64encode(bytes(before) + NAME.encode() + b"!!") for before in range(3)),
        *(base64.urlsafe_b64encode(bytes(before) + PHOTO[90:200]) for before in range(3)),
        PHOTO[64:512],
        key_of(ANN),
        key_of(ANN).hex().upper().encode(),
        ANN.text.encode(),
        dump([1, [ANN.device, ANN.seq], 60]),
        base64.b64encode(b"x" + key_of(ANN) + b"yz"),
    ],
)
def test_what_is_planted_is_found(planted: bytes) -> None:
    here = b"much before " + planted + b" and much after"

    assert search({"here": here}, forms_of_centre(CENTRE))
    assert not search({"here": here.replace(planted, b"")}, forms_of_centre(CENTRE))


def test_what_is_planted_in_a_database_is_found_in_its_file(tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    db = sqlite3.connect(file)
    db.execute("CREATE TABLE batches (seq INTEGER, open BLOB, note TEXT)")
    db.executemany("INSERT INTO batches VALUES (?, ?, ?)", [(seq, bytes(500), "") for seq in range(100)])
    db.commit()
    assert not search({"file": file.read_bytes()}, forms_of_centre(CENTRE))

    db.execute("INSERT INTO batches VALUES (101, ?, ?)", [key_of(ANN), NAME])
    db.commit()
    db.close()

    assert {found.what for found in search({"file": file.read_bytes()}, forms_of_centre(CENTRE))} >= {NAME, "fact 12"}


def test_the_device_alone_is_no_member() -> None:
    assert not search({"here": ANN.device + bytes(6) + key_of(FactId(ANN.device, 13))}, forms_of_centre(CENTRE))
