"""What every text for members keeps, in every language: few words, short sentences, everyday words and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from desktop.views.easy_words import everyday, forbidden, hard_words, words_of
from desktop.views.language_file import GAP

MOST_LABEL_WORDS: Final = 4
MOST_SENTENCE_WORDS: Final = 15
MOST_SENTENCES: Final = 2
NOT_FOR_MEMBERS: Final = (
    "staff.",
    "first.",
    "paper.recovery.",
    "paper.out.",
    "kit.nav.",
    "language.",
    "door.file_kinds",
)
"""How the keys begin of what only staff read."""

_NAME: Final = "Goodhour"
_SOMETHING: Final = "3"  # stands in each gap: one word, and an easy one
_END: Final = re.compile(r"(?<=[.!?:])\s+")
_PAPER: Final = "paper."  # has room for longer words, and nothing to press


def for_members(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts that members read, by their keys."""
    return {key: words for key, words in texts.items() if not key.startswith(NOT_FOR_MEMBERS)}


def is_message(words: str) -> bool:
    """Whether a text says something, or only names a thing."""
    return words.endswith((".", "!", "?"))


def sentences_of(message: str) -> list[str]:
    """The sentences of a message; a label is one."""
    return [part for part in _END.split(message.strip()) if words_of(part)]


def broken_rules(texts: Mapping[str, str], language: str) -> Iterator[str]:
    """Each rule that a text breaks, a clear line each. texts: all of a language by key, gaps unfilled."""
    if not everyday(language):
        yield f"there is no list of everyday words, easy.{language}.txt"
    if not forbidden(language):
        yield f"there is no list of words of our trade, forbidden.{language}.txt"
    for key, words in texts.items():
        trade = [word for word in words_of(words.lower()) if word in forbidden(language)]
        yield from (f'{key} has "{word}", a word of our trade: "{words}"' for word in trade)
    for key, words in for_members(texts).items():
        said = GAP.sub(_SOMETHING, words).replace(_NAME, _SOMETHING)
        yield from (f'{key} has "{word}", which is no everyday word: "{words}"' for word in hard_words(said, language))
        if is_message(words):
            yield from _long_message(key, said)
        elif len(words_of(said)) > MOST_LABEL_WORDS and not key.startswith(_PAPER):
            yield f'{key} is a label of {len(words_of(said))} words, at most {MOST_LABEL_WORDS}: "{words}"'


def _long_message(key: str, said: str) -> Iterator[str]:
    sentences = sentences_of(said)
    if len(sentences) > MOST_SENTENCES:
        yield f'{key} has {len(sentences)} sentences, at most {MOST_SENTENCES}: "{said}"'
    for sentence in sentences:
        count = len(words_of(sentence))
        if count > MOST_SENTENCE_WORDS:
            yield f'{key} has a sentence of {count} words, at most {MOST_SENTENCE_WORDS}: "{sentence}"'
