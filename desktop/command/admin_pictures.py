"""admin import-pictures, admin picture-packs: packs of pictures that the centre has the right to use."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import Any, Final

from desktop.command.answers import Answer
from desktop.command.arguments import a_path
from desktop.command.opened import opened
from desktop.command.reading import fact_id
from desktop.services.packs import PackAbout, PackLook, PackSeen

_FILES_A_STEP: Final = 200


def add(commands: Any, shared: Any) -> None:
    """Add the commands."""
    brought = commands.add_parser("import-pictures", parents=[shared], help="a pack of pictures: all of it, or nothing")
    brought.add_argument("path", type=a_path, metavar="ZIP|DIR")
    brought.add_argument("--name", help="what the pack is called; the file's name, unless said")
    brought.add_argument("--licence", required=True, help="such as CC BY-SA 4.0, or your licence's number")
    brought.add_argument("--attribution", required=True, help="who made the pictures, as their licence asks")
    brought.add_argument("--may-use", action="store_true", help="the centre has the right to use them")
    brought.set_defaults(run=_import)
    packs = commands.add_parser("picture-packs", parents=[shared], help="packs of pictures; one out, or back again")
    one = packs.add_mutually_exclusive_group()
    one.add_argument("--take-out", metavar="ID")
    one.add_argument("--put-back", metavar="ID")
    packs.set_defaults(run=_packs)


def _import(arguments: Namespace) -> Answer:
    from desktop.command.paper import draw_off_screen  # noqa: PLC0415  Qt, for this command alone
    from desktop.views.parts.pack_drawing import png_of  # noqa: PLC0415  the same

    _application = draw_off_screen()
    with opened(arguments) as parts:
        look = PackLook(arguments.path, png_of)
        while not look.is_over:
            look.go_on(_FILES_A_STEP)
            if not arguments.json:
                _tell(look)
        look.close()
        about = PackAbout(arguments.name or look.title, arguments.licence, arguments.attribution, arguments.may_use)
        changes = parts.services.packs.bring_in(about, list(look.pictures.values()))
    left_out = [{"file": name, "why": why} for name, why in look.left_out]
    return Answer({"pack": changes.first.text, "pictures": len(look.pictures), "left_out": left_out})


def _packs(arguments: Namespace) -> Answer:
    with opened(arguments) as parts:
        packs = parts.services.packs
        if arguments.take_out is not None:
            packs.take_out(fact_id(arguments.take_out))
        if arguments.put_back is not None:
            packs.put_back(fact_id(arguments.put_back))
        return Answer({"packs": [_row(pack) for pack in packs.all()]})


def _row(pack: PackSeen) -> dict[str, Any]:
    return {**pack._asdict(), "id": pack.id.text}


def _tell(look: PackLook) -> None:
    """Say how far it is: in a terminal over and over in one line."""
    ends = "\r" if sys.stderr.isatty() and not look.is_over else "\n"
    sys.stderr.write(f"{look.done} of {look.total} pictures are looked at.{ends}")
    sys.stderr.flush()
