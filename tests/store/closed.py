"""Centres that were made, filled and closed, for tests to copy: one of forty members, and one with its backup."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.clock import standing_at
from desktop.store.backup import backup
from desktop.store.founding import Founding, create
from desktop.store.store import Store
from ledger.domain.facts import SlipPrinted, SlipRedeemed
from ledger.domain.names import FactId
from ledger.domain.subjects import MemberWritten
from ledger.wire.keys import issuer_of, public_key


@dataclass(frozen=True)
class Closed:
    """A centre of forty members, closed."""

    folder: Path
    passphrase: str


@dataclass(frozen=True)
class BackedUp:
    """A centre of one member, closed, its backup, and a slip printed before it."""

    folder: Path
    file: Path
    passphrase: str
    words: str
    ann: FactId
    slip: int = 77


def a_closed_centre(folder: Path) -> Closed:
    """Make a centre of forty members, each with a picture."""
    new = create(folder, Founding("The Old Mill"), clock=standing_at(2026, 11, 24, 10, 20))
    for place in range(1, 41):
        with new.store.writing(new.store.new_draft()) as facts:
            facts.add(MemberWritten(None, facts.seal(b"Ann"), photo=facts.seal(b"picture" * 900), place=place))
    new.store.close()
    return Closed(folder, new.passphrase)


def a_backed_up_centre(place: Path) -> BackedUp:
    """Make a centre and its backup in a folder."""
    founding = Founding("The Old Mill", staff_pin_hash=b"a hash")
    new = create(place / "centre", founding, clock=standing_at(2026, 11, 24, 10, 20))
    ann = member_named(new.store, "Ann")
    _print_slip(new.store, BackedUp.slip)
    stick = place / "stick"
    stick.mkdir()
    backup(new.store, stick / "mill.goodhour")
    new.store.close()
    return BackedUp(place / "centre", stick / "mill.goodhour", new.passphrase, " ".join(new.words), ann)


def member_named(store: Store, name: str) -> FactId:
    """A new member of this name."""
    with store.writing(store.new_draft()) as facts:
        return facts.add(MemberWritten(None, facts.seal(name.encode())))


def _issuer(store: Store) -> bytes:
    return issuer_of(public_key(store.secret("issuer_seed")))


def _print_slip(store: Store, number: int) -> None:
    with store.writing(store.new_draft()) as facts:
        facts.add(SlipPrinted(_issuer(store), number, 60, None, issued_day=2500))


def redeem(store: Store, number: int, member: FactId) -> None:
    """Hand in a slip of 60 minutes into somebody's credits."""
    with store.writing(store.new_draft()) as facts:
        facts.add(SlipRedeemed(_issuer(store), number, member=member, member_minutes=60))


def names_in(store: Store) -> list[str]:
    """What the members are called."""
    return [member.name for member in store.read.members()]
