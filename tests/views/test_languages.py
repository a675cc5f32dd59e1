"""Every language says all that English says, with its gaps and its ways of counting; a damaged file speaks English."""

from datetime import date
from pathlib import Path

import pytest

import assets
from desktop.views import cldr
from desktop.views.easy_words import everyday, forbidden
from desktop.views.language_file import languages
from desktop.views.parts.language_told import LanguageSeen, language_seen, told_of
from desktop.views.texts import Texts, texts_in
from desktop.views.words_check import faults_in

_TUESDAY = date(2026, 11, 24)

in_every_language = pytest.mark.parametrize("language", languages())


def test_there_are_english_and_welsh() -> None:
    assert {"en", "cy"} <= set(languages())


@in_every_language
def test_a_language_has_the_keys_and_gaps_of_english(language: str) -> None:
    assert faults_in(assets.asset("words", f"{language}.toml")) == []


@in_every_language
def test_a_language_comes_with_its_lists_and_its_pictures(language: str) -> None:
    assert everyday(language)
    assert forbidden(language)
    for name in (f"pictures.{language}.toml", f"pictures.{language}.tsv", f"easy.{language}.log.txt"):
        assert assets.asset("words", name).is_file()


@in_every_language
def test_every_date_and_number_is_said(language: str) -> None:
    texts = texts_in(language)
    assert len({texts.weekday(day) for day in range(7)}) == 7
    assert len({texts.weekday(day, is_short=True) for day in range(7)}) == 7
    assert len({texts.month(date(2026, month, 1)) for month in range(1, 13)}) == 12
    for minutes in (1, 2, 3, 6, 15, 30, 45, 60, 75, 120, 126, 1000):
        assert texts.length(minutes)
    for quarter in range(0, 60, 5):
        assert texts.time(10, quarter)
    assert texts.faults == ()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "Dim credydau"),
        (1, "1 credyd"),
        (2, "2 gredyd"),
        (3, "3 chredyd"),
        (4, "4 credyd"),
        (6, "6 chredyd"),
        (11, "11 credyd"),
        (1204, "1,204 credyd"),
    ],
)
def test_welsh_counts_in_six_forms(number: int, words: str) -> None:
    assert texts_in("cy").count("kit.coins", number) == words


def test_welsh_says_days_times_and_lists() -> None:
    welsh = texts_in("cy")
    assert welsh.day(_TUESDAY) == "Dydd Mawrth 24 Tachwedd"
    assert welsh("verdict.on", day=welsh.day(_TUESDAY)) == "Roedd hynny ddydd Mawrth 24 Tachwedd."
    assert welsh("choose.on_morning", day=welsh.weekday(_TUESDAY)) == "Bore dydd Mawrth"
    assert welsh.time(10) == "10 o'r gloch"
    assert welsh.time(13, 30) == "hanner awr wedi 1"
    assert welsh.length(126) == "2 awr 6 munud"
    assert welsh.listed(["Ann", "Bob"]) == "Ann a Bob"
    assert welsh.listed(["Ann", "Bob", "Ifan"]) == "Ann, Bob ac Ifan"


