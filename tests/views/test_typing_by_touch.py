"""Whoever has no keys writes by touch: the keyboard comes up under a field, types what its keys say, and goes."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.kit.fields import TextField
from desktop.views.kit.keyboard import Keyboard, LetterKey, keyboard_on, letters_in
from desktop.views.kit.ring import FocusRing
from desktop.views.kit.screen import Screen
from desktop.views.kit.scroll import scrolled
from desktop.views.language_file import languages
from desktop.views.surroundings import surround
from desktop.views.texts import texts_in
from desktop.views.theme import Look
from desktop.views.typing_by_touch import TypingByTouch
from tests.views.staff.conftest import no_keyring, pc, practice_folder, staff  # noqa: F401  fixtures
from tests.views.staff.pc import StaffPc

CAPITAL: Final = "Capital letter"
_FINGER: Final = QPointingDevice(
    "screen",
    7,
    QInputDevice.DeviceType.TouchScreen,
    QPointingDevice.PointerType.Finger,
    QInputDevice.Capability.Position,
    1,
    1,
)


class Typist:
    """A finger at a PC without keys."""

    def __init__(self, at: StaffPc, app: QApplication) -> None:
        self.at = at
        self.typing = TypingByTouch(app, at.window, lambda: at.house.settings)

    @property
    def keyboard(self) -> Keyboard | None:
        return keyboard_on(self.at.screen)

    def sees_keys(self) -> bool:
        return self.keyboard is not None

    def touch(self, part: QWidget, *, by_mouse: bool = False) -> None:
        """Press and lift, as Qt makes a press of the mouse out of a touch."""
        middle = QPointF(part.rect().center())
        there = part.mapToGlobal(middle)
        if part.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            part.setFocus(Qt.FocusReason.MouseFocusReason)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        device = QPointingDevice.primaryPointingDevice() if by_mouse else _FINGER
        for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
            event = QMouseEvent(kind, middle, there, left, held, Qt.KeyboardModifier.NoModifier, device)
            QApplication.sendEvent(part, event)
        QApplication.processEvents()

    def field(self, name: str) -> QLineEdit:
        found = [one for one in self.at.screen.findChildren(QLineEdit) if one.accessibleName() == name]
        assert len(found) == 1
        return found[0]

    def type(self, *keys: str) -> None:
        for name in keys:
            assert self.keyboard is not None
            self.touch(next(k for k in self.keyboard.findChildren(LetterKey) if k.accessibleName() == name))


def lying_on(screen: QWidget) -> dict[QWidget, QRect]:
    """Where everything lies that can be seen, but the ring."""
    parts = screen.findChildren(QWidget, "", Qt.FindChildOption.FindDirectChildrenOnly)
    return {part: part.geometry() for part in parts if part.isVisible() and not isinstance(part, FocusRing)}


@pytest.fixture
def typist(staff: StaffPc, qapp: QApplication) -> Iterator[Typist]:  # noqa: F811
    made = Typist(staff, qapp)
    staff.press("People", "staff_people")
    staff.press("Add a member", "staff_member")
    yield made
    qapp.removeEventFilter(made.typing)


def test_a_welsh_name_is_typed_by_touch_and_kept(typist: Typist, monkeypatch: pytest.MonkeyPatch) -> None:
    at = typist.at
    monkeypatch.setattr(at.screen, "texts", texts_in("cy"))
    typist.touch(typist.field("Name"))
    assert typist.keyboard is not None
    typist.type("Llythyren fawr", "S", "i", "â", "n", "Bwlch", "Llythyren fawr", "W", "y", "n", "n", "e", "Dileu")
    assert at.typed("Name") == "Siân Wynn"
    typist.type("Wedi gorffen")
    assert not typist.sees_keys()
    at.press("Save", "staff_people")
    assert at.member("Siân Wynn").name == "Siân Wynn"


def test_the_field_is_in_sight_above_the_keys_and_all_comes_back(typist: Typist) -> None:
    screen = typist.at.screen
    before = lying_on(screen)
    field = typist.field("Known as (if you like)")
    typist.touch(field)
    keyboard = typist.keyboard
    assert keyboard is not None
    assert field.mapTo(screen, field.rect().bottomLeft()).y() < keyboard.y()
    assert not field.visibleRegion().isEmpty()
    for part in screen.focus_order():
        area = next((one for one in screen.findChildren(QScrollArea) if one.isAncestorOf(part)), None)
        if area is None and not keyboard.isAncestorOf(part):
            assert part.geometry().bottom() < keyboard.y()
    typist.type("Done")
    assert lying_on(screen) == before


def test_a_mouse_brings_no_keyboard_unless_the_pc_is_set_so(typist: Typist) -> None:
    typist.touch(typist.field("Name"), by_mouse=True)
    assert not typist.sees_keys()
    house = typist.at.house
    house.use(replace(house.settings, has_screen_keys=True, has_keys_by_alphabet=False))
    typist.touch(typist.field("Name"), by_mouse=True)
    assert typist.keyboard is not None
    names = [key.accessibleName() for key in typist.keyboard.rows[1]]
    assert names == list("qwertyuiop")


def test_it_is_there_with_all_that_surrounds_the_window(staff: StaffPc, qapp: QApplication) -> None:  # noqa: F811
    surround(qapp, staff.window, staff.house)
    typing = staff.window.findChild(TypingByTouch)
    assert typing is not None
    staff.press("People", "staff_people")
    field = staff.screen.findChild(QLineEdit)
    assert field is not None
    finger = QTest.createTouchDevice()
    QTest.touchEvent(staff.window, finger).press(0, field.mapTo(staff.window, field.rect().center())).commit()
    QTest.touchEvent(staff.window, finger).release(0, field.mapTo(staff.window, field.rect().center())).commit()
    QApplication.processEvents()
    keyboard = keyboard_on(staff.screen)
    assert keyboard is not None
    for letter in "ann":
        keyboard.press(letter)
    assert field.text() == "ann"
    qapp.removeEventFilter(typing)


def test_real_keys_go_on_working_while_it_is_up(typist: Typist) -> None:
    field = typist.field("Name")
    typist.touch(field)
    typist.type("a")
    QTest.keyClicks(field, "nn")
    typist.type("e")
    assert field.text() == "anne"


def test_it_goes_when_the_focus_goes_elsewhere_and_follows_to_another_field(typist: Typist) -> None:
    typist.touch(typist.field("Name"))
    typist.touch(typist.field("Known as (if you like)"))
    typist.type("z")
    assert typist.at.typed("Known as (if you like)") == "z"
    assert typist.at.typed("Name") == ""
    typist.at.press("Cancel", "staff_people")
    assert typist.typing._keyboard is None


def test_its_keys_are_walked_after_the_page(typist: Typist) -> None:
    typist.touch(typist.field("Name"))
    assert typist.keyboard is not None
    keys = [key for row in typist.keyboard.rows for key in row]
    assert typist.at.screen.focus_order()[-len(keys) :] == keys


@pytest.mark.parametrize("language", languages())
def test_both_orders_have_the_same_letters(language: str) -> None:
    texts = texts_in(language)
    by_alphabet, as_keys = (
        [letter for row in letters_in(texts, 13, by_alphabet=by) for letter in row] for by in (True, False)
    )
    assert sorted(by_alphabet) == sorted(as_keys)
    assert len(set(by_alphabet)) == len(by_alphabet)
    assert set("abcdefghijklmnopqrstuvwxyz") <= set(by_alphabet)


class _Asking(Screen):
    """A page that a switch scans, with one field."""

    name = "asking"

    def fill(self, _state: Any) -> None:
        self.ask("What is your name?")
        self.line = TextField("Name", self.look)
        self.set_body(scrolled(self.look, self.line))


def test_one_switch_reaches_every_key_row_by_row(qtbot: QtBot) -> None:
    screen = _Asking(Look(), texts_in("cy"))
    qtbot.addWidget(screen)
    screen.fill(None)
    screen.show()
    field = screen.findChild(QLineEdit)
    assert field is not None
    keyboard = Keyboard(screen.look, screen.texts, screen)
    keyboard.type_into(field)
    keyboard.show()

    def take(name: str) -> None:
        thing = next(one for row in screen.scan_rows() for one in row if one.accessibleName() == name)
        assert isinstance(thing, LetterKey)
        thing.click()

    for name in ("Llythyren fawr", "Ŵ", "y", "n"):
        take(name)
    assert field.text() == "Ŵyn"
    assert [list(row) for row in screen.scan_rows()[-len(keyboard.rows) :]] == keyboard.rows
