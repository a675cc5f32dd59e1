"""Help: it lies over the screen it was asked from, names each thing there, and calls a worker."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.views.kit.guide import Guide
from tests.journeys.at_work import CentreAtWork
from tests.views.checker import names


def guide(centre: CentreAtWork) -> Guide | None:
    """The guide over the screen, while there is one."""
    found = [one for one in centre.screen.findChildren(Guide) if one.isVisible()]
    return found[0] if found else None


def test_show_me_names_each_thing_a_press_at_a_time(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("My credits", "Help", "Show me")
    assert centre.screen.name == "my_credits"

    things, told = names(centre.screen), []
    while (now := guide(centre)) is not None:
        told.append(now.accessibleName())
        QTest.mouseClick(now, Qt.MouseButton.LeftButton)
    assert told == things
    assert centre.screen.name == "my_credits"


def test_show_me_goes_on_by_keys_and_ends_by_escape(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Help", "Show me")
    first = guide(centre)
    assert first is not None
    assert first.hasFocus()
    before = first.accessibleName()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert first.accessibleName() != before
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert guide(centre) is None
    centre.press("My credits")
    assert centre.screen.name == "my_credits"


def test_back_from_help_leads_to_where_it_was_asked_for(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("I helped", "Made tea", "Help", "Back")
    assert centre.screen.name == "how_long"
    centre.press("Back")
    assert centre.screen.name == "what_helped"


def test_a_worker_is_called_until_somebody_presses(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("I helped", "Made tea", "Help", "Get a worker")
    assert names(centre.screen) == ["Ann would like help"]

    centre.press("Ann would like help")
    assert centre.screen.name == "how_long"
    centre.press("Half an hour", "On my own")
    assert centre.says("Thank you, Ann!")
