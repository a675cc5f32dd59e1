"""Every word a member sees, in every language: short labels of everyday words, short sentences, never of our trade.

English is easy to read by the Flesch-Kincaid grade, too, which is made for no other language.
"""

from datetime import date
from functools import cache
from typing import Final

import pytest

from desktop.views.easy_words import everyday, forbidden, hard_words, words_of
from desktop.views.language_file import GAP, languages
from desktop.views.texts import Texts, texts_in
from tests.views.checker import MOST_LABEL_WORDS, MOST_SENTENCE_WORDS, MOST_SENTENCES
from tests.views.member.reading import NAME, grade_of, sentences_of, syllables_of

_NOT_FOR_MEMBERS: Final = ("staff.", "first.", "paper.recovery.", "kit.nav.", "language.", "door.file_kinds")
_FILLED: Final = {"count": "3", "number": "24", "minutes": "20", "hour": "10", "next": "11", "year": "2026"}
_TUESDAY: Final = date(2026, 11, 24)
MOST_GRADE_TOGETHER: Final = 3.0
MOST_GRADE: Final = 5.0

in_every_language = pytest.mark.parametrize("language", languages())


@cache
def words_in(language: str) -> dict[str, str]:
    """What a member may read in a language, by its key; names are Ann's."""
    texts = texts_in(language)
    said = _FILLED | {
        "length": texts.length(30, inside=True),
        "day": texts.weekday(_TUESDAY),
        "month": texts.month(_TUESDAY),
        "coins": texts.count("kit.coins", 3),
    }
    return {
        key: GAP.sub(lambda gap: said.get(gap[1], NAME), words).replace("Goodhour", NAME)
        for key, words in texts.all().items()
        if not key.startswith(_NOT_FOR_MEMBERS)
    }


def is_message(words: str) -> bool:
    """Whether a text says something, or only names a thing."""
    return words.endswith((".", "!", "?"))


def labels_in(language: str) -> list[str]:
    """What names a thing to press."""
    return [w for key, w in words_in(language).items() if not is_message(w) and not key.startswith("paper.")]


def messages_in(language: str) -> list[str]:
    """What says something."""
    return [words for words in words_in(language).values() if is_message(words)]


@in_every_language
def test_a_label_has_at_most_four_words(language: str) -> None:
    assert [words for words in labels_in(language) if len(words_of(words)) > MOST_LABEL_WORDS] == []


@in_every_language
def test_every_text_is_made_of_everyday_words(language: str) -> None:
    assert len(everyday(language)) > 500
    hard = {word for words in words_in(language).values() for word in hard_words(words, language)}
    assert hard - {NAME} == set()


@in_every_language
def test_a_message_is_one_or_two_sentences(language: str) -> None:
    assert [words for words in messages_in(language) if len(sentences_of(words)) > MOST_SENTENCES] == []


@in_every_language
def test_a_sentence_is_short(language: str) -> None:
    sentences = [sentence for words in messages_in(language) for sentence in sentences_of(words)]
    assert [sentence for sentence in sentences if len(words_of(sentence)) > MOST_SENTENCE_WORDS] == []


@in_every_language
def test_no_word_of_our_trade(language: str) -> None:
    """Staff read none either."""
    never = forbidden(language)
    assert len(never) > 20
    all_words = Texts(language).all().values()
    assert [words for words in all_words if not never.isdisjoint(words_of(words.lower()))] == []


def test_every_message_is_easy_to_read() -> None:
    assert {words: grade_of([words]) for words in messages_in("en") if grade_of([words]) > MOST_GRADE} == {}


def test_all_messages_together_are_very_easy_to_read() -> None:
    assert grade_of(messages_in("en")) <= MOST_GRADE_TOGETHER


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("Ann", 1),
        ("like", 1),
        ("little", 2),
        ("helped", 1),
        ("wanted", 2),
        ("printer", 2),
        ("afternoon", 3),
        ("people", 2),
        ("o'clock", 2),
        ("worker's", 2),
        ("24", 1),
    ],
)
def test_syllables_are_counted_as_they_are_said(word: str, syllables: int) -> None:
    assert syllables_of(word) == syllables


def test_a_hard_text_has_a_high_grade() -> None:
    hard = "Notwithstanding organisational considerations, participants' contributions necessitate verification."
    assert grade_of([hard]) > grade_of(["You have a new coin."]) + 10


@pytest.mark.parametrize(
    ("words", "language", "hard"),
    [
        ("Ann's tea", "en", ["Ann's"]),
        ("Facilitate 3 teas", "en", ["Facilitate", "teas"]),
        ("Mae'n ddiogel, fy nghredydau i", "cy", []),
        ("Gweithredu'r strategaeth", "cy", ["Gweithredu'r", "strategaeth"]),
        ("anything goes", "ga", []),
    ],
)
def test_hard_words_are_found(words: str, language: str, hard: list[str]) -> None:
    assert hard_words(words, language) == hard
