"""A restored ledger asks the PCs of a centre for what another of them wants and it has not."""

from __future__ import annotations

import pytest

from ledger.server import epochs, parcels
from ledger.server.database import writing
from ledger.wire.asking import Held, Piece, Want
from ledger.wire.sealing import digest
from tests.server.pcs import Ledger, Pc, pc

SEALED = b"a photo" * 1_000
NAME = digest(SEALED)


def restore(ledger: Ledger, *pcs: Pc) -> None:
    """A new epoch, of which these have heard."""
    with writing(ledger.engine) as connection:
        epochs.begin(connection)
    for one in pcs:
        one.meet(ledger)


def test_what_is_wanted_in_vain_is_asked_of_the_others_until_it_is_whole(ledger: Ledger, home: Pc, sibling: Pc) -> None:
    restore(ledger, home, sibling)
    stranger = pc(5)
    ledger.admit(stranger)

    assert sibling.send(ledger, wants=(Want(NAME, 0),)).kept == ()  # who wants it has it not
    assert home.send(ledger).kept == (Held(NAME, 0),)
    assert stranger.send(ledger).kept == ()
    first = home.send(ledger, pieces=(Piece(NAME, len(SEALED), 0, SEALED[:100]),))
    assert first.kept == (Held(NAME, 100),)
    assert home.send(ledger).kept == (Held(NAME, 100),)
    whole = home.send(ledger, pieces=(Piece(NAME, len(SEALED), 100, SEALED[100:]),))
    assert whole.kept == (Held(NAME, len(SEALED)),)
    assert home.send(ledger).kept == ()
    assert sibling.send(ledger, wants=(Want(NAME, 0),)).pieces != ()
    assert ledger.rows("wanted_blobs") == []


def test_of_many_each_is_asked_for_sooner_or_later(ledger: Ledger, home: Pc, sibling: Pc) -> None:
    restore(ledger, home, sibling)
    names = {digest(bytes([number])) for number in range(100)}
    sibling.send(ledger, wants=tuple(Want(name, 0) for name in sorted(names)))

    told = {each.feed for _ in range(20) for each in home.send(ledger).kept}

    assert told == names


def test_in_the_first_epoch_too_what_is_wanted_in_vain_is_asked_of_the_others(
    ledger: Ledger, home: Pc, sibling: Pc
) -> None:
    """Seed 905241: it was put back without a word, and no feed showed it."""
    sibling.send(ledger, wants=(Want(NAME, 0),))
    assert home.send(ledger).kept == (Held(NAME, 0),)


def test_only_so_many_are_noted(ledger: Ledger, home: Pc, sibling: Pc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "MOST_WANTED", 5)
    for first in (0, 4, 8):
        sibling.send(ledger, wants=tuple(Want(digest(bytes([number])), 0) for number in range(first, first + 4)))
    assert len(ledger.rows("wanted_blobs")) == 5
    assert home.send(ledger).kept != ()
