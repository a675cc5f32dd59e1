"""When the ledger kept nothing of a request: what the next one has to be like, or what staff should know."""

from __future__ import annotations

from typing import Final

from desktop.store.membership import Membership
from desktop.store.outbox import Outbox
from desktop.store.store import Store
from desktop.sync.problems import LedgerBehind, Revoked, Turned, UnknownHere
from desktop.sync.proving import epoch_proved
from desktop.sync.step import Step
from desktop.sync.successors import tell_again
from ledger.wire.answering import Reply, Trouble
from ledger.wire.asking import Request

_TURNED: Final[dict[Trouble, type[Turned]]] = {Trouble.REVOKED: Revoked, Trouble.UNKNOWN_DEVICE: UnknownHere}


def turned_down(store: Store, request: Request, reply: Reply) -> Step:
    """Remember, inside the open transaction, how the next request has to be; Step.problem where there is none."""
    membership, trouble = Membership(store), reply.trouble
    to_send = Outbox(store).to_send()
    if _can_go_on(store, membership, request, reply):
        return Step(is_done=False, to_send=to_send, is_turned_down=True)
    if trouble is Trouble.PROVE:
        return Step(is_done=True, to_send=to_send, problem=LedgerBehind())
    membership.keep("network_trouble", trouble.value.encode())
    return Step(is_done=True, to_send=to_send, problem=_TURNED[trouble]())


def _can_go_on(store: Store, membership: Membership, request: Request, reply: Reply) -> bool:
    match reply.trouble:
        case Trouble.REPEATED_COUNTER:
            membership.set(counter=max(membership.standing().counter, reply.counter))
            return True
        case Trouble.PROVE:
            return _proves(membership, request) or _speaks_of_less(store, membership, reply)
        case Trouble.UNKNOWN_DEVICE if request.device == store.device:
            # A ledger put back: what it once signed proves so, or else the device this PC was vouches for it again.
            return _proves(membership, request) or tell_again(membership)
    return False


def _speaks_of_less(store: Store, membership: Membership, reply: Reply) -> bool:
    """Go on in the epoch that can be proved, or the ledger's own: a later one was only heard of, by joining in it.

    A copy of a PC knows it that joined, never met, and was let in again as the other one after the ledger was set back.
    """
    ledger = membership.ledger
    if ledger is None:
        return False
    epoch = max(reply.positions.epoch, epoch_proved(membership, ledger, store.device))
    if epoch >= membership.standing().epoch:
        return False
    membership.set(epoch=epoch)
    return True


def _proves(membership: Membership, request: Request) -> bool:
    """Let the next request carry the receipt; False: this one did, or there is none."""
    if request.receipt or not membership.kept("receipt"):
        return False
    membership.set(must_prove=1)
    return True
