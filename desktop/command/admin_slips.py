"""admin slips print, check, redeem, void."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import Any, Final

from desktop.bootstrap import Parts
from desktop.clock import local_time
from desktop.command.admin_credits import amounts
from desktop.command.answers import DONE, KNOWN_PROBLEM, Answer, problem_answer, wrong_usage
from desktop.command.arguments import a_number, a_path
from desktop.command.opened import opened
from desktop.command.reading import fact_id, refuse_place, slip_texts
from desktop.problems import BadInput, KnownProblem, NotAllowed
from desktop.services.papers import SlipPaper
from desktop.services.slips import Redeemed
from desktop.services.verdicts import Outcome, Verdict
from desktop.store.problems import NoCentreHere
from ledger.domain.names import FactId

_AT_A_DOOR: Final = "This is a venue's door: a slip is taken whole, for the venue. Leave --to-member and --offer out."
_AT_A_CENTRE: Final = "one of the arguments --to-member --offer is required"
_NOT_ON_PAPER: Final = "The PDF could not be written, so no paper came of it."


def add(commands: Any, shared: Any) -> None:
    """Add these commands."""
    slips = commands.add_parser("slips", parents=[shared], help="print, check, hand in, void").add_subparsers(
        title="commands", metavar="COMMAND", required=True
    )
    new = slips.add_parser("print", parents=[shared], help="print slips to a PDF")
    whose = new.add_mutually_exclusive_group(required=True)
    whose.add_argument("--member", metavar="ID", help="from this member's credits")
    whose.add_argument("--thanks", action="store_true", help="thank-you slips, which make new credits")
    new.add_argument("--count", required=True, type=a_number, metavar="N")
    new.add_argument("--minutes", required=True, type=a_number, metavar="N", help="of each slip: whole credits")
    new.add_argument("--out", required=True, type=a_path, metavar="F.pdf")
    new.set_defaults(run=_print)
    check = slips.add_parser("check", parents=[shared], help="what a slip is worth here; changes nothing")
    check.add_argument("slip", metavar="TEXT|IMAGE")
    check.set_defaults(run=_check)
    redeem = slips.add_parser("redeem", parents=[shared], help="hand a slip in; at a venue's door, for the venue")
    redeem.add_argument("slip", metavar="TEXT|IMAGE")
    where = redeem.add_mutually_exclusive_group()
    where.add_argument("--to-member", metavar="ID")
    where.add_argument("--offer", metavar="ID")
    redeem.add_argument("--rest-to", metavar="ID", help="with --offer: the member who gets what the slip is worth more")
    redeem.set_defaults(run=_redeem, usage=redeem.format_usage)
    void = slips.add_parser("void", parents=[shared], help="make a slip void; its minutes go back")
    void.add_argument("code", metavar="CODE")
    void.add_argument("--why", required=True, metavar="W")
    void.add_argument("--paper", action="store_true", help="the paper is in hand")
    void.set_defaults(run=_void)


def _print(arguments: Namespace) -> Answer:
    from desktop.command.paper import write_slips  # noqa: PLC0415 - Qt is loaded only where paper is drawn

    member = _maybe_id(arguments.member)
    with opened(arguments) as parts:
        refuse_place(arguments.out, parts.store.folder)
        slips, draft = parts.services.slips, parts.services.sittings.new_draft()
        if member is not None:
            made = slips.print_for_member(member, arguments.count, arguments.minutes, draft_id=draft)
        else:
            made = slips.print_thanks(arguments.count, arguments.minutes, draft_id=draft)
        try:
            write_slips(made, arguments.out)
        except KnownProblem as problem:
            raise _taken_back(parts, made, problem) from problem
    rows = [{"token": slip.token, "code": slip.code, "minutes": slip.minutes} for slip in made]
    return Answer({"slips": rows, "file": str(arguments.out)})


def _taken_back(parts: Parts, made: Sequence[SlipPaper], problem: KnownProblem) -> KnownProblem:
    """A slip that is on no paper helps nobody: its minutes go back at once, and the problem says so."""
    try:
        with parts.store.together():
            for slip in made:
                parts.services.slips.void(slip.token or slip.code, _NOT_ON_PAPER)
    except KnownProblem:
        codes = ", ".join(slip.code for slip in made)
        return type(problem)(f"{problem} The slips are made: print them again in the app, or make them void: {codes}.")
    return type(problem)(f"{problem} The slips were made void at once: nothing was taken.")


def _check(arguments: Namespace) -> Answer:
    with opened(arguments, at_door=True) as parts:
        try:
            text = _one_text(arguments.slip, parts)
        except BadInput as problem:
            return _no_slip(problem)
        verdict = _check_of(parts)(text)
    return Answer(_verdict(verdict), DONE if verdict.is_good else KNOWN_PROBLEM)


def _redeem(arguments: Namespace) -> Answer | int:
    names_nobody = arguments.to_member is None and arguments.offer is None
    if names_nobody and not _is_door(arguments):
        return wrong_usage(_AT_A_CENTRE, arguments.usage(), as_json=arguments.json)
    member, rest_to = _maybe_id(arguments.to_member), _maybe_id(arguments.rest_to)
    if member is not None and rest_to is not None:
        raise BadInput("--rest-to goes with --offer: --to-member takes the whole slip.")
    with opened(arguments, at_door=True) as parts:
        services, is_door = parts.services, parts.store.read.door() is not None
        if is_door and not names_nobody:
            raise BadInput(_AT_A_DOOR)
        try:
            text, draft = _one_text(arguments.slip, parts), services.sittings.new_draft()
        except BadInput as problem:
            return _no_slip(problem)
        if is_door:
            done = services.door.take(text, draft)
        elif member is not None:
            done = services.slips.redeem_to_member(text, member, draft)
        else:
            done = services.slips.redeem_for_offer(text, fact_id(arguments.offer), draft, member=rest_to)
    return Answer(_redeemed(done), DONE if done.verdict.is_good else KNOWN_PROBLEM)


def _void(arguments: Namespace) -> Answer:
    with opened(arguments) as parts:
        changes = parts.services.slips.void(arguments.code, arguments.why, has_paper=arguments.paper)
    return Answer({"fact": changes.first.text, "voided": arguments.code})


def _is_door(arguments: Namespace) -> bool:
    try:
        with opened(arguments, at_door=True) as parts:
            return parts.store.read.door() is not None
    except NoCentreHere:
        return False


def _check_of(parts: Parts) -> Callable[[str], Verdict]:
    """What judges a slip here: a venue's door knows what is bound to its venue."""
    return parts.services.slips.check if parts.store.read.door() is None else parts.services.door.check


