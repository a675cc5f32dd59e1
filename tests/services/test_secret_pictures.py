"""Three secret pictures of twelve: only those three, only in their order, and nobody tries for ever."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.problems import BadInput, NotFound
from desktop.services.secret_pictures import PRESSES, TWELVE, SecretPictures, Three, Tried
from desktop.store.opening import open_with_key
from ledger.domain.knowing import SecretPicturesSet
from ledger.domain.names import FactId
from tests.services.at_work import AtWork, Template
from tests.services.joined import Joined, a_further_pc

OWN = ("train", "lemon", "hat")
OTHER = ("lemon", "train", "hat")


def ann_chose(centre: AtWork, pictures: Three = OWN) -> tuple[SecretPictures, FactId]:
    ann = centre.member("Ann")
    centre.do.secret_pictures.choose(ann, pictures)
    return centre.do.secret_pictures, ann


def test_nobody_has_secret_pictures_until_they_choose_some(centre: AtWork) -> None:
    ann, bob = centre.member("Ann"), centre.member("Bob")
    assert not centre.do.secret_pictures.has(ann)
    ann_chose(centre)
    assert centre.do.secret_pictures.has(ann)
    assert not centre.do.secret_pictures.has(bob)
    assert centre.is_sound()


def test_there_are_1320_ways() -> None:
    assert len(set(TWELVE)) == 12
    assert len(list(permutations(TWELVE, PRESSES))) == 1_320


@given(own=st.permutations(TWELVE), tried=st.permutations(TWELVE))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_only_the_same_three_in_the_same_order_are_right(centre: AtWork, own: list[str], tried: list[str]) -> None:
    pictures, ann = ann_chose(centre, tuple(own[:PRESSES]))
    for three in (tried[:PRESSES], own[:PRESSES]):
        assert pictures.try_three(ann, tuple(three)) == (Tried.RIGHT if three == own[:PRESSES] else Tried.WRONG)


def test_of_all_orders_of_the_three_one_is_right(centre: AtWork) -> None:
    pictures, ann = ann_chose(centre)
    right = []
    for three in permutations(OWN):
        pictures.begin_anew(ann)
        if pictures.try_three(ann, three) is Tried.RIGHT:
            right.append(three)
    assert right == [OWN]


@pytest.mark.parametrize(
    "bad", [(), ("train",), ("train", "lemon", "train"), (*OWN, "ship"), ("train", "lemon", "aeroplane")]
)
def test_only_three_different_ones_of_the_twelve_can_be_chosen(centre: AtWork, bad: Three) -> None:
    with pytest.raises(BadInput):
        centre.do.secret_pictures.choose(centre.member("Ann"), bad)
    assert not centre.do.secret_pictures.has(centre.member("Ann"))


def test_somebody_nobody_knows_can_choose_none(centre: AtWork) -> None:
    nobody = FactId(centre.store.device, 10_000)
    with pytest.raises(NotFound):
        centre.do.secret_pictures.choose(nobody, OWN)
    with pytest.raises(NotFound):
        centre.do.secret_pictures.take_away(nobody)


def test_wrong_three_times_asks_for_a_worker_even_if_the_right_ones_follow(centre: AtWork) -> None:
    pictures, ann = ann_chose(centre)
    tried = [pictures.try_three(ann, OTHER) for _ in range(3)]
    assert tried == [Tried.WRONG, Tried.WRONG, Tried.ASK]
    assert pictures.try_three(ann, OWN) is Tried.ASK
    assert pictures.is_stopped(ann)
    assert not pictures.may_try(ann)

    pictures.begin_anew(ann)
    assert pictures.may_try(ann)
    assert pictures.try_three(ann, OWN) is Tried.RIGHT


def test_the_right_ones_forget_the_wrong_ones(centre: AtWork) -> None:
    pictures, ann = ann_chose(centre)
    for _ in range(3):
        assert [pictures.try_three(ann, OTHER) for _ in range(2)] == [Tried.WRONG] * 2
        assert pictures.try_three(ann, OWN) is Tried.RIGHT


def test_who_is_stopped_stops_nobody_else(centre: AtWork) -> None:
    pictures, ann = ann_chose(centre)
    bob = centre.member("Bob")
    pictures.choose(bob, OTHER)
    for _ in range(3):
        pictures.try_three(ann, OTHER)
    assert pictures.try_three(bob, OTHER) is Tried.RIGHT


def test_switching_the_pc_off_gives_no_further_try(template: Template, tmp_path: Path) -> None:
    centre = template.opened(tmp_path / "here")
    pictures, ann = ann_chose(centre)
    assert [pictures.try_three(ann, OTHER) for _ in range(2)] == [Tried.WRONG] * 2
    clock = centre.clock
    centre.store.close()
    again = AtWork(open_with_key(tmp_path / "here", template.key, clock=clock))
    assert again.do.secret_pictures.try_three(ann, OTHER) is Tried.ASK
    assert again.do.secret_pictures.try_three(ann, OWN) is Tried.ASK
    again.store.close()


def test_other_pictures_take_the_place_of_those_before_and_begin_anew(centre: AtWork) -> None:
    pictures, ann = ann_chose(centre)
    for _ in range(3):
        pictures.try_three(ann, OTHER)
    pictures.choose(ann, OTHER)
    assert pictures.try_three(ann, OWN) is Tried.WRONG
    assert pictures.try_three(ann, OTHER) is Tried.RIGHT


def test_taken_away_the_face_is_enough_again(centre: AtWork) -> None:
    pictures, ann = ann_chose(centre)
    pictures.take_away(ann)
    assert not pictures.has(ann)
    assert pictures.take_away(ann).facts == ()  # nothing to write
    assert centre.is_sound()


def test_the_same_tap_again_writes_nothing(centre: AtWork) -> None:
    ann, draft = centre.member("Ann"), centre.draft()
    once = centre.do.secret_pictures.choose(ann, OWN, draft_id=draft)
    again = centre.do.secret_pictures.choose(ann, OWN, draft_id=draft)
    assert (again.facts, again.is_repeat) == (once.facts, True)
    away = centre.draft()
    taken = centre.do.secret_pictures.take_away(ann, draft_id=away)
    assert centre.do.secret_pictures.take_away(ann, draft_id=away).facts == taken.facts


def test_what_is_kept_names_no_picture_and_differs_each_time(centre: AtWork) -> None:
    pictures, ann = ann_chose(centre)
    first = centre.store.blob(centre.store.read.secret_pictures(ann))
    pictures.choose(ann, OWN)
    second = centre.store.blob(centre.store.read.secret_pictures(ann))
    assert first.startswith(b"$argon2id$")
    assert first != second
    assert not any(word.encode() in first for word in OWN)


def test_the_other_pc_of_the_centre_knows_them_and_counts_for_itself(riverside: Joined) -> None:
    second = a_further_pc(riverside)
    pictures, ann = ann_chose(riverside)
    riverside.meet()
    second.meet()
    there = second.do.secret_pictures
    assert there.has(ann)
    for _ in range(3):
        pictures.try_three(ann, OTHER)
    assert there.try_three(ann, OTHER) is Tried.WRONG
    assert there.try_three(ann, OWN) is Tried.RIGHT
    assert pictures.try_three(ann, OWN) is Tried.ASK
    second.store.close()


def test_what_has_not_come_to_this_pc_yet_asks_for_a_worker_and_counts_no_try(centre: AtWork) -> None:
    ann = centre.member("Ann")
    with centre.store.writing(centre.draft()) as facts:
        facts.add(SecretPicturesSet(ann, b"\x07" * 32))
    pictures = centre.do.secret_pictures
    assert pictures.has(ann)
    assert not pictures.may_try(ann)
    assert [pictures.try_three(ann, OWN) for _ in range(4)] == [Tried.ASK] * 4
    assert not pictures.is_stopped(ann)
