"""Members and workers: found, added, changed; time recorded for them, and put right."""

from pathlib import Path

import pytest

from desktop.views.parts.staff_pictures import PictureButton
from tests.views.staff.pc import StaffPc, hand_over


@pytest.fixture
def people(staff: StaffPc) -> StaffPc:
    staff.press("People", "staff_people")
    return staff


def test_people_are_found_by_part_of_their_name(people: StaffPc) -> None:
    people.write("Find by name", "ann")
    people.press("Open", "staff_member", beside="Ann")
    assert people.typed("Name") == "Ann"


def test_a_new_member_needs_a_name_and_nothing_typed_is_lost(people: StaffPc) -> None:
    people.press("Add a member", "staff_member")
    people.write("Known as (if you like)", "Zed")
    people.press("Paused: a hard time, nothing is asked")
    people.press("Save")
    assert people.says("The name is missing. Type it in.")
    assert people.typed("Known as (if you like)") == "Zed"
    people.write("Name", "Zedekiah")
    people.press("Save", "staff_people")
    made = people.member("Zedekiah")
    assert made.known_as == "Zed"
    assert made.is_paused


def test_a_picture_is_found_by_words_and_what_was_typed_stays(people: StaffPc) -> None:
    people.press("Open", "staff_member", beside="Ann")
    people.write("Name", "Annie")
    people.press("Choose a picture", "staff_picture")
    people.write("What does it show? Type a word or two", "flower in hair")
    people.wait_for(lambda: not people.window.is_busy and people.says("fit"))
    people.wait_for(lambda: "Flower in hair" in [b.accessibleName() for b in people.screen.focus_order()])
    people.press("Flower in hair", "staff_member")
    assert people.typed("Name") == "Annie"
    people.press("Save", "staff_people")
    assert people.member("Annie").pic.id == "gh:person-flower-in-hair"


def test_a_file_that_is_no_photo_is_refused_in_words(
    people: StaffPc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.press("Open", "staff_member", beside="Ann")
    people.press("Choose a picture", "staff_picture")
    text = tmp_path / "holiday.jpg"
    text.write_text("this is no photo")
    hand_over(monkeypatch, text)
    people.press("A photo from this PC")
    assert people.says("This file is no photo")
    photo = tmp_path / "photo.png"
    assert people.window.grab().save(str(photo))
    hand_over(monkeypatch, photo)
    people.press("A photo from this PC")
    people.press("Closer")
    people.press("Turn")
    people.press("Use this photo", "staff_member")
    people.press("Save", "staff_people")
    assert people.member("Ann").pic.photo is not None


def test_a_worker_is_added_and_looks_out_for_a_member(people: StaffPc) -> None:
    people.press("Show workers")
    people.press("Add a worker", "staff_worker")
    people.write("Name", "Kim")
    people.press("Drives members")
    people.press("Save", "staff_people")
    kim = next(one for one in people.ask(people.services.people.workers) if one.name == "Kim")
    assert kim.is_driver
    people.press("Show members")
    people.press("Open", "staff_member", beside="Ann")
    people.choose("Who looks out for them", "Kim")
    people.press("Save", "staff_people")
    assert people.member("Ann").named_worker == kim.id


def test_time_recorded_by_a_worker_counts_at_once_however_long(people: StaffPc) -> None:
    before = people.minutes("Ann")
    people.press("Open", "staff_member", beside="Ann")
    people.press("Record time for them", "staff_record")
    people.press("Save")
    assert people.says("How many minutes? Type a number.")
    people.write("Minutes", "17")
    people.choose("What they did", "Swept up")
    people.press("Save")
    assert people.says("17 minutes cannot be recorded.")
    people.write("Minutes", "240")
    people.press("Save", "staff_member")
    assert people.minutes("Ann") == before + 240


def test_putting_right_asks_why_and_moves_the_minutes_back(people: StaffPc) -> None:
    member = people.member("Ann").id
    history = people.ask(lambda: people.services.credits.history_of(member, 60))
    last = next(one for one in history if one.what == "history.helped" and not one.is_undone and not one.is_waiting)
    before = people.minutes("Ann")
    people.press("Open", "staff_member", beside="Ann")
    people.press("What they did", "staff_movements")
    people.press("Put right", "staff_why", beside=f"Helped: {last.label}")
    people.press("Do it")
    assert people.says("The reason is missing. Type it in.")
    people.write("Why?", "It was Bob")
    people.press("Do it", "staff_movements")
    assert people.says("Put right")
    assert people.minutes("Ann") == before - last.minutes
    people.press("Go back", "staff_member")


def test_a_form_left_in_the_middle_never_turns_up_for_somebody_else(people: StaffPc) -> None:
    people.press("Open", "staff_member", beside="Ann")
    people.write("Name", "Annie")
    people.press("Choose a picture", "staff_picture")
    people.press("People", "staff_people")
    people.press("Open", "staff_member", beside="Bob")
    assert people.typed("Name") == "Bob"


def test_what_was_typed_waits_while_a_members_history_is_looked_at(people: StaffPc) -> None:
    people.press("Open", "staff_member", beside="Ann")
    people.write("Name", "Annie")
    people.press("What they did", "staff_movements")
    people.press("Go back", "staff_member")
    assert people.typed("Name") == "Annie"


def test_a_favourite_is_marked_and_people_are_shown_in_a_skin_tone(people: StaffPc) -> None:
    people.press("Open", "staff_member", beside="Ann")
    people.press("Choose a picture", "staff_picture")
    people.write("What does it show? Type a word or two", "broom")
    people.wait_for(lambda: "Broom" in [b.accessibleName() for b in people.screen.focus_order()])
    people.press("Change favourites")
    people.press("Broom")
    people.press("Favourites are done")
    services = people.services.picture_search
    liked = people.ask(services.liked)
    assert [one.name for one in liked] == ["Broom"]
    people.write("What does it show? Type a word or two", "man swimming")
    people.wait_for(lambda: people.says("Skin"))
    people.choose("Skin", "Dark")
    people.wait_for(
        lambda: {services.tone_of(one.found.id) for one in people.screen.findChildren(PictureButton)} <= {"", "1F3FF"}
    )
    people.press("Show favourites")
    assert any(one.accessibleDescription() == "A favourite" for one in people.screen.findChildren(PictureButton))
