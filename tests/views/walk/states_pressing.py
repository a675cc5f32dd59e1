"""States of the screen on which a worker and a member try how somebody presses."""

from typing import Final

from desktop.settings import Settings
from desktop.views.staff.how_to_press import HowToPressState
from ledger.domain.access import AccessWritten, ScanWay, Way
from tests.views.walk.walked import LONG_NAME, Walked, named

_ANN: Final = AccessWritten(named(1))
_TWO: Final = AccessWritten(named(1), way=Way.TWO_SWITCHES, scan_way=ScanWay.BY_STEP, acceptance_ms=500)

STATES: Final = [
    Walked("how_to_press", "usual", HowToPressState("Ann", AccessWritten(named(1), way=Way.ONE_SWITCH))),
    Walked("how_to_press", "empty, as this PC", HowToPressState("Ann", _ANN)),
    Walked("how_to_press", "most", HowToPressState("Ann", _TWO)),
    Walked("how_to_press", "problem, both switches on one key", HowToPressState("Ann", _TWO, is_one_key=True)),
    Walked("how_to_press", "usual, this PC", HowToPressState("", Settings())),
    Walked("how_to_press", "longest", HowToPressState(LONG_NAME, AccessWritten(named(1), way=Way.DWELL))),
]
