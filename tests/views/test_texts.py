"""Words: found by key, filled, counted, and said as people say them."""

import tomllib
from datetime import date
from typing import Any

import pytest

import assets
from desktop.views.mutation import soft
from desktop.views.texts import NoSuchWords, Texts


@pytest.fixture
def english() -> Texts:
    return Texts()


def test_a_missing_key_is_an_error(english: Texts) -> None:
    with pytest.raises(NoSuchWords):
        english("nothing.like_this")


def test_gaps_are_filled(english: Texts) -> None:
    assert english("home.hello", name="Ann") == "Hello Ann"


def test_a_name_with_braces_is_only_a_name(english: Texts) -> None:
    assert english("home.hello", name="{day}") == "Hello {day}"


@pytest.mark.parametrize(("number", "words"), [(0, "No credits"), (1, "1 credit"), (6, "6 credits")])
def test_things_are_counted(english: Texts, number: int, words: str) -> None:
    assert english.count("kit.coins", number) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (15, "A little while"),
        (30, "Half an hour"),
        (45, "45 minutes"),
        (60, "One hour"),
        (75, "1 hour 15 minutes"),
        (120, "Two hours"),
        (300, "5 hours"),
    ],
)
def test_lengths_are_said(english: Texts, minutes: int, words: str) -> None:
    assert english.length(minutes) == words


def test_a_length_inside_a_sentence_begins_small(english: Texts) -> None:
    assert english.length(30, inside=True) == "half an hour"


def test_a_day_is_said_in_full(english: Texts) -> None:
    assert english.day(date(2026, 11, 24)) == "Tuesday 24 November"


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [
        (10, 0, "10 o'clock"),
        (0, 0, "12 o'clock"),
        (12, 30, "half past 12"),
        (13, 15, "quarter past 1"),
        (12, 45, "quarter to 1"),
        (14, 40, "20 to 3"),
        (9, 10, "10 past 9"),
        (9, 7, "9:07"),
    ],
)
def test_times_are_said_as_people_say_them(english: Texts, hour: int, minute: int, words: str) -> None:
    assert english.time(hour, minute) == words


def test_a_changed_language_keeps_its_gaps(english: Texts) -> None:
    loud = english.changed(str.upper)
    assert loud("home.hello", name="Ann") == "HELLO Ann"


@pytest.mark.parametrize(
    ("things", "words"), [([], ""), (["Ann"], "Ann"), (["Ann", "Bob"], "Ann and Bob"), (list("abc"), "a, b and c")]
)
def test_things_are_listed_as_people_say_them(english: Texts, things: list[str], words: str) -> None:
    assert english.listed(things) == words


def test_a_large_number_is_written_as_people_write_it(english: Texts) -> None:
    assert english.number(999) == "999"
    assert english.count("kit.coins", 1204) == "1,204 credits"


def test_words_inside_a_sentence_begin_small(english: Texts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(english._file._words, "home.hello", "Hello to {name:small} and {name}")
    english._file._unread.pop("home")
    assert english("home.hello", name="Half") == "Hello to half and Half"


@pytest.mark.parametrize(
    ("words", "softened"),
    [
        ("Dydd Mawrth", "ddydd Mawrth"),
        ("Tair awr", "dair awr"),
        ("Gardd", "ardd"),
        ("Llyfr", "lyfr"),
        ("Chwarter", "chwarter"),
        ("30", "30"),
    ],
)
def test_welsh_words_are_softened(words: str, softened: str) -> None:
    assert soft(words) == softened


def test_words_read_part_by_part_are_the_words_of_the_whole_file(english: Texts) -> None:
    whole = tomllib.loads(assets.asset("words", "en.toml").read_text(encoding="utf-8"))

    def words(table: dict[str, Any], before: str = "") -> dict[str, str]:
        found: dict[str, str] = {}
        for name, value in table.items():
            found |= words(value, f"{before}{name}.") if isinstance(value, dict) else {before + name: value}
        return found

    assert english.all() == words(whole)
    assert all(english.has(key) for key in words(whole))
