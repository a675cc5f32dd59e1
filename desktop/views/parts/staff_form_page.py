"""The page of staff forms: title, fields, Save and Cancel; a problem keeps everything that was typed."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.services.seen import Pic
from desktop.views.kit.fields import TextField
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts.easy_field import EasyTextField
from desktop.views.parts.staff_form import Filled, Form, PictureField
from desktop.views.parts.staff_lists import Column
from desktop.views.visit import Visit


class FormPage(StaffPage):
    """A form. A concrete one builds its fields in `fill` and shows them with `show_form`.

    form: the name what was typed is kept under while something is wrong, or while a picture is chosen.
    """

    form: ClassVar[str] = ""
    answers: ClassVar[tuple[str, ...]] = ("wrong",)

    save = Signal(object)  # the answers by field
    cancel = Signal()
    choose_picture = Signal(object)  # the answers by field

    @classmethod
    def keep(cls, visit: Visit, answers: Any) -> None:
        """Keep what was typed while another screen is shown."""
        visit.chosen[cls.form] = Filled(answers)

    def show_form(
        self,
        rows: Sequence[Sequence[tuple[str, Any]]],
        filled: Filled,
        *,
        above: Sequence[QWidget] = (),
        below: Sequence[QWidget] = (),
    ) -> None:
        """Show the fields with Save and Cancel under them, and what is wrong."""
        self._form = Form(self.look, rows)
        self._start: Any = self._form.first(filled.where)
        if filled.wrong:
            words = self.texts(filled.wrong) if self.texts.has(filled.wrong) else filled.wrong
            self._form.say(filled, words)
        save = StaffButton(self.save_words(), self.look, strong=True)
        save.clicked.connect(self._save)
        cancel = StaffButton(self.texts("staff.cancel"), self.look)
        cancel.clicked.connect(self.cancel)
        for field in self._form.findChildren(TextField):
            field.entered.connect(self._save)
        for easy in self._form.findChildren(EasyTextField):
            easy.grew.connect(self.again)
        self._column = Column(self.look, [*above, self._form, ButtonRow(self.look, [save, cancel]), *below], gap=22)
        self.set_body(self._column, scrolls=True)

    def again(self) -> None:
        """Lay everything out anew: a field needs another height."""
        self._column.again()

    def save_words(self) -> str:
        """The words on the one strong button."""
        return self.texts("staff.save")

    def typed(self) -> dict[str, Any]:
        """What stands in the fields now."""
        return self._form.answers()

    def picture_field(self, pic: Pic | None) -> PictureField:
        """The field of a picture, which opens the search."""
        field = PictureField(self.texts("staff.picture"), self.texts("staff.choose_picture"), self.look, pic)
        field.choose.connect(lambda: self.choose_picture.emit(self.typed()))
        return field

    def take_focus(self) -> None:
        """Begin where something is wrong, or in the first field."""
        if self._start is None:
            super().take_focus()
        elif hasattr(self._start, "focus"):
            self._start.focus()
        else:
            self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        self.save.emit(self.typed())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape for Cancel."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel.emit()
        else:
            super().keyPressEvent(event)


def begin_picture(visit: Visit, form: str, answers: Any, words: str) -> None:
    """Go and choose a picture for a form; words: what to search for at first."""
    for old in [name for name in visit.chosen if name.startswith("staff_picture")]:
        del visit.chosen[old]  # how a picture for another form was looked for
    visit.chosen[form] = Filled(answers)
    visit.chosen["staff_picture"] = form
    visit.chosen["staff_picture_words"] = words
