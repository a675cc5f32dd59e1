"""People: as they agreed to be shown, in places that never move."""

import pytest

from desktop.problems import BadInput, NotAStep, NotFound
from desktop.services.drafts import MemberDraft, OfferDraft, TaskDraft, VenueDraft, WorkerDraft
from desktop.services.seen import Pic
from ledger.domain.names import FactId
from tests.services.at_work import AtWork


def seats(centre: AtWork) -> list[tuple[str, int, int]]:
    return [(member.name, member.group, member.place) for member in centre.do.people.members()]


def test_faces_fill_a_page_of_each_group_and_never_move(centre: AtWork) -> None:
    for number in range(80):
        centre.do.people.write_member(MemberDraft(f"P{number:02}"))
    assert [len(centre.do.people.faces(group)) for group in range(1, 7)] == [23, 12, 12, 12, 12, 12]
    before = {name: (group, place) for name, group, place in seats(centre)}

    centre.do.people.write_member(MemberDraft("Annie", member=centre.member("Ann"), is_paused=True))
    centre.do.people.write_member(MemberDraft("P40", member=centre.member("P40"), group=2))
    after = {name: (group, place) for name, group, place in seats(centre)}
    assert after.pop("Annie") == before.pop("Ann")
    assert after.pop("P40") == (2, 13)
    assert before.pop("P40") != (2, 13)
    assert after == before
    assert centre.is_sound()


def test_the_name_shows_only_if_agreed_and_is_never_empty_to_the_ear(centre: AtWork) -> None:
    shown = {
        (name, picture): centre.do.people.write_member(
            MemberDraft("Gwen", known_as="Gee", pic=Pic("om:26F5"), shows_name=name, shows_picture=picture)
        ).first
        for name in (True, False)
        for picture in (True, False)
    }
    faces = {person.id: person for person in centre.do.people.faces(1)}

    assert (faces[shown[True, True]].shown_name, faces[shown[True, True]].pic.id) == ("Gee", "om:26F5")
    assert (faces[shown[True, False]].shown_name, faces[shown[True, False]].pic.id) == ("Gee", "gh:card")
    assert (faces[shown[False, True]].shown_name, faces[shown[False, True]].spoken_name) == ("", "Sailing boat")
    assert shown[False, False] not in faces
    assert centre.do.people.person(shown[False, False]).spoken_name == "Card"
    assert all(person.spoken_name for person in faces.values())


def test_a_photo_is_sealed_shown_and_stays_when_the_rest_is_changed(centre: AtWork) -> None:
    ann = centre.member("Ann")
    centre.do.people.write_member(MemberDraft("Ann", member=ann, pic=Pic("om:26F5")))
    centre.do.people.write_member(MemberDraft("Ann", member=ann, pic=Pic("ph:new", b"a jpeg")))
    seen = centre.do.people.member(ann).pic
    assert (seen.id[:3], seen.photo) == ("ph:", b"a jpeg")

    centre.do.people.write_member(MemberDraft("Anne", member=ann, pic=seen))
    centre.do.people.write_member(MemberDraft("Anna", member=ann))
    assert centre.do.people.member(ann).pic == seen
    centre.do.people.write_member(MemberDraft("Anna", member=ann, pic=Pic("om:1F408")))
    assert centre.do.people.member(ann).pic == Pic("om:1F408")


def test_what_is_typed_is_made_fit_or_refused(centre: AtWork) -> None:
    first = centre.do.people.write_member(MemberDraft("  Zoe\u0308 \n Jones\t")).first
    assert centre.do.people.member(first).name == "Zoë Jones"
    for draft in (MemberDraft(""), MemberDraft(" \n"), MemberDraft("x" * 101), MemberDraft("A", pic=Pic("tree"))):
        with pytest.raises(BadInput):
            centre.do.people.write_member(draft)
    with pytest.raises(BadInput):
        centre.do.people.write_member(MemberDraft("A", group=100))
    with pytest.raises(NotFound):
        centre.do.people.write_member(MemberDraft("A", named_worker=centre.member("Ann")))
    with pytest.raises(NotFound):
        centre.do.people.write_member(MemberDraft("A", member=FactId(centre.store.device, 9_999)))
    assert len(centre.do.people.members()) == 4


