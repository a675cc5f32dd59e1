"""A worker tries with a member how they press: it is so at once, and kept only when that is wanted."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from desktop.views.inputs.hearing import hear_presses
from desktop.views.inputs.rules import Moves
from ledger.domain.access import AccessWritten, PressOn, Way
from tests.journeys.at_work import CentreAtWork
from tests.journeys.fingers import Clock


def at_the_page(centre: CentreAtWork) -> CentreAtWork:
    """Ann is here with somebody, and they came to the page from her photo."""
    centre.sign_in("Ann").press("Me", "Someone is with me", "Jo", "Me", "How I press")
    assert centre.screen.name == "how_to_press"
    return centre


def kept(centre: CentreAtWork) -> AccessWritten:
    """What is kept of how Ann presses."""
    ann = centre.member("Ann").id
    return centre.ask(lambda: centre.services.access.of(ann))


def test_what_is_tried_is_live_at_once_and_reaches_only_what_is_there_to_be_tried(centre: CentreAtWork) -> None:
    clock = Clock()
    switches = hear_presses(centre.window, centre.house.here, now=clock)
    at_the_page(centre).press("One switch")
    handle = centre.window.windowHandle()
    for _ in range(3):
        QTest.keyClick(handle, Qt.Key.Key_Space)
        clock.now_ms += 600
        switches.tick()
        centre.hand.settle()
    assert centre.says("You pressed Tea.")
    assert switches.scan.shape == (2, 2)


def test_keep_keeps_it_and_leads_back(centre: CentreAtWork) -> None:
    at_the_page(centre).press("Two switches", "The other way", "Keep it")
    assert centre.screen.name == "me"
    assert (kept(centre).way, kept(centre).press_on) == (Way.TWO_SWITCHES, PressOn.DOWN)


def test_put_back_leaves_everything_as_it_was(centre: CentreAtWork) -> None:
    switches = hear_presses(centre.window, centre.house.here)
    at_the_page(centre).press("One switch", "Put back")
    assert centre.screen.name == "me"
    assert kept(centre).way == Way.AS_HERE
    assert switches.scan.rules.moves is Moves.BY_ITSELF
    assert centre.visit.trying is None


def test_two_switches_on_one_key_are_told_while_it_is_set(centre: CentreAtWork) -> None:
    words = "Both switches press the same key, so they are one."
    at_the_page(centre).press("Two switches")
    assert not centre.says(words)
    centre.press("Put back")
    centre.house.use(replace(centre.house.settings, second_switch="space"))
    centre.press("How I press", "One switch")
    assert not centre.says(words)
    centre.press("Two switches")
    assert centre.says(words)


def test_this_pc_says_so_as_soon_as_both_are_chosen(centre: CentreAtWork) -> None:
    words = "Both switches press the same key, so they are one."
    centre.hand.open("staff_pc")
    box = next(b for b in centre.screen.findChildren(QComboBox) if b.accessibleName() == "The second switch presses")
    assert not centre.says(words)
    box.setCurrentText("Space")
    box.activated.emit(box.currentIndex())
    assert centre.says(words)
    box.setCurrentText("Enter")
    box.activated.emit(box.currentIndex())
    assert not centre.says(words)


def test_staff_set_it_from_a_members_page_and_for_this_pc(centre: CentreAtWork) -> None:
    ann = centre.member("Ann").id
    centre.visit.chosen["staff_member"] = ann
    centre.hand.open("staff_member")
    centre.press("How they press", "Resting pointer", "Keep it")
    assert centre.screen.name == "staff_member"
    assert kept(centre).way == Way.DWELL

    centre.hand.open("staff_settings")
    centre.press("Try it", "One switch", "A bit less", "Keep it")
    assert centre.screen.name == "staff_settings"
    assert (centre.house.settings.way, centre.house.settings.scan_ms) == (Way.ONE_SWITCH, 1_500)
