"""Every word a member sees: short labels of everyday words, short sentences, easy to read, never of our trade."""

from typing import Final

import pytest

from assets import asset
from desktop.views.language_file import GAP
from desktop.views.texts import Texts
from tests.views.checker import FORBIDDEN, MOST_LABEL_WORDS, MOST_SENTENCE_WORDS, MOST_SENTENCES
from tests.views.member.reading import NAME, grade_of, sentences_of, syllables_of, words_of

_NOT_FOR_MEMBERS: Final = ("staff.", "first.", "paper.recovery.", "kit.nav.", "language.")
_FILLED: Final = {"count": "3", "number": "24", "minutes": "20", "hour": "10", "next": "11", "year": "2026"}
_SAYS: Final = {"length": "half an hour", "day": "Tuesday", "month": "November", "coins": "3 credits"}
MOST_GRADE_TOGETHER: Final = 3.0
MOST_GRADE: Final = 5.0


def is_message(words: str) -> bool:
    """Whether a text says something, or only names a thing."""
    return words.endswith((".", "!", "?"))


def easy_words() -> frozenset[str]:
    """The everyday words."""
    lines = asset("words", "easy.en.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_easy(word: str, easy: frozenset[str]) -> bool:
    """Whether an everyday word, a number or the name of somebody."""
    return word.isdigit() or word in easy or word.removesuffix("'s") in easy or word == NAME.lower()


WORDS: Final = {
    key: GAP.sub(lambda gap: (_FILLED | _SAYS).get(gap[1], NAME), words).replace("Goodhour", NAME)
    for key, words in Texts().all().items()
    if not key.startswith(_NOT_FOR_MEMBERS)
}
LABELS: Final = {key: words for key, words in WORDS.items() if not is_message(words) and not key.startswith("paper.")}
MESSAGES: Final = {key: words for key, words in WORDS.items() if is_message(words)}


def test_a_label_has_at_most_four_words() -> None:
    assert [words for words in LABELS.values() if len(words_of(words)) > MOST_LABEL_WORDS] == []


def test_every_text_is_made_of_everyday_words() -> None:
    easy = easy_words()
    assert {word for words in WORDS.values() for word in words_of(words.lower()) if not is_easy(word, easy)} == set()


def test_a_message_is_one_or_two_sentences() -> None:
    assert [words for words in MESSAGES.values() if len(sentences_of(words)) > MOST_SENTENCES] == []


def test_a_sentence_is_short() -> None:
    sentences = [sentence for words in MESSAGES.values() for sentence in sentences_of(words)]
    assert [sentence for sentence in sentences if len(words_of(sentence)) > MOST_SENTENCE_WORDS] == []


def test_every_message_is_easy_to_read() -> None:
    assert {words: grade_of([words]) for words in MESSAGES.values() if grade_of([words]) > MOST_GRADE} == {}


def test_all_messages_together_are_very_easy_to_read() -> None:
    assert grade_of(MESSAGES.values()) <= MOST_GRADE_TOGETHER


def test_no_word_of_our_trade() -> None:
    assert [words for words in WORDS.values() if not FORBIDDEN.isdisjoint(words_of(words.lower()))] == []


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("Ann", 1), ("like", 1), ("little", 2), ("helped", 1), ("wanted", 2), ("printer", 2), ("afternoon", 3)],
)
def test_syllables_are_counted_as_they_are_said(word: str, syllables: int) -> None:
    assert syllables_of(word) == syllables


def test_a_hard_text_has_a_high_grade() -> None:
    hard = "Notwithstanding organisational considerations, participants' contributions necessitate verification."
    assert grade_of([hard]) > grade_of(["You have a new coin."]) + 10
