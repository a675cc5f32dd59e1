"""Every way a slip can come to where slips are checked: by camera or scanner, typed, from a file, or pasted."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from desktop.services.door import slips_in
from desktop.views.kit.art import Symbol
from desktop.views.kit.screen import Screen
from desktop.views.kit.tile import Tile
from desktop.views.parts import slip_file, staff_files
from desktop.views.parts.doors import check_slip, check_slips
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


class SlipWays(Screen):
    """A screen that takes slips in every way. scanned, pasted: their text. read_file: a photo's or a PDF's path."""

    answers = ("not_good",)
    sees_slips = True

    scanned = Signal(str)
    type_code = Signal()
    read_file = Signal(object)
    pasted = Signal(str)

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self.has_files = True  # where there is nobody's record, and so the way to the system may be open
        self.allow_help(yes=False)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.paste)

    @staticmethod
    def on_scanned(services: Any, visit: Visit, text: str) -> str | None:
        """Check what was scanned."""
        return check_slip(services, visit, text)

    @staticmethod
    def on_pasted(services: Any, visit: Visit, text: str) -> str | None:
        """Check the slips that a text has in it, or the text itself."""
        return check_slips(services, visit, slips_in(text))

    @staticmethod
    def on_read_file(services: Any, visit: Visit, path: Path) -> str | None:
        """Check the slips that a photo or a PDF shows; one that shows none is no slip."""
        return check_slips(services, visit, slip_file.texts_of(path))

    def ways(self) -> list[Tile]:
        """The ways that need no camera; their values are for `go`."""
        return [
            Tile("type_code", self.texts("slip.type"), Symbol("gh:key-pad")),
            *([Tile("file", self.texts("door.file"), Symbol("gh:photo"))] if self.has_files else []),
            Tile("paste", self.texts("door.paste"), Symbol("om:1F4CB")),
        ]

    def go(self, way: str) -> None:
        """Take a way that was pressed."""
        if way == "file":
            path = staff_files.choose_open(self, self.texts("door.file"), self.texts("door.file_kinds"))
            if path is not None:
                self.read_file.emit(path)
        elif way == "paste":
            self.paste()
        else:
            self.type_code.emit()

    def paste(self) -> None:
        """A slip that came as text, in a message, can be pasted; what is no slip is told like any other."""
        self.pasted.emit(QGuiApplication.clipboard().text().strip())
