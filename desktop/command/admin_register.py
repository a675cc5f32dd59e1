"""admin slips list, reprint, void-sheet."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from desktop.clock import local_time
from desktop.command.answers import Answer
from desktop.command.arguments import a_path
from desktop.command.opened import language, opened
from desktop.command.reading import refuse_place, write_file
from desktop.services.seen import SlipOut
from desktop.services.slip_register import Heap, RegisterSeen, SheetSeen


def add(slips: Any, shared: Any) -> None:
    """Add these commands to those of slips."""
    listed = slips.add_parser("list", parents=[shared], help="slips that are out, by age, value and sheet")
    listed.add_argument("--out", type=a_path, metavar="F.csv", help="write them as a list for a spreadsheet too")
    listed.set_defaults(run=_list)
    again = slips.add_parser("reprint", parents=[shared], help="the same slip on paper once more, marked as such")
    again.add_argument("code", metavar="CODE")
    again.add_argument("--out", required=True, type=a_path, metavar="F.pdf")
    again.set_defaults(run=_reprint)
    void = slips.add_parser("void-sheet", parents=[shared], help="make every slip of a lost sheet void at once")
    void.add_argument("sheet", metavar="SHEET|CODE", help="its id, or the code of any slip on it")
    void.add_argument("--why", required=True, metavar="W")
    void.add_argument("--paper", action="store_true", help="the paper is in hand")
    void.set_defaults(run=_void_sheet)


def _list(arguments: Namespace) -> Answer:
    with opened(arguments) as parts:
        register = parts.services.slip_register
        seen, sheets = register.seen(), register.sheets()
        if arguments.out is not None:
            refuse_place(arguments.out, parts.store.folder)
            write_file(arguments.out, register.csv())
    values = {
        "slips": [_slip(slip) for slip in seen.slips],
        "sheets": [_sheet(sheet) for sheet in sheets],
        "by_value": [_heap("minutes_each", heap) for heap in seen.by_value],
        "by_age": [_heap("most_days", heap) for heap in seen.by_age],
        "minutes": seen.minutes,
        "void_waiting": seen.waiting,
    }
    if arguments.out is not None:
        values["file"] = str(arguments.out)
    return Answer(values, lines=tuple(_lines(seen, sheets)))


def _reprint(arguments: Namespace) -> Answer:
    from desktop.command.paper import write_slips  # noqa: PLC0415 - Qt is loaded only where paper is drawn

    with opened(arguments) as parts:
        refuse_place(arguments.out, parts.store.folder)
        paper = parts.services.slips.reprint(arguments.code)
        write_slips([paper], arguments.out, language(arguments))
    return Answer({"code": paper.code, "token": paper.token, "minutes": paper.minutes, "file": str(arguments.out)})


def _void_sheet(arguments: Namespace) -> Answer:
    with opened(arguments) as parts:
        sheet = parts.services.slip_register.sheet_of(arguments.sheet)
        done = parts.services.slip_register.void_sheet(sheet.id, arguments.why, has_paper=arguments.paper)
    return Answer(
        {"sheet": sheet.id.text, "voided": done.slips, "minutes": done.minutes, "waiting": done.waiting_minutes}
    )


def _slip(slip: SlipOut) -> dict[str, Any]:
    return {
        "code": slip.code,
        "minutes": slip.minutes,
        "printed": slip.issued.isoformat(),
        "days": slip.days,
        "member": "" if slip.member is None else slip.member.id.text,
        "given_to": "" if slip.handed_to is None else slip.handed_to.id.text,
        "place": slip.place,
        "sheet": "" if slip.sheet is None else slip.sheet.text,
        "printed_again": slip.reprints,
        "is_given_out": slip.is_handed_out,
        "is_void_waiting": slip.is_void_waiting,
        "can_reprint": slip.can_reprint,
    }


def _sheet(sheet: SheetSeen) -> dict[str, Any]:
    return {
        "id": sheet.id.text,
        "printed": local_time(sheet.printed_ms).isoformat(timespec="seconds"),
        "slips": len(sheet.slips),
        "minutes": sheet.minutes,
    }


def _heap(key: str, heap: Heap) -> dict[str, int]:
    return {key: heap.key, "slips": heap.slips, "minutes": heap.minutes}


def _lines(seen: RegisterSeen, sheets: list[SheetSeen]) -> Iterable[str]:
    for slip in seen.slips:
        whose = "a thank-you slip" if slip.member is None else f"from {slip.member.spoken_name}'s credits"
        waits = ", its void waits" if slip.is_void_waiting else ""
        yield f"{slip.code}  {slip.minutes} minutes  {slip.days} days old, {whose}{waits}"
    for sheet in sheets:
        printed = local_time(sheet.printed_ms).isoformat(" ", timespec="minutes")
        yield f"Sheet {sheet.id.text}, printed {printed}: {len(sheet.slips)} slips out, {sheet.minutes} minutes"
    yield f"{len(seen.slips)} slips are out, good for {seen.minutes} minutes."
