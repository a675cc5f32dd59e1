"""A double tap is one press: what lies under the finger on the next screen is not answered with it."""

from PySide6.QtTest import QTest

from desktop.views.driving import click
from desktop.views.gallery import REST_MS
from desktop.views.kit.press import Pressable
from tests.journeys.at_work import CentreAtWork


def test_a_double_tap_gives_no_gift_by_itself(centre: CentreAtWork) -> None:
    before = centre.credits("Ann")
    centre.sign_in("Ann").press("My credits", "Thank someone", "Bob", "3 credits")
    assert centre.screen.name == "thank_yes"
    centre.window.gallery.rest_ms = REST_MS
    yes = next(one for one in centre.screen.findChildren(Pressable) if one.accessibleName() == "Yes")

    click(yes)
    centre.hand.settle()
    assert centre.screen.name == "thank_yes"
    assert centre.credits("Ann") == before

    QTest.qWait(REST_MS)
    click(yes)
    centre.hand.settle()
    assert centre.screen.name == "thank_done"
