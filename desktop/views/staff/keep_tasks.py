"""First start: the tasks that come with Goodhour, each to keep or to drop."""

from typing import Any, ClassVar

from desktop.services import content
from desktop.views.parts.staff_keep import KeepPage, KeepState, dropped
from desktop.views.visit import Visit


class KeepTasks(KeepPage):
    """Asks which tasks people help with here."""

    name: ClassVar[str] = "keep_tasks"
    words_key: ClassVar[str] = "first.keep_tasks"

    @staticmethod
    def read(_services: Any, visit: Visit) -> KeepState:
        """The tasks on offer."""
        return KeepState(tuple((task.label, task.picture) for task in content.tasks()), dropped(visit, KeepTasks.name))

    @staticmethod
    def on_toggle(_services: Any, visit: Visit, place: int) -> None:
        """Keep it or drop it."""
        KeepTasks.change(visit, place)
