"""Centres as they are before anything happens: made once in a process, and copied for each run."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.services.all import services_of
from desktop.services.drafts import MemberDraft, OfferDraft, TaskDraft, VenueDraft, WorkerDraft
from desktop.services.seen import Pic
from desktop.store import migrations
from desktop.store.opening import DATABASE_FILE
from desktop.store.sqlcipher import connect, settle, transaction
from desktop.store.store import Store
from ledger.domain.subjects import CentreFounded, IssuerKeyAdded
from ledger.wire.keys import new_signing_seed, public_key
from ledger.wire.sealing import new_key
from tests.simulation.chance import Chance, ruling
from tests.simulation.clocks import START_MS, PcClock
from tests.simulation.pcs import STORE_KEY

CENTRES = ("Elm", "Oak", "Ash", "Fir", "Yew")
MEMBERS = ("Ann", "Bob", "Cath")
VENUE = "Leisure centre"
PLACES = 40
"""Stamps that the taps of one template may take."""
_PICTURE = Pic("om:1F3CA")


class _Ticking(PcClock):
    """A clock whose every look is another moment."""

    def __init__(self, stamps: Iterator[int]) -> None:
        super().__init__()
        self._stamps = stamps

    def now_ms(self) -> int:
        """The next moment."""
        return START_MS + next(self._stamps)


@cache
def empty() -> bytes:
    """The file of a store that has its tables and nothing else."""
    with TemporaryDirectory() as place:
        file = Path(place) / DATABASE_FILE
        db = connect(file, STORE_KEY)
        with transaction(db):
            migrations.create(db)
        settle(db)
        db.close()
        return file.read_bytes()


@cache
def centre(number: int) -> bytes:
    """The file of a centre's first PC: three members, a worker, two tasks, a venue and four offers."""
    with TemporaryDirectory() as place, ruling(Chance(7_000_000 + number)):
        file = Path(place) / DATABASE_FILE
        file.write_bytes(empty())
        store = with_secrets(file, new_key(), _Ticking(count(1 + number * 2_000)))
        with store.writing("founding") as facts:
            facts.add(CentreFounded(CENTRES[number], is_practice=False))
            facts.add(IssuerKeyAdded(public_key(store.secret("issuer_seed"))))
        _furnish(store)
        settle(store.db)
        store.close()
        return file.read_bytes()


def with_secrets(file: Path, centre_key: bytes, clock: PcClock) -> Store:
    """Give an empty store the secrets of a new PC, and open it; centre_key: the centre's own."""
    db = connect(file, STORE_KEY)
    secrets = {"device_seed": new_signing_seed(), "issuer_seed": new_signing_seed(), "centre_key": centre_key}
    with transaction(db):
        for name, value in secrets.items():
            db.execute("INSERT INTO secrets (name, value) VALUES (?, ?)", [name, value])
    return Store(db, clock=clock, folder=file.parent, on_close=lambda: None)


def _furnish(store: Store) -> None:
    do = services_of(store, Chance(0))
    for name in MEMBERS:
        do.people.write_member(MemberDraft(name))
    do.people.write_worker(WorkerDraft("Jo"))
    for label in ("Swept up", "Made tea"):
        do.tasks.write(TaskDraft(label, usual_minutes=30))
    pool = do.offers.write_venue(VenueDraft(VENUE)).first
    do.offers.write(OfferDraft("Art", 60))
    do.offers.write(OfferDraft("Swimming", 90, venue=pool, getting_there="by minibus"))
    do.offers.write(OfferDraft("Walk in the park", 0))
    do.offers.write(OfferDraft("Big trip", 300))


def make_all() -> None:
    """Make every template now: what one run makes by chance, another must find the same."""
    for number in range(len(CENTRES)):
        centre(number)
