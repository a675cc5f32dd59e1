"""What must hold whenever a network is at rest: everybody agrees, and nothing is missing."""

from __future__ import annotations

from collections.abc import Sequence

from tests.network.centres import Pc, good
from tests.network.ledgers import Ledger
from tests.network.states import State, difference, state_of, state_of_ledger
from tests.network.town import Place, Town


def held_whole(ledger: Ledger, pcs: Sequence[Pc]) -> None:
    """Each PC checks out, has nothing to send, and the ledger holds every fact it wrote.

    Raises:
        AssertionError: with what is missing.
    """
    there = set(state_of_ledger(ledger)["held"])
    for pc in pcs:
        state_of(pc)
        with pc.opened() as parts:
            feed = (parts.store.device, 1, parts.store.read.last_seq())
        assert feed in there, f"{pc.folder.name}: {feed[2]} facts, and of all feeds the ledger holds {there}"
        assert good(pc.status())["to_send"] == 0


def all_states(town: Town) -> dict[str, State]:
    """Everything everybody holds."""
    states = {place.pc.folder.name: state_of(place.pc) for place in town.places}
    return states | {"ledger": state_of_ledger(town.ledger)}


def equal(found: dict[str, State], expected: dict[str, State]) -> None:
    """Both are the same in everything.

    Raises:
        AssertionError: with the differences.
    """
    differences = [f"{name}\n{lines}" for name in expected if (lines := difference(found[name], expected[name]))]
    assert not differences, "\n".join(differences)


def fails_with(place: Place, *problems: str) -> None:
    """An exchange ends with one of these problems, told in plain words, and everything stays to be sent.

    Raises:
        AssertionError: it went well, or with another problem.
    """
    told = place.pc.exchange()
    assert told.get("problem") in problems, told
    assert told["message"].endswith("."), told
