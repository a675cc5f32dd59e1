"""A pack on its way in: how far it was looked through, what comes in and what does not, and whose the pictures are."""

from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from PySide6.QtCore import QTimer, Signal

from desktop.problems import KnownProblem
from desktop.services.packs import PackAbout, PackLook, PackPicture
from desktop.views.kit.art import Photo
from desktop.views.kit.fields import TextField, TickField
from desktop.views.kit.rows import Row
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.staff_form import Answers, Filled, attempt
from desktop.views.parts.staff_form_page import FormPage
from desktop.views.parts.staff_lists import Column, Lines, note, warn
from desktop.views.visit import Visit

_FORM: Final = "staff_pack_form"
_LOOK: Final = "staff_pack"
_FILES_A_STEP: Final = 20
_SHOWN: Final = 8
_NAMED: Final = 12


@dataclass(frozen=True, slots=True)
class StaffPackState:
    """total, done: files to look at, and looked at. count: pictures that can come in. first: some of them.

    left_out: other files and why. filled: the form.
    """

    total: int
    done: int
    count: int = 0
    first: tuple[PackPicture, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    filled: Filled = field(default_factory=Filled)


class StaffPack(FormPage):
    """Looks through a pack bit by bit, then asks for licence and thanks. Everything comes in, or nothing does."""

    name: ClassVar[str] = "staff_pack"
    nav: ClassVar[str] = "to_settings"
    form: ClassVar[str] = _FORM
    answers: ClassVar[tuple[str, ...]] = ("wrong", "refused")

    look_on = Signal()

    _is_looking = False

    @staticmethod
    def read(_services: Any, visit: Visit) -> StaffPackState:
        """How far it is."""
        look: PackLook = visit.chosen[_LOOK]
        pictures = list(look.pictures.values())
        now = Filled({"name": look.title, "licence": "", "attribution": "", "may_use": False})
        filled = visit.chosen.pop(_FORM, None) or now
        left_out = tuple(look.left_out) if look.is_over else ()
        return StaffPackState(look.total, look.done, len(pictures), tuple(pictures[:_SHOWN]), left_out, filled)

    @staticmethod
    def on_look_on(_services: Any, visit: Visit) -> str | None:
        """Look at the next files; nothing is written."""
        look: PackLook = visit.chosen[_LOOK]
        try:
            look.go_on(_FILES_A_STEP)
        except KnownProblem as problem:
            warn(visit, problem)
            return "refused"
        return None

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Bring all of it in."""
        look: PackLook = visit.chosen[_LOOK]
        pictures = list(look.pictures.values())
        about = PackAbout(**answers)
        wrong = attempt(visit, _FORM, answers, lambda: services.packs.bring_in(about, pictures))
        if wrong is None:
            note(visit, "staff.packs.came_in", name=about.name, count=str(len(pictures)))
        return wrong

    def fill(self, state: StaffPackState) -> None:
        """Show how far it is, or what there is and the form."""
        texts = self.texts
        self.ask(texts("staff.pack.title"), self._told(state))
        if state.done < state.total:
            self._go()
            return
        self._is_looking = False
        if not state.count:
            self._show_nothing(state)
            return
        now = state.filled
        fields = {name: TextField(texts(f"staff.pack.{name}"), self.look, value=now[name]) for name in _TEXTS}
        fields["licence"].say(texts("staff.pack.licence_note"))
        fields["attribution"].say(texts("staff.pack.attribution_note"))
        tick = TickField(texts("staff.pack.may_use"), self.look, value=now["may_use"])
        rows: list[list[tuple[str, Any]]]
        rows = [
            [("name", fields["name"]), ("licence", fields["licence"])],
            [("attribution", fields["attribution"])],
            [("may_use", tick)],
        ]
        self._count = state.count
        self.show_form(rows, now, below=[*self._left_out(state), self._first(state)])

    def save_words(self) -> str:
        """How many come in."""
        return self.texts.count("staff.pack.bring_in", self._count)

    def _told(self, state: StaffPackState) -> str:
        if state.done < state.total:
            return self.texts("staff.pack.looking", done=state.done, total=state.total)
        return self.texts.count("staff.pack.can_come", state.count)

    def _go(self) -> None:
        """Go on looking; meanwhile there is Cancel alone, and it stays the same button."""
        if not self._is_looking:
            self._is_looking = True
            stop = StaffButton(self.texts("staff.cancel"), self.look, strong=True)
            stop.clicked.connect(self._stop)
            self.set_body(Column(self.look, [ButtonRow(self.look, [stop])]), scrolls=True)
            self._start = stop
            self._is_stopped = False
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        if self.isVisible():
            (self.cancel if self._is_stopped else self.look_on).emit()

    def _stop(self) -> None:
        self._is_stopped = True

    def _show_nothing(self, state: StaffPackState) -> None:
        back = StaffButton(self.texts("staff.go_back"), self.look, strong=True)
        back.clicked.connect(self.cancel)
        self._start = back
        self.set_body(Column(self.look, [ButtonRow(self.look, [back]), *self._left_out(state)]), scrolls=True)

    def _first(self, state: StaffPackState) -> Lines:
        lines = Lines(self.look)
        lines.show_rows([Row(one.id, one.name, one.words, Photo(one.dots)) for one in state.first])
        return lines

    def _left_out(self, state: StaffPackState) -> list[StaffWords]:
        if not state.left_out:
            return []
        heading = self.texts.count("staff.pack.left_out", len(state.left_out))
        named = [StaffWords(f"{name}: {why}", self.look) for name, why in state.left_out[:_NAMED]]
        return [StaffWords(heading, self.look, bold=True), *named]


_TEXTS: Final = ("name", "licence", "attribution")
