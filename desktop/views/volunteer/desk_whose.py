"""Whose credits slips, or what is left over of them, go into: the group, then the face, as at sign-in."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.seen import GroupSeen, PersonSeen
from desktop.views.kit.art import picture
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts.desk import WHAT, bought_of, credit, pay
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_GROUP: Final = "desk_group"


@dataclass(frozen=True, slots=True)
class DeskWhoseState:
    """groups: to choose from, empty once one is chosen, or where there is one alone. faces: of that group."""

    groups: tuple[GroupSeen, ...] = ()
    faces: tuple[PersonSeen, ...] = ()


class DeskWhose(Screen):
    """Asks whose."""

    name: ClassVar[str] = "desk_whose"
    answers = ("not_good",)

    group = Signal(object)  # its number
    face = Signal(object)  # PersonSeen

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self.allow_help(yes=False)
        self.set_bar(left=self.item("back"))

    @staticmethod
    def read(services: Any, visit: Visit) -> DeskWhoseState:
        """The groups, or the faces of the one that was chosen."""
        groups = tuple(services.people.groups())
        number = visit.chosen.pop(_GROUP, 0) or (groups[0].number if len(groups) == 1 else 0)
        return DeskWhoseState(faces=tuple(services.people.faces(number))) if number else DeskWhoseState(groups)

    @staticmethod
    def on_group(_services: Any, visit: Visit, number: int) -> None:
        """Go on to its faces."""
        visit.chosen[_GROUP] = number

    @staticmethod
    def on_face(services: Any, visit: Visit, person: PersonSeen) -> str | None:
        """Into the credits of this person."""
        if visit.chosen.get(WHAT) is None:
            answer = credit(services, visit, person.id)
        else:
            visit.chosen[WHAT] = bought_of(visit)._replace(rest_to=person.id)
            answer = pay(services, visit)
        return None if answer == "paid" else answer

    def fill(self, state: DeskWhoseState) -> None:
        """Show groups or faces."""
        self.ask(self.texts("desk.whose"))
        grid = TileGrid(self.look, self.texts, faces=not state.groups)
        self.set_body(grid)
        if state.groups:
            grid.pressed.connect(self.group)
            grid.show_tiles([Tile(one.number, one.label, picture(one.pic)) for one in state.groups])
        else:
            grid.pressed.connect(self.face)
            faces = state.faces
            grid.show_tiles([Tile(one, one.spoken_name, picture(one.pic), shown=one.shown_name) for one in faces])
