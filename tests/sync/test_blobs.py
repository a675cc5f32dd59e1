"""Names, photos and texts follow the facts: small ones first, large ones in pieces, each once."""

from __future__ import annotations

from random import Random

import pytest

from desktop.store.blob_outbox import BlobOutbox
from desktop.sync.exchange import apply, prepare
from desktop.sync.problems import SlowLine
from ledger.domain.subjects import MemberWritten
from ledger.server.tables import blobs
from ledger.wire.asking import MOST_PIECE_BYTES, read_request
from tests.sync.places import Pc, Town, bears


def add_photo(pc: Pc, size: int, seed: int = 1) -> None:
    with pc.store.writing(pc.store.new_draft()) as facts:
        photo = facts.seal(Random(seed).randbytes(size))
        facts.add(MemberWritten(None, facts.seal(f"Member {seed}".encode()), photo=photo, place=seed + 1))


def are_all_there(town: Town, pc: Pc) -> bool:
    here = {bytes(digest): size for digest, size in pc.store.db.execute("SELECT digest, length(sealed) FROM blobs")}
    with town.engine.connect() as connection:
        there = {row.digest: row.held for row in connection.execute(blobs.select())}
    return here == there


def test_all_of_them_arrive(town: Town, pc: Pc) -> None:
    add_photo(pc, 500)
    add_photo(pc, 150_000, seed=2)
    town.meet(pc)
    assert are_all_there(town, pc)
    assert not BlobOutbox(pc.store).has_left()


def test_a_photo_goes_in_pieces_and_after_facts_and_names(town: Town, pc: Pc) -> None:
    add_photo(pc, 150_000)
    town.meet(pc)
    requests = [read_request(body).request for path, body in town.asked if path == "/1/x"]
    assert requests[0].batches
    sizes = [[len(piece.part) for piece in request.pieces] for request in requests]
    assert max(map(max, filter(None, sizes))) <= MOST_PIECE_BYTES
    assert sizes[0] == sorted(sizes[0])
    assert sum(sum(each) for each in sizes) < 152_000, "each byte once"


def test_a_photo_cut_off_goes_on_where_it_was(town: Town, pc: Pc) -> None:
    add_photo(pc, 200_000)
    answers = iter(range(100))

    def lose_third(status: int, body: bytes) -> tuple[int, bytes]:
        if next(answers) == 2:
            raise SlowLine
        return status, body

    town.spoil = lose_third
    with pytest.raises(SlowLine):
        town.meet(pc)
    town.meet(pc)
    assert are_all_there(town, pc)


def test_nothing_is_looked_through_when_nothing_is_new(town: Town, pc: Pc) -> None:
    add_photo(pc, 500)
    town.meet(pc)
    town.meet(pc)
    assert read_request(town.asked[-1][1]).request.pieces == ()


def test_on_a_narrow_road_facts_come_first(town: Town, pc: Pc) -> None:
    pc.helps_much(2_000)
    add_photo(pc, 100_000)
    bears(pc, 8_192)
    town.meet(pc)
    requests = [read_request(body).request for path, body in town.asked if path == "/1/x"]
    has_facts = [bool(request.batches) for request in requests]
    has_pieces = [bool(request.pieces) for request in requests]
    assert has_facts.index(False) <= has_pieces.index(True) + 1
    assert are_all_there(town, pc)


def test_a_late_answer_about_pieces_takes_nothing_back(town: Town, pc: Pc) -> None:
    add_photo(pc, 200_000)
    early = prepare(pc.store)
    answered = town.send("/1/x", early)
    town.meet(pc)
    apply(pc.store, early, *answered)
    assert not BlobOutbox(pc.store).has_left()
