"""What the central ledger is: its key, its epoch, and up to which epoch settlements are final."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, insert, select, update

from ledger.domain.network import NETWORK
from ledger.server.tables import NETWORK_KIND, centres, own
from ledger.wire.keys import new_signing_seed, public_key

_SEED, _EPOCH, _CLOSED, _PROVED = "seed", "epoch", "closed", "proved"
_EPOCH_BYTES = 4
_READ = select(own.c.name, own.c.value)
_SET = update(own).where(own.c.name == bindparam("which")).values(value=bindparam("to"))
_KNOWN: dict[bytes, bytes] = {}


@dataclass(frozen=True, slots=True)
class Own:
    """What one transaction reads of it.

    seed: of the ledger's signing key, secret. epoch: from 1. closed: up to which epoch settlements are final. proved:
    the last epoch that a device's proof began, 0 for none: before that the ledger may have spoken as if nothing had
    been, so that its feeds may have two versions.
    """

    seed: bytes = field(repr=False)
    public: bytes
    epoch: int
    closed: int
    proved: int = 0

    @property
    def is_open(self) -> bool:
        """Whether settlements of this epoch are provisional: earlier ones may still come back."""
        return self.closed < self.epoch


def read(connection: Connection) -> Own:
    """As it stands in the transaction."""
    rows = dict(connection.execute(_READ).all())
    seed = rows[_SEED]
    # The key of a seed is the work of a signature; it never changes.
    public = _KNOWN.get(seed) or _KNOWN.setdefault(seed, public_key(seed))
    return Own(seed, public, *(int.from_bytes(rows[name], "big") for name in (_EPOCH, _CLOSED, _PROVED)))


def found(connection: Connection) -> None:
    """Make the ledger's key, its first epoch and the place of the feed that all follow, unless they are there."""
    if connection.execute(select(own.c.name).where(own.c.name == _SEED).with_for_update()).first():
        return
    first = {_SEED: new_signing_seed(), _EPOCH: _packed(1), _CLOSED: _packed(1), _PROVED: _packed(0)}
    connection.execute(insert(own), [{"name": name, "value": value} for name, value in first.items()])
    place = {"centre": NETWORK, "kind": NETWORK_KIND, "name": "", "venue": 0, "added_ms": 0, "purse": None}
    connection.execute(insert(centres), [place | {"met_epoch": 0, "met_ms": 0, "arrivals": 0, "closed": 0}])


def enter(connection: Connection, epoch: int, *, is_proved: bool) -> None:
    """The ledger goes on in this epoch; is_proved: a device showed that it must."""
    connection.execute(_SET, {"which": _EPOCH, "to": _packed(epoch)})
    if is_proved:
        connection.execute(_SET, {"which": _PROVED, "to": _packed(epoch)})


def close(connection: Connection, epoch: int) -> None:
    """Settlements up to this epoch are final."""
    connection.execute(_SET, {"which": _CLOSED, "to": _packed(epoch)})


def _packed(number: int) -> bytes:
    return number.to_bytes(_EPOCH_BYTES, "big")
