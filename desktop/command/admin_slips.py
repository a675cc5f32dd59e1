"""admin slips print, check, redeem, void."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from desktop.clock import local_time
from desktop.command.admin_credits import amounts
from desktop.command.answers import DONE, KNOWN_PROBLEM, Answer
from desktop.command.opened import opened
from desktop.command.reading import fact_id, slip_texts
from desktop.problems import BadInput
from desktop.services.all import Services
from desktop.services.slips import Redeemed
from desktop.services.verdicts import Verdict


def add(commands: Any, shared: Any) -> None:
    """Add these commands."""
    slips = commands.add_parser("slips", help="print, check, hand in, void").add_subparsers(
        title="commands", metavar="COMMAND", required=True
    )
    new = slips.add_parser("print", parents=[shared], help="print slips to a PDF")
    whose = new.add_mutually_exclusive_group(required=True)
    whose.add_argument("--member", metavar="ID", help="from this member's credits")
    whose.add_argument("--thanks", action="store_true", help="thank-you slips, which make new credits")
    new.add_argument("--count", required=True, type=int, metavar="N")
    new.add_argument("--minutes", required=True, type=int, metavar="N", help="of each slip: whole credits")
    new.add_argument("--out", required=True, type=Path, metavar="F.pdf")
    new.set_defaults(run=_print)
    check = slips.add_parser("check", parents=[shared], help="what a slip is worth here; changes nothing")
    check.add_argument("slip", metavar="TEXT|IMAGE")
    check.set_defaults(run=_check)
    redeem = slips.add_parser("redeem", parents=[shared], help="hand a slip in")
    redeem.add_argument("slip", metavar="TEXT|IMAGE")
    where = redeem.add_mutually_exclusive_group(required=True)
    where.add_argument("--to-member", metavar="ID")
    where.add_argument("--offer", metavar="ID")
    redeem.set_defaults(run=_redeem)
    void = slips.add_parser("void", parents=[shared], help="make a slip void; its minutes go back")
    void.add_argument("code", metavar="CODE")
    void.add_argument("--why", required=True, metavar="W")
    void.add_argument("--paper", action="store_true", help="the paper is in hand")
    void.set_defaults(run=_void)


def _print(arguments: Namespace) -> Answer:
    from desktop.command.paper import write_slips  # noqa: PLC0415 - Qt is loaded only where paper is drawn

    member = fact_id(arguments.member) if arguments.member else None
    _refuse_no_folder(arguments.out)
    with opened(arguments) as parts:
        slips, draft = parts.services.slips, parts.services.sittings.new_draft()
        if member is not None:
            made = slips.print_for_member(member, arguments.count, arguments.minutes, draft_id=draft)
        else:
            made = slips.print_thanks(arguments.count, arguments.minutes, draft_id=draft)
        write_slips(made, arguments.out)
    rows = [{"token": slip.token, "code": slip.code, "minutes": slip.minutes} for slip in made]
    return Answer({"slips": rows, "file": str(arguments.out)})


def _refuse_no_folder(path: Path) -> None:
    """Before anything is printed: a slip that is on no paper helps nobody."""
    if not path.absolute().parent.is_dir() or path.is_dir():
        raise BadInput(f"There is no folder for {path}. Name a PDF file in a folder that is there.")


def _check(arguments: Namespace) -> Answer:
    with opened(arguments) as parts:
        verdict = parts.services.slips.check(_one_text(arguments.slip, parts.services))
    return Answer(_verdict(verdict), DONE if verdict.is_good else KNOWN_PROBLEM)


def _redeem(arguments: Namespace) -> Answer:
    target = fact_id(arguments.to_member or arguments.offer)
    with opened(arguments) as parts:
        services = parts.services
        text, draft = _one_text(arguments.slip, services), services.sittings.new_draft()
        if arguments.to_member:
            done = services.slips.redeem_to_member(text, target, draft)
        else:
            done = services.slips.redeem_for_offer(text, target, draft)
    return Answer(_redeemed(done), DONE if done.verdict.is_good else KNOWN_PROBLEM)


def _void(arguments: Namespace) -> Answer:
    with opened(arguments) as parts:
        changes = parts.services.slips.void(arguments.code, arguments.why, has_paper=arguments.paper)
    return Answer({"fact": changes.first.text, "voided": arguments.code})


def _one_text(given: str, services: Services) -> str:
    texts = slip_texts(given, services.slips.read_image)
    if len(texts) > 1:
        raise BadInput(f"There are {len(texts)} slips in this picture. Please take one picture of each.")
    return texts[0]


def _verdict(verdict: Verdict) -> dict[str, Any]:
    values: dict[str, Any] = {"outcome": str(verdict.outcome), "minutes": verdict.minutes}
    if verdict.when_ms:
        values["when"] = local_time(verdict.when_ms).isoformat(timespec="seconds")
    if verdict.place:
        values["place"] = verdict.place
    return values


def _redeemed(done: Redeemed) -> dict[str, Any]:
    values = _verdict(done.verdict)
    if done.changes is not None:
        values["fact"] = done.changes.first.text
    if done.after is not None:
        values |= amounts(done.after)
    return values
