"""My three pictures: who likes presses them after their face, and when they come back to a hidden screen."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services import standins
from desktop.services.secret_pictures import Tried
from desktop.views.kit.art import Symbol
from desktop.views.kit.panel import Panel
from desktop.views.parts.cards import CARD_ANSWERS, fill_with_worker, looks_for_cards, show_card
from desktop.views.parts.secret import SecretScreen, back_to_faces, let_in, press_one, pressed_now, rub_out
from desktop.views.visit import Instead, Visit

_AGAIN: Final = "secret_again"
_ORDER: Final = ("first", "second", "third")


@dataclass(frozen=True, slots=True)
class SecretPicturesState:
    """pressed: how many of three. is_again: those pressed before were others. may_try: else a worker is to come.

    sees_cards: a card does as well.
    """

    pressed: int = 0
    is_again: bool = False
    may_try: bool = True
    sees_cards: bool = False


class SecretPictures(SecretScreen):
    """Asks for the three pictures; the third signs in."""

    name: ClassVar[str] = "secret_pictures"
    answers = (*SecretScreen.answers, *CARD_ANSWERS, "again", "ask_worker", "is_in", "to_groups")

    worker = Signal()
    staff = Signal()
    scanned = Signal(str)

    @staticmethod
    def read(services: Any, visit: Visit) -> SecretPicturesState | Instead:
        """How many are pressed. Who is in already, and went back to here, goes on."""
        person = visit.signing_in
        if person is None:
            return Instead("to_groups" if visit.person is None else "is_in")
        pressed = pressed_now(visit)
        is_again = bool(visit.chosen.pop(_AGAIN, False)) and not pressed
        may_try = services.secret_pictures.may_try(person.id)
        return SecretPicturesState(pressed, is_again, may_try, looks_for_cards(services, visit))

    @staticmethod
    def on_pressed(services: Any, visit: Visit, word: str) -> str | None:
        """Press one; the third signs in, if all are right."""
        person = visit.signing_in
        three = press_one(visit, word)
        if person is None or three is None:
            return "more"
        tried = services.secret_pictures.try_three(person.id, three)
        if tried is Tried.RIGHT:
            return let_in(services, visit, person)
        visit.chosen[_AGAIN] = True
        return "again" if tried is Tried.WRONG else "ask_worker"

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """A card lets in without pictures."""
        return show_card(services, visit, text)

    @staticmethod
    def on_back(_services: Any, visit: Visit) -> str | None:
        """Rub the last one out; with none, go back to the faces, or to the groups if nobody pressed one."""
        if rub_out(visit):
            return "rubbed_out"
        return back_to_faces(visit)

    def fill(self, state: SecretPicturesState) -> None:
        """Show the pictures; who was wrong three times is helped by a worker."""
        self.sees_cards = state.sees_cards
        if not state.may_try:
            self._fill_for_worker()
            return
        self.set_bar(left=self.item("back"))
        key = "again" if state.is_again else _ORDER[state.pressed]
        self.show_pictures(self.texts(f"secret.{key}"), state.pressed)

    def _fill_for_worker(self) -> None:
        self.ask(self.texts("secret.ask_worker"))
        fill_with_worker(self, Panel(self.look, Symbol(standins.WORKER), self.texts("secret.worker_helps")))
