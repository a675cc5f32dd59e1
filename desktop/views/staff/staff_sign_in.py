"""How a member signs in: their face alone, or three secret pictures after it; and letting them in."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from PySide6.QtCore import Signal, SignalInstance

from desktop.views.kit.art import Symbol
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.secret import let_in
from desktop.views.parts.staff_lists import Column, Note, note, noted
from desktop.views.parts.staff_secret import begin_choosing
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class StaffSignInState:
    """name: whose. is_stopped: they pressed wrong pictures three times at this PC."""

    name: str
    has_pictures: bool
    is_stopped: bool = False
    note: Note = field(default_factory=Note)


class StaffSignIn(StaffPage):
    """Says how it is, and what can be done."""

    name: ClassVar[str] = "staff_sign_in"
    nav: ClassVar[str] = "to_people"
    answers = ("resumed",)

    choose = Signal()
    take_away = Signal()
    let_in = Signal()
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._column = Column(look)
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffSignInState:
        """How it is now."""
        member, pictures = visit.chosen["staff_member"], services.secret_pictures
        is_stopped = pictures.is_stopped(member)
        return StaffSignInState(services.people.member(member).name, pictures.has(member), is_stopped, noted(visit))

    @staticmethod
    def on_choose(_services: Any, visit: Visit) -> None:
        """The member chooses three pictures, here at the screen."""
        begin_choosing(visit)

    @staticmethod
    def on_take_away(services: Any, visit: Visit) -> None:
        """Let their face be enough."""
        services.secret_pictures.take_away(visit.chosen["staff_member"])
        note(visit, "staff.sign_in.taken_away")

    @staticmethod
    def on_let_in(services: Any, visit: Visit) -> str | None:
        """Sign them in: a worker knows who it is."""
        member = visit.chosen["staff_member"]
        services.secret_pictures.begin_anew(member)
        return let_in(services, visit, services.people.person(member))

    def fill(self, state: StaffSignInState) -> None:
        """Show it."""
        texts, look = self.texts, self.look
        how = texts("staff.sign_in.has" if state.has_pictures else "staff.sign_in.has_not")
        self.ask(texts("staff.sign_in.title", name=state.name), state.note.before(how, texts))
        stopped = [StaffWords(texts("staff.sign_in.stopped"), look, bold=True)] if state.is_stopped else []
        choose = texts("staff.sign_in.others" if state.has_pictures else "staff.sign_in.choose")
        buttons = [self._button(choose, self.choose, strong=not state.is_stopped)]
        if state.has_pictures:
            buttons.append(self._button(texts("staff.sign_in.take_away"), self.take_away))
        entry = self._button(texts("staff.sign_in.let_in"), self.let_in, strong=state.is_stopped, art=Symbol("gh:door"))
        back = self._button(texts("staff.go_back"), self.go_back)
        self._column.put(
            [
                ButtonRow(look, [back]),
                *stopped,
                StaffWords(texts("staff.sign_in.about"), look),
                ButtonRow(look, buttons),
                StaffWords(texts("staff.sign_in.about_letting_in"), look),
                ButtonRow(look, [entry]),
            ]
        )
        self._column.again()

    def _button(
        self, words: str, outcome: SignalInstance, *, strong: bool = False, art: Symbol | None = None
    ) -> StaffButton:
        button = StaffButton(words, self.look, art=art, strong=strong)
        button.clicked.connect(outcome)
        return button
