"""Two PCs of one centre: the first founded it, the second holds all the first has written."""

from __future__ import annotations

import pytest

from ledger.domain.network import DeviceListed
from ledger.wire.joining import vouch
from ledger.wire.keys import public_key
from tests.store.a_network import CENTRE, FOUNDER_SEED, Pc, founder, sibling

STRANGER = b"x" * 32


@pytest.fixture
def first() -> Pc:
    return founder()


@pytest.fixture
def second(first: Pc) -> Pc:
    """A second PC that holds all the first has written; the first knows it."""
    made = sibling(first.post)
    made.take(first.hold())
    signature = vouch(FOUNDER_SEED, centre=CENTRE, public=public_key(b"s" * 32), is_successor=False)
    listed = first.post.tell(DeviceListed(public_key(b"s" * 32), CENTRE, signature, is_successor=False))
    for pc in (first, made):
        pc.hear(listed)
    return made
