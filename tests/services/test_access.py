"""What a member chose is kept with them, is the last they chose, and is there again after a rebuild."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop.changes import Changes
from desktop.problems import BadInput, NotFound
from desktop.settings import Settings
from ledger.domain.access import AccessWritten, Colours, Speech, TextSize, Way
from ledger.domain.names import FactId
from tests.services.at_work import AtWork

HERE = Settings(theme="calm-dark", speech=Speech.OFF)


def test_who_chose_nothing_has_things_as_the_pc_is_set(centre: AtWork) -> None:
    ann = centre.member("Ann")
    assert centre.do.access.of(ann) == AccessWritten(ann)
    assert centre.do.access.for_member(ann, HERE) == HERE


def test_what_a_member_chose_stays_with_them(centre: AtWork) -> None:
    ann, bob = centre.member("Ann"), centre.member("Bob")
    first = AccessWritten(ann, Colours.YELLOW_ON_BLACK, TextSize.LARGEST)
    last = replace(first, text_size=TextSize.LARGE, way=Way.ONE_SWITCH, scan_ms=1_500, voice="Gwyneth")
    centre.do.access.write(first)
    assert centre.do.access.write(last).touched >= {ann}

    assert centre.do.access.of(ann) == last
    assert centre.do.access.of(bob) == AccessWritten(bob)
    assert centre.do.access.for_member(ann, HERE) == replace(
        HERE, theme="yellow-on-black", text_percent=150, way=Way.ONE_SWITCH, scan_ms=1_500
    )
    assert centre.is_sound()
    centre.store.rebuild()
    assert centre.do.access.of(ann) == last


def test_undo_is_writing_what_was_there(centre: AtWork) -> None:
    ann = centre.member("Ann")
    before = centre.do.access.of(ann)
    centre.do.access.write(replace(before, colours=Colours.CALM_LIGHT))
    centre.do.access.write(before)
    assert centre.do.access.of(ann) == before
    assert centre.do.access.for_member(ann, HERE) == HERE


def test_the_same_again_writes_nothing_and_a_double_tap_writes_once(centre: AtWork) -> None:
    ann, draft = centre.member("Ann"), centre.draft()
    own = AccessWritten(ann, Colours.CALM_DARK)
    wrote = centre.do.access.write(own, draft_id=draft)
    assert centre.do.access.write(own, draft_id=draft).facts == wrote.facts
    assert centre.do.access.write(own) == Changes()


@pytest.mark.parametrize(
    "bad",
    [
        {"scan_ms": 499},
        {"scan_ms": 5_001},
        {"repeat_ms": 10_001},
        {"hold_ms": -1},
        {"hold_ms": 1_001},
        {"speed_percent": 0},
        {"voice": "v" * 101},
        {"language": "welsh"},
    ],
)
def test_what_is_out_of_bounds_is_refused(centre: AtWork, bad: dict[str, Any]) -> None:
    ann = centre.member("Ann")
    with pytest.raises(BadInput, match=next(iter(bad))):
        centre.do.access.write(replace(AccessWritten(ann), **bad))
    assert centre.do.access.of(ann) == AccessWritten(ann)


def test_nothing_is_kept_for_somebody_nobody_knows(centre: AtWork) -> None:
    nobody = FactId(b"another PC      ", 9)
    with pytest.raises(NotFound):
        centre.do.access.write(AccessWritten(nobody))
    with pytest.raises(NotFound), centre.store.writing(centre.draft()) as facts:
        facts.add(AccessWritten(nobody))
    assert centre.do.access.for_member(nobody, HERE) == HERE
