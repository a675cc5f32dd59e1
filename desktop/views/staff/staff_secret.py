"""A member chooses three secret pictures, and presses them again, with a worker beside them."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from desktop.views.parts.secret import SecretScreen, pressed_now
from desktop.views.parts.staff_secret import go_back, has_differed, is_second_time, press_to_choose
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_ORDER: Final = ("choose_first", "choose_second", "choose_third")


@dataclass(frozen=True, slots=True)
class StaffSecretState:
    """pressed: how many of three. is_second: for the second time. has_differed: the second three were others."""

    pressed: int = 0
    is_second: bool = False
    has_differed: bool = False


class StaffSecret(SecretScreen):
    """The same page as at sign-in, so that it is learnt here."""

    name: ClassVar[str] = "staff_secret"

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self.set_bar(left=self.item("back"))
        self.allow_help(yes=False)

    @staticmethod
    def read(_services: Any, visit: Visit) -> StaffSecretState:
        """How far they are."""
        return StaffSecretState(pressed_now(visit), is_second_time(visit), has_differed(visit))

    @staticmethod
    def on_pressed(services: Any, visit: Visit, word: str) -> str | None:
        """Press one; the sixth keeps them."""
        return press_to_choose(services, visit, word)

    @staticmethod
    def on_back(_services: Any, visit: Visit) -> str | None:
        """Rub one out."""
        return go_back(visit)

    def fill(self, state: StaffSecretState) -> None:
        """Show the pictures."""
        key = "choose_again" if state.is_second else "differed" if state.has_differed else _ORDER[state.pressed]
        self.show_pictures(self.texts(f"secret.{key}"), state.pressed)
