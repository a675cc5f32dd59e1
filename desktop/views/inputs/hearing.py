"""Begins to hear, at the one window, what is pressed there: before its screens do."""

from collections.abc import Callable

from desktop.settings import Settings
from desktop.views.inputs.pointing import Pointing
from desktop.views.inputs.switches import Switches
from desktop.views.window import Window


def hear_presses(window: Window, settings: Settings, *, now: Callable[[], int] | None = None) -> Switches:
    """Hear fingers, mice and switches, each in the way of whoever sits there; it goes with the window.

    settings: of this PC, until somebody signs in. now: milliseconds of a clock that never goes back; Qt's, if None.
    """
    Pointing(window, settings, now=now)
    return Switches(window, settings, now=now)  # the later one hears first: a mouse can be a switch
