"""The centre may be open before the first screen asks; what goes wrong is left for that screen to tell."""

from pathlib import Path

import pytest

from desktop.bootstrap import practice_centre
from desktop.clock import WallClock
from desktop.store.problems import AlreadyOpen, NoCentreHere
from desktop.views.beginning import open_ahead
from desktop.views.house import House


def test_a_centre_is_open_before_it_is_asked_for(tmp_path: Path) -> None:
    practice_centre(tmp_path, WallClock()).close()
    house = House(tmp_path, WallClock())

    open_ahead(house)

    assert house.parts is not None
    house.close()


def test_what_goes_wrong_is_told_when_it_is_asked_for(tmp_path: Path) -> None:
    house = House(tmp_path / "nothing", WallClock())
    open_ahead(house)
    with pytest.raises(NoCentreHere):
        house.open()

    held = practice_centre(tmp_path, WallClock())
    house = House(tmp_path, WallClock())
    open_ahead(house)
    with pytest.raises(AlreadyOpen):
        house.open()
    held.close()
