"""A further PC of a centre that is in the network already, and what each of them holds."""

from __future__ import annotations

from pathlib import Path

from desktop.store.facts import Facts
from desktop.store.membership import Ledger, Membership
from desktop.store.sqlcipher import connect, transaction
from desktop.store.store import Store
from desktop.store.tables import create_tables
from desktop.store.trust import trust
from desktop.sync.joining import keep_enrolled
from desktop.sync.transport import ENROL
from ledger.server import centres
from ledger.server.finding import text_of
from ledger.wire import joining
from ledger.wire.keys import public_key
from tests.store.a_centre import STORE_KEY
from tests.sync.places import ADDRESS, Pc, Town


def sibling_of(town: Town, pc: Pc, letter: bytes = b"s") -> Pc:
    """Another PC of a PC's centre: it has the centre's key, and the PC vouches for it."""
    db = connect(":memory:", STORE_KEY)
    seeds = {"device_seed": letter * 32, "issuer_seed": letter.upper() * 32}
    seeds["centre_key"] = pc.store.secret("centre_key")
    with transaction(db):
        create_tables(db)
        db.table("secrets").insert_all({"name": name, "value": value} for name, value in seeds.items())
    store = Store(db, clock=pc.clock, folder=Path(), on_close=lambda: None)
    ledger = Membership(pc.store).ledger
    assert ledger is not None
    public, centre = public_key(seeds["device_seed"]), ledger.centre
    by = pc.store.secret("device_seed")
    given = centres.add_device(town.engine, text_of(centre), now_ms=town.clock.now_ms())
    code = joining.Code.from_text(given.code)
    word = joining.vouch(by, centre=centre, public=public, is_successor=False)
    issuers = (public_key(seeds["issuer_seed"]),)
    asked = joining.write_asking(
        joining.Asking(code.secret, public, centre, issuers, pc.store.device, word), seeds["device_seed"]
    )
    status, answered = town.send(ENROL, asked)
    assert status == 200
    keep_enrolled(
        store,
        Ledger(ADDRESS, ledger.public, centre),
        joining.read_enrolled(answered, asked=asked, code=code),
    )
    with transaction(db):
        trust(store, public_key(by))
    return Pc(store, pc.clock, pc.member, pc.task)


def feeds_of(pc: Pc) -> dict[bytes, tuple[int, bytes]]:
    """How far each feed of the centre's PCs goes here, and its head there."""
    facts = Facts(pc.store.db)
    own = set(facts.ledger_feeds())
    found = {name.device for name, _, _ in facts.all()}
    ends = {device: facts.end(device) for device in sorted(found) if device not in own}
    return {device: (end.seq, end.head) for device, end in ends.items()}
