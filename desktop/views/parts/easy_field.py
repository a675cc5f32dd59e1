"""A line of text that members will read: hard words and too many get a hint, never a refusal."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal

from desktop.views.easy_words import hard_words, words_of
from desktop.views.kit.fields import TextField
from desktop.views.reading_rules import MOST_LABEL_WORDS
from desktop.views.texts import Texts
from desktop.views.theme import Look

_MOST_TOLD: Final = 3


class EasyTextField(TextField):
    """Looks at each word once the next begins, and at all of them once the field is left.

    grew: the hint takes another height. note: what stands under the field while there is nothing to say.
    """

    grew = Signal()

    def __init__(self, label: str, look: Look, texts: Texts, *, value: str = "", note: str = "") -> None:
        super().__init__(label, look, value=value)
        self._texts, self._under = texts, note
        self._told = note
        self.say(note)
        self._tell(value)
        self._line.textEdited.connect(lambda text: self._tell(text.rpartition(" ")[0]))
        self._line.editingFinished.connect(lambda: self._tell(self.value()))

    def _tell(self, words: str) -> None:
        hint = hint_on(words, self._texts) or self._under
        if hint != self._told:
            self._told = hint
            self.say(hint)
            self.grew.emit()


def hint_on(words: str, texts: Texts) -> str:
    """What may be hard to read in words that members will see, "" for nothing.

    A later word that begins with a large letter is the name of a place or of somebody.
    """
    first, *rest = words_of(words) or [""]
    names = {word for word in rest if word[:1].isupper()}
    hard = [word for word in hard_words(words, texts.language) if word not in names]
    if hard:
        return texts("staff.hint.hard", words=texts.listed(hard[:_MOST_TOLD]))
    if len([first, *rest]) > MOST_LABEL_WORDS:
        return texts("staff.hint.long")
    return ""
