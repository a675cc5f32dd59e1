"""A visit left in the middle waits for its person, and no longer than twenty minutes."""

from types import SimpleNamespace
from typing import Any

from desktop.clock import StandingClock
from desktop.services.seen import PersonSeen, Pic
from desktop.views.visit import Visit
from ledger.domain.names import FactId

ANN = PersonSeen(FactId(bytes(16), 1), "Ann", "Ann", Pic("gh:person-grey-bun"))


def laid_by(minutes: float) -> Visit:
    """Ann's visit with a draft, left in the middle; so many minutes later she signs in again."""
    clock = StandingClock(0)
    house: Any = SimpleNamespace(clock=clock)
    visit = Visit(house)
    visit.sign_in(ANN, "sitting")
    visit.helped, visit.at = "draft", "how_long"
    visit.lay_by()
    assert visit.person is None
    assert visit.helped is None
    clock.move(minutes)
    visit.sign_in(ANN, "new sitting")
    return visit


def test_a_draft_waits_while_somebody_else_signs_in() -> None:
    visit = laid_by(19)
    assert visit.take_up()
    assert (visit.helped, visit.at, visit.sitting) == ("draft", "how_long", "sitting")
    assert not visit.take_up()


def test_a_draft_waits_no_longer_than_twenty_minutes() -> None:
    visit = laid_by(21)
    assert not visit.take_up()
    assert visit.helped is None