def _one_text(given: str, parts: Parts) -> str:
    texts = slip_texts(given, parts.services.slips.read_image)
    if len(texts) == 1:
        return texts[0]
    # A poster or a timetable in the same picture may carry a QR of its own.
    check = _check_of(parts)
    slips = [text for text in texts if check(text).outcome != Outcome.NOT_A_SLIP]
    if len(slips) > 1:
        raise NotAllowed(f"There are {len(slips)} slips in this picture. Please take one picture of each.")
    return (slips or texts)[0]


def _maybe_id(text: str | None) -> FactId | None:
    return None if text is None else fact_id(text)


def _no_slip(problem: BadInput) -> Answer:
    """A file in which no slip can be seen; the problem says what to try."""
    values = problem_answer(problem).values
    return Answer({"outcome": str(Outcome.NOT_A_SLIP), "minutes": 0, **values}, KNOWN_PROBLEM)


def _verdict(verdict: Verdict) -> dict[str, Any]:
    values: dict[str, Any] = {"outcome": str(verdict.outcome), "minutes": verdict.minutes}
    if verdict.when_ms:
        values["when"] = local_time(verdict.when_ms).isoformat(timespec="seconds")
    if verdict.place:
        values["place"] = verdict.place
    return values


def _redeemed(done: Redeemed) -> dict[str, Any]:
    values = _verdict(done.verdict)
    if done.fact is not None:
        values["fact"] = done.fact.text
    if done.after is not None:
        values |= amounts(done.after)
    return values
