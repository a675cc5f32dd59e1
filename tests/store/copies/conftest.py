"""A PC on a disk, and a copy of its data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.domain.facts import Contributed, SlipPrinted
from tests.store.a_copy import copy_of
from tests.store.a_network import Pc, founder


@pytest.fixture
def first(tmp_path: Path) -> Pc:
    """A PC on a disk, all of it held, with two hours of Ann's and a slip out."""
    pc = founder(tmp_path / "a.db")
    pc.hear(pc.post.list_foreign_key())
    pc.add(Contributed(pc.ann, pc.task, 120), SlipPrinted(pc.issuer, 7, 60, None, 2500))
    pc.hold()
    return pc


@pytest.fixture
def copy(first: Pc, tmp_path: Path) -> Pc:
    return copy_of(first, tmp_path / "b.db")
