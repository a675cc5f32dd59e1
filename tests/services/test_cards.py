"""A card that signs a member in: only the newest one of theirs, at every PC of their centre, and of no other."""

from __future__ import annotations

import pytest

from desktop.problems import NotFound
from desktop.services.card_text import is_card
from desktop.services.drafts import MemberDraft
from desktop.services.standins import CARD
from desktop.services.verdicts import Outcome
from ledger.domain.knowing import CardSet
from ledger.domain.names import FactId
from tests.services.at_work import AtWork
from tests.services.joined import Joined, a_further_pc


def test_a_card_is_its_members_and_nobody_elses(centre: AtWork) -> None:
    ann, bob, cards = centre.member("Ann"), centre.member("Bob"), centre.do.cards
    assert not cards.are_used()
    anns, bobs = cards.make(ann), cards.make(bob)
    assert (cards.whose(anns.token), cards.whose(bobs.token)) == (ann, bob)
    assert (cards.has(ann), cards.has(centre.member("Cath"))) == (True, False)
    assert cards.are_used()
    assert centre.is_sound()


def test_printed_anew_the_card_before_lets_nobody_in(centre: AtWork) -> None:
    ann, cards = centre.member("Ann"), centre.do.cards
    before = cards.make(ann)
    after = cards.make(ann)
    assert before.token != after.token
    assert (cards.whose(before.token), cards.whose(after.token)) == (None, ann)


def test_stopped_it_lets_nobody_in_and_the_face_is_enough(centre: AtWork) -> None:
    ann, cards = centre.member("Ann"), centre.do.cards
    assert cards.stop(ann).facts == ()  # nothing to write
    card = cards.make(ann)
    cards.ask_for(ann, is_needed=True)
    cards.stop(ann)
    assert (cards.whose(card.token), cards.has(ann), cards.is_needed(ann)) == (None, False, False)
    assert not cards.are_used()
    assert centre.is_sound()


def test_a_face_is_enough_unless_staff_say_so_and_a_new_card_keeps_that(centre: AtWork) -> None:
    ann, cards = centre.member("Ann"), centre.do.cards
    card = cards.make(ann)
    assert not cards.is_needed(ann)
    cards.ask_for(ann, is_needed=True)
    assert (cards.is_needed(ann), cards.whose(card.token)) == (True, ann)
    another = cards.make(ann)
    assert (cards.is_needed(ann), cards.whose(another.token)) == (True, ann)
    cards.ask_for(ann, is_needed=False)
    assert not cards.is_needed(ann)


def test_nobody_is_asked_for_a_card_they_do_not_have(centre: AtWork) -> None:
    with pytest.raises(NotFound):
        centre.do.cards.ask_for(centre.member("Ann"), is_needed=True)
    nobody = FactId(centre.store.device, 10_000)
    for act in (centre.do.cards.make, centre.do.cards.stop):
        with pytest.raises(NotFound):
            act(nobody)


def test_on_it_stand_a_secret_and_what_the_member_agreed_to_be_shown(centre: AtWork) -> None:
    ann = centre.member("Ann")
    card = centre.do.cards.make(ann)
    assert (card.name, card.pic) == ("Ann", centre.do.people.person(ann).pic)
    assert len(card.token) == 29  # what the second smallest symbol holds
    assert "Ann" not in card.token
    assert ann.text not in card.token
    centre.do.people.write_member(MemberDraft("Ann", member=ann, shows_name=False, shows_picture=False))
    hidden = centre.do.cards.make(ann)
    assert (hidden.name, hidden.pic.id) == ("", CARD)


def test_what_is_kept_could_not_print_it_again(centre: AtWork) -> None:
    ann = centre.member("Ann")
    card = centre.do.cards.make(ann)
    (row,) = centre.store.read.cards()
    kept = centre.store.blob(row.secret)
    assert len(kept) == 32
    assert card.token.encode() not in kept
    assert card.token[3:].encode() not in kept


@pytest.mark.parametrize("text", ["", "GH1", "TC1ABC", "hello", "4006381333931", "GH1" + "0" * 25, "GH1" + "0" * 27])
def test_what_is_no_card_is_nobodys(centre: AtWork, text: str) -> None:
    centre.do.cards.make(centre.member("Ann"))
    assert not is_card(text)
    assert centre.do.cards.whose(text) is None


def test_small_letters_and_a_gap_at_the_end_are_the_same_card(centre: AtWork) -> None:
    ann = centre.member("Ann")
    token = centre.do.cards.make(ann).token
    assert centre.do.cards.whose(f" {token.lower()}\r\n") == ann


def test_a_wrong_letter_is_another_card(centre: AtWork) -> None:
    token = centre.do.cards.make(centre.member("Ann")).token
    other = token[:-1] + ("0" if token[-1] != "0" else "1")
    assert is_card(other)
    assert centre.do.cards.whose(other) is None


def test_a_slip_is_no_card_and_a_card_no_slip(centre: AtWork) -> None:
    ann = centre.member("Ann")
    token = centre.do.cards.make(ann).token
    verdict = centre.do.slips.check(token, centre.sign_in("Ann"))
    assert (verdict.outcome, verdict.code, verdict.is_good) == (Outcome.A_CARD, "", False)
    assert centre.do.cards.whose(centre.do.slips.print_thanks(1, 60)[0].token) is None


def test_the_other_pc_of_the_centre_knows_it_and_another_centre_does_not(riverside: Joined, hillside: Joined) -> None:
    second, ann = a_further_pc(riverside), riverside.member("Ann")
    first = riverside.do.cards.make(ann)
    riverside.meet()
    second.meet()
    hillside.meet()
    assert second.do.cards.whose(first.token) == ann
    assert hillside.do.cards.whose(first.token) is None
    assert not hillside.do.cards.are_used()
    anew = second.do.cards.make(ann)
    second.meet()
    riverside.meet()
    assert riverside.do.cards.whose(first.token) is None  # the fact comes first
    riverside.meet()
    assert (riverside.do.cards.whose(first.token), riverside.do.cards.whose(anew.token)) == (None, ann)
    second.store.close()


def test_what_has_not_come_to_this_pc_yet_lets_nobody_in(centre: AtWork) -> None:
    ann, cards = centre.member("Ann"), centre.do.cards
    card = cards.make(ann)
    with centre.store.writing(centre.draft()) as facts:
        facts.add(CardSet(ann, b"\x07" * 32))
    assert cards.has(ann)
    assert cards.whose(card.token) is None
