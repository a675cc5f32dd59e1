"""The readings: everything services ask of the store, each answered from projections in milliseconds."""

from __future__ import annotations

from desktop.store.facts import Facts
from desktop.store.readings_credits import CreditReadings
from desktop.store.readings_slips import SlipReadings
from desktop.store.readings_subjects import SubjectReadings
from desktop.store.sqlcipher import Database


class Readings(SubjectReadings, CreditReadings, SlipReadings):
    """What is known of people, tasks and offers; of credits; of slips and plans."""

    def __init__(self, db: Database, facts: Facts, device: bytes) -> None:
        self._db = db
        self._facts = facts
        self._device = device
