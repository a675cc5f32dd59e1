"""Every word a member sees, in every language: short labels of everyday words, short sentences, never of our trade.

English is easy to read by the Flesch-Kincaid grade, too, which is made for no other language.
"""

from datetime import date
from functools import cache
from typing import Final

import pytest

from desktop.views.easy_words import everyday, forbidden, hard_words
from desktop.views.language_file import GAP, languages
from desktop.views.reading_rules import broken_rules, for_members, is_message
from desktop.views.texts import texts_in
from tests.views.member.reading import NAME, grade_of, syllables_of

_FILLED: Final = {"count": "3", "number": "24", "minutes": "20", "hour": "10", "next": "11", "year": "2026"}
_TUESDAY: Final = date(2026, 11, 24)
MOST_GRADE_TOGETHER: Final = 3.0
MOST_GRADE: Final = 5.0


@cache
def messages() -> list[str]:
    """What English says to a member; names are Ann's."""
    texts = texts_in("en")
    said = _FILLED | {
        "length": texts.length(30, inside=True),
        "day": texts.weekday(_TUESDAY),
        "month": texts.month(_TUESDAY),
        "coins": texts.count("kit.coins", 3),
    }
    filled = (GAP.sub(lambda gap: said.get(gap[1], NAME), words) for words in for_members(texts.all()).values())
    return [words.replace("Goodhour", NAME) for words in filled if is_message(words)]


@pytest.mark.parametrize("language", languages())
def test_every_language_is_easy_to_read(language: str) -> None:
    assert len(everyday(language)) > 500
    assert len(forbidden(language)) > 20
    assert list(broken_rules(texts_in(language).all(), language)) == []


@pytest.mark.parametrize(
    ("key", "words", "told"),
    [
        ("home.a", "I helped a friend here", 'home.a is a label of 5 words, at most 4: "I helped a friend here"'),
        ("home.a", "Facilitate", 'home.a has "Facilitate", which is no everyday word: "Facilitate"'),
        ("staff.a", "Sync now", 'staff.a has "sync", a word of our trade: "Sync now"'),
        ("home.a", "One. Two. Three.", 'home.a has 3 sentences, at most 2: "One. Two. Three."'),
        (
            "home.a",
            "{name} and " * 7 + "me too.",
            f'home.a has a sentence of 16 words, at most 15: "{"3 and " * 7}me too."',
        ),
    ],
)
def test_what_is_hard_to_read_is_one_clear_line(key: str, words: str, told: str) -> None:
    assert list(broken_rules({key: words}, "en")) == [told]


def test_a_language_without_lists_is_told() -> None:
    assert list(broken_rules({"home.a": "Fáilte"}, "ga")) == [
        "there is no list of everyday words, easy.ga.txt",
        "there is no list of words of our trade, forbidden.ga.txt",
    ]


def test_every_message_is_easy_to_read() -> None:
    assert {words: grade_of([words]) for words in messages() if grade_of([words]) > MOST_GRADE} == {}


def test_all_messages_together_are_very_easy_to_read() -> None:
    assert grade_of(messages()) <= MOST_GRADE_TOGETHER


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
