"""A screen that is one thing to press: a picture and a sentence, and any key says the same as a touch."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.views.kit.art import Art
from desktop.views.kit.screen import Screen
from desktop.views.parts.calling import Calling
from desktop.views.texts import Texts
from desktop.views.theme import Look

_WALKS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Shift})


class WholeScreen(Screen):
    """Shown while nobody is at the screen; a concrete one says what a press does."""

    has_edges = False

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self.set_bar()
        self.allow_help(yes=False)

    def pressed_anywhere(self) -> None:
        """Somebody is there."""
        raise NotImplementedError

    def say(self, words: str, art: Art) -> None:
        """Show a picture and a sentence over the whole screen."""
        page = Calling(words, art, self.look)
        page.clicked.connect(lambda _=False: self.pressed_anywhere())
        self.set_body(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take any key, of whatever switch, for a press."""
        if event.key() in _WALKS:
            super().keyPressEvent(event)
            return
        event.accept()
        self.pressed_anywhere()
