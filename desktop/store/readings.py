"""The readings: everything services ask of the store, each answered from projections in milliseconds."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.store.readings_centre import CentreReadings
from desktop.store.readings_credits import CreditReadings
from desktop.store.readings_network import NetworkReadings
from desktop.store.readings_slips import SlipReadings
from desktop.store.readings_subjects import SubjectReadings
from desktop.store.readings_taken import TakenReadings
from desktop.store.sqlcipher import Database
from ledger.domain.names import FactId

if TYPE_CHECKING:
    from desktop.store.readings_pictures import PictureReadings
    from desktop.store.readings_week import WeekReadings
    from ledger.domain.feed import Entry


class Readings(CentreReadings, SubjectReadings, CreditReadings, SlipReadings, NetworkReadings, TakenReadings):
    """What is known of the centre; of people, tasks and offers; of credits; of slips and plans; of the network."""

    def __init__(self, db: Database, device: bytes, entry: Callable[[FactId], Entry]) -> None:
        """device: this PC's own feed. entry: reads a fact, or raises NotFound."""
        self._db = db
        self._device = device
        self._entry = entry

    @cached_property
    def pictures(self) -> PictureReadings:
        """What is known of packs of pictures, and of what the centre likes."""
        from desktop.store.readings_pictures import PictureReadings  # noqa: PLC0415  the start does without

        return PictureReadings(self._db)

    @cached_property
    def week(self) -> WeekReadings:
        """What is known of the week."""
        from desktop.store.readings_week import WeekReadings  # noqa: PLC0415  the start does without

        return WeekReadings(self._db)
