"""A card from the worker's page to the member's Home, shown to a scanner, on real widgets."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from desktop.services.drafts import MemberDraft
from desktop.services.practice import PRACTICE_PIN
from desktop.views import flow
from desktop.views.driving import click
from desktop.views.kit.scanning import SECOND_ENDING_MS
from ledger.domain.access import AccessWritten, Colours, PressOn, Way
from tests.journeys.at_work import CentreAtWork
from tests.journeys.fingers import ByScan, Finger, by_keyboard, by_touch
from tests.journeys.signing_in import ELSEWHERE, a_card, at_sign_in, at_staff_page
from tests.views.printing.paper_tools import Paper

NO_CARD = "This card does not work"


def test_a_card_is_made_printed_read_back_and_signs_in(centre: CentreAtWork) -> None:
    at_staff_page(centre, "Ann").press("Make a card")
    assert (centre.screen.name, centre.says("A card for Ann")) == ("staff_sign_in_card", True)
    centre.press("Print")
    assert centre.says("It is at the printer.")
    assert centre.papers() == ["sign-in-card.pdf"]
    (token,) = Paper(centre.paper_folder / "sign-in-card.pdf").symbols(150)
    centre.press("Done")
    assert centre.says("They press their face, or show their card.")
    assert token not in str(centre.visit.chosen)

    at_sign_in(centre).scan(token)
    assert (centre.screen.name, centre.says("Hello Ann")) == ("home", True)
    centre.sign_in("Ann")  # the face is enough as before
    assert centre.screen.name == "home"


def test_a_new_card_and_a_stopped_one_let_the_one_before_in_no_more(centre: CentreAtWork) -> None:
    before = a_card(centre)
    at_staff_page(centre, "Ann").press("Make a new card", "Done")
    at_sign_in(centre).scan(before)
    assert (centre.screen.name, centre.says(NO_CARD)) == ("card_told", True)
    token = a_card(centre)
    at_staff_page(centre, "Ann").press("Stop the card")
    assert centre.says("The card lets nobody in any more.")
    at_sign_in(centre).scan(token)
    assert centre.says(NO_CARD)


@pytest.mark.parametrize("shown", [ELSEWHERE, "https://example.org/bus-pass", "4006381333931"])
def test_any_other_card_gets_one_kind_message_and_the_next_can_follow(centre: CentreAtWork, shown: str) -> None:
    token = a_card(centre)
    at_sign_in(centre).scan(shown)
    assert centre.says(NO_CARD)
    assert centre.says("Nobody did wrong.")
    centre.scan(token)
    assert centre.says("Hello Ann")


def test_the_message_leads_back_to_where_it_came_from_and_to_a_worker(centre: CentreAtWork) -> None:
    at_sign_in(centre)
    centre.press("Circle")
    assert centre.screen.name == "who_face"
    centre.scan(ELSEWHERE).press("Back")
    assert centre.screen.name == "who_face"
    centre.scan(ELSEWHERE).press("Get a worker")
    assert centre.screen.name == "get_worker"
    centre.press("Somebody would like help")
    at_sign_in(centre).scan(ELSEWHERE).press("Back")
    assert centre.screen.name == "who_group"
    centre.scan(ELSEWHERE)
    centre.window.hide_visit()
    centre.hand.settle()
    assert centre.screen.name == "who_group"


def test_a_slip_shown_where_people_sign_in_is_safe(centre: CentreAtWork) -> None:
    slip = centre.ask(lambda: centre.services.slips.print_thanks(1, 60))[0]
    at_sign_in(centre).scan(slip.token)
    assert (centre.says("This is a slip"), centre.says("It is safe.")) == (True, True)
    centre.sign_in("Bob").scan(slip.token)
    assert centre.screen.name == "slip_ok"


@pytest.mark.parametrize(
    "path", [(), ("My credits",), ("My credits", "Use a slip"), ("My credits", "Use a slip", "Type it in")]
)
def test_a_card_shown_where_slips_are_wanted_is_told_and_nothing_is_lost(
    centre: CentreAtWork, path: tuple[str, ...]
) -> None:
    token = a_card(centre)
    before = centre.credits("Bob")
    centre.sign_in("Bob").press(*path).scan(token)
    assert (centre.screen.name, centre.says("This is a card.")) == ("slip_verdict", True)
    assert centre.visit.person is not None
    assert centre.credits("Bob") == before
    latest = centre.ask(lambda: centre.services.judging.latest(1))[0]
    assert (latest.outcome.value, latest.code) == ("a_card", "")
    slip = centre.ask(lambda: centre.services.slips.print_thanks(1, 60))[0]
    assert centre.scan(slip.token).screen.name == "slip_ok"
    centre.hand.open(flow.START)
    assert centre.scan(token).says("Hello Ann")


def test_a_card_shown_at_the_desk_is_told_and_the_slips_held_stay(centre: CentreAtWork) -> None:
    token = a_card(centre)
    slip = centre.ask(lambda: centre.services.slips.print_thanks(1, 60))[0]
    at_sign_in(centre).press("Check a slip")
    centre.scan(slip.token)
    assert centre.screen.name == "door_slip"
    centre.scan(token)
    assert centre.says("This is a card.")
    centre.press("Next slip")
    assert centre.screen.name == "door_slip"


def test_who_needs_their_card_is_asked_for_it_after_the_face(centre: CentreAtWork) -> None:
    token = a_card(centre)
    at_staff_page(centre, "Ann").press("Ask for the card after the face")
    assert centre.says("They show their card. Their face alone is not enough.")
    centre.sign_in("Ann")
    assert (centre.screen.name, centre.visit.person) == ("show_card", None)
    centre.scan(ELSEWHERE)
    assert centre.says(NO_CARD)
    centre.press("Back")
    assert centre.screen.name == "show_card"
    assert centre.scan(token).says("Hello Ann")
    at_staff_page(centre, "Ann").press("Let the face be enough")
    assert centre.sign_in("Ann").screen.name == "home"


def test_who_left_the_card_at_home_is_let_in_by_a_worker(centre: CentreAtWork) -> None:
    a_card(centre, is_needed=True)
    centre.sign_in("Ann").press("Get a worker", "Somebody would like help")
    assert centre.screen.name == "show_card"
    centre.press("Back")
    assert centre.screen.name == "who_face"
    at_staff_page(centre, "Ann").press("Let them in now")
    assert centre.screen.name == "home"


def test_a_card_does_instead_of_secret_pictures_and_after_wrong_ones(centre: CentreAtWork) -> None:
    ann, token = centre.member("Ann").id, a_card(centre)
    centre.ask(lambda: centre.services.secret_pictures.choose(ann, ("train", "lemon", "hat")))
    centre.sign_in("Ann").press("Train").scan(ELSEWHERE).press("Back")
    assert centre.screen.name == "secret_pictures"
    assert centre.says("1 of 3 pressed")
    assert centre.scan(token).says("Hello Ann")
    centre.sign_in("Ann").press(*("Ship", "Socks", "Hat") * 3)
    assert centre.screen.name == "get_worker"
    centre.press("Somebody would like help")
    assert centre.scan(token).says("Hello Ann")


@pytest.mark.parametrize("kind", ["a card", "a card that is needed"])
def test_under_still_here_a_card_goes_on_where_they_were(centre: CentreAtWork, kind: str) -> None:
    token = a_card(centre, is_needed=kind == "a card that is needed")
    at_sign_in(centre).scan(token).press("I helped", "Gardened")
    centre.window.hide_visit()
    assert centre.screen.name == "still_here"
    centre.scan(token)
    assert centre.screen.name == "how_long"
    assert centre.visit.helped is not None
    assert centre.press("Back").screen.name == "what_helped"


def test_yes_under_still_here_asks_for_the_card_of_who_needs_it(centre: CentreAtWork) -> None:
    token = a_card(centre, is_needed=True)
    at_sign_in(centre).scan(token).press("I helped")
    centre.window.hide_visit()
    centre.press("Yes")
    assert (centre.screen.name, centre.visit.person) == ("show_card", None)
    assert centre.scan(token).screen.name == "what_helped"


def test_under_still_here_another_members_card_lets_them_in_and_the_draft_waits(centre: CentreAtWork) -> None:
    anns, bobs = a_card(centre), a_card(centre, "Bob")
    at_sign_in(centre).scan(anns).press("I helped")
    centre.window.hide_visit()
    assert centre.scan(bobs).says("Hello Bob")
    assert at_sign_in(centre).scan(anns).screen.name == "what_helped"


def test_under_still_here_a_card_that_does_not_work_shows_nothing_and_drops_nothing(centre: CentreAtWork) -> None:
    token = a_card(centre)
    at_sign_in(centre).scan(token).press("I helped")
    centre.window.hide_visit()
    centre.scan(ELSEWHERE)
    assert (centre.screen.name, centre.visit.person, centre.says("Ann")) == ("card_told", None, False)
    assert centre.press("Back").screen.name == "who_group"
    assert centre.sign_in("Ann").screen.name == "what_helped"


def test_a_card_ends_the_practice_and_signs_in_for_real(centre: CentreAtWork) -> None:
    token = a_card(centre)
    at_sign_in(centre).press("Try it out")
    centre.window.hide_visit()
    centre.scan(token)
    assert (centre.says("Hello Ann"), centre.visit.is_practice) == (True, False)
    before = centre.credits("Ann").available_minutes
    centre.press("I helped", "Gardened", "One hour", "On my own")
    assert centre.closed_and_reopened().credits("Ann").available_minutes == before + 60


def test_the_screen_that_rests_takes_a_card_too(centre: CentreAtWork) -> None:
    token = a_card(centre)
    centre.hand.open("together")
    assert centre.scan(token).says("Hello Ann")


def test_a_card_works_after_the_pc_was_started_again(centre: CentreAtWork) -> None:
    token = a_card(centre)
    assert at_sign_in(centre.closed_and_reopened()).scan(token).says("Hello Ann")


def test_their_own_look_comes_with_the_card_and_no_switch_is_pressed(centre: CentreAtWork) -> None:
    own = AccessWritten(centre.member("Ann").id, Colours.CALM_DARK)
    own = replace(own, way=Way.ONE_SWITCH, press_on=PressOn.DOWN, scan_ms=1_000, first_item_ms=2_000)
    centre.ask(lambda: centre.services.access.write(own))
    token, finger = a_card(centre), ByScan(centre)
    at_sign_in(centre)
    finger.press(0)  # the scan goes round while the card is shown
    centre.scan(token)
    assert (centre.says("Hello Ann"), centre.window.look.theme.name) == (True, "calm-dark")
    centre.hand.finger = finger
    centre.press("I helped")
    assert centre.screen.name == "what_helped"


@pytest.mark.parametrize("finger_of", [by_keyboard, by_touch, ByScan])
def test_the_message_is_answered_by_keys_by_touch_and_by_a_switch(
    centre: CentreAtWork, finger_of: Callable[[CentreAtWork], Finger]
) -> None:
    finger = finger_of(centre)
    at_sign_in(centre).scan(ELSEWHERE)
    QTest.qWait(SECOND_ENDING_MS + 50)  # an Enter at once would be the scanner's
    centre.hand.finger = finger
    centre.press("Get a worker")
    assert centre.screen.name == "get_worker"


@pytest.mark.parametrize("finger_of", [by_keyboard, by_touch, ByScan])
def test_who_is_asked_for_their_card_can_press_all_there_is(
    centre: CentreAtWork, finger_of: Callable[[CentreAtWork], Finger]
) -> None:
    token, finger = a_card(centre, is_needed=True), finger_of(centre)
    centre.sign_in("Ann")
    centre.hand.finger = finger
    centre.press("Back")
    assert centre.screen.name == "who_face"
    centre.press("Ann", "Help", "Get a worker", "Somebody would like help")
    assert centre.screen.name == "show_card"
    centre.press("Staff")
    assert centre.screen.name == "staff_pin"
    centre.hand.finger = click
    assert centre.press("Back").scan(token).says("Hello Ann")


def test_nothing_that_is_read_on_the_paper_names_anybody_who_did_not_agree(centre: CentreAtWork) -> None:
    bob = centre.member("Bob")
    draft = MemberDraft("Bob", member=bob.id, shows_name=False, shows_picture=False)
    centre.ask(lambda: centre.services.people.write_member(draft))
    at_staff_page(centre, "Bob").press("Make a card", "Print")
    words = Paper(centre.paper_folder / "sign-in-card.pdf").text()
    assert "My card" in words
    assert re.search(r"\bBob\b", words) is None


def test_the_look_of_whose_face_was_pressed_goes_with_back(centre: CentreAtWork) -> None:
    own = AccessWritten(centre.member("Ann").id, Colours.CALM_DARK)
    centre.ask(lambda: centre.services.access.write(own))
    a_card(centre, is_needed=True)
    centre.sign_in("Ann")
    assert centre.window.look.theme.name == "calm-dark"
    centre.press("Back")
    assert (centre.window.look.theme.name, centre.visit.signing_in) == ("calm-light", None)
    centre.press("Bob")
    assert centre.says("Hello Bob")


def test_a_card_that_staff_check_among_slips_is_told_and_not_shown(centre: CentreAtWork) -> None:
    token = a_card(centre)
    centre.hand.open("who_group")
    centre.press("Staff", *PRACTICE_PIN, "Done", "Slips", "Check")
    assert centre.screen.name == "staff_check"
    centre.window.leave("staff_check", "check", token)
    centre.hand.settle()
    assert centre.says("This is a card.")
    assert not centre.says(token[:10])
