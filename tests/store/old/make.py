"""Makes the files of this release: `python -m tests.store.old.make`, once, before it is released.

A folder holds a small centre with something of every kind, closed, a backup of it, and in `holds.json` its words and
what must be found in it. Released folders are never made again.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.clock import standing_at
from desktop.store.backup import backup
from desktop.store.founding import Founding, NewCentre, create
from desktop.store.lock import LOCK_FILE
from desktop.store.store import Store
from ledger.domain.accounts import ISSUE, member_account
from ledger.domain.coming import Agreed, Agreement, PersonHere, Presence, TravelWritten, VisitorCame
from ledger.domain.facts import Contributed, Given, PlanMade, PutRight, Reason, SlipPrinted, SlipRedeemed
from ledger.domain.jobs import JobGiven, JobWritten
from ledger.domain.names import FactId
from ledger.domain.subjects import (
    KeptForLater,
    MemberWritten,
    OfferWritten,
    SettingSet,
    TaskWritten,
    TextSet,
    VenueWritten,
    WorkerWritten,
)
from ledger.domain.week import (
    ActivityWritten,
    Attendance,
    Attended,
    Choice,
    Chosen,
    DayWritten,
    NotToday,
    Reach,
    RoomWritten,
    SessionTakenBack,
    SessionWritten,
    VehicleWritten,
    WeekShown,
    Wished,
)
from ledger.domain.weeks import Part

OLD = Path(__file__).parent
RELEASE = "0.4.0"
CENTRE = "The Old Mill"
HOLDS = "holds.json"
BACKUP = "backup.goodhour"


def make(folder: Path) -> None:
    """Write the files of this release into a new folder."""
    new = create(folder, Founding(CENTRE, staff_pin_hash=b"no PIN opens this"), clock=standing_at(2026, 11, 24, 10, 20))
    _fill(new.store)
    (folder / HOLDS).write_text(json.dumps(_holds(new), indent=2) + "\n", encoding="utf-8")
    with TemporaryDirectory() as elsewhere:  # a backup beside the records is refused
        backup(new.store, Path(elsewhere) / BACKUP)
        shutil.move(Path(elsewhere) / BACKUP, folder / BACKUP)
    new.store.close()
    (folder / LOCK_FILE).unlink()


def _fill(store: Store) -> None:
    ann, bob, task, offer, issuer = _people_and_things(store)
    _fill_week(store, ann, bob)
    with store.writing("earned") as facts:
        facts.add(Contributed(ann, task, 300, with_members=(bob,)))
        facts.add(Contributed(bob, task, 240, is_waiting=True))
        wrong = facts.add(Contributed(bob, task, 30))
        facts.add(PutRight(wrong, ((member_account(bob), -30), (ISSUE, 30)), Reason.UNDO))
    with store.writing("spent") as facts:
        facts.add(Given(ann, bob, 60))
        facts.add(PlanMade(ann, offer, (ann,), 60, 60, getting_there="bus", day=2521, start_minute=14 * 60))
        facts.add(KeptForLater(bob, offer, is_kept=True))
        facts.add(SlipPrinted(issuer, 2**64 - 1, 60, ann, issued_day=2519))
        facts.add(SlipPrinted(issuer, 1, 60, None, issued_day=2519))
        facts.add(SlipRedeemed(issuer, 1, member=bob, member_minutes=60))


def _fill_week(store: Store, ann: FactId, bob: FactId) -> None:
    with store.writing("a week") as facts:
        room = facts.add(RoomWritten(None, "The garden room", capacity=8))
        bus = facts.add(VehicleWritten(None, "The minibus", seats=8))
        garden = facts.add(ActivityWritten(None, "Gardening", "om:1F33F"))
        words = SessionWritten(None, 360, Reach.FROM_NOW_ON, garden, 1, 10 * 60, 60, 6, room=room, assistants=(bob,))
        session = facts.add(words)
        facts.add(SessionWritten(session, 361, Reach.THIS_WEEK, garden, 2, 11 * 60, 60, 6))
        facts.add(SessionTakenBack(session, 361, Reach.THIS_WEEK))
        facts.add(DayWritten(2550, is_open=False, label="Painting"))
        facts.add(Chosen(ann, session, 360, Choice.GOING))
        facts.add(NotToday(bob, 2519, Part.LUNCH, is_so=True))
        facts.add(Wished(bob, garden, is_wished=True))
        facts.add(Attended(ann, session, 360, Attendance.CAME))
        facts.add(PersonHere(ann, 2519, Presence.HERE))
        facts.add(VisitorCame(2519, facts.seal(b"A visitor")))
        facts.add(TravelWritten(ann, bus, facts.seal(b"The clock"), 9 * 60))
        facts.add(Agreed(ann, Agreement.HOME_COPY, is_so=True))
        facts.add(WeekShown(ann, 360, (session,)))
        facts.add(JobGiven(facts.add(JobWritten(None, garden, "Waters the beds")), session, 360, ann))


def _people_and_things(store: Store) -> tuple[FactId, FactId, FactId, FactId, bytes]:
    with store.writing("people and things", at_ms=store.clock.now_ms() - 86_400_000) as facts:
        jo = facts.add(WorkerWritten(None, facts.seal(b"Jo"), is_driver=True))
        ann = facts.add(MemberWritten(None, facts.seal(b"Ann"), facts.seal(b"Annie"), named_worker=jo))
        bob = facts.add(MemberWritten(None, facts.seal(b"Bob"), photo=facts.seal(b"a photo" * 100), place=2))
        task = facts.add(TaskWritten(None, "Swept up", "om:1F9F9", usual_minutes=30))
        venue = facts.add(VenueWritten(None, "The pool", 7))
        facts.add(OfferWritten(None, "Swimming", "om:1F3CA", 60, venue=venue))
        offer = facts.add(OfferWritten(None, "Coffee", "om:2615", 60))
        facts.add(SettingSet("step_minutes", 15))
        facts.add(TextSet("centre_phone", "01766 512 345"))
    return ann, bob, task, offer, next(iter(store.read.issuer_keys()))


def _holds(new: NewCentre) -> dict[str, object]:
    store = new.store
    verified = store.verify()
    members = {member.name: store.read.minutes(member_account(member.id)) for member in store.read.members()}
    return {
        "words": " ".join(new.words),
        "passphrase": new.passphrase,
        "centre": store.centre_name,
        "facts": verified.facts,
        "members": members,
    }


def main() -> None:
    """Make this release's folder, in place of what an earlier try left there."""
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    shutil.rmtree(OLD / RELEASE, ignore_errors=True)
    make(OLD / RELEASE)


if __name__ == "__main__":
    main()
