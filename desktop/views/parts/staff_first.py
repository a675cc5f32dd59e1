"""Pages of the first start: one question each, a form or a choice in the middle, and no way into anything else yet."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from desktop.views.kit.fields import TextField
from desktop.views.kit.screen import Screen
from desktop.views.kit.scroll import scrolled
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.staff_form import Filled, Form
from desktop.views.parts.staff_lists import Column
from desktop.views.texts import Texts
from desktop.views.theme import Look


class FirstPage(Screen):
    """A page for whoever sets the centre up."""

    for_workers: ClassVar[bool] = True
    is_scanned: ClassVar[bool] = False

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self.set_bar(left=self.item("back"))
        self.allow_help(yes=False)
        self._start: Any = None

    def form_of(self, rows: Sequence[Sequence[tuple[str, Any]]], filled: Filled, then: Any) -> Form:
        """A form that says what is wrong; Enter does `then`."""
        form = Form(self.look, rows)
        self._start = form.first(filled.where)
        if filled.wrong:
            form.say(filled, self.texts(filled.wrong) if self.texts.has(filled.wrong) else filled.wrong)
        for field in form.findChildren(TextField):
            field.entered.connect(then)
        return form

    def words(self, key: str, **values: str) -> StaffWords:
        """A line or two."""
        return StaffWords(self.texts(key, **values), self.look)

    def row_of(self, *buttons: tuple[str, Any]) -> ButtonRow:
        """Buttons by the key of their words and what they do; the first is the usual one."""
        made = []
        for number, (key, then) in enumerate(buttons):
            button = StaffButton(self.texts(key), self.look, strong=number == 0)
            button.clicked.connect(lambda _=False, then=then: then())
            made.append(button)
        return ButtonRow(self.look, made)

    def show_parts(self, parts: Sequence[QWidget]) -> Column:
        """Put things below one another."""
        column = Column(self.look, parts, gap=22)
        self.set_body(scrolled(self.look, column))
        return column

    def take_focus(self) -> None:
        """Begin where something is wrong, or in the first field."""
        if self._start is not None and hasattr(self._start, "focus"):
            self._start.focus()
        else:
            super().take_focus()
