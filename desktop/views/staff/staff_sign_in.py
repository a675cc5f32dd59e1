"""How a member signs in: their face alone, three secret pictures after it, or a card; and letting them in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.art import Symbol
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.secret import let_in
from desktop.views.parts.staff_lists import Column, Note, note, noted
from desktop.views.parts.staff_secret import begin_choosing, keep_card
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class StaffSignInState:
    """name: whose. is_stopped: they pressed wrong pictures three times at this PC.

    needs_card: their face is not enough without the card they have.
    """

    name: str
    has_pictures: bool
    is_stopped: bool = False
    has_card: bool = False
    needs_card: bool = False
    note: Note = field(default_factory=Note)


class StaffSignIn(StaffPage):
    """Says how it is, and what can be done."""

    name: ClassVar[str] = "staff_sign_in"
    nav: ClassVar[str] = "to_people"
    answers = ("resumed",)

    choose = Signal()
    take_away = Signal()
    make_card = Signal()
    stop_card = Signal()
    need_card = Signal(bool)
    let_in = Signal()
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._column = Column(look)
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffSignInState:
        """How it is now."""
        member, pictures, cards = visit.chosen["staff_member"], services.secret_pictures, services.cards
        return StaffSignInState(
            services.people.member(member).name,
            pictures.has(member),
            pictures.is_stopped(member),
            cards.has(member),
            cards.is_needed(member),
            noted(visit),
        )

    @staticmethod
    def on_choose(services: Any, visit: Visit) -> None:
        """The member chooses three pictures, here at the screen."""
        begin_choosing(services, visit)

    @staticmethod
    def on_take_away(services: Any, visit: Visit) -> None:
        """Let their face be enough."""
        services.secret_pictures.take_away(visit.chosen["staff_member"])
        note(visit, "staff.sign_in.taken_away")

    @staticmethod
    def on_make_card(services: Any, visit: Visit) -> None:
        """A new card; the one before lets nobody in any more."""
        keep_card(visit, services.cards.make(visit.chosen["staff_member"]))

    @staticmethod
    def on_stop_card(services: Any, visit: Visit) -> None:
        """Let their card let nobody in."""
        services.cards.stop(visit.chosen["staff_member"])
        note(visit, "staff.sign_in.card_stopped")

    @staticmethod
    def on_need_card(services: Any, visit: Visit, is_needed: bool) -> None:  # noqa: FBT001 - what came with the press
        """Let their face be not enough without the card, or enough again."""
        services.cards.ask_for(visit.chosen["staff_member"], is_needed=is_needed)

    @staticmethod
    def on_let_in(services: Any, visit: Visit) -> str | None:
        """Sign them in: a worker knows who it is."""
        member = visit.chosen["staff_member"]
        services.secret_pictures.begin_anew(member)
        return let_in(services, visit, services.people.person(member))

    def fill(self, state: StaffSignInState) -> None:
        """Show it."""
        texts, look = self.texts, self.look
        self.ask(texts("staff.sign_in.title", name=state.name), state.note.before(texts(_how(state)), texts))
        stopped = [StaffWords(texts("staff.sign_in.stopped"), look, bold=True)] if state.is_stopped else []
        self._column.put(
            [
                ButtonRow(look, [self._button("staff.go_back", self.go_back.emit)]),
                *stopped,
                StaffWords(texts("staff.sign_in.about"), look),
                ButtonRow(look, self._of_pictures(state)),
                StaffWords(texts("staff.sign_in.about_card"), look),
                ButtonRow(look, self._of_card(state)),
                StaffWords(texts("staff.sign_in.about_letting_in"), look),
                ButtonRow(look, [self._entry(state)]),
            ]
        )
        self._column.again()

    def _of_pictures(self, state: StaffSignInState) -> list[StaffButton]:
        choose = "staff.sign_in.others" if state.has_pictures else "staff.sign_in.choose"
        buttons = [self._button(choose, self.choose.emit)]
        if state.has_pictures:
            buttons.append(self._button("staff.sign_in.take_away", self.take_away.emit))
        return buttons

    def _of_card(self, state: StaffSignInState) -> list[StaffButton]:
        make = "staff.sign_in.another_card" if state.has_card else "staff.sign_in.make_card"
        buttons = [self._button(make, self.make_card.emit, art=Symbol("gh:card"))]
        if state.has_card and not state.has_pictures:  # with pictures a face is not enough anyway
            ask = "staff.sign_in.need_no_card" if state.needs_card else "staff.sign_in.need_card"
            buttons.append(self._button(ask, lambda: self.need_card.emit(not state.needs_card)))
        if state.has_card:
            buttons.append(self._button("staff.sign_in.stop_card", self.stop_card.emit))
        return buttons

    def _entry(self, state: StaffSignInState) -> StaffButton:
        return self._button("staff.sign_in.let_in", self.let_in.emit, strong=state.is_stopped, art=Symbol("gh:door"))

    def _button(
        self, words: str, then: Callable[[], object], *, strong: bool = False, art: Symbol | None = None
    ) -> StaffButton:
        button = StaffButton(self.texts(words), self.look, art=art, strong=strong)
        button.clicked.connect(lambda _=False: then())
        return button


def _how(state: StaffSignInState) -> str:
    """The words that say how they sign in now."""
    if state.has_pictures:
        return "staff.sign_in.has_both" if state.has_card else "staff.sign_in.has"
    if state.has_card:
        return "staff.sign_in.has_card_needed" if state.needs_card else "staff.sign_in.has_card"
    return "staff.sign_in.has_not"