# ---- files that are not as they should be ------------------------------------------------------------------------
@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of words of its own: English, and Welsh to be spoilt."""
    folder = tmp_path / "words"
    folder.mkdir()
    for name in ("en.toml", "cy.toml"):
        (folder / name).write_bytes(assets.asset("words", name).read_bytes())
    monkeypatch.setattr("assets._HERE", tmp_path)
    return folder


def _spoil(words: Path, old: str, new: str) -> Path:
    file = words / "cy.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('helped = "Helpais i"\n', "", ['cy.toml: home.helped is missing; in English it is "I helped"']),
        (
            'helped = "Helpais i"\n',
            'helped = "Helpais i"\nhelped_too = "Hefyd"\n',
            ["cy.toml: home.helped_too is not asked for by anything: take it out"],
        ),
        ('"Helo {name}"', '"Helo"', ['cy.toml: home.hello must have the gaps {name}; it is "Helo"']),
        ('"Helo {name}"', '"Helo {enw}"', ['cy.toml: home.hello must have the gaps {name}; it is "Helo {enw}"']),
        ('"Helo {name}"', '"Helo {name:up}"', ["cy.toml: home.hello fills a gap in the way up; there are small, soft"]),
        ('"Helpais i"', '" "', ['cy.toml: home.helped is empty; in English it is "I helped"']),
        (
            'two = "2 gredyd"\n',
            "",
            ['cy.toml: kit.coins.two is missing; in English it is "{count} credits"'],
        ),
        (
            'direction = "ltr"',
            'direction = "rtl"',
            ['cy.toml: language.direction is "rtl", and this language is written "ltr"'],
        ),
    ],
)
def test_what_is_missing_or_extra_is_one_clear_line(words: Path, old: str, new: str, told: list[str]) -> None:
    assert faults_in(_spoil(words, old, new)) == told


def test_a_file_that_is_no_toml_is_one_clear_line(words: Path) -> None:
    (fault,) = faults_in(_spoil(words, '"Helpais i"', '"Helpais i'))
    assert fault.startswith("cy.toml cannot be read: ")


def test_a_file_named_after_no_language_is_told(words: Path) -> None:
    file = (words / "cy.toml").rename(words / "qqq.toml")
    assert faults_in(file) == [
        "qqq.toml: no language has the code qqq: call the file by its ISO 639 code, such as cy.toml"
    ]


def test_a_missing_text_is_said_in_english_and_told(words: Path) -> None:
    _spoil(words, 'helped = "Helpais i"\n', "")
    welsh = Texts("cy")
    assert welsh("home.helped") == "I helped"
    assert welsh("home.week") == "Fy wythnos"
    assert welsh.faults == ("cy.toml: home.helped is missing",)


def test_a_missing_form_is_counted_in_english_and_told(words: Path) -> None:
    _spoil(words, 'two = "2 gredyd"\n', "")
    welsh = Texts("cy")
    assert welsh.count("kit.coins", 2) == "2 credits"
    assert welsh.count("kit.coins", 3) == "3 chredyd"
    assert welsh.faults == ("cy.toml: kit.coins.two is missing",)


def test_a_wrong_gap_is_said_in_english_and_told(words: Path) -> None:
    _spoil(words, '"Helo {name}"', '"Helo {enw}"')
    welsh = Texts("cy")
    assert welsh("home.hello", name="Ann") == "Hello Ann"
    assert welsh.faults == ("cy.toml: home.hello has a gap that nothing fills: 'enw'",)


def test_a_part_that_cannot_be_read_is_said_in_english_and_told(words: Path) -> None:
    _spoil(words, '"Helpais i"', '"Helpais i')
    welsh = Texts("cy")
    assert welsh("home.week") == "My week"
    assert welsh("kit.back") == "Yn ôl"
    assert welsh.faults[0].startswith("cy.toml: [home] cannot be read: ")


@pytest.mark.parametrize("content", [b"\xff\xfe", None])
def test_a_file_that_cannot_be_opened_is_said_in_english_and_told(words: Path, content: bytes | None) -> None:
    file = words / "cy.toml"
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    welsh = Texts("cy")
    assert welsh("home.helped") == "I helped"
    assert welsh.count("kit.coins", 2) == "2 credits"
    assert welsh.faults[0].startswith("cy.toml: cannot be read: ")


def test_damaged_english_is_a_fault_of_the_program(words: Path) -> None:
    (words / "en.toml").write_bytes(b"\xff")
    with pytest.raises(UnicodeDecodeError):
        Texts()


def test_every_language_of_cldr_may_be_added() -> None:
    assert cldr.forms("ar") == {"zero", "one", "two", "few", "many", "other"}
    assert cldr.is_from_right("ar")
    with pytest.raises(cldr.UnknownLanguage):
        cldr.forms("nothing like this")


def test_staff_are_told_of_a_language_nobody_has_read_and_of_what_is_missing(words: Path) -> None:
    _spoil(words, 'helped = "Helpais i"\n', "")
    language_seen.cache_clear()
    texts_in.cache_clear()
    try:
        seen = language_seen("cy")
    finally:
        language_seen.cache_clear()
        texts_in.cache_clear()
    assert seen == LanguageSeen("Cymraeg", is_read=False, faults=1)
    assert told_of(seen, Texts()) == (
        "Cymraeg: no speaker has read it yet. 1 text is damaged and in English. Tell your coordinator."
    )


def test_english_is_nothing_to_tell_of() -> None:
    assert told_of(language_seen("en"), Texts()) == ""
