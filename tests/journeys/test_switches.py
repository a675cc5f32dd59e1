"""Switches, fingers and pointers at the real window: badly wired, stuck, shaking, resting, and whose they are."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from desktop.services.practice import PRACTICE_PIN
from desktop.views import screens
from desktop.views.inputs.hearing import hear_presses
from desktop.views.inputs.rules import STUCK_MS
from desktop.views.inputs.scan import FIRST_SWITCH, Now
from desktop.views.inputs.switches import Switches
from desktop.views.kit.dwell_ring import DwellRing
from desktop.views.kit.scan_frame import ScanFrame
from ledger.domain.access import AccessWritten, PressOn, ScanWay, Way
from tests.journeys.at_work import CentreAtWork
from tests.journeys.fingers import ByScan, Clock, by_touch

NO_KEYS = Qt.KeyboardModifier.NoModifier
SPACE = Qt.Key.Key_Space


def likes(centre: CentreAtWork, own: AccessWritten) -> None:
    """Keep how Ann presses."""
    centre.ask(lambda: centre.services.access.write(own))


def ann(centre: CentreAtWork, way: Way = Way.AS_HERE) -> AccessWritten:
    """How Ann presses, a second a thing and two on the first."""
    return AccessWritten(centre.member("Ann").id, way=way, press_on=PressOn.DOWN, scan_ms=1_000, first_item_ms=2_000)


def at_home_by_switch(centre: CentreAtWork) -> ByScan:
    likes(centre, ann(centre, Way.ONE_SWITCH))
    finger = ByScan(centre)
    centre.sign_in("Ann")
    return finger


def there(centre: CentreAtWork, name: str) -> QAbstractButton:
    """A thing by its name."""
    found = centre.screen.findChildren(QAbstractButton)
    return next(one for one in found if one.accessibleName() == name and one.isVisible())


def middle(centre: CentreAtWork, name: str) -> QPoint:
    """Where a thing lies at the window."""
    button = there(centre, name)
    return button.mapTo(centre.window, button.rect().center())


def test_the_first_press_at_sign_in_starts_the_scan_at_two_seconds(centre: CentreAtWork) -> None:
    finger = ByScan(centre)
    centre.hand.open("who_group")
    assert not finger.switches.lit_now
    finger.press(FIRST_SWITCH)
    assert finger.switches.lit_now
    assert finger.switches.scan.rules.first_ms == finger.switches.scan.rules.item_ms == 2_000
    assert centre.screen.name == "who_group"


def test_the_frame_lies_around_what_is_lit_and_goes_with_the_scan(centre: CentreAtWork) -> None:
    finger = at_home_by_switch(centre)
    frame = centre.window.findChild(ScanFrame)
    assert frame is not None
    row = finger.switches.lit_now
    assert all(frame.geometry().contains(part.mapTo(centre.window, part.rect().center())) for part in row)
    finger.wait(600_000)
    assert finger.switches.scan.now is Now.RESTING
    assert not frame.isVisible()


def test_few_things_are_lit_one_by_one_and_then_the_bars_by_rows(centre: CentreAtWork) -> None:
    finger = at_home_by_switch(centre)
    assert finger.switches.scan.shape == (1, 1, 1, 1, 1, 1, 1, 2)
    centre.press("I helped")
    assert finger.switches.scan.shape[:2] == (3, 3)


def test_by_step_rows_spare_steps_also_where_there_are_few_things(centre: CentreAtWork) -> None:
    likes(centre, replace(ann(centre, Way.TWO_SWITCHES), scan_way=ScanWay.BY_STEP))
    finger = ByScan(centre)
    centre.sign_in("Ann")
    assert finger.switches.scan.shape == (3, 3, 1, 2)


def test_a_key_that_repeats_is_one_press(centre: CentreAtWork) -> None:
    finger = at_home_by_switch(centre)
    handle = centre.window.windowHandle()
    for _ in range(5):
        QTest.keyPress(handle, SPACE)
        finger.wait(20)
    QTest.keyRelease(handle, SPACE)
    finger.wait(100)
    centre.hand.settle()
    assert centre.screen.name == "what_helped"
    assert len(finger.switches.lit_now) == 3  # a second press would be inside the row


def test_a_stuck_switch_is_one_press_then_quiet_and_workers_are_told(centre: CentreAtWork) -> None:
    finger = at_home_by_switch(centre)
    told = told_by(finger.switches, centre)
    handle = centre.window.windowHandle()
    QTest.keyPress(handle, SPACE)
    centre.hand.settle()
    finger.wait(STUCK_MS + 1)
    assert (finger.switches.lit_now, centre.screen.name) == ((), "what_helped")
    assert told == ["stuck"]
    finger.wait(600_000)
    assert [need.what for need in centre.ask(centre.services.attention.all)].count("stuck_switch") == 1
    QTest.keyRelease(handle, SPACE)
    finger.wait(100)
    assert told == ["stuck", "freed"]
    assert all(need.what != "stuck_switch" for need in centre.ask(centre.services.attention.all))


def told_by(switches: Switches, centre: CentreAtWork) -> list[str]:
    """What the switches say of themselves from now on; workers hear it."""
    told: list[str] = []
    for signal, word in ((switches.stuck, "stuck"), (switches.freed, "freed")):
        signal.connect(lambda word=word: told.append(word))
        signal.connect(lambda word=word: centre.house.tell_stuck_switch(is_stuck=word == "stuck"))
    return told


def test_a_button_of_the_mouse_is_a_switch_for_whoever_uses_one(centre: CentreAtWork) -> None:
    centre.house.use(replace(centre.house.settings, first_switch="mouse-left"))
    finger = at_home_by_switch(centre)
    lit = finger.switches.lit_now
    QTest.mouseClick(centre.window.windowHandle(), Qt.MouseButton.LeftButton, NO_KEYS, middle(centre, "My week"))
    finger.wait(100)
    centre.hand.settle()
    assert [thing.accessibleName() for thing in lit] == ["I helped"]
    assert centre.screen.name == "what_helped"


def test_walking_by_keys_and_touching_go_on_without_the_scan(centre: CentreAtWork) -> None:
    finger = ByScan(centre)
    centre.hand.open("who_group")
    finger.press(FIRST_SWITCH)
    QTest.keyClick(centre.window.windowHandle(), Qt.Key.Key_Tab)
    assert finger.switches.lit_now == ()
    finger.clock.now_ms += 1_000
    QTest.keyClick(centre.window.windowHandle(), Qt.Key.Key_Return)
    centre.hand.settle()
    assert centre.screen.name == "who_face"


def test_the_scan_reaches_problems_and_what_asks_whether_one_is_there(centre: CentreAtWork) -> None:
    finger = at_home_by_switch(centre)
    centre.window.hide_visit()
    centre.hand.settle()
    assert centre.screen.name == "still_here"
    centre.hand.finger = finger
    centre.press("Yes")
    assert centre.screen.name == "home"


def test_a_slow_scan_is_never_hidden_before_three_rounds(centre: CentreAtWork) -> None:
    likes(centre, replace(ann(centre, Way.ONE_SWITCH), scan_ms=5_000, first_item_ms=10_000))
    finger = ByScan(centre)
    waits: list[int] = []
    finger.switches.needs_quiet_ms.connect(waits.append)
    centre.sign_in("Ann")
    rows = len(finger.switches.scan.shape)
    assert waits[-1] == 3 * (10_000 + (rows - 1) * 5_000)


def test_resting_presses_and_a_ring_fills_meanwhile(centre: CentreAtWork) -> None:
    likes(centre, replace(ann(centre, Way.DWELL), dwell_ms=1_000))
    clock = Clock()
    hear_presses(centre.window, centre.house.here, now=clock)
    centre.sign_in("Ann")
    for name in ("I helped", "My week"):
        QTest.mouseMove(centre.window.windowHandle(), middle(centre, name))
        QTest.qWait(100)
    clock.now_ms += 500
    QTest.qWait(100)
    ring = centre.window.findChild(DwellRing)
    assert ring is not None
    assert ring.isVisible()
    assert abs(ring.part - 0.5) < 0.1
    clock.now_ms += 600
    QTest.qWait(100)
    centre.hand.settle()
    assert centre.screen.name == "my_week"


def test_a_shaking_finger_presses_once_and_a_short_touch_not_at_all(centre: CentreAtWork) -> None:
    likes(centre, replace(ann(centre, Way.TOUCH), press_on=PressOn.UP, hold_ms=400, repeat_ms=2_000))
    clock = Clock()
    hear_presses(centre.window, centre.house.here, now=clock)
    centre.sign_in("Ann")
    by_touch(centre)(there(centre, "My week"))
    centre.hand.settle()
    assert centre.screen.name == "home"

    handle, place = centre.window.windowHandle(), middle(centre, "My week")
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, NO_KEYS, place)
    clock.now_ms += 500
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, NO_KEYS, place)
    centre.hand.settle()
    assert centre.screen.name == "my_week"


def test_a_worker_types_the_pin_where_members_use_a_switch(centre: CentreAtWork) -> None:
    centre.house.use(replace(centre.house.settings, way=Way.ONE_SWITCH))
    finger = ByScan(centre)
    centre.hand.open("staff_pin")
    handle = centre.window.windowHandle()
    for digit in PRACTICE_PIN:
        QTest.keyClick(handle, Qt.Key(ord(digit)))
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    there(centre, "Done").setFocus()
    QTest.keyClick(handle, Qt.Key.Key_Return)
    centre.hand.settle()
    assert centre.screen.name == "staff_today"
    assert finger.switches.lit_now == ()


def test_members_and_doors_are_scanned_and_workers_are_not() -> None:
    for name in screens.ROOMS:
        is_workers = name.startswith(("staff_", "first_", "keep_", "new_", "from_", "five_words", "how_to"))
        is_workers = is_workers and name != "staff_secret"  # there the member presses their pictures
        assert screens.find(name).is_scanned != is_workers, name
