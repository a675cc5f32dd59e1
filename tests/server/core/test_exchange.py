"""One request, one transaction: what is held, what is refused, and that sending again changes nothing."""

from __future__ import annotations

from ledger.domain.facts import Contributed
from ledger.domain.names import FactId
from ledger.wire.answering import Trouble
from tests.server.pcs import Ledger, Pc, pc


def helped(of: Pc, minutes: int = 60) -> Contributed:
    return Contributed(FactId(of.device, 1), FactId(of.device, 2), minutes)


def test_a_batch_is_held_and_sent_again_it_changes_nothing(ledger: Ledger) -> None:
    centre = pc(1)
    ledger.admit(centre)
    centre.write(helped(centre), helped(centre, 30))

    first = centre.send(ledger)
    held = ledger.holds()
    again = centre.send(ledger, batches=centre.shorts())

    assert first.positions.seq == 2
    assert [(one.device, one.first) for one in first.accepted] == [(b"", 1)]
    assert again.positions.seq == 2
    assert again.accepted == first.accepted
    assert ledger.holds() == held


def test_a_repeated_counter_is_told_how_far_it_is(ledger: Ledger) -> None:
    centre = pc(1)
    ledger.admit(centre)
    raw = centre.raw()
    ledger.answer(raw)

    answered = ledger.answer(raw)

    assert answered.status == 409
    reply = centre.reply(raw, answered)
    assert (reply.trouble, reply.counter) == (Trouble.REPEATED_COUNTER, 1)
