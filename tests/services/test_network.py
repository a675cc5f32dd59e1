"""How this PC stands with the network, the venues it takes from there, and a PC without the purse."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.problems import BadInput, NotFound
from desktop.services.drafts import VenueDraft
from desktop.store.allowed import NoPurse
from desktop.store.naming import key_of
from desktop.store.sqlcipher import transaction
from ledger.domain.names import FactId
from tests.services.at_work import AtWork
from tests.services.joined import Joined


def test_before_joining_there_is_nothing_to_tell(centre: AtWork) -> None:
    now = centre.do.network.now()
    assert not now.is_joined
    assert (now.to_send, now.met_ms) == (0, 0)
    assert centre.do.network.venues() == []


def test_what_is_to_send_and_since_when(riverside: Joined) -> None:
    now = riverside.do.network.now()
    assert now.is_joined
    assert (now.to_send, now.since_ms) == (0, 0)
    since_ms = riverside.clock.now_ms()
    riverside.earn("Ann", 60)
    riverside.clock.move(90)
    riverside.earn("Bob", 60)

    now = riverside.do.network.now()
    assert (now.to_send, now.since_ms) == (2, since_ms)
    riverside.meet()
    assert riverside.do.network.now().to_send == 0
    assert riverside.do.network.now().met_ms == riverside.clock.now_ms()


def test_it_goes_by_stick_as_well(riverside: Joined, tmp_path: Path) -> None:
    riverside.earn("Ann", 60)
    assert riverside.do.network.write_file(tmp_path / "out.ghx") == 1
    assert (tmp_path / "out.ghx").stat().st_size > 0
    with pytest.raises(NotFound):
        riverside.do.network.read_file(tmp_path / "nothing")


def test_a_venue_of_the_network_comes_with_its_number(riverside: Joined, door: Joined) -> None:
    riverside.meet()
    (listed,) = riverside.do.network.venues()
    assert (listed.name, listed.number, listed.is_here) == ("Town Pool", door.do.door.venue.number, False)
    riverside.do.network.take_venue(listed.number)
    riverside.do.network.take_venue(listed.number)
    assert [venue.name for venue in riverside.do.offers.venues()] == ["Leisure centre", "Town Pool"]
    assert riverside.do.network.venues()[0].is_here


def test_a_place_of_our_own_takes_the_number_of_the_network_once_its_slips_are_in(
    riverside: Joined, door: Joined
) -> None:
    number = door.do.door.venue.number
    riverside.meet()
    pool = next(venue for venue in riverside.do.offers.venues() if venue.name == "Leisure centre")
    riverside.do.offers.write_venue(VenueDraft("town pool", venue=pool.id))
    riverside.earn("Ann", 180)
    ann = riverside.sign_in("Ann")
    plan = riverside.do.spending.say_yes(ann, riverside.plan(ann, "Swimming")).plan
    with pytest.raises(BadInput, match="1 slips for town pool are out"):
        riverside.do.network.take_venue(number)

    riverside.do.spending.cancel(ann, plan)
    riverside.do.network.take_venue(number)
    assert [(venue.id, venue.name, venue.number) for venue in riverside.do.offers.venues()] == [
        (pool.id, "Town Pool", number)
    ]


def test_places_of_our_own_are_numbered_apart_from_those_of_the_network(riverside: Joined, door: Joined) -> None:
    riverside.meet()
    riverside.do.network.take_venue(door.do.door.venue.number)
    riverside.do.offers.write_venue(VenueDraft("Cinema"))
    assert next(venue.number for venue in riverside.do.offers.venues() if venue.name == "Cinema") == 2


def without_purse(centre: Joined) -> None:
    """Another PC of the centre took the purse, as the network says."""
    other = FactId(bytes(15) + b"x", 1)
    with transaction(centre.store.db) as db:
        db.execute("INSERT INTO purses VALUES (?, ?, 0, ?, 0)", [key_of(other), centre.store.device, other.device])


def test_without_the_purse_nobody_spends_and_everybody_earns(riverside: Joined) -> None:
    riverside.earn("Ann", 120)
    ann = riverside.sign_in("Ann")
    without_purse(riverside)
    with pytest.raises(NoPurse):
        riverside.do.spending.plan_for(ann, riverside.offer("Art"))
    with pytest.raises(NoPurse):
        riverside.do.credits.check_can_give()
    with pytest.raises(NoPurse):
        riverside.do.credits.give(ann, riverside.gift("Bob", 60))
    with pytest.raises(NoPurse):
        riverside.do.slips.print_for_member(riverside.member("Ann"), 1, 60)

    riverside.do.spending.plan_for(ann, riverside.offer("Walk in the park"))
    riverside.earn("Ann", 60)
    assert len(riverside.thanks(2)) == 2
    assert riverside.has("Ann") == 180
    assert "no_purse" in [need.what for need in riverside.do.attention.all()]
