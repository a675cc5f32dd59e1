"""I helped, first question: what did you do? My last tasks first; something else is always in the same place."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.drafts import HelpedDraft
from desktop.services.seen import TaskSeen
from desktop.views.kit.art import Symbol, picture
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_ELSE: Final = "else"


@dataclass(frozen=True, slots=True)
class WhatHelpedState:
    """tasks: the member's own last ones first, then the others, always in the same order."""

    tasks: tuple[TaskSeen, ...]


class WhatHelped(Screen):
    """Asks which task it was."""

    name: ClassVar[str] = "what_helped"

    task = Signal(object)  # TaskSeen
    something_else = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        pinned = Tile(_ELSE, texts("helped.something_else"), Symbol("gh:question"))
        self._grid = TileGrid(look, texts, pinned=pinned)
        self._grid.pressed.connect(self._pressed)
        self.set_body(self._grid)

    @staticmethod
    def read(services: Any, visit: Visit) -> WhatHelpedState:
        """The tasks of the centre that have a name."""
        return WhatHelpedState(tuple(services.tasks.first(visit.sitting)))

    @staticmethod
    def on_task(services: Any, visit: Visit, task: TaskSeen) -> None:
        """Begin a contribution with this task."""
        visit.chosen["task"] = task
        visit.helped = HelpedDraft(services.sittings.new_draft(), task.id, 0)

    def fill(self, state: WhatHelpedState) -> None:
        """Show each task by its picture."""
        self.ask(self.texts("helped.what"))
        self._grid.show_tiles([Tile(task, task.label, picture(task.pic)) for task in state.tasks])

    def _pressed(self, value: object) -> None:
        if value == _ELSE:
            self.something_else.emit()
        else:
            self.task.emit(value)
