"""Two centres and a venue's door that have joined one network: real stores, and the real core of a ledger."""

from __future__ import annotations

from pathlib import Path

from desktop.clock import standing_at
from desktop.services.all import services_of
from desktop.services.papers import SlipPaper
from desktop.store.founding import Beginning, begin_in
from desktop.store.membership import Ledger
from desktop.store.sqlcipher import connect
from desktop.store.store import Store
from desktop.store.trust import trust
from desktop.sync.exchange import Exchange, Outcome
from desktop.sync.joining import DoorWish, enrol, found_door, keep_enrolled
from desktop.sync.transport import ENROL
from ledger.domain.subjects import IssuerKeyAdded
from ledger.server import centres
from ledger.server.finding import text_of
from ledger.wire import joining
from ledger.wire.keys import public_key
from tests.services.at_work import START, AtWork, Chance, Template
from tests.store.a_centre import STORE_KEY
from tests.sync.places import ADDRESS, Town


class Joined(AtWork):
    """A centre, or a door, that has joined the network of a town."""

    def __init__(self, store: Store, town: Town) -> None:
        super().__init__(store, services_of(store, Chance(store.device)))
        self.town = town

    def meet(self) -> Outcome:
        """One whole exchange, as the line does it by itself."""
        return Exchange(lambda job: job(self.store), self.town).run()

    def thanks(self, count: int = 1, minutes: int = 60) -> list[SlipPaper]:
        """Thank-you slips, good for anybody."""
        return self.do.slips.print_thanks(count, minutes)


def a_centre(template: Template, folder: Path, town: Town, name: str) -> Joined:
    """A centre that has joined and met the network once."""
    store = template.opened(folder).store
    enrol(lambda job: job(store), ADDRESS, town.code(name), road=town.road)
    joined = Joined(store, town)
    joined.meet()
    return joined


def a_further_pc(first: Joined) -> Joined:
    """Another PC of a centre: it shares the centre's key, the first PC vouches for it, and it has met the network."""
    seed, signer = b"s" * 32, b"S" * 32
    town, founder = first.town, first.store.device
    secrets = {"device_seed": seed, "issuer_seed": signer, "centre": founder}
    secrets["centre_key"] = first.store.secret("centre_key")
    clock = standing_at(*START)
    store = begin_in(connect(":memory:", STORE_KEY), Beginning(secrets, ()), clock=clock, folder=Path())
    with store.writing("joined") as facts:
        facts.add(IssuerKeyAdded(public_key(signer)))
    trust(store, public_key(first.store.secret("device_seed")))
    word = joining.vouch(first.store.secret("device_seed"), centre=founder, public=public_key(seed), is_successor=False)
    given = centres.add_device(town.engine, text_of(founder), now_ms=town.clock.now_ms())
    code = joining.Code.from_text(given.code)
    asking = joining.Asking(code.secret, public_key(seed), founder, (public_key(signer),), founder, word)
    asked = joining.write_asking(asking, seed)
    _, answered = town.send(ENROL, asked)
    enrolled = joining.read_enrolled(answered, asked=asked, code=code)
    keep_enrolled(store, Ledger(ADDRESS, enrolled.ledger_public, founder), enrolled)
    joined = Joined(store, town)
    first.meet()
    joined.meet()
    return joined


def a_door(folder: Path, town: Town, name: str = "Town Pool") -> Joined:
    """A venue's door that has joined and met the network once."""
    wish = DoorWish(clock=standing_at(*START))
    made = found_door(folder, ADDRESS, town.venue_code(name), road=town.road, wish=wish)
    joined = Joined(made.store, town)
    joined.meet()
    return joined
