"""A pack of pictures comes in whole, clean and under ids of its own, or not at all."""

import io
from pathlib import Path

import pytest
from PIL import Image

from desktop.services.all import Services, services_of
from desktop.services.drafts import TaskDraft
from desktop.services.drafts_week import RoomDraft, VehicleDraft
from desktop.services.pack_pictures import SIDE_PX, id_of
from desktop.services.packs import NotSaid, PackAbout
from desktop.store.store import Store
from tests.services.a_pack import ABOUT, SQUARE, looked, png, zipped
from tests.services.at_work import AtWork
from tests.services.joined import Joined


@pytest.fixture
def store(centre: AtWork) -> Store:
    """The records of a centre with nothing in them but what it began with."""
    return centre.store


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A small pack as people have them: a folder in it, a list of words, and a note to read."""
    words = "filename,keywords\nkettle.png,hot drink\n"
    files = {"kitchen/kettle.png": png("blue"), "kitchen/21_eat_,_to.svg": SQUARE, "list.csv": words.encode()}
    return zipped(tmp_path / "symbols.zip", {**files, "read me.txt": b"Thank you", "__MACOSX/kettle.png": b""})


def test_a_pack_comes_in_and_is_found_by_its_words(store: Store, pack: Path) -> None:
    services = services_of(store)
    look = looked(pack)
    assert look.left_out == [("read me.txt", "is no picture")]
    services.packs.bring_in(ABOUT, list(look.pictures.values()))

    (kettle,) = services.picture_search.search("kettle hot drink", limit=1)
    assert (kettle.name, kettle.id) == ("kettle", id_of(png("blue")))
    assert kettle.photo is not None
    shown = Image.open(io.BytesIO(kettle.photo))
    assert shown.size == (SIDE_PX, SIDE_PX)
    assert shown.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
    assert "to eat" in [one.name for one in services.picture_search.search("eat", limit=20)]
    assert services.packs.all() == [
        (services.packs.all()[0].id, "Our symbols", ABOUT.licence, ABOUT.attribution, 2, True)
    ]


def test_what_was_chosen_stays_when_the_pack_is_taken_out(store: Store, pack: Path) -> None:
    services = services_of(store)
    services.packs.bring_in(ABOUT, list(looked(pack).pictures.values()))
    (kettle,) = services.picture_search.search("kettle", limit=1)
    task = services.tasks.write(TaskDraft("Put the kettle on", pic=services.picture_search.pic(kettle.id))).first

    (seen,) = services.packs.all()
    services.packs.take_out(seen.id)
    assert kettle.id not in [one.id for one in services.picture_search.search("kettle", limit=60)]
    assert services.tasks.task(task).pic.photo == kettle.photo
    assert not services.packs.all()[0].is_kept

    services.packs.put_back(seen.id)
    assert kettle.id in [one.id for one in services.picture_search.search("kettle", limit=60)]


def test_the_same_picture_has_the_same_id_wherever_it_comes_from(store: Store, pack: Path, tmp_path: Path) -> None:
    services = services_of(store)
    folder = tmp_path / "again"
    folder.mkdir()
    folder.joinpath("other name.png").write_bytes(png("blue"))
    folder.joinpath("kettle.png").write_bytes(png("green"))  # another picture of a name that is here already
    services.packs.bring_in(ABOUT, list(looked(pack).pictures.values()))
    services.packs.bring_in(ABOUT, list(looked(folder).pictures.values()))
    found = {one.id: one for one in services.picture_search.search("kettle", limit=60)}
    assert {id_of(png("blue")), id_of(png("green"))} <= set(found)


def test_one_picture_under_two_names_is_one_picture(tmp_path: Path) -> None:
    look = looked(zipped(tmp_path / "two.zip", {"dog.png": png("brown"), "hound.png": png("brown")}))
    (picture,) = look.pictures.values()
    assert (picture.name, picture.words) == ("dog", "hound")


def test_the_same_tap_again_brings_nothing(store: Store, pack: Path) -> None:
    services = services_of(store)
    pictures = list(looked(pack).pictures.values())
    for _ in range(2):
        services.packs.bring_in(ABOUT, pictures, "once")
    assert len(services.packs.all()) == 1


@pytest.mark.parametrize(
    ("about", "where"),
    [
        (ABOUT._replace(name=" "), "name"),
        (ABOUT._replace(licence=""), "licence"),
        (ABOUT._replace(attribution=""), "attribution"),
        (ABOUT._replace(attribution="x" * 500), "attribution"),
        (ABOUT._replace(may_use=False), "may_use"),
    ],
)
def test_licence_thanks_and_right_are_asked_for(store: Store, pack: Path, about: PackAbout, where: str) -> None:
    services = services_of(store)
    with pytest.raises(NotSaid) as refused:
        services.packs.bring_in(about, list(looked(pack).pictures.values()))
    assert refused.value.where == where
    assert services.packs.all() == []


def test_a_pack_survives_verify_and_rebuild(store: Store, pack: Path) -> None:
    services = services_of(store)
    services.packs.bring_in(ABOUT, list(looked(pack).pictures.values()))
    services.picture_search.like("om:1F9F9", is_so=True)
    assert store.verify().ok
    before = services.packs.all(), services.picture_search.liked()
    store.rebuild()
    again = services_of(store)
    assert (again.packs.all(), again.picture_search.liked()) == before


def test_a_large_pack_is_cut_into_volumes(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.services.packs._VOLUME_BYTES", 5_000)
    services = services_of(store)
    files = {f"picture {number}x.png": png(f"#{number * 40_000:06x}") for number in range(30)}
    services.packs.bring_in(ABOUT, list(looked(zipped(tmp_path / "many.zip", files)).pictures.values()))
    assert len(store.read.pictures.volumes()) > 3
    for raw in files.values():
        dots = services.packs.picture(id_of(raw))
        assert dots is not None
        assert Image.open(io.BytesIO(dots)).size == (SIDE_PX, SIDE_PX)
    assert services.packs.picture("pk:" + "0" * 64) is None


def test_people_are_shown_in_the_tone_that_is_asked_for(store: Store) -> None:
    search = services_of(store).picture_search
    for tone in ("1F3FB", "1F3FF"):
        found = search.search("person", limit=40, tone=tone)
        toned = [search.tone_of(one.id) for one in found if search.tone_of(one.id)]
        assert toned
        assert set(toned) == {tone}


def test_liked_and_last_chosen_pictures_are_remembered(store: Store) -> None:
    services: Services = services_of(store)
    search = services.picture_search
    search.like("om:1F9F9", is_so=True)
    search.like("gh:made-tea", is_so=True)
    search.like("om:1F9F9", is_so=False)
    assert [one.id for one in search.liked()] == ["gh:made-tea"]
    hall = services.tasks.write(TaskDraft("Polished the hall", pic=search.pic("om:1F9F9"))).first
    services.tasks.write(TaskDraft("Iced the buns", pic=search.pic("gh:baking")))
    assert [one.id for one in search.chosen_last(2)] == ["gh:baking", "om:1F9F9"]
    services.tasks.write(TaskDraft("Polished the hall", pic=search.pic("gh:museum"), task=hall))
    assert [one.id for one in search.chosen_last(2)] == ["gh:museum", "gh:baking"]


def test_rooms_and_vehicles_show_pictures_of_packs_too(store: Store, pack: Path) -> None:
    services = services_of(store)
    services.packs.bring_in(ABOUT, list(looked(pack).pictures.values()))
    (kettle,) = services.picture_search.search("kettle", limit=1)
    room = services.rooms.write(RoomDraft("Kitchen two", pic=services.picture_search.pic(kettle.id))).first
    bus = services.vehicles.write(VehicleDraft("The tea van", pic=services.picture_search.pic(kettle.id))).first
    assert services.rooms.one(room).pic == services.vehicles.one(bus).pic == services.picture_search.pic(kettle.id)


def test_a_pack_travels_to_the_centres_other_pcs(riverside: Joined, kitchen: Joined, pack: Path) -> None:
    here, there = riverside.do, kitchen.do
    here.packs.bring_in(ABOUT, list(looked(pack).pictures.values()))
    for _ in range(4):
        riverside.meet()
        kitchen.meet()
    assert [(one.name, one.pictures) for one in there.packs.all()] == [("Our symbols", 2)]
    (kettle,) = there.picture_search.search("kettle", limit=1)
    assert kettle == here.picture_search.search("kettle", limit=1)[0]
    assert kettle.photo is not None
