"""What staff should know of the language a PC speaks: whether anybody has read its words, and whether all are there."""

from functools import lru_cache
from typing import NamedTuple

import assets
from desktop.views.language_file import ENGLISH
from desktop.views.texts import Texts, texts_in
from desktop.views.words_check import faults_in


class LanguageSeen(NamedTuple):
    """name: what the language calls itself. is_read: somebody who speaks it has.

    faults: how many texts English stands in for.
    """

    name: str = "English"
    is_read: bool = True
    faults: int = 0


@lru_cache(maxsize=8)
def language_seen(language: str) -> LanguageSeen:
    """What is known of a language; its file cannot change while Goodhour runs."""
    texts = texts_in(language)
    if language == ENGLISH:
        return LanguageSeen()
    return LanguageSeen(
        texts("language.name"),
        is_read=bool(texts("language.read_by")),
        faults=len(faults_in(assets.asset("words", f"{language}.toml"))),
    )


def told_of(language: LanguageSeen, texts: Texts) -> str:
    """That in words, "" where all is well."""
    said = []
    if not language.is_read:
        said.append(texts("staff.pc.not_read", language=language.name))
    if language.faults:
        said.append(texts.count("staff.pc.damaged", language.faults))
    return " ".join(said)
