"""Going on as another device: when two copies of this PC wrote at once, or it was brought back from a backup."""

from __future__ import annotations

from typing import Final

from desktop.store.membership import Membership
from ledger.wire.asking import Joining
from ledger.wire.keys import PUBLIC_KEY_BYTES, SEED_BYTES, SIGNATURE_BYTES

_NAME: Final = "to_join"
_HEARD: Final = "joined"
_AGAIN: Final = "to_join_again"
_SIGNED: Final = PUBLIC_KEY_BYTES + SIGNATURE_BYTES


def keep_joining(membership: Membership, joining: Joining) -> None:
    """Remember whom the old device vouches for, until the ledger has heard it."""
    flags = bytes([joining.is_successor, joining.takes_purse])
    membership.keep(_NAME, joining.public + joining.signature + flags)


def joining_kept(membership: Membership) -> Joining:
    """What the ledger is to hear."""
    kept = membership.kept(_NAME)
    public, signature = kept[:PUBLIC_KEY_BYTES], kept[PUBLIC_KEY_BYTES:_SIGNED]
    return Joining(public, signature, is_successor=bool(kept[_SIGNED]), takes_purse=bool(kept[_SIGNED + 1]))


def is_kept(membership: Membership, joining: Joining) -> bool:
    """Whether this is the one the ledger is still to hear of."""
    return bool(membership.kept(_NAME)) and joining_kept(membership) == joining


def heard_joining(membership: Membership) -> None:
    """The ledger has heard it: the old device is silent from now on, unless a ledger put back has never heard it."""
    membership.keep(_HEARD, membership.kept("old_device_seed") + membership.kept(_NAME))
    for name in (_NAME, "old_device_seed", _AGAIN):
        membership.forget(name)


def tell_again(membership: Membership) -> bool:
    """Let the old device vouch once more, to a ledger that does not know the new one; False: there is none to do so."""
    heard = membership.kept(_HEARD)
    if not heard:
        return False
    membership.keep("old_device_seed", heard[:SEED_BYTES])
    membership.keep(_NAME, heard[SEED_BYTES:])
    membership.keep(_AGAIN, b"1")
    membership.forget(_HEARD)
    return True


def is_told_again(membership: Membership) -> bool:
    """Whether it was heard before: then nothing of what the old device held is said, for the ledger has less."""
    return bool(membership.kept(_AGAIN))
