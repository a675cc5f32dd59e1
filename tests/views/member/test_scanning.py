"""A USB scanner at Use a slip: it types wherever the focus is, in its own manner, and presses nothing."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.journeys.at_work import CentreAtWork


def typed(centre: CentreAtWork, text: str, ending: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type as a scanner does, with real key events at the window."""
    window = centre.window.windowHandle()
    for key, letter in [*((Qt.Key(0), letter) for letter in text), (ending, "\r")]:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(window, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))
    centre.hand.settle()


@pytest.fixture
def token(centre: CentreAtWork) -> str:
    """A thank-you slip of one credit."""
    slip = centre.ask(lambda: centre.services.slips.print_thanks(1, 60))[0]
    centre.sign_in("Ann").press("My credits", "Use a slip")
    return slip.token


def test_a_scan_ends_with_enter(centre: CentreAtWork, token: str) -> None:
    typed(centre, token)
    assert centre.screen.name == "slip_ok"


def test_a_scan_may_end_with_tab(centre: CentreAtWork, token: str) -> None:
    typed(centre, token, Qt.Key.Key_Tab)
    assert centre.screen.name == "slip_ok"


def test_caps_lock_turns_letters_small_and_changes_nothing(centre: CentreAtWork, token: str) -> None:
    typed(centre, token.swapcase())
    assert centre.screen.name == "slip_ok"


def test_a_few_letters_are_noise_and_their_enter_presses_nothing(centre: CentreAtWork, token: str) -> None:
    assert token
    typed(centre, "abc")
    assert centre.screen.name == "use_slip"


def test_enter_alone_presses_what_has_the_focus(centre: CentreAtWork, token: str) -> None:
    assert token
    typed(centre, "")
    assert centre.screen.name == "my_credits"  # Back is the first thing to press there


def test_what_is_no_slip_is_told_kindly(centre: CentreAtWork, token: str) -> None:
    assert token
    typed(centre, "https://example.org/menu")
    assert centre.screen.name == "slip_verdict"
    assert centre.says("This is not a slip.")
    centre.press("Back")
    assert centre.screen.name == "use_slip"


def test_a_slip_handed_in_a_moment_ago_is_counted_once(centre: CentreAtWork, token: str) -> None:
    typed(centre, token)
    centre.press("Into my credits")
    after = centre.credits("Ann")

    centre.press("Home", "My credits", "Use a slip")
    typed(centre, token)
    assert centre.says("This slip is already in.")
    assert centre.credits("Ann") == after


def test_a_worker_types_the_code(centre: CentreAtWork) -> None:
    slip = centre.ask(lambda: centre.services.slips.print_thanks(1, 60))[0]
    before = centre.credits("Ann").available_minutes
    centre.sign_in("Ann").press("My credits", "Use a slip", "Type it in")
    centre.press(*slip.code.replace("-", ""), "Done")
    assert centre.screen.name == "slip_ok"

    centre.press("Into my credits")
    assert centre.credits("Ann").available_minutes == before + 60
    centre.press("Undo")
    assert centre.credits("Ann").available_minutes == before
