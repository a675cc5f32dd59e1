"""What needs a person: one calm line for each thing, what to do, and Done; what was ticked off here can come back."""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.clock import local_day
from desktop.services.seen import NeedSeen
from desktop.views.kit.art import Symbol, picture
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.staff_lists import Column, Lines, Note, called, exact, noted, tell
from desktop.views.parts.ticked import TickedOff, put_back, tick_off, ticked_off
from desktop.views.parts.week_acts import look_at
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_ART: Final = {
    "clock": "om:1F570",
    "stuck_switch": "om:1F534",
    "no_purse": "om:1F5A5",
    "purse_gone": "om:1F5A5",
    "another_copy": "om:1F5A5",
    "newer": "gh:hourglass",
    "unreadable": "gh:nothing-saved",
    "not_taken": "gh:hourglass",
}
_SLIP: Final = "gh:used-slip"
_WEEK: Final = "om:1F4C5"
_SAID: Final = frozenset({"said_bad", "said_very_bad"})
_ON_REGISTER: Final = frozenset({"week_overbooked", "week_place_free", "week_off_paid"})


@dataclass(frozen=True, slots=True)
class StaffNeedsState:
    """needs: oldest first. ticked: off this list since staff came in, latest first."""

    needs: tuple[NeedSeen, ...] = ()
    ticked: tuple[TickedOff, ...] = ()
    note: Note = field(default_factory=Note)


class StaffNeeds(StaffPage):
    """Shows what the network found, and how this PC is."""

    name: ClassVar[str] = "staff_needs"
    nav: ClassVar[str] = "to_today"
    keeps_up: ClassVar[bool] = True

    done = Signal(object)  # NeedSeen
    undo_done = Signal(object)  # TickedOff
    tell_them = Signal(object)  # NeedSeen
    show_week = Signal(object)  # NeedSeen
    show_register = Signal(object)  # NeedSeen
    opinions = Signal()
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._rows, self._ticked = Lines(look), Lines(look)
        for rows in (self._rows, self._ticked):
            rows.acted.connect(lambda key, value: getattr(self, key).emit(value))
        self._seen_to = StaffWords("", look, bold=True)
        back, opinions = StaffButton(texts("staff.go_back"), look), StaffButton(texts("staff.said.title"), look)
        back.clicked.connect(self.go_back)
        opinions.clicked.connect(self.opinions)
        self._column = Column(look, [self._rows, self._seen_to, self._ticked, ButtonRow(look, [back, opinions])])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffNeedsState:
        """Everything that needs a person."""
        return StaffNeedsState(tuple(services.attention.all()), ticked_off(visit), noted(visit))

    @staticmethod
    def on_done(services: Any, visit: Visit, need: NeedSeen) -> None:
        """Tick it off; it can be put back while staff are here."""
        tell(visit, lambda: tick_off(visit, need, services.attention.done(need.about)), "staff.needs.is_done")

    @staticmethod
    def on_tell_them(_services: Any, visit: Visit, need: NeedSeen) -> None:
        """Write what the member is told."""
        visit.chosen["why"] = ("answer", need)

    @staticmethod
    def on_show_week(_services: Any, visit: Visit, need: NeedSeen) -> None:
        """Go to the session in its week."""
        look_at(visit, need.at[-1])

    @staticmethod
    def on_show_register(_services: Any, visit: Visit, need: NeedSeen) -> None:
        """Go to the session's register, where the order of asking stands."""
        look_at(visit, need.at[-1])

    @staticmethod
    def on_undo_done(services: Any, visit: Visit, ticked: TickedOff) -> None:
        """Put it back."""

        def again() -> None:
            services.attention.again(ticked.done)
            put_back(visit, ticked)

        tell(visit, again, "staff.needs.is_undone")

    def fill(self, state: StaffNeedsState) -> None:
        """Show a row for each."""
        line = self.texts.count("staff.needs.line", len(state.needs))
        self.ask(self.texts("staff.needs.title"), state.note.before(line, self.texts))
        self._rows.show_rows([self._row(need) for need in state.needs])
        self._seen_to.say(self.texts("staff.needs.seen_to") if state.ticked else "")
        self._ticked.show_rows([self._ticked_row(one) for one in state.ticked])
        self._column.again()

    def _row(self, need: NeedSeen) -> Row:
        key = "read" if need.what in _SAID else "done"
        done = Action("done", self.texts(f"staff.needs.{key}"), strong=True)
        if need.at:
            where = "show_register" if need.what in _ON_REGISTER else "show_week"
            return self._told(need, need, (Action(where, self.texts("staff.open"), strong=True),))
        if need.what in _SAID:
            tell_them = Action("tell_them", self.texts("staff.needs.tell_them"))
            return self._told(need, need, (done, tell_them))
        return self._told(need, need, () if need.about is None else (done,))

    def _ticked_row(self, one: TickedOff) -> Row:
        return self._told(one.need, one, (Action("undo_done", self.texts("staff.needs.undo")),))

    def _told(self, need: NeedSeen, value: object, actions: tuple[Action, ...]) -> Row:
        texts = self.texts
        title = texts(f"staff.needs.{need.what}")
        if need.code:
            title = f"{title} ({need.code})"
        detail = texts(
            f"staff.needs.{need.what}_detail",
            length=exact(need.minutes, texts),
            day=texts.day(local_day(need.at_ms)) if need.at_ms else "",
            name=called(need.person, texts),
            what=texts.listed(need.sessions),
            when=_when(need, texts),
            who=need.who,
            names=texts.listed([person.spoken_name for person in need.people]),
        )
        usual = _WEEK if need.sessions else _SLIP
        art = picture(need.person.pic) if need.person is not None else Symbol(_ART.get(need.what, usual))
        return Row(value, title, detail, art, actions)


def _when(need: NeedSeen, texts: Texts) -> str:
    if need.day is None:
        return ""
    day = texts.day(need.day)
    return f"{day}, {texts.time(*divmod(need.start_minute, 60))}" if need.start_minute >= 0 else day
