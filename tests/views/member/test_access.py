"""How a member likes things is live from sign-in, and gone for whoever comes next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.settings import Settings
from desktop.views.contrast import contrast_theme, follow_contrast
from desktop.views.theme import THEMES, Look
from ledger.domain.access import AccessWritten, Colours, Hand, Speech, TextSize
from tests.journeys.at_work import CentreAtWork


def left_of(screen: QWidget, one: str, other: str) -> bool:
    """Whether one thing to press lies left of another."""
    places = {
        part.accessibleName(): part.mapTo(screen, part.rect().center()).x() for part in screen.findChildren(QWidget)
    }
    return places[one] < places[other]


def test_things_are_as_a_member_likes_them_until_they_finish(centre: CentreAtWork) -> None:
    told: list[Settings] = []
    centre.window.settled.connect(told.append)
    ann = centre.member("Ann").id
    own = AccessWritten(ann, Colours.YELLOW_ON_BLACK, TextSize.LARGE, Hand.LEFT, speech=Speech.ON_FOCUS)
    centre.ask(lambda: centre.services.access.write(own))

    centre.sign_in("Ann")
    look = centre.screen.look
    assert (look.theme.name, look.text_percent, look.left_handed) == ("yellow-on-black", 150, True)
    assert told[-1] == replace(
        Settings(), theme="yellow-on-black", text_percent=150, hand=Hand.LEFT, speech=Speech.ON_FOCUS
    )
    centre.press("My credits")
    assert left_of(centre.screen, "Help", "Me")
    assert left_of(centre.screen, "Spend", "Back")

    centre.press("Home", "Finish")
    assert centre.screen.look.theme.name == "calm-light"
    assert told[-1] == Settings()
    centre.sign_in("Bob")
    assert centre.screen.look == replace(Look(), width=centre.screen.look.width, height=centre.screen.look.height)


def test_they_are_there_again_the_next_day(centre: CentreAtWork) -> None:
    ann = centre.member("Ann").id
    centre.ask(lambda: centre.services.access.write(AccessWritten(ann, Colours.CALM_DARK)))
    centre.closed_and_reopened().sign_in("Ann")
    assert centre.screen.look.theme.name == "calm-dark"


def test_a_screen_for_the_right_hand_is_as_ever(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("My credits")
    assert left_of(centre.screen, "Me", "Help")
    assert left_of(centre.screen, "Back", "Spend")


class Hints(QObject):
    """Stands for a system whose high contrast is turned on and off."""

    contrastPreferenceChanged = Signal()  # noqa: N815  as Qt calls it
    colorSchemeChanged = Signal()  # noqa: N815  as Qt calls it

    def __init__(self) -> None:
        super().__init__()
        self.wish, self.scheme = Qt.ContrastPreference.NoPreference, Qt.ColorScheme.Light

    def accessibility(self) -> Hints:
        return self

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802  as Qt calls it
        return self.wish

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802  as Qt calls it
        return self.scheme


@pytest.fixture
def hints(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Hints:
    made = Hints()
    monkeypatch.setattr(qapp, "styleHints", lambda: made, raising=False)
    return made


@pytest.mark.parametrize(
    ("scheme", "theme"),
    [(Qt.ColorScheme.Light, "black-on-yellow"), (Qt.ColorScheme.Dark, "yellow-on-black")],
)
def test_the_contrast_a_system_asks_for_is_honoured_at_once(
    centre: CentreAtWork, hints: Hints, qapp: QApplication, scheme: Qt.ColorScheme, theme: str
) -> None:
    follow_contrast(qapp, centre.window, centre.house)
    hints.wish, hints.scheme = Qt.ContrastPreference.HighContrast, scheme
    hints.contrastPreferenceChanged.emit()
    centre.hand.settle()
    assert centre.screen.look.theme.name == theme
    hints.wish = Qt.ContrastPreference.NoPreference
    hints.contrastPreferenceChanged.emit()
    centre.hand.settle()
    assert centre.screen.look.theme.name == "calm-light"


def test_what_a_member_chose_comes_before_what_the_system_asks(centre: CentreAtWork) -> None:
    ann = centre.member("Ann").id
    centre.ask(lambda: centre.services.access.write(AccessWritten(ann, Colours.CALM_DARK)))
    centre.house.contrast_theme = "black-on-yellow"
    centre.sign_in("Bob")
    assert centre.screen.look.theme.name == "black-on-yellow"
    centre.sign_in("Ann")
    assert centre.screen.look.theme.name == "calm-dark"


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_of_high_contrast_that_staff_chose_stays(centre: CentreAtWork, theme: str) -> None:
    centre.house.settings = Settings(theme=theme)
    centre.house.contrast_theme = "black-on-yellow"
    expected = {"yellow-on-black": "yellow-on-black"}.get(theme, "black-on-yellow")
    assert centre.house.here.theme == expected


def test_a_system_without_a_scheme_is_asked_for_its_colours(hints: Hints, qapp: QApplication) -> None:
    hints.wish, hints.scheme = Qt.ContrastPreference.HighContrast, Qt.ColorScheme.Unknown
    assert contrast_theme(qapp) == "black-on-yellow"
