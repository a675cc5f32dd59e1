"""admin slips print, check, redeem, void; what else there is for slips: `admin_register`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import Any, Final

from desktop.bootstrap import Parts
from desktop.command import admin_register
from desktop.command.answers import DONE, KNOWN_PROBLEM, Answer, wrong_usage
from desktop.command.arguments import a_number, a_path
from desktop.command.opened import language, opened
from desktop.command.reading import fact_id, refuse_place
from desktop.command.slip_shown import check_of, door_is_here, maybe_id, no_slip, one_text, redeemed, verdict_values
from desktop.problems import BadInput, KnownProblem
from desktop.services.papers import SlipPaper

_AT_A_DOOR: Final = "This is a venue's door: a slip is taken whole, for the venue. Leave --to-member and --offer out."
_AT_A_CENTRE: Final = "one of the arguments --to-member --offer is required"
_NOT_ON_PAPER: Final = "The PDF could not be written, so no paper came of it."


def add(commands: Any, shared: Any) -> None:
    """Add these commands."""
    slips = commands.add_parser(
        "slips", parents=[shared], help="print, check, hand in, void; the register of those that are out"
    ).add_subparsers(title="commands", metavar="COMMAND", required=True)
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
    add_redeem(slips.add_parser("redeem", parents=[shared], help="hand a slip in; at a venue's door, for the venue"))
    void = slips.add_parser("void", parents=[shared], help="make a slip void; its minutes go back")
    void.add_argument("code", metavar="CODE")
    void.add_argument("--why", required=True, metavar="W")
    void.add_argument("--paper", action="store_true", help="the paper is in hand")
    void.set_defaults(run=_void)
    admin_register.add(slips, shared)


def add_redeem(redeem: Any) -> None:
    """What a command takes that hands a slip in."""
    redeem.add_argument("slip", metavar="TEXT|IMAGE")
    where = redeem.add_mutually_exclusive_group()
    where.add_argument("--to-member", metavar="ID")
    where.add_argument("--offer", metavar="ID")
    redeem.add_argument("--rest-to", metavar="ID", help="with --offer: the member who gets what the slip is worth more")
    redeem.set_defaults(run=_redeem, usage=redeem.format_usage)


def _print(arguments: Namespace) -> Answer:
    from desktop.command.paper import write_slips  # noqa: PLC0415 - Qt is loaded only where paper is drawn

    member = maybe_id(arguments.member)
    with opened(arguments) as parts:
        refuse_place(arguments.out, parts.store.folder)
        slips, draft = parts.services.slips, parts.services.sittings.new_draft()
        if member is not None:
            made = slips.print_for_member(member, arguments.count, arguments.minutes, draft_id=draft)
        else:
            made = slips.print_thanks(arguments.count, arguments.minutes, draft_id=draft)
        try:
            write_slips(made, arguments.out, language(arguments))
        except KnownProblem as problem:
            raise _taken_back(parts, made, problem) from problem
    rows = [{"token": slip.token, "code": slip.code, "minutes": slip.minutes} for slip in made]
    return Answer({"slips": rows, "file": str(arguments.out)})


def _taken_back(parts: Parts, made: Sequence[SlipPaper], problem: KnownProblem) -> KnownProblem:
    """A slip that is on no paper helps nobody: its minutes go back at once, and the problem says so."""
    try:
        with parts.store.together():
            for slip in made:
                # At once, as with the paper in hand: what is on no paper nobody can hand in.
                parts.services.slips.void(slip.token or slip.code, _NOT_ON_PAPER, has_paper=True)
    except KnownProblem:
        codes = ", ".join(slip.code for slip in made)
        return type(problem)(f"{problem} The slips are made: print them again in the app, or make them void: {codes}.")
    return type(problem)(f"{problem} The slips were made void at once: nothing was taken.")


def _check(arguments: Namespace) -> Answer:
    with opened(arguments, at_door=True) as parts:
        try:
            text = one_text(arguments.slip, parts)
        except BadInput as problem:
            return no_slip(problem)
        verdict = check_of(parts)(text)
    return Answer(verdict_values(verdict), DONE if verdict.is_good else KNOWN_PROBLEM)


def _redeem(arguments: Namespace) -> Answer | int:
    names_nobody = arguments.to_member is None and arguments.offer is None
    if names_nobody and not door_is_here(arguments):
        return wrong_usage(_AT_A_CENTRE, arguments.usage(), as_json=arguments.json)
    member, rest_to = maybe_id(arguments.to_member), maybe_id(arguments.rest_to)
    if member is not None and rest_to is not None:
        raise BadInput("--rest-to goes with --offer: --to-member takes the whole slip.")
    with opened(arguments, at_door=True) as parts:
        services, is_door = parts.services, parts.store.read.door() is not None
        if is_door and not names_nobody:
            raise BadInput(_AT_A_DOOR)
        try:
            text, draft = one_text(arguments.slip, parts), services.sittings.new_draft()
        except BadInput as problem:
            return no_slip(problem)
        if is_door:
            done = services.door.take(text, draft)
        elif member is not None:
            done = services.slips.redeem_to_member(text, member, draft)
        else:
            done = services.slips.redeem_for_offer(text, fact_id(arguments.offer), draft, member=rest_to)
    return Answer(redeemed(done), DONE if done.verdict.is_good else KNOWN_PROBLEM)


def _void(arguments: Namespace) -> Answer:
    with opened(arguments) as parts:
        changes = parts.services.slips.void(arguments.code, arguments.why, has_paper=arguments.paper)
    return Answer({"fact": changes.first.text, "voided": arguments.code})
