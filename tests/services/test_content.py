"""The starting content is whole, pictured, and in everyday words."""

import re

import pytest

from assets import asset, has_picture
from desktop.services import content, content_week
from desktop.services.papers import WAYS

STEP_MINUTES = 15
Week = tuple[content_week.RoomSeed | content_week.VehicleSeed | content_week.ActivitySeed | content_week.JobSeed, ...]
WEEK: Week = (*content_week.rooms(), *content_week.vehicles(), *content_week.activities(), *content_week.jobs())


def everyday_words() -> set[str]:
    lines = asset("words", "easy.en.txt").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def labels() -> list[str]:
    return [
        *(task.label for task in content.tasks()),
        *(offer.label for offer in content.offers()),
        *(group.label for group in content.groups()),
        *(seed.label for seed in WEEK),
    ]


def pictures() -> list[str]:
    return [
        *(task.picture for task in content.tasks()),
        *(offer.picture for offer in content.offers()),
        *(venue.picture for venue in content.venues()),
        *(group.picture for group in content.groups()),
        *(person.picture for person in content.people() if person.picture),
        *(worker.picture for worker in content.workers()),
        *(seed.picture for seed in WEEK),
    ]


@pytest.mark.parametrize("picture", pictures())
def test_every_picture_is_shipped(picture: str) -> None:
    assert has_picture(picture)


@pytest.mark.parametrize("label", labels())
def test_labels_are_at_most_four_everyday_words(label: str) -> None:
    words = re.findall(r"[\w’]+", label.lower())

    assert 1 <= len(words) <= 4
    assert set(words) <= everyday_words()


def test_tasks_and_offers_have_names_of_their_own() -> None:
    named = [
        [(seed.label, seed.picture) for seed in content.tasks()],
        [(seed.label, seed.picture) for seed in content.offers()],
        [(seed.label, seed.picture) for seed in content.groups()],
        [(seed.label, seed.picture) for seed in content_week.activities()],
        [(seed.label, seed.picture) for seed in content_week.rooms()],
    ]
    for pairs in named:
        assert len({label for label, _ in pairs}) == len({picture for _, picture in pairs}) == len(pairs)


def test_lengths_and_prices_are_quarters_of_an_hour() -> None:
    for task in content.tasks():
        assert task.usual_minutes > 0
        assert task.usual_minutes % STEP_MINUTES == 0
    for offer in content.offers():
        assert offer.minutes % (2 * STEP_MINUTES) == 0
    assert [offer.label for offer in content.offers() if offer.minutes == 0]


def test_an_offer_is_complete_only_with_how_to_get_there() -> None:
    names = {venue.name for venue in content.venues()}
    for offer in content.offers():
        assert offer.place
        assert offer.getting_there in WAYS
        assert offer.venue == "" or offer.venue in names
        assert offer.companion in {"", "needed"}
        if offer.venue:
            assert offer.getting_there, offer.label
    assert names == {offer.venue for offer in content.offers() if offer.venue}


def test_the_practice_people_are_the_ones_the_trainer_needs() -> None:
    people = content.people()

    assert len(people) >= 40
    assert len({person.name for person in people}) == len(people)
    assert all(" " not in person.name for person in people), "first names only"
    assert {0, 37 * 60} <= {person.minutes for person in people}
    assert any(person.minutes % 60 for person in people), "a part jar"
    assert any(person.waiting_minutes for person in people)
    assert any(person.is_paused for person in people)
    assert any(not person.picture for person in people), "no photo yet"
    assert any(not person.shows_name and person.shows_picture for person in people)
    assert any(len(person.name) > 20 for person in people), "a very long name"


def test_no_two_people_look_the_same() -> None:
    faces = [person.picture for person in content.people() if person.picture]
    faces += [worker.picture for worker in content.workers()]

    assert len(set(faces)) == len(faces)


def test_everybody_has_a_place_that_fits_on_a_page() -> None:
    places = [(person.group, person.place) for person in content.people()]
    numbers = {group.number for group in content.groups()}

    assert len(set(places)) == len(places)
    assert {group for group, _ in places} == numbers == {1, 2, 3, 4, 5, 6}
    assert max(place for _, place in places) <= 12


def test_named_workers_work_here_and_somebody_drives() -> None:
    workers = content.workers()

    assert {person.named_worker for person in content.people()} <= {worker.name for worker in workers}
    assert any(worker.is_driver for worker in workers)


def test_every_session_can_be_held_as_it_is_written() -> None:
    rooms = {room.label: room.capacity for room in content_week.rooms()}
    activities = {activity.label for activity in content_week.activities()}
    for session in content_week.sessions():
        assert session.activity in activities
        assert session.places <= rooms.get(session.room, session.places)
        assert session.way in WAYS
        assert session.minutes % STEP_MINUTES == session.start_minute % STEP_MINUTES == 0
    assert {job.activity for job in content_week.jobs()} <= activities
