"""What staff do with pictures that are there to choose from: favourites, and the skin of people."""

from typing import Any, Final

from PySide6.QtCore import Signal

from desktop.views.kit.staff import StaffPage
from desktop.views.visit import Visit

WORDS: Final = "staff_picture_words"
TONE: Final = "staff_picture_tone"
MARKING: Final = "staff_picture_marking"


class LikingPictures(StaffPage):
    """A page of pictures, with favourites and skin tones."""

    favourites = Signal()
    mark = Signal()
    like = Signal(object)  # an id
    tone = Signal(object)  # one of TONES

    @staticmethod
    def on_favourites(_services: Any, visit: Visit) -> None:
        """Show what the centre likes, by asking for nothing."""
        visit.chosen[WORDS] = ""

    @staticmethod
    def on_mark(_services: Any, visit: Visit) -> None:
        """Begin to change the favourites, or be done with it."""
        visit.chosen[MARKING] = not visit.chosen.get(MARKING)

    @staticmethod
    def on_like(services: Any, _visit: Visit, picture: str) -> None:
        """Like a picture, or no longer."""
        search = services.picture_search
        search.like(picture, is_so=picture not in {one.id for one in search.liked()})

    @staticmethod
    def on_tone(_services: Any, visit: Visit, tone: str) -> None:
        """Show people in a skin tone."""
        visit.chosen[TONE] = tone
