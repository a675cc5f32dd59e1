"""admin new, verify, rebuild, sheet, backup, restore."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from desktop.bootstrap import new_centre
from desktop.clock import WallClock
from desktop.command.answers import KNOWN_PROBLEM, Answer
from desktop.command.arguments import a_path
from desktop.command.opened import folder, language, opened
from desktop.command.reading import pin, refuse_place
from desktop.store.backup import backup
from desktop.store.restoring import restore


def add(commands: Any, shared: Any) -> None:
    """Add these commands."""
    new = commands.add_parser("new", parents=[shared], help="begin a centre, empty")
    new.add_argument("--name", required=True, help="the centre's name")
    new.add_argument("--staff-pin", metavar="P", help="4 to 12 digits; else from GOODHOUR_PIN")
    new.add_argument("--practice", action="store_true", help="a practice centre: it is never enrolled")
    new.set_defaults(run=_new)
    for name, run, words in (
        ("verify", _verify, "check chain, book and what screens read"),
        ("rebuild", _rebuild, "make what screens read anew from the facts"),
    ):
        commands.add_parser(name, parents=[shared], help=words).set_defaults(run=run)
    sheet = commands.add_parser("sheet", parents=[shared], help="the recovery sheet")
    sheet.add_argument("--out", type=a_path, required=True, metavar="F.pdf")
    sheet.set_defaults(run=_sheet)
    away = commands.add_parser("backup", parents=[shared], help="write everything to one file")
    away.add_argument("file", type=a_path, metavar="FILE")
    away.set_defaults(run=_backup)
    back = commands.add_parser("restore", parents=[shared], help="put a backup back, on a bare PC too")
    back.add_argument("file", type=a_path, metavar="FILE")
    back.add_argument("--sheet", required=True, nargs="+", metavar="WORDS", help="the recovery sheet's twelve words")
    back.set_defaults(run=_restore)


def _new(arguments: Namespace) -> Answer:
    parts = new_centre(
        folder(arguments),
        WallClock(),
        name=arguments.name,
        staff_pin=pin(arguments.staff_pin),
        is_practice=arguments.practice,
    )
    values: dict[str, Any] = {"centre": parts.services.centre.name, "words": list(parts.words)}
    parts.close()
    if parts.passphrase:
        values["passphrase"] = parts.passphrase
    return Answer(values)


def _verify(arguments: Namespace) -> Answer:
    with opened(arguments, at_door=True) as parts:
        found = parts.services.centre.verify()
    values = {"verified": found.ok, "facts": found.facts, "problems": found.problems}
    if found.ok:
        return Answer(values)
    message = f"The records do not agree with themselves in {len(found.problems)} places. Keep a copy of the folder."
    return Answer({"problem": "not_verified", "message": message, **values}, KNOWN_PROBLEM)


def _rebuild(arguments: Namespace) -> Answer:
    with opened(arguments, at_door=True) as parts:
        return Answer({"facts": parts.services.centre.rebuild()})


def _sheet(arguments: Namespace) -> Answer:
    from desktop.command.paper import write_recovery_sheet  # noqa: PLC0415 - Qt is loaded only where paper is drawn

    with opened(arguments, at_door=True) as parts:
        refuse_place(arguments.out, parts.store.folder)
        write_recovery_sheet(parts.services.centre.recovery_paper(), arguments.out, language(arguments))
    return Answer({"file": str(arguments.out)})


def _backup(arguments: Namespace) -> Answer:
    with opened(arguments, at_door=True) as parts:
        backup(parts.store, arguments.file)
    return Answer({"file": str(arguments.file)})


def _restore(arguments: Namespace) -> Answer:
    restored = restore(arguments.file, folder(arguments), " ".join(arguments.sheet), clock=WallClock())
    values: dict[str, Any] = {"restored": True, "redemptions_carried_over": restored.carried}
    if restored.passphrase:
        values["passphrase"] = restored.passphrase
    if restored.set_aside is not None:
        values["set_aside"] = str(restored.set_aside)
    return Answer(values)
