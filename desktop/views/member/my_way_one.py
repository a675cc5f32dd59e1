"""One thing as I like it: a press, and it is so; Undo, and it is as it was."""

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.language_file import languages
from desktop.views.parts.liking import HEARD, LikeOption, can_put_back, choose, options, put_back
from desktop.views.texts import texts_in
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class MyWayOneState:
    """what: the thing. options: what there is. is_changed: one of them was chosen just now."""

    what: str
    options: tuple[LikeOption, ...]
    is_changed: bool = False


class MyWayOne(Screen):
    """A tile for each choice; the one that is so has a tick."""

    name: ClassVar[str] = "my_way_one"

    chosen = Signal(object)

    @staticmethod
    def read(_services: Any, visit: Visit) -> MyWayOneState:
        """What there is, and which it is now."""
        what: str = visit.chosen["like"]
        named = tuple((code, texts_in(code)("language.name")) for code in languages()) if what == "language" else ()
        return MyWayOneState(what, options(what, visit, named), can_put_back(visit))

    @staticmethod
    def on_chosen(_services: Any, visit: Visit, value: object) -> None:
        """Let it be so."""
        choose(visit, visit.chosen["like"], value)

    @staticmethod
    def on_undo(_services: Any, visit: Visit) -> None:
        """Let it be as it was."""
        put_back(visit)

    def fill(self, state: MyWayOneState) -> None:
        """Show the choices; what was chosen about speech is heard."""
        self.ask(self.texts(f"like.ask.{state.what}"))
        grid = TileGrid(self.look, self.texts)
        grid.pressed.connect(self.chosen)
        self.set_body(grid)
        grid.show_tiles([self._tile(option) for option in state.options])
        undo = self.item("undo") if state.is_changed else None
        self.set_bar(left=self.item("back"), centre=self.item("home"), right=undo)
        if state.is_changed and state.what in HEARD:
            self.said.emit(self.texts("like.so_it_sounds"))

    def sound(self, state: MyWayOneState) -> str:
        """What sounds are like, where they were turned on."""
        return "done" if state.is_changed and state.what == "sounds" else ""

    def _tile(self, option: LikeOption) -> Tile:
        label = option.label(self.texts)
        return Tile(option.value, label, option.art, badge="chosen" if option.is_now else None)
