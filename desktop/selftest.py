"""What an installed Goodhour runs to check itself: every part once, for real, in a throw-away folder."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from desktop.bootstrap import Parts, practice_centre
from desktop.clock import standing_at
from desktop.services.closed_days import BANK_HOLIDAYS
from desktop.services.drafts import HelpedDraft
from desktop.views.looking import paint_home, read_back_slips

_log = logging.getLogger(__name__)


def run() -> dict[str, Any]:
    """Whether each part works: {"works": bool, "checks": {name: "ok" or what went wrong}}."""
    with tempfile.TemporaryDirectory(prefix="goodhour-self-test-") as folder:
        clock = standing_at(2026, 11, 24, 10, 20)
        parts = practice_centre(Path(folder) / "records", clock)
        try:
            checks = {name: _outcome(partial(check, parts)) for name, check in _CHECKS.items()}
        finally:
            parts.close()
        checks["screens"] = _outcome(partial(paint_home, Path(folder) / "screens", clock))
    return {"works": all(outcome == "ok" for outcome in checks.values()), "checks": checks}


def _outcome(check: Callable[[], None]) -> str:
    """A self-test is told everything that goes wrong, and goes on: the next part may be the one to know of."""
    try:
        check()
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is the answer; the log has it all
        _log.warning("self-test", exc_info=fault)
        return f"{type(fault).__name__}: {fault}"
    return "ok"


def _records(parts: Parts) -> None:
    """A contribution is written, found again, and everything verifies."""
    services = parts.services
    member = services.people.members()[0].id
    before = services.credits.of(member).available_minutes
    draft = HelpedDraft(services.sittings.new_draft(), services.tasks.all()[0].id, 30)
    services.contributions.record(draft, member)
    if services.credits.of(member).available_minutes != before + 30:
        raise AssertionError("a contribution did not count")
    if not (found := services.centre.verify()).ok:
        raise AssertionError("; ".join(found.problems))


def _slips(parts: Parts) -> None:
    """Slips are drawn on a sheet, and read back from it."""
    made = parts.services.slips.print_thanks(8, 60)
    if read_back_slips(made, parts.services.slips.read_image) != {slip.token for slip in made}:
        raise AssertionError("a printed slip cannot be read back")


def _pictures(parts: Parts) -> None:
    """The built-in pictures are here and are found by words."""
    if not parts.services.pictures.search("broom"):
        raise AssertionError("the pictures are not here")


def _camera(_parts: Parts) -> None:
    """The library that reaches the camera came along; whether a camera is there is the PC's business."""
    if find_spec("PySide6.QtMultimedia") is None:
        raise AssertionError("the multimedia library is not here")


def _week(parts: Parts) -> None:
    """The week is there, bank holidays are known, and other calendars can take it."""
    services, christmas = parts.services, date(2026, 12, 25)
    services.centre.set_rule(BANK_HOLIDAYS, 1)
    if services.week.closed(christmas) != "Christmas Day":
        raise AssertionError("bank holidays are not known")
    if not services.calendars.centre(date(2026, 11, 23)).count(b"BEGIN:VEVENT"):
        raise AssertionError("the week is in no calendar")


_CHECKS: Mapping[str, Callable[[Parts], None]] = {
    "records": _records,
    "pictures": _pictures,
    "camera": _camera,
    "slips": _slips,
    "week": _week,
}
