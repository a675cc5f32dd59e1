"""What staff type for members gets a hint about hard words, and is taken all the same."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.views.parts.easy_field import EasyTextField, hint_on
from desktop.views.texts import Texts, texts_in
from desktop.views.theme import Look


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("", ""),
        ("Swept up", ""),
        ("Walk to Aberystwyth", ""),
        ("Facilitated a walk", "Is there an easier word for Facilitated? You can save it as it is."),
        ("Made tea for the older people", "At most 4 words are easiest to read. You can save it as it is."),
    ],
)
def test_hard_words_get_a_hint(words: str, hint: str) -> None:
    assert hint_on(words, Texts()) == hint


def test_welsh_words_are_looked_up_in_welsh() -> None:
    assert hint_on("Te a bara", texts_in("cy")) == ""
    assert hint_on("Hwyluso'r gweithdy", texts_in("cy")).startswith("Oes gair haws am Hwyluso'r")


def test_the_hint_comes_with_the_next_word_and_goes_with_the_hard_one(qtbot: QtBot) -> None:
    field = EasyTextField("What somebody did", Look(), Texts(), note="At most 4 words.")
    qtbot.addWidget(field)
    grown: list[None] = []
    field.grew.connect(lambda: grown.append(None))
    (line,) = field.findChildren(QLineEdit)
    QTest.keyClicks(line, "Facilitated")
    assert line.accessibleDescription() == "At most 4 words."
    QTest.keyClicks(line, " tea")
    assert "Facilitated" in line.accessibleDescription()
    assert field.value() == "Facilitated tea"
    line.clear()
    QTest.keyClicks(line, "Made tea ")
    assert line.accessibleDescription() == "At most 4 words."
    assert len(grown) == 2


def test_what_stands_there_is_looked_at_at_once(qtbot: QtBot) -> None:
    field = EasyTextField("What it is", Look(), Texts(), value="Facilitation")
    qtbot.addWidget(field)
    (line,) = field.findChildren(QLineEdit)
    assert "Facilitation" in line.accessibleDescription()
