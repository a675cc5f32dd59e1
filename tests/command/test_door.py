"""Typing at a venue's door: slips are checked and taken there, and what only a centre can do says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.clock import StandingClock, WallClock
from desktop.services.all import services_of
from desktop.store.opening import open_store
from desktop.sync.exchange import Exchange
from desktop.sync.joining import DoorWish, enrol, found_door
from tests.command.typed import Typist
from tests.sync.places import ADDRESS, Town, a_town


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A network that nobody has joined yet."""
    (tmp_path / "town").mkdir()
    made = a_town(tmp_path / "town")
    made.clock = StandingClock(WallClock().now_ms())  # commands tell the time by this PC's clock
    yield made
    made.engine.dispose()


@pytest.fixture
def token(desk: Typist, town: Town) -> str:
    """A thank-you slip of a centre that has joined."""
    store = open_store(desk.folder, clock=town.clock)
    enrol(lambda job: job(store), ADDRESS, town.code("Riverside"), road=town.road)
    paper = services_of(store).slips.print_thanks(1, 60)[0]
    Exchange(lambda job: job(store), town).run()
    store.close()
    return paper.token


@pytest.fixture
def door(tmp_path: Path, town: Town, token: str, capsys: pytest.CaptureFixture[str]) -> Typist:
    """A door that has met the network."""
    assert token
    wish = DoorWish(clock=town.clock)
    made = found_door(tmp_path / "door", ADDRESS, town.venue_code("Town Pool"), road=town.road, wish=wish)
    Exchange(lambda job: job(made.store), town).run()
    made.store.close()
    return Typist(tmp_path / "door", capsys)


def test_a_slip_is_checked_and_taken_for_the_venue(door: Typist, token: str) -> None:
    assert door.asks("slips", "check", token)["outcome"] == "ok_check"
    taken = door.asks("slips", "redeem", token)
    assert (taken["outcome"], taken["minutes"]) == ("ok_check", 60)
    assert taken["fact"]
    assert door.asks("slips", "redeem", token, code=1)["outcome"] == "already"
    assert door.is_sound()


def test_a_door_gives_to_nobody(door: Typist, token: str, desk: Typist) -> None:
    ann = desk.id("members", "Ann")
    door.refused("slips", "redeem", token, "--to-member", ann, problem="bad_input", says="taken whole, for the venue")
    assert desk.asks("slips", "redeem", token, code=2)["problem"] == "wrong_usage"


@pytest.mark.parametrize(
    "words",
    [
        ("list", "members"),
        ("credits",),
        ("slips", "print", "--thanks", "--count", "1", "--minutes", "60", "--out", "x.pdf"),
        ("slips", "void", "ABCDE-FGHJK-MNPQ", "--why", "lost"),
    ],
)
def test_what_a_centre_does_is_not_done_at_a_door(door: Typist, words: tuple[str, ...]) -> None:
    door.refused(*words, problem="door_here", says="only takes slips")


def test_what_every_pc_does_is_done_at_a_door_too(door: Typist, tmp_path: Path) -> None:
    assert door.asks("status")["enrolled"]
    assert door.asks("items") == {"items": []}
    assert door.asks("keys", "list")["keys"] == []
    assert door.asks("backup", tmp_path / "door.goodhour")["file"]


def test_what_needs_a_person_is_ticked_off_and_put_back(desk: Typist, town: Town, token: str, tmp_path: Path) -> None:
    """A slip taken at a door and, both offline, at its centre: the later one is told."""
    made = found_door(tmp_path / "d", ADDRESS, town.venue_code(), road=town.road, wish=DoorWish(clock=town.clock))
    exchange = Exchange(lambda job: job(made.store), town)
    exchange.run()
    assert services_of(made.store).door.take(token, "once").verdict.is_good
    desk.asks("slips", "redeem", token, "--to-member", desk.id("members", "Ann"))
    store = open_store(desk.folder, clock=town.clock)
    Exchange(lambda job: job(store), town).run()
    store.close()
    Exchange(lambda job: job(made.store), town).run()
    made.store.close()

    at_door = Typist(tmp_path / "d", desk._capsys)
    (item,) = at_door.asks("items")["items"]
    assert (item["what"], item["minutes"]) == ("taken_before", 60)
    done = at_door.asks("items", "--done", item["id"])["done"]
    assert at_door.asks("items") == {"items": []}
    at_door.refused("items", "--done", item["id"], problem="not_found")
    at_door.asks("items", "--done", done)
    assert at_door.asks("items")["items"] == [item]
    assert desk.has()["Ann"] == 60
