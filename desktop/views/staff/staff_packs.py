"""Packs of pictures: those the centre brought in, with their licence and thanks, and a way to bring in another."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

from desktop.problems import KnownProblem
from desktop.services.packs import PackLook, PackSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts import staff_files
from desktop.views.parts.pack_drawing import png_of
from desktop.views.parts.staff_form import forget_forms
from desktop.views.parts.staff_lists import Column, Lines, Note, note, noted, warn
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

PACK: Final = "staff_pack"


@dataclass(frozen=True, slots=True)
class StaffPacksState:
    """packs: all that ever came in, those taken out too. note: what was just done."""

    packs: tuple[PackSeen, ...] = ()
    note: Note = field(default_factory=Note)


class StaffPacks(StaffPage):
    """Shows packs, takes one out or puts it back."""

    name: ClassVar[str] = "staff_packs"
    nav: ClassVar[str] = "to_settings"
    answers = ("wrong",)

    chosen = Signal(object)  # the path of a zip or a folder
    take_out = Signal(object)  # its id
    put_back = Signal(object)  # its id
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        choose = [
            self._button("choose_zip", self._choose_zip, strong=True),
            self._button("choose_folder", self._choose_folder),
        ]
        buttons = ButtonRow(look, [*choose, self._button("go_back", self.go_back.emit)])
        self._rows = Lines(look)
        self._rows.acted.connect(lambda key, value: getattr(self, key).emit(value))
        self._column = Column(look, [buttons, StaffWords(texts("staff.packs.hint"), look), self._rows])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffPacksState:
        """Every pack."""
        forget_forms(visit)
        drop_look(visit)
        return StaffPacksState(tuple(services.packs.all()), noted(visit))

    @staticmethod
    def on_chosen(_services: Any, visit: Visit, path: Path) -> str | None:
        """Open a pack to look through; nothing is written."""
        try:
            visit.chosen[PACK] = PackLook(path, png_of)
        except KnownProblem as problem:
            warn(visit, problem)
            return "wrong"
        return None

    @staticmethod
    def on_take_out(services: Any, visit: Visit, pack: Any) -> None:
        """Offer its pictures no more."""
        services.packs.take_out(pack)
        note(visit, "staff.packs.taken_out")

    @staticmethod
    def on_put_back(services: Any, visit: Visit, pack: Any) -> None:
        """Offer them again."""
        services.packs.put_back(pack)
        note(visit, "staff.packs.is_back")

    def fill(self, state: StaffPacksState) -> None:
        """Show a row for each."""
        line = self.texts("staff.packs.line") if state.packs else self.texts("staff.packs.none")
        self.ask(self.texts("staff.packs.title"), state.note.before(line, self.texts))
        self._rows.show_rows([self._row(pack) for pack in state.packs])
        self._column.again()

    def _row(self, pack: PackSeen) -> Row:
        count = self.texts.count("staff.packs.pictures", pack.pictures)
        state = count if pack.is_kept else self.texts("staff.packs.is_out")
        action = "take_out" if pack.is_kept else "put_back"
        actions = (Action(action, self.texts(f"staff.packs.{action}")),)
        detail = f"{state} {pack.licence}. {pack.attribution}"
        return Row(pack.id, pack.name, detail, Symbol("om:1F5BC"), actions)

    def _button(self, words: str, then: Any, *, strong: bool = False) -> StaffButton:
        texts = self.texts
        button = StaffButton(
            texts("staff.go_back" if words == "go_back" else f"staff.packs.{words}"), self.look, strong=strong
        )
        button.clicked.connect(lambda _=False: then())
        return button

    def _choose_zip(self) -> None:
        self._take(staff_files.choose_open(self, self.texts("staff.packs.choose_zip"), self.texts("staff.packs.kinds")))

    def _choose_folder(self) -> None:
        self._take(staff_files.choose_folder(self, self.texts("staff.packs.choose_folder")))

    def _take(self, path: Path | None) -> None:
        if path is not None:
            self.chosen.emit(path)


def drop_look(visit: Visit) -> None:
    """Let go of a pack that was being looked through."""
    look = visit.chosen.pop(PACK, None)
    if isinstance(look, PackLook):
        look.close()
