"""A USB scanner at a door: in every manner of typing, on every screen, and faster than anybody presses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.joined import Joined
from tests.views.volunteer.at_the_door import LINE_FEED, RETURN, TAB, AtTheDoor, printed


@pytest.mark.parametrize("endings", [(RETURN,), (TAB,), (LINE_FEED,), (RETURN, LINE_FEED), (RETURN, RETURN)])
def test_each_ending_ends_one_scan_and_presses_nothing(
    door: AtTheDoor, riverside: Joined, endings: tuple[tuple[Qt.Key, str], ...]
) -> None:
    (paper,) = printed(riverside, 1)
    door.scan(paper.token, *endings)
    assert door.at == "door_slip"
    assert door.answers() == ["ok_check"]
    assert door.taken() == 0


def test_caps_lock_and_shift_change_nothing(door: AtTheDoor, riverside: Joined) -> None:
    one, other = printed(riverside, 2)
    door.scan(one.token.swapcase())
    door.types(other.token, RETURN, modifiers=Qt.KeyboardModifier.ShiftModifier)
    door.hand.settle()
    assert door.says("2 slips are good.")


@pytest.mark.parametrize("ms", [1, 200])
def test_a_scanner_may_be_quick_or_slow(door: AtTheDoor, riverside: Joined, qtbot: QtBot, ms: int) -> None:
    (paper,) = printed(riverside, 1)
    text = paper.token if ms == 1 else paper.code
    for letter in text:
        door.types(letter)
        qtbot.wait(ms)
    door.types("", RETURN)
    qtbot.wait(ms)
    door.types("", LINE_FEED)
    door.hand.settle()
    assert door.answers() == ["ok_check" if ms == 1 else "scan_it"]
    assert door.at == ("door_slip" if ms == 1 else "door_verdict")


def test_slips_scanned_while_one_is_answered_are_all_answered(door: AtTheDoor, riverside: Joined, qtbot: QtBot) -> None:
    papers = printed(riverside, 4)
    for paper in papers:  # no wait between them: the first is still being judged
        door.types(paper.token, RETURN)
    qtbot.waitUntil(lambda: door.says("4 slips are good."), timeout=20_000)
    door.press("Take 4 slips")
    assert door.says("Welcome. Come in.")
    assert door.taken() == 4


def test_each_verdict_is_seen_before_the_next_slip_takes_its_place(
    door: AtTheDoor, riverside: Joined, qtbot: QtBot
) -> None:
    (paper,) = printed(riverside, 1)
    door.window.gallery.hearing.seen_ms = 400
    door.scan("https://example.org")
    assert door.at == "door_verdict"
    door.types(paper.token, RETURN)
    qtbot.wait(60)
    assert door.at == "door_verdict"
    qtbot.waitUntil(lambda: door.at == "door_slip", timeout=20_000)
    assert door.answers() == ["not_a_slip", "ok_check"]


def test_a_bad_slip_between_good_ones_drops_none(door: AtTheDoor, riverside: Joined) -> None:
    one, other = printed(riverside, 2)
    door.scan(one.token)
    door.scan("5000159407236")
    assert door.says("This is not a slip.")
    door.press("Next slip")
    assert door.says("This slip is good.")
    door.scan(other.token)
    door.press("Take 2 slips")
    assert door.taken() == 2


def test_the_same_slip_twice_in_one_hand_counts_once(door: AtTheDoor, riverside: Joined) -> None:
    (paper,) = printed(riverside, 1)
    door.scan(paper.token)
    door.scan(paper.token)
    assert door.says("That slip is here already.")
    door.press("Take it")
    assert door.taken() == 1
    door.scan(paper.token)
    assert door.says("This slip is already in.")


def test_a_slip_scanned_where_a_code_is_typed_is_taken_as_a_slip(door: AtTheDoor, riverside: Joined) -> None:
    (paper,) = printed(riverside, 1)
    door.press("Type it in")
    assert door.at == "door_code"
    door.scan(paper.token)
    assert door.says("This slip is good.")


def test_a_code_typed_on_a_keyboard_forgives_letters(door: AtTheDoor, riverside: Joined) -> None:
    (paper,) = printed(riverside, 1)
    door.press("Type it in")
    typed = paper.code.lower().replace("0", "o").replace("1", "l").replace("-", " ")
    door.types(typed)
    shown = door.hand.screen.findChildren(type(door.hand.screen))  # the page itself has none inside
    assert shown == []
    assert door.says(paper.code)
    door.scan("")
    assert door.says("Please scan this slip.")  # a whole code, of a slip whose print is not here


def test_a_wrong_letter_of_a_code_is_noticed(door: AtTheDoor, riverside: Joined) -> None:
    (paper,) = printed(riverside, 1)
    wrong = ("8" if paper.code[0] != "8" else "9") + paper.code[1:]
    door.press("Type it in")
    door.scan(wrong)
    assert door.says("This is not a slip.")


def test_a_pasted_message_may_have_slips_in_it(door: AtTheDoor, riverside: Joined) -> None:
    one, other = printed(riverside, 2)
    QGuiApplication.clipboard().setText(f"Hello! Your slips:\n{one.token}\n\n{other.token} See you 🙂")
    QTest.keyClick(door.hand.screen, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    door.hand.settle()
    assert door.says("2 slips are good.")


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000,
        "🙂🎟️👋",
        "",
        "https://example.org/menu?table=4",
        "WIFI:S:Cafe;T:WPA;P:teatime;;",
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nTEL:01632 960001\nEND:VCARD",
        "5000159407236",
        "TC1" + "0" * 141,
        "TC1ABCDEF",
    ],
)
def test_whatever_is_pasted_has_one_clear_answer(door: AtTheDoor, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    door.press("Paste it")
    assert door.at == "door_verdict"
    assert door.says("This is not a slip.") or door.says("This slip is not from here.")
    assert len(door.answers()) == 1
    door.press("Next slip")
    assert door.at == "door"


def test_what_a_scanner_reads_of_other_codes_has_one_clear_answer(door: AtTheDoor) -> None:
    for text in ("https://example.org/menu", "WIFI:S:Cafe;T:WPA;P:tea;;", "5000159407236", "TC1ABCDEF" * 3):
        door.scan(text)
        assert door.says("This is not a slip.")
    assert door.answers() == ["not_a_slip"] * 4
