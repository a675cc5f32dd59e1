"""First start: the activities that come with Goodhour, each to keep or to drop; the week is made of them."""

from typing import Any, ClassVar

from desktop.services import content_week
from desktop.views.parts.staff_keep import KeepPage, KeepState, dropped, kept
from desktop.views.visit import Visit


class KeepActivities(KeepPage):
    """Asks what there is to do here."""

    name: ClassVar[str] = "keep_activities"
    words_key: ClassVar[str] = "first.keep_activities"

    @staticmethod
    def read(_services: Any, visit: Visit) -> KeepState:
        """The activities on offer."""
        things = tuple((activity.label, activity.picture) for activity in content_week.activities())
        return KeepState(things, dropped(visit, KeepActivities.name))

    @staticmethod
    def on_toggle(_services: Any, visit: Visit, place: int) -> None:
        """Keep it or drop it."""
        KeepActivities.change(visit, place)

    @staticmethod
    def on_go_on(services: Any, visit: Visit) -> None:
        """Begin with what is kept; once only, whatever is pressed again."""
        services.activities.begin_with(kept(content_week.activities(), dropped(visit, KeepActivities.name)))
