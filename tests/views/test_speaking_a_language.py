"""What a member sees, finds and takes home is in their own language; the next person's is in the PC's again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.bootstrap import practice_centre
from desktop.clock import standing_at
from desktop.services.all import Services
from desktop.views.house import House
from desktop.views.journey import Journey
from desktop.views.late import LatePrinting
from desktop.views.printing.slips import slip_place, slip_sheets
from desktop.views.texts import Texts, spoken, texts_in
from desktop.views.visit import Visit
from tests.views import pseudo
from tests.views.printing.examples import a_slip
from tests.views.printing.watched import watched

_SLIP = a_slip()

pytestmark = pytest.mark.usefixtures("qapp")  # papers are drawn with our typeface


@pytest.fixture
def journey(tmp_path: Path) -> Journey:
    """A practice centre at which Ann speaks Welsh; the PC speaks English."""
    house = House(tmp_path / "centre", standing_at(2026, 11, 24, 10, 20), practice=True)
    practice_centre(tmp_path / "centre", house.clock).close()
    house.open()
    return Journey(Visit(house))


def _services(journey: Journey) -> Services:
    house = journey.visit.house
    assert house is not None
    assert house.services is not None
    return house.services


def _sign_in(journey: Journey, number: int) -> None:
    services = _services(journey)
    member = services.people.members()[number].id
    journey.visit.sign_in(services.people.person(member), services.sittings.begin(member))


def test_a_member_sees_and_finds_in_their_language_and_the_next_in_the_pcs(journey: Journey) -> None:
    services = _services(journey)
    member = services.people.members()[0].id
    services.access.write(replace(services.access.of(member), language="cy"))

    _sign_in(journey, 0)
    arrival = journey.arrive("home")
    assert arrival.settings is not None
    assert arrival.settings.language == "cy"
    assert services.pictures.search("ysgub")
    assert services.pictures.groups()[0].label != "In the kitchen"
    monday = services.centre.today()
    assert services.week_papers.member(member, monday).language == "cy"

    _sign_in(journey, 1)
    arrival = journey.arrive("home")
    assert arrival.settings is not None
    assert arrival.settings.language == "en"
    assert not any(found.name.startswith("Ysgub") for found in services.pictures.search("broom"))
    other = services.people.members()[1].id
    assert services.week_papers.member(other, monday).language == ""
    journey.close()


def test_pictures_of_a_language_without_names_are_called_in_english(journey: Journey) -> None:
    services = _services(journey)
    services.language = "ga"
    assert services.pictures.search("broom")
    journey.close()


def test_a_paper_is_in_the_language_of_whom_it_is_for() -> None:
    assert spoken("", texts_in("en")).language == "en"
    assert spoken("cy", texts_in("en")).language == "cy"
    (page,) = watched(slip_sheets([_SLIP, replace(_SLIP, language="cy")], Texts()))
    said = [ink.what for ink in page.inks]
    assert {"1 Time Credit", "1 Credyd Amser"} <= set(said)


def test_a_slip_read_from_the_right_is_mirrored_in_its_own_place() -> None:
    (usual,), (turned,) = (watched(slip_sheets([_SLIP], texts)) for texts in (Texts(), pseudo.from_right()))
    place = slip_place(0)
    (symbol,), (mirrored,) = ([ink.rect for ink in page.inks if "QR" in ink.what] for page in (usual, turned))
    assert place.contains(mirrored)
    assert mirrored.left() == pytest.approx(place.left() + place.right() - symbol.right())


def test_what_is_printed_follows_the_language_the_pc_is_set_to() -> None:
    language = ["en"]
    printing = LatePrinting(lambda: language[0])
    assert printing.texts.language == "en"
    language[0] = "cy"
    assert printing.texts.language == "cy"
