"""A slip that is shown to a command: its text, what it is worth here, what was done with it; and that as an answer."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from desktop.bootstrap import Parts
from desktop.clock import local_time
from desktop.command.admin_credits import amounts
from desktop.command.answers import KNOWN_PROBLEM, Answer, problem_answer
from desktop.command.opened import opened
from desktop.command.reading import fact_id, slip_texts
from desktop.problems import BadInput, NotAllowed
from desktop.services.slips import Redeemed
from desktop.services.verdicts import Outcome, Verdict
from desktop.store.problems import NoCentreHere
from ledger.domain.names import FactId


def door_is_here(arguments: Namespace) -> bool:
    """Whether the records are a venue's door's; false where there are none."""
    try:
        with opened(arguments, at_door=True) as parts:
            return parts.store.read.door() is not None
    except NoCentreHere:
        return False


def check_of(parts: Parts) -> Callable[[str], Verdict]:
    """What judges a slip here: a venue's door knows what is bound to its venue."""
    return parts.services.slips.check if parts.store.read.door() is None else parts.services.door.check


def one_text(given: str, parts: Parts) -> str:
    """The text of the one slip that is shown. Raises NotAllowed: several in one picture; BadInput, NotFound."""
    texts = slip_texts(given, parts.services.slips.read_image)
    if len(texts) == 1:
        return texts[0]
    # A poster, a timetable or a card in the same picture may carry a QR of its own.
    check = check_of(parts)
    slips = [text for text in texts if check(text).outcome not in (Outcome.NOT_A_SLIP, Outcome.A_CARD)]
    if len(slips) > 1:
        raise NotAllowed(f"There are {len(slips)} slips in this picture. Please take one picture of each.")
    return (slips or texts)[0]


def maybe_id(text: str | None) -> FactId | None:
    """An id, or nobody. Raises BadInput."""
    return None if text is None else fact_id(text)


def no_slip(problem: BadInput) -> Answer:
    """A file in which no slip can be seen; the problem says what to try."""
    values = problem_answer(problem).values
    return Answer({"outcome": str(Outcome.NOT_A_SLIP), "minutes": 0, **values}, KNOWN_PROBLEM)


def verdict_values(verdict: Verdict) -> dict[str, Any]:
    """What a slip is worth, as JSON values."""
    values: dict[str, Any] = {"outcome": str(verdict.outcome), "minutes": verdict.minutes}
    if verdict.when_ms:
        values["when"] = local_time(verdict.when_ms).isoformat(timespec="seconds")
    if verdict.place:
        values["place"] = verdict.place
    return values


def redeemed(done: Redeemed) -> dict[str, Any]:
    """The same once it was handed in, or could not be."""
    values = verdict_values(done.verdict)
    if done.fact is not None:
        values["fact"] = done.fact.text
    if done.after is not None:
        values |= amounts(done.after)
    return values
