"""First start: the offers that come with Goodhour, each to keep or to drop; tasks and offers are written then."""

from typing import Any, ClassVar

from desktop.services import content
from desktop.views.parts.staff_keep import KeepPage, KeepState, dropped, kept
from desktop.views.visit import Visit


class KeepOffers(KeepPage):
    """Asks what credits can be spent on here."""

    name: ClassVar[str] = "keep_offers"
    words_key: ClassVar[str] = "first.keep_offers"

    @staticmethod
    def read(_services: Any, visit: Visit) -> KeepState:
        """The offers on offer."""
        return KeepState(
            tuple((offer.label, offer.picture) for offer in content.offers()), dropped(visit, KeepOffers.name)
        )

    @staticmethod
    def on_toggle(_services: Any, visit: Visit, place: int) -> None:
        """Keep it or drop it."""
        KeepOffers.change(visit, place)

    @staticmethod
    def on_go_on(services: Any, visit: Visit) -> None:
        """Begin with what is kept; once only, whatever is pressed again."""
        tasks = kept(content.tasks(), dropped(visit, "keep_tasks"))
        services.centre.begin_with(tasks, kept(content.offers(), dropped(visit, KeepOffers.name)))
