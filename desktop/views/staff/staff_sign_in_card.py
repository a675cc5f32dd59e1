"""The card a member signs in with, as it will come out: print it, or keep it as a PDF file."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.services.papers import CardPaper
from desktop.views.kit.rows import Stack
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.parts import staff_files
from desktop.views.parts.sheets import SheetPreview
from desktop.views.parts.staff_lists import Note, noted, tell
from desktop.views.parts.staff_secret import card_kept, forget_card
from desktop.views.printing.jobs import preview, write_pdf
from desktop.views.printing.sign_in_card import sign_in_card
from desktop.views.visit import Visit

_SHARPER: Final = 2
_MOST_HIGH: Final = 900


@dataclass(frozen=True, slots=True)
class StaffSignInCardState:
    """name: whose it is. card: what was made; it can be printed until this page is left."""

    name: str
    card: CardPaper
    note: Note = field(default_factory=Note)


class StaffSignInCard(StaffPage):
    """Shows the sheet."""

    name: ClassVar[str] = "staff_sign_in_card"
    nav: ClassVar[str] = "to_people"

    print_it = Signal()
    save_pdf = Signal(object)  # a path
    done = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffSignInCardState:
        """The card that was made."""
        name = services.people.member(visit.chosen["staff_member"]).name
        return StaffSignInCardState(name, card_kept(visit), noted(visit))

    @staticmethod
    def on_print_it(_services: Any, visit: Visit) -> None:
        """Send it to the printer."""
        tell(visit, lambda: visit.printing.print_sign_in_card(card_kept(visit)), "staff.sheet.printed")

    @staticmethod
    def on_save_pdf(_services: Any, visit: Visit, path: Path) -> None:
        """Write it into a file."""
        document = sign_in_card(card_kept(visit), visit.printing.texts)
        tell(visit, lambda: write_pdf(document, path), "staff.sheet.saved", file=path.name)

    @staticmethod
    def on_done(_services: Any, visit: Visit) -> None:
        """What stands on it is known nowhere else from now on."""
        forget_card(visit)

    def fill(self, state: StaffSignInCardState) -> None:
        """Show the sheet, and what can be done."""
        texts = self.texts
        self.ask(
            texts("staff.card_made.title", name=state.name), state.note.before(texts("staff.card_made.line"), texts)
        )
        buttons = [
            self._button("print_it", self.print_it.emit, strong=True),
            self._button("save_pdf", self._save),
            self._button("done", self.done.emit),
        ]
        high = min(_MOST_HIGH, round(self.height() * 1.1))
        sheet = preview(sign_in_card(state.card, texts), high * _SHARPER)
        page = SheetPreview(self.look, sheet, texts("staff.card_made.preview"))
        page.setMinimumHeight(high)
        self.set_body(Stack(self.look, [ButtonRow(self.look, buttons), page]), scrolls=True)

    def _button(self, words: str, then: Any, *, strong: bool = False) -> StaffButton:
        button = StaffButton(self.texts(f"staff.sheet.{words}"), self.look, strong=strong)
        button.clicked.connect(lambda _=False: then())
        return button

    def _save(self) -> None:
        title, name = self.texts("staff.sheet.save_pdf"), self.texts("staff.card_made.file")
        path = staff_files.choose_save(self, title, name, self.texts("staff.pdf"))
        if path is not None:
            self.save_pdf.emit(path)
