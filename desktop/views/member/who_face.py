"""Sign in, second page: which face is mine? A person's place never moves."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.seen import PersonSeen
from desktop.views.kit.art import Symbol, picture
from desktop.views.kit.bar import BarItem
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.cards import CARD_ANSWERS, asks_further, looks_for_cards, show_card
from desktop.views.parts.secret import ask_for_pictures, let_in
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_MY_CARD: Final = "my card"


@dataclass(frozen=True, slots=True)
class WhoFaceState:
    """faces: in the order of their places, as each person agreed to be shown. can_try: there is a practice member.

    sees_cards: somebody here has a card. has_my_card: somebody of this group agreed to neither name nor picture.
    """

    faces: tuple[PersonSeen, ...]
    is_only_group: bool = False
    can_try: bool = True
    sees_cards: bool = False
    has_my_card: bool = False


class WhoFace(Screen):
    """Asks for the face; pressing it signs in, or asks for secret pictures or a card. A card alone signs in too."""

    name: ClassVar[str] = "who_face"
    answers = (*CARD_ANSWERS, "secret", "card")

    face = Signal(object)  # PersonSeen
    my_card = Signal()
    practice = Signal()
    staff = Signal()
    check_slip = Signal()
    scanned = Signal(str)

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._grid = TileGrid(look, texts, faces=True)
        self._grid.pressed.connect(self._pressed)
        self.set_body(self._grid)

    @staticmethod
    def read(services: Any, visit: Visit) -> WhoFaceState:
        """The faces of the group that was pressed."""
        faces = tuple(services.people.faces(visit.group))
        is_only_group = len(services.people.groups()) == 1
        return WhoFaceState(
            faces,
            is_only_group,
            visit.house is not None,
            looks_for_cards(services, visit),
            services.cards.stand_in(visit.group),
        )

    @staticmethod
    def on_face(services: Any, visit: Visit, person: PersonSeen) -> str | None:
        """Sign in; somebody who left in the middle goes on there. Who wants more than a face is asked for it first."""
        further = asks_further(services, person)
        if further is not None:
            ask_for_pictures(visit, person)
            return further
        return let_in(services, visit, person)

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """A card signs in without a press."""
        return show_card(services, visit, text)

    @staticmethod
    def on_practice(_services: Any, visit: Visit) -> None:
        """Sign in as the practice member: nothing of this visit counts."""
        visit.try_out()

    def fill(self, state: WhoFaceState) -> None:
        """Show each face in its place."""
        self.sees_cards = state.sees_cards
        self.ask(self.texts("who.face"))
        staff = BarItem(self.texts("who.staff"), Symbol("gh:staff-lock"), "staff")
        practice = BarItem(self.texts("who.practice"), Symbol("gh:practice"), "practice") if state.can_try else None
        check = BarItem(self.texts("who.check_slip"), Symbol("gh:slip"), "check_slip") if state.is_only_group else None
        self.set_bar(left=practice if state.is_only_group else self.item("back"), centre=staff, right=check)
        tiles = [Tile(face, face.spoken_name, picture(face.pic), shown=face.shown_name) for face in state.faces]
        if state.has_my_card:
            tiles.append(Tile(_MY_CARD, self.texts("who.my_card"), Symbol("gh:card")))
        self._grid.show_tiles(tiles)

    def _pressed(self, what: object) -> None:
        if what == _MY_CARD:
            self.my_card.emit()
        else:
            self.face.emit(what)
