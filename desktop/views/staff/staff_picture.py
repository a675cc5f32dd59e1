"""Finding a picture by everyday words, or taking a photo from a file on this PC."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import QTimer, Signal

from desktop.services.picture_search import TONES
from desktop.services.pictures import PictureFound
from desktop.views.kit.fields import ChoiceField, TextField
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts import staff_files
from desktop.views.parts.staff_form import Filled
from desktop.views.parts.staff_liking import MARKING, TONE, WORDS
from desktop.views.parts.staff_lists import Column
from desktop.views.parts.staff_pictures import PictureChoice
from desktop.views.parts.staff_shaping import (
    CAMERA,
    WRONG,
    CameraPanel,
    PhotoPanel,
    ShapingPhotos,
    hand_over,
    sees_camera,
    shaped_now,
)
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

_PAUSE_MS: Final = 350
_MOST: Final = 48
_PEOPLE: Final = "person"
_LAST: Final = 12


@dataclass(frozen=True, slots=True)
class StaffPictureState:
    """words: what was searched for. found: best first. wrong: why a photo could not be used.

    liked: ids of those the centre likes. tone: the skin tone people are shown in, "" if nobody shown has one.
    is_marking: a press likes a picture, or no longer. photo: one on its way in, as it is shaped now. has_camera: one
    can be taken. is_camera: the camera is looked through.
    """

    words: str = ""
    found: tuple[PictureFound, ...] = ()
    wrong: str = ""
    liked: frozenset[str] = frozenset()
    tone: str = ""
    is_marking: bool = False
    photo: bytes | None = None
    has_camera: bool = False
    is_camera: bool = False


class StaffPicture(ShapingPhotos):
    """Asks for a picture."""

    name: ClassVar[str] = "staff_picture"

    search = Signal(str)
    picked = Signal(object)  # its id
    go_back = Signal()

    _is_marking = False

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
        self._choice.picked.connect(self._pressed)
        doing: dict[str, Any] = {"photo": self._choose_file, "favourites": self.favourites.emit}
        buttons = [self._button(f"staff.picture_page.{words}", then) for words, then in doing.items()]
        self._mark = self._button("staff.picture_page.mark", self.mark.emit)
        back = self._button("staff.go_back", self.go_back.emit)
        tones = [(one, texts(f"staff.tone.{one.lower()}")) for one in TONES]
        self._tone = ChoiceField(texts("staff.picture_page.tone"), look, tones)
        self._tone.changed.connect(lambda: self.tone.emit(self._tone.value()))
        self._found = StaffWords("", look)
        self._camera = self._button("staff.picture_page.camera", self.camera.emit)
        row = ButtonRow(look, [*buttons, self._camera, self._mark, back])
        self._search = [self._field, row, self._tone, self._found, self._choice]
        self._panel: PhotoPanel | CameraPanel | None = None
        self._column = Column(look, self._search)
        self.set_body(self._column, scrolls=True)
        self._asked = ""

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffPictureState:
        """The pictures that fit the words; favourites, those chosen last, and people, while there are none."""
        words, search = visit.chosen.get(WORDS, ""), services.picture_search
        tone = visit.chosen.get(TONE) or _tone_now(visit, search)
        found = search.search(words or _PEOPLE, limit=_MOST, tone=tone)
        liked = search.liked()
        if not words:
            found = list(dict.fromkeys((*liked, *search.chosen_last(_LAST), *found)))[:_MOST]
        toned = [search.tone_of(one.id) for one in found]
        shown = tone or next(filter(None, toned), "") if any(toned) else ""
        wrong = visit.chosen.pop(WRONG, "")
        is_marking = bool(visit.chosen.get(MARKING))
        return StaffPictureState(
            words,
            tuple(found),
            wrong,
            frozenset(one.id for one in liked),
            shown,
            is_marking=is_marking,
            photo=shaped_now(visit),
            has_camera=sees_camera(),
            is_camera=bool(visit.chosen.get(CAMERA)),
        )

    @staticmethod
    def on_search(_services: Any, visit: Visit, words: str) -> None:
        """Look for other words."""
        visit.chosen[WORDS] = words

    @staticmethod
    def on_picked(services: Any, visit: Visit, picture: str) -> None:
        """Put it into the form it is for."""
        hand_over(visit, services.picture_search.pic(picture))

    def fill(self, state: StaffPictureState) -> None:
        """Show what was found."""
        self.ask(self.texts("staff.picture_page.title"))
        if state.words != self._asked:  # somebody who goes on typing meanwhile keeps what they typed
            self._field.set_value(state.words)
        self._asked = state.words
        self._show_panel(state)
        if self._panel is not None:
            return
        self._camera.setVisible(state.has_camera)
        self._field.say(state.wrong)
        said = self.texts.count("staff.picture_page.found", len(state.found)) if state.words else ""
        self._found.say(self.texts("staff.picture_page.marking") if state.is_marking else said)
        self._is_marking = state.is_marking
        self._mark.rename(self.texts("staff.picture_page.marked" if state.is_marking else "staff.picture_page.mark"))
        self._tone.set_value(state.tone)
        self._tone.setVisible(bool(state.tone))
        self._choice.show_pictures(state.found, liked=state.liked, words=self.texts("staff.picture_page.liked"))
        self._column.again()

    def take_focus(self) -> None:
        """Stay in the field while somebody types, and with what is done to a photo."""
        if self._panel is None:
            self._field.focus()
        elif self.focusWidget() is None or not self._panel.isAncestorOf(self.focusWidget()):
            super().take_focus()

    def _typed(self) -> None:
        self._pause.start()

    def _now(self) -> None:
        self._pause.stop()
        if self._field.value() != self._asked:
            self.search.emit(self._field.value())
            self._pause.start()  # asked again, should the press be lost while another is worked on

    def _show_panel(self, state: StaffPictureState) -> None:
        """Show the photo, or what the camera sees, instead of what was found."""
        if state.photo is not None and isinstance(self._panel, PhotoPanel):
            self._panel.change(state.photo)
            return
        self._panel = None
        if state.photo is not None:
            self._panel = PhotoPanel(self, state.photo)
        elif state.is_camera:
            self._panel = CameraPanel(self)
        self._column.put(self._search if self._panel is None else [*self._search, self._panel])
        for part in self._search:
            part.setVisible(self._panel is None)
        self._column.again()

    def _pressed(self, picture: str) -> None:
        (self.like if self._is_marking else self.picked).emit(picture)

    def _button(self, words: str, then: Callable[[], object]) -> StaffButton:
        button = StaffButton(self.texts(words), self.look)
        button.clicked.connect(lambda _=False: then())
        return button

    def _choose_file(self) -> None:
        path = staff_files.choose_open(
            self, self.texts("staff.picture_page.photo"), self.texts("staff.picture_page.kinds")
        )
        if path is not None:
            self.photo_file.emit(path)


def _tone_now(visit: Visit, search: Any) -> str:
    """The skin tone of the picture that stands in the form: a person stays as they are."""
    filled = visit.chosen.get(visit.chosen.get("staff_picture", ""))
    pic = filled.answers.get("pic") if isinstance(filled, Filled) else None
    return search.tone_of(pic.id) if pic is not None else ""