def test_the_same_form_sent_twice_is_one_person(centre: AtWork) -> None:
    draft = MemberDraft("Eve", draft_id="form-1")
    assert centre.do.people.write_member(draft).first == centre.do.people.write_member(draft).first
    assert len(centre.do.people.members()) == 4


def test_workers_who_left_are_on_no_list_but_known_in_the_past(centre: AtWork) -> None:
    jo = centre.worker("Jo")
    centre.do.people.write_worker(WorkerDraft("Jo", worker=jo, is_kept=False))
    assert centre.do.people.workers() == []
    assert jo not in [person.id for person in centre.do.people.companions(centre.sign_in("Ann"))]
    assert centre.do.people.person(jo).shown_name == "Jo"


def test_groups_are_those_somebody_is_in_with_pictures_of_their_own(centre: AtWork) -> None:
    centre.do.people.write_member(MemberDraft("Eve", group=3))
    first, third = centre.do.people.groups()
    assert (first.number, third.number) == (1, 3)
    assert first.label
    assert first.pic != third.pic
    centre.do.people.write_group(3, "Kitchen", Pic("om:1F372"))
    assert centre.do.people.groups()[1].label == "Kitchen"


def test_my_last_tasks_come_first(centre: AtWork) -> None:
    centre.do.tasks.write(TaskDraft("Watered plants"))
    ann = centre.sign_in("Ann")
    assert [task.label for task in centre.do.tasks.first(ann)] == ["Swept up", "Made tea", "Watered plants"]
    centre.earn("Ann", 15, "Made tea")
    centre.earn("Ann", 15, "Watered plants")
    assert [task.label for task in centre.do.tasks.first(ann)] == ["Watered plants", "Made tea", "Swept up"]

    tea = centre.task("Made tea")
    centre.do.tasks.write(TaskDraft("Made tea", task=tea, is_kept=False))
    assert tea not in [task.id for task in centre.do.tasks.first(ann)]
    assert [row.label for row in centre.do.credits.history(ann)] == ["Watered plants", "Made tea"]


def test_tasks_and_offers_that_make_no_sense_are_refused(centre: AtWork) -> None:
    a_week = 7 * 24 * 60
    for task in (TaskDraft(""), TaskDraft("x" * 61), *(TaskDraft("A", usual_minutes=m) for m in (7, -15, a_week))):
        with pytest.raises((BadInput, NotAStep)):
            centre.do.tasks.write(task)
    for offer in (OfferDraft("", 60), OfferDraft("A", -1), OfferDraft("A", 65_536)):
        with pytest.raises((BadInput, NotAStep)):
            centre.do.offers.write(offer)
    with pytest.raises(NotFound):
        centre.do.offers.write(OfferDraft("A", 60, venue=centre.member("Ann")))
    assert len(centre.do.tasks.all()) == 2


def test_a_venue_keeps_its_number_for_slips_out_there(centre: AtWork) -> None:
    pool = centre.do.offers.venues()[0]
    second = centre.do.offers.write_venue(VenueDraft("Museum")).first
    assert [venue.number for venue in centre.do.offers.venues()] == [1, 2]
    centre.do.offers.write_venue(VenueDraft("City museum", venue=second))
    for wrong in (
        VenueDraft("Museum", number=1),
        VenueDraft("Pool", venue=pool.id, number=9),
        VenueDraft("city MUSEUM"),
    ):
        with pytest.raises(BadInput):
            centre.do.offers.write_venue(wrong)
    centre.do.offers.write_venue(VenueDraft("City museum", venue=second, is_kept=False))
    third = centre.do.offers.write_venue(VenueDraft("City museum")).first
    assert centre.do.offers.venue(third).number == 3
