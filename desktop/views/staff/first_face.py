"""First start: the first faces, each with a name and a picture or photo."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.problems import BadInput
from desktop.services.drafts import MemberDraft
from desktop.services.pictures import BadPhoto, PictureFound, photo_from_file
from desktop.services.seen import Pic
from desktop.views.kit.fields import TextField
from desktop.views.kit.scroll import scrolled
from desktop.views.kit.stack import Columns
from desktop.views.parts import staff_files
from desktop.views.parts.staff_first import FirstPage
from desktop.views.parts.staff_form import Answers, Filled, PictureField, attempt, refused
from desktop.views.parts.staff_lists import Column, Note, note, noted
from desktop.views.parts.staff_pictures import PictureChoice
from desktop.views.visit import Visit

_FORM: Final = "first_face_form"
_MOST: Final = 5_000  # of all that show a person, ours alone have a skin tone and are grown up


@dataclass(frozen=True, slots=True)
class FirstFaceState:
    """filled: name, pic. faces: pictures of people."""

    filled: Filled
    faces: tuple[PictureFound, ...] = ()
    note: Note = field(default_factory=Note)


class FirstFace(FirstPage):
    """Asks who comes here."""

    name: ClassVar[str] = "first_face"
    answers = ("wrong",)

    save = Signal(object)  # the answers by field
    picked = Signal(object)  # the answers by field, with the picture
    photo_file = Signal(object)  # the answers by field, and a path
    begin = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> FirstFaceState:
        """What was typed last, and people's pictures."""
        if "first_draft" not in visit.chosen:
            visit.chosen["first_draft"] = services.sittings.new_draft()
        found = services.pictures.search("person", limit=_MOST)
        faces = [one for one in found if one.id.startswith("gh:person")]
        filled = visit.chosen.pop(_FORM, None) or Filled({"name": "", "pic": Pic(faces[0].id)})
        return FirstFaceState(filled, tuple(faces), noted(visit))

    @staticmethod
    def on_save(services: Any, visit: Visit, answers: Answers) -> str | None:
        """Write them; then there is room for the next."""
        draft = MemberDraft(answers["name"], pic=answers["pic"], draft_id=visit.chosen["first_draft"])
        wrong = attempt(visit, _FORM, answers, lambda: services.people.write_member(draft), blame={BadInput: "name"})
        if wrong is None:
            visit.chosen.pop("first_draft")
            note(visit, "first.face_saved", name=draft.name)
        return wrong

    @staticmethod
    def on_picked(_services: Any, visit: Visit, answers: Answers) -> None:
        """Show the picture that was chosen."""
        visit.chosen[_FORM] = Filled(answers)

    @staticmethod
    def on_photo_file(_services: Any, visit: Visit, wanted: tuple[Answers, Path]) -> str | None:
        """Take a photo in."""
        answers, path = wanted
        try:
            photo = photo_from_file(path)
        except BadPhoto as problem:
            return refused(visit, _FORM, answers, where="pic", words=str(problem))
        visit.chosen[_FORM] = Filled({**answers, "pic": Pic("", photo)})
        return None

    def fill(self, state: FirstFaceState) -> None:
        """Show the fields beside the faces."""
        self.set_bar()
        self.ask(self.texts("first.face"))
        texts, look, now = self.texts, self.look, state.filled
        pic = PictureField(texts("staff.picture"), texts("first.photo"), look, now["pic"])
        pic.choose.connect(self._choose_file)
        name = TextField(texts("staff.member.name"), look, value=now["name"])
        self._form = self.form_of([[("name", name)], [("pic", pic)]], now, self._save)
        line = self.words("first.face_line")
        line.say(state.note.before("", texts) or texts("first.face_line"))
        left = Column(
            look, [line, self._form, self.row_of(("staff.save", self._save), ("first.begin", self.begin.emit))]
        )
        choice = PictureChoice(look)
        choice.show_pictures(state.faces)
        choice.picked.connect(lambda picture: self.picked.emit({**self._form.answers(), "pic": Pic(picture)}))
        self.set_body(Columns(look, [scrolled(look, left), scrolled(look, Column(look, [choice]))], [4, 5]))

    def _save(self) -> None:
        self.save.emit(self._form.answers())

    def _choose_file(self) -> None:
        title, kinds = self.texts("staff.picture_page.photo"), self.texts("staff.picture_page.kinds")
        path = staff_files.choose_open(self, title, kinds)
        if path is not None:
            self.photo_file.emit((self._form.answers(), path))
