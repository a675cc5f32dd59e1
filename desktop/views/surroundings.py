"""What surrounds the window and follows how whoever sits there likes things: colours, presses, quiet, sound, speech."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.settings import Settings
from desktop.views.app import paint_in
from desktop.views.contrast import follow_contrast
from desktop.views.inputs.hearing import hear_presses
from desktop.views.quiet import Quiet, rest
from desktop.views.sounds import Sounds
from desktop.views.speaking import Speaking
from desktop.views.speech import Speech
from desktop.views.typing_by_touch import TypingByTouch

if TYPE_CHECKING:
    from desktop.views.house import House
    from desktop.views.window import Window


def surround(app: QApplication, window: "Window", house: "House") -> None:
    """Begin all of it; each goes with the window."""
    _follow_colours(app, window)
    quiet = Quiet(app)
    quiet.ask.connect(window.hide_visit)
    quiet.drop.connect(window.end_visit)
    quiet.rest.connect(lambda: rest(window))
    window.settled.connect(quiet.follow)
    window.gallery.watching.found.connect(lambda _: quiet.begin_anew())
    speech = Speech(window)
    app.aboutToQuit.connect(speech.close)
    speaking = Speaking(window, house, speech)  # before the scan: a question is said before what is lit first
    app.focusChanged.connect(speaking.focused)
    switches = hear_presses(window, house.here)
    switches.needs_quiet_ms.connect(quiet.wait_at_least)
    switches.stuck.connect(lambda: house.tell_stuck_switch(is_stuck=True))
    switches.freed.connect(lambda: house.tell_stuck_switch(is_stuck=False))
    sounds = Sounds(window)
    switches.beeped.connect(sounds.play)
    window.settled.connect(sounds.follow)
    window.sounded.connect(sounds.play)
    switches.named.connect(speaking.scanned)
    TypingByTouch(app, window, lambda: house.settings)
    follow_contrast(app, window, house)


def _follow_colours(app: QApplication, window: "Window") -> None:
    """Paint fields and lists, which Qt paints, in the colours of the theme now."""
    painted = [window.look.theme]
    paint_in(app, window.look)

    def settled(_settings: Settings) -> None:
        if window.look.theme != painted[0]:
            painted[0] = window.look.theme
            paint_in(app, window.look)

    window.settled.connect(settled)
