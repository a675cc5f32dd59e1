"""Finding a picture by everyday words, or taking a photo from a file on this PC."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import QTimer, Signal

from desktop.services.pictures import BadPhoto, PictureFound, photo_from_file
from desktop.services.seen import Pic
from desktop.views.kit.fields import TextField
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts import staff_files
from desktop.views.parts.staff_lists import Column
from desktop.views.parts.staff_pictures import PictureChoice
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_PAUSE_MS: Final = 350
_MOST: Final = 48
_PEOPLE: Final = "person"
_WORDS: Final = "staff_picture_words"
_WRONG: Final = "staff_picture_wrong"


@dataclass(frozen=True, slots=True)
class StaffPictureState:
    """words: what was searched for. found: best first. wrong: why a photo could not be used."""

    words: str = ""
    found: tuple[PictureFound, ...] = ()
    wrong: str = ""


class StaffPicture(StaffPage):
    """Asks for a picture."""

    name: ClassVar[str] = "staff_picture"
    answers = ("wrong",)

    search = Signal(str)
    picked = Signal(object)  # its id
    photo_file = Signal(object)  # its path
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._field = TextField(texts("staff.picture_page.find"), look)
        self._field.changed.connect(self._typed)
        self._field.entered.connect(self._now)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._now)
        self._choice = PictureChoice(look)
        self._choice.picked.connect(self.picked)
        photo = StaffButton(texts("staff.picture_page.photo"), look)
        photo.clicked.connect(self._choose_file)
        back = StaffButton(texts("staff.go_back"), look)
        back.clicked.connect(self.go_back)
        self._found = StaffWords("", look)
        self._column = Column(look, [self._field, ButtonRow(look, [photo, back]), self._found, self._choice])
        self.set_body(self._column, scrolls=True)
        self._asked = ""

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffPictureState:
        """The pictures that fit the words; people, while there are none."""
        words = visit.chosen.get(_WORDS, "")
        found = services.pictures.search(words or _PEOPLE, limit=_MOST)
        return StaffPictureState(words, tuple(found), visit.chosen.pop(_WRONG, ""))

    @staticmethod
    def on_search(_services: Any, visit: Visit, words: str) -> None:
        """Look for other words."""
        visit.chosen[_WORDS] = words

    @staticmethod
    def on_picked(_services: Any, visit: Visit, picture: str) -> None:
        """Put it into the form it is for."""
        _hand_over(visit, Pic(picture))

    @staticmethod
    def on_photo_file(_services: Any, visit: Visit, path: Path) -> str | None:
        """Take a photo in: made small, and nothing in it but the picture."""
        try:
            photo = photo_from_file(path)
        except BadPhoto as problem:
            visit.chosen[_WRONG] = str(problem)
            return "wrong"
        _hand_over(visit, Pic("", photo))
        return None

    def fill(self, state: StaffPictureState) -> None:
        """Show what was found."""
        self.ask(self.texts("staff.picture_page.title"))
        if state.words != self._asked:  # somebody who goes on typing meanwhile keeps what they typed
            self._field.set_value(state.words)
        self._asked = state.words
        self._field.say(state.wrong)
        self._found.say(self.texts.count("staff.picture_page.found", len(state.found)))
        self._choice.show_pictures(state.found)
        self._column.again()

    def take_focus(self) -> None:
        """Stay in the field while somebody types."""
        self._field.focus()

    def _typed(self) -> None:
        self._pause.start()

    def _now(self) -> None:
        self._pause.stop()
        if self._field.value() != self._asked:
            self.search.emit(self._field.value())
            self._pause.start()  # asked again, should the press be lost while another is worked on

    def _choose_file(self) -> None:
        path = staff_files.choose_open(
            self, self.texts("staff.picture_page.photo"), self.texts("staff.picture_page.kinds")
        )
        if path is not None:
            self.photo_file.emit(path)


def _hand_over(visit: Visit, pic: Pic) -> None:
    form = visit.chosen["staff_picture"]
    visit.chosen[form] = visit.chosen[form].changed(pic=pic)
