"""Joining a network: what is typed for it, and how the line to the network is just now."""

from dataclasses import dataclass
from typing import Any, Final

from desktop.views.kit.fields import TextField
from desktop.views.parts.staff_form import Answers, Filled, refused
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_WHOLE: Final = 100


@dataclass(frozen=True, slots=True)
class LineSeen:
    """what: "joining", "sending", or "" while nothing is under way. percent: how much of it is sent.

    wrong: why the last try went no further, in plain words, "" if it did.
    """

    what: str = ""
    percent: int = 0
    wrong: str = ""

    def words(self, texts: Texts) -> str:
        """What is under way."""
        if self.what == "sending" and self.percent:
            return texts("staff.network.sending", percent=self.percent)
        return texts("staff.network.joining" if self.what == "joining" else "staff.network.sending_now")


def line_of(visit: Visit) -> LineSeen:
    """How the line is; nothing is under way where there is none, as in a practice centre."""
    line = visit.house.line if visit.house is not None else None
    if line is None:
        return LineSeen()
    now = line.now
    percent = min(_WHOLE, _WHOLE * now.done // now.of) if now.of else 0
    return LineSeen(now.what, percent, "" if now.problem is None else str(now.problem))


def fields(look: Look, texts: Texts, filled: Filled) -> list[list[tuple[str, Any]]]:
    """The address and the code."""
    address = TextField(texts("staff.network.address"), look, value=filled["address"])
    address.say(texts("staff.network.address_note"))
    code = TextField(texts("staff.network.code"), look, value=filled["code"])
    code.say(texts("staff.network.code_note"))
    return [[("address", address)], [("code", code)]]


def empty() -> Filled:
    """Nothing typed yet."""
    return Filled({"address": "", "code": ""})


def trouble(visit: Visit, form: str, answers: Answers) -> str | None:
    """Keep what was typed; the outcome that says what is missing, None if the network may be asked."""
    from ledger.wire.joining import Code, NotACode  # noqa: PLC0415  once in the life of a PC

    visit.chosen[form] = Filled(answers)
    if not answers["address"]:
        return refused(visit, form, answers, where="address", words="staff.network.address_missing")
    try:
        Code.from_text(answers["code"])
    except NotACode:
        return refused(visit, form, answers, where="code", words="staff.network.code_wrong")
    return None
