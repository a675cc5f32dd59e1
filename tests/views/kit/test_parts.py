"""The smaller parts: coins that count, keypads, fields, rows, what a screen reader is told."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.views.kit.art import Symbol
from desktop.views.kit.coins_panel import CoinsPanel
from desktop.views.kit.fields import ChoiceField, NumberField, TextField, TickField
from desktop.views.kit.heading import Heading
from desktop.views.kit.keypad import CROCKFORD, Keypad
from desktop.views.kit.person import Person
from desktop.views.kit.rows import Action, Row, RowList, Stack
from desktop.views.kit.screen import Screen
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.table import Table
from desktop.views.kit.telling import heard_as
from desktop.views.kit.tile import Style, Tile, TileButton
from desktop.views.parts.staff_form import Form
from desktop.views.texts import Texts
from desktop.views.theme import Look
from tests.views.checker import check, find, names, press

LOOK = Look()


class Sample(Screen):
    name = "sample"


class People(StaffPage):
    name = "people"
    nav = "to_people"


def test_coins_are_counted_one_press_a_coin_and_then_again(texts: Texts) -> None:
    coins = CoinsPanel(LOOK, texts)
    coins.show_coins(3, "You have 3 credits")
    said: list[int] = []
    coins.counted.connect(said.append)
    for _ in range(4):
        coins.click()
    assert said == [1, 2, 3, 1]
    assert coins.accessibleDescription() == "1 credit"


def test_counting_turns_the_page(texts: Texts) -> None:
    coins = CoinsPanel(LOOK, texts)
    coins.show_coins(37, "You have 37 credits")
    screen = Sample(LOOK, texts)
    screen.set_body(coins)
    assert "More" in names(screen)
    before = screen.grab().toImage()
    for _ in range(21):
        coins.click()
    assert coins.reached == 21
    assert screen.grab().toImage() != before


def test_no_coins_cannot_be_counted(texts: Texts) -> None:
    coins = CoinsPanel(LOOK, texts)
    coins.show_coins(0, "No coins yet.")
    coins.click()
    assert coins.reached == 0


def test_a_pin_is_typed_hidden_rubbed_out_and_done(texts: Texts) -> None:
    pad = Keypad(LOOK, texts, hidden=True, most=4)
    screen = Sample(LOOK, texts)
    screen.set_body(pad)
    typed: list[str] = []
    pad.typed.connect(typed.append)
    for name in ("1", "2", "9", "Rub out", "3", "4", "5", "Done"):
        press(screen, name)
    assert typed == ["1234"]
    assert "1234" not in {label.text() for label in screen.findChildren(Heading)}


def test_done_with_nothing_typed_says_nothing(texts: Texts) -> None:
    pad = Keypad(LOOK, texts)
    typed: list[str] = []
    pad.typed.connect(typed.append)
    pad.press("\r")
    assert typed == []


def test_a_real_keyboard_types_a_code_in_either_case(texts: Texts, qtbot: QtBot) -> None:
    pad = Keypad(LOOK, texts, letters=CROCKFORD, most=14)
    qtbot.addWidget(pad)
    QTest.keyClicks(pad, "4kX!7")
    assert pad.text() == "4KX7"
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    assert pad.text() == "4KX"


def test_fields_say_what_they_hold_and_what_is_wrong(texts: Texts) -> None:
    assert texts is not None
    name = TextField("Name", LOOK, value=" Ann ")
    assert name.value() == "Ann"
    name.say("Two people have this name.")
    group = ChoiceField("Group", LOOK, [(1, "Sun"), (2, "Leaf")], value=2)
    assert group.value() == 2
    assert NumberField("Minutes", LOOK, value=30).number() == 30
    assert NumberField("Minutes", LOOK).number() is None
    assert TickField("Drives", LOOK, value=True).value()


def test_the_wheel_over_a_closed_list_chooses_nothing(texts: Texts, qtbot: QtBot) -> None:
    """Who scrolls a long form down to Save must not change the room on the way."""
    assert texts is not None
    room = ChoiceField("Room", LOOK, [(1, "Hall"), (2, "Kitchen")], value=1)
    qtbot.addWidget(room)
    (box,) = room.findChildren(QComboBox)
    turned = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt's signature
    )  # fmt: skip
    QApplication.sendEvent(box, turned)
    assert room.value() == 1
    assert not turned.isAccepted()


def test_a_field_needs_a_label(texts: Texts) -> None:
    assert texts is not None
    with pytest.raises(ValueError, match="needs a label"):
        TextField(" ", LOOK)


def test_rows_answer_with_the_action_and_the_value(texts: Texts) -> None:
    page = People(LOOK, texts)
    page.ask("People", "Everybody who comes here.")
    rows = RowList(LOOK)
    page.set_body(rows, scrolls=True)
    rows.show_rows([Row(7, "Ann", "Sun group", Symbol("gh:person-grey-bun"), (Action("open", "Open", strong=True),))])
    acted: list[tuple[str, object]] = []
    rows.acted.connect(lambda action, value: acted.append((action, value)))
    press(page, "Open")
    assert acted == [("open", 7)]
    assert check(page) == []


def test_the_place_we_are_in_is_marked_and_others_are_doors(texts: Texts) -> None:
    page = People(LOOK, texts)
    page.ask("People")
    assert find(page, "People").isChecked()
    left: list[int] = []
    page.lock.connect(lambda: left.append(1))
    press(page, "Lock")
    assert left == [1]


def test_what_has_the_focus_scrolls_into_sight(texts: Texts, qtbot: QtBot) -> None:
    page = People(LOOK, texts)
    page.ask("People")
    rows = RowList(LOOK)
    page.set_body(rows, scrolls=True)
    rows.show_rows([Row(n, f"Person {n}", actions=(Action("open", f"Open {n}"),)) for n in range(30)])
    qtbot.addWidget(page)
    page.show()
    last = find(page, "Open 29")
    assert last.visibleRegion().isEmpty()
    last.setFocus()
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())


def test_what_has_room_once_it_is_as_wide_as_the_page_has_no_bar_to_scroll_by(texts: Texts) -> None:
    page = People(LOOK, texts)
    page.ask("Minibus")
    rows = [[(f"{row} {place}", TextField("Seats", page.look)) for place in range(3)] for row in range(2)]
    page.set_body(Stack(page.look, [Form(page.look, rows)]), scrolls=True)
    page.grab()
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    assert (bar.maximum(), bar.isVisibleTo(page)) == (0, False)


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("width", [1024, 1366])
def test_a_staff_form_fits(texts: Texts, percent: int, width: int) -> None:
    look = Look(text_percent=percent, width=width)
    page = People(look, texts)
    page.ask("Ann", "Changes are kept at once.")
    table = Table("Slips that are out", ["Code", "Whose"], look)
    table.show_lines([("4KX7M-2QP9R-HTCD", "Ann")])
    page.set_body(table)
    assert check(page) == []


def test_screen_readers_hear_headings_names_and_who_is_here(texts: Texts, qtbot: QtBot) -> None:
    screen = Sample(LOOK, texts)
    screen.ask("How long?")
    screen.set_person(Person("Ann", Symbol("gh:person-grey-bun"), ("Jo", Symbol("gh:person-beard-and-wheelchair"))))
    heading = QAccessible.queryAccessibleInterface(screen.findChildren(Heading)[0])
    assert heading.role() == QAccessible.Role.Heading
    assert heading.text(QAccessible.Text.Name) == "How long?"
    screen.ask("Who with?")
    assert heading.text(QAccessible.Text.Name) == "Who with?"
    assert "Me. Jo is here." in names(screen)
    button = QAccessible.queryAccessibleInterface(find(screen, "Help"))
    assert button.role() == QAccessible.Role.Button
    pressed: list[int] = []
    screen.help.connect(lambda: pressed.append(1))
    button.actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: pressed == [1])


def test_a_tile_may_be_said_otherwise_than_it_is_called(texts: Texts) -> None:
    assert texts is not None
    style = Style(label_px=32, label_room=80)
    plain = TileButton(Tile(1, "Tea", None, detail="10 o'clock"), style, Look())
    other = TileButton(Tile(1, "Tea", None, detail="10 o'clock", spoken="A cup of tea at 10"), style, Look())
    assert (heard_as(plain), heard_as(other)) == ("Tea. 10 o'clock", "A cup of tea at 10")
    assert other.accessibleName() == "Tea"
