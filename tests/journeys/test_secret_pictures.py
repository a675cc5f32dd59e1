"""Secret pictures from the worker's page to the member's Home, pressed on real widgets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from assets import has_picture
from desktop.services import standins
from desktop.services.drafts import MemberDraft
from desktop.services.secret_pictures import TWELVE
from desktop.views import flow
from desktop.views.driving import click
from desktop.views.parts.secret import ARTS
from ledger.domain.access import AccessWritten, Colours, PressOn, Way
from tests.journeys.at_work import CentreAtWork
from tests.journeys.fingers import ByScan
from tests.journeys.signing_in import at_staff_page

OWN = ("Train", "Lemon", "Hat")
OTHERS = ("Lemon", "Train", "Hat")
WRONG = "Not those three. Please try again."


def chose(centre: CentreAtWork, name: str = "Ann") -> CentreAtWork:
    """A member has chosen, with a worker, some other day."""
    member = centre.member(name).id
    centre.ask(lambda: centre.services.secret_pictures.choose(member, ("train", "lemon", "hat")))
    return centre


def dots(centre: CentreAtWork) -> str:
    return next(one for one in map(QLabel.accessibleName, centre.screen.findChildren(QLabel)) if "of 3" in one)


def test_who_chose_three_pictures_twice_signs_in_with_them(centre: CentreAtWork) -> None:
    at_staff_page(centre, "Ann").press("Choose three pictures", *OWN)
    assert centre.says("Now press them again")
    centre.press(*OWN)
    assert centre.screen.name == "staff_sign_in"
    assert centre.says("Their three pictures are kept.")

    centre.sign_in("Ann")
    assert centre.screen.name == "secret_pictures"
    assert centre.visit.person is None
    assert dots(centre) == "0 of 3 pressed"
    centre.press("Train")
    assert (dots(centre), centre.says("Press your second picture")) == ("1 of 3 pressed", True)
    centre.press("Lemon", "Hat")
    assert centre.screen.name == "home"
    assert centre.says("Hello Ann")


def test_three_that_differ_the_second_time_are_not_kept(centre: CentreAtWork) -> None:
    at_staff_page(centre, "Ann").press("Choose three pictures", *OWN, *OTHERS)
    assert centre.says("Not the same. Please choose again.")
    centre.press(*OTHERS, *OTHERS)
    assert centre.says("Their three pictures are kept.")
    centre.sign_in("Ann").press(*OTHERS)
    assert centre.screen.name == "home"


def test_back_rubs_out_while_choosing_and_then_leaves(centre: CentreAtWork) -> None:
    at_staff_page(centre, "Ann").press("Choose three pictures", *OWN, "Ship", "Back")
    assert centre.says("Now press them again")
    centre.press("Back")
    assert centre.says("Choose a first picture")
    centre.press("Back")
    assert centre.screen.name == "staff_sign_in"
    ann = centre.member("Ann").id
    assert not centre.ask(lambda: centre.services.secret_pictures.has(ann))


def test_nobody_else_is_asked_for_pictures(centre: CentreAtWork) -> None:
    chose(centre).sign_in("Bob")
    assert centre.screen.name == "home"


def test_back_rubs_the_last_one_out_and_then_goes_back_to_the_faces(centre: CentreAtWork) -> None:
    chose(centre).sign_in("Ann").press("Train", "Ship", "Back")
    assert dots(centre) == "1 of 3 pressed"
    centre.press("Lemon", "Back", "Back")
    assert dots(centre) == "0 of 3 pressed"
    centre.press("Back")
    assert centre.screen.name == "who_face"
    centre.press("Bob")
    assert centre.says("Hello Bob")


def test_the_same_picture_twice_is_one_press(centre: CentreAtWork) -> None:
    chose(centre).sign_in("Ann").press("Train", "Train", "Train", "Lemon", "Lemon", "Hat")
    assert centre.screen.name == "home"


def test_wrong_three_times_gets_a_worker_who_lets_them_in(centre: CentreAtWork) -> None:
    chose(centre).sign_in("Ann")
    for _ in range(2):
        centre.press(*OTHERS)
        assert (centre.screen.name, centre.says(WRONG)) == ("secret_pictures", True)
    centre.press(*OTHERS)
    assert centre.screen.name == "get_worker"

    centre.closed_and_reopened().sign_in("Ann")
    assert centre.says("Please ask a worker. They can let you in.")
    assert not set(OWN) & set(centre.hand.names())
    centre.press("Get a worker")
    assert centre.screen.name == "get_worker"
    centre.press("Somebody would like help")
    assert centre.screen.name == "secret_pictures"

    at_staff_page(centre, "Ann")
    assert centre.says("Wrong pictures were pressed three times on this PC.")
    centre.press("Let them in now")
    assert (centre.screen.name, centre.says("Hello Ann")) == ("home", True)
    centre.sign_in("Ann").press(*OWN)
    assert centre.screen.name == "home"


def test_a_message_goes_once_the_next_picture_is_pressed(centre: CentreAtWork) -> None:
    chose(centre).sign_in("Ann").press(*OTHERS, "Train")
    assert not centre.says(WRONG)
    centre.press("Lemon", "Hat")
    assert centre.screen.name == "home"


def test_pictures_taken_away_are_asked_for_no_more(centre: CentreAtWork) -> None:
    chose(centre)
    at_staff_page(centre, "Ann").press("Take the pictures away")
    assert centre.says("Their face is enough again.")
    centre.sign_in("Ann")
    assert centre.screen.name == "home"


def test_a_member_whose_face_is_not_shown_is_let_in_by_a_worker(centre: CentreAtWork) -> None:
    hidden = centre.member("Bob")
    draft = MemberDraft("Bob", member=hidden.id, shows_name=False, shows_picture=False)
    centre.ask(lambda: centre.services.people.write_member(draft))
    assert hidden.id not in {face.id for face in centre.ask(lambda: centre.services.people.faces(hidden.group))}
    at_staff_page(centre, "Bob").press("Let them in now")
    assert centre.screen.name == "home"
    assert centre.visit.sitting.member == hidden.id


def test_yes_to_still_here_asks_for_the_pictures_and_goes_on_where_they_were(centre: CentreAtWork) -> None:
    chose(centre).sign_in("Ann").press(*OWN, "I helped", "Gardened")
    assert centre.screen.name == "how_long"
    centre.window.hide_visit()
    centre.hand.settle()
    assert centre.screen.name == "still_here"
    centre.press("Yes")
    assert (centre.screen.name, centre.visit.person) == ("secret_pictures", None)
    assert not centre.says("Ann")
    centre.press(*OTHERS)
    assert centre.says(WRONG)
    centre.press(*OWN)
    assert centre.screen.name == "how_long"
    assert centre.visit.helped is not None
    centre.press("Back")
    assert centre.screen.name == "what_helped"


def test_wrong_three_times_after_still_here_gets_a_worker_and_shows_nothing(centre: CentreAtWork) -> None:
    chose(centre).sign_in("Ann").press(*OWN, "I helped")
    centre.window.hide_visit()
    centre.press("Yes", *OTHERS, *OTHERS, *OTHERS)
    assert centre.screen.name == "get_worker"
    centre.press("Somebody would like help")
    assert centre.says("Please ask a worker. They can let you in.")
    centre.press("Back")
    assert centre.screen.name == "who_group"


def test_who_is_not_the_one_that_left_lets_others_sign_in(centre: CentreAtWork) -> None:
    chose(centre).sign_in("Ann").press(*OWN, "I helped")
    centre.window.hide_visit()
    centre.press("Yes", "Back")
    assert centre.screen.name == "who_group"
    centre.sign_in("Bob")
    assert centre.says("Hello Bob")
    centre.clock.move(15)
    centre.sign_in("Ann").press(*OWN)
    assert centre.screen.name == "what_helped"
    centre.press("Back")  # there is no way back to the pictures of somebody who is in
    assert centre.screen.name == "home"


def test_what_waited_longer_than_twenty_minutes_is_dropped(centre: CentreAtWork) -> None:
    chose(centre).sign_in("Ann").press(*OWN, "I helped")
    centre.window.hide_visit()
    centre.press("Yes")
    centre.clock.move(21)
    centre.press(*OWN)
    assert centre.screen.name == "home"


def test_who_has_none_goes_on_with_yes_at_once(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("I helped")
    centre.window.hide_visit()
    centre.press("Yes")
    assert centre.screen.name == "what_helped"


def test_pictures_half_pressed_are_forgotten_when_it_has_been_quiet(centre: CentreAtWork) -> None:
    chose(centre).sign_in("Ann").press("Train")
    centre.window.hide_visit()
    centre.hand.settle()
    assert centre.screen.name == "who_group"
    centre.sign_in("Ann")
    assert dots(centre) == "0 of 3 pressed"


def test_the_practice_member_is_asked_for_nothing(centre: CentreAtWork) -> None:
    chose(centre)
    centre.hand.open(flow.START)
    centre.press("Try it out")
    centre.window.hide_visit()
    centre.press("Yes")
    assert centre.screen.name == "home"


def test_the_page_looks_as_they_like_it_and_a_switch_reaches_it(centre: CentreAtWork) -> None:
    own = AccessWritten(centre.member("Ann").id, Colours.CALM_DARK)
    own = replace(own, way=Way.ONE_SWITCH, press_on=PressOn.DOWN, scan_ms=1_000, first_item_ms=2_000)
    chose(centre).ask(lambda: centre.services.access.write(own))
    finger = ByScan(centre)
    centre.sign_in("Ann")
    assert centre.window.look.theme.name == "calm-dark"
    centre.hand.finger = finger
    centre.press(*OWN)
    assert centre.screen.name == "home"


def test_help_left_open_before_anybody_is_in_goes_back_to_the_start(centre: CentreAtWork) -> None:
    chose(centre).sign_in("Ann").press("Train", "Help")
    centre.window.hide_visit()
    centre.hand.settle()
    assert (centre.screen.name, centre.visit.signing_in) == ("who_group", None)


def test_pictures_are_chosen_in_the_members_own_look_and_by_their_switch(centre: CentreAtWork) -> None:
    own = AccessWritten(centre.member("Ann").id, Colours.CALM_DARK)
    own = replace(own, way=Way.ONE_SWITCH, press_on=PressOn.DOWN, scan_ms=1_000, first_item_ms=2_000)
    centre.ask(lambda: centre.services.access.write(own))
    finger = ByScan(centre)
    at_staff_page(centre, "Ann").press("Choose three pictures")
    assert centre.window.look.theme.name == "calm-dark"
    centre.hand.finger = finger
    centre.press(*OWN, *OWN)
    centre.hand.finger = click
    assert centre.says("Their three pictures are kept.")
    assert (centre.window.look.theme.name, centre.visit.signing_in) == ("calm-light", None)
    centre.press("Choose other pictures", "Back")
    assert (centre.screen.name, centre.window.look.theme.name) == ("staff_sign_in", "calm-light")


@pytest.mark.parametrize("percent", [150, 200])
def test_large_text_shows_all_twelve_a_few_at_a_time(centre: CentreAtWork, percent: int) -> None:
    chose(centre)
    centre.house.use(replace(centre.house.settings, text_percent=percent))
    centre.sign_in("Ann").press(*OWN)
    assert centre.screen.name == "home"


def test_each_secret_picture_is_drawn_and_stands_for_nobody() -> None:
    assert tuple(ARTS) == TWELVE
    assert len(set(ARTS.values())) == len(TWELVE)
    assert all(map(has_picture, ARTS.values()))
    taken = {*standins.THINGS, *standins.SHAPES, *standins.GROUPS} | standins.TAKEN
    assert set(ARTS.values()) & taken == set()
