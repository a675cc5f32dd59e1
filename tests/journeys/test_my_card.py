"""Who agreed to be shown by neither name nor picture: My card stands for them among the faces of their group."""

from __future__ import annotations

from desktop.services.drafts import MemberDraft
from tests.journeys.at_work import CentreAtWork
from tests.journeys.signing_in import a_card, at_sign_in


def test_who_agreed_to_neither_name_nor_picture_shows_their_card_or_gets_a_worker(centre: CentreAtWork) -> None:
    rhodri = centre.member("Rhodri")
    assert (rhodri.shows_name, rhodri.shows_picture) == (False, False)
    token = a_card(centre, "Rhodri")
    groups = {group.number: group.label for group in centre.ask(centre.services.people.groups)}
    at_sign_in(centre).press(groups[rhodri.group], "My card", "Get a worker", "Somebody would like help")
    assert centre.screen.name == "show_card"
    assert centre.press("Back").screen.name == "who_face"
    assert centre.press("My card").scan(token).screen.name == "home"
    assert centre.visit.sitting.member == rhodri.id


def test_nobody_of_another_group_is_offered_my_card(centre: CentreAtWork) -> None:
    at_sign_in(centre).press("Circle")
    assert "My card" not in centre.hand.names()


def test_a_group_of_one_who_is_not_shown_can_be_pressed(centre: CentreAtWork) -> None:
    for member in centre.ask(centre.services.people.members):
        draft = MemberDraft(member.name, member=member.id, group=1, shows_name=False, shows_picture=False)
        centre.ask(lambda draft=draft: centre.services.people.write_member(draft))  # type: ignore[misc]
    token = a_card(centre)
    assert at_sign_in(centre).screen.name == "who_face"
    assert centre.press("My card").scan(token).screen.name == "home"
