"""Where each screen lives; imported only when it is first shown, so that the app starts fast."""

from importlib import import_module
from typing import Final

from desktop.views.kit.screen import Screen

ROOMS: Final[dict[str, str]] = {
    # ---- sign in, home, problems ----
    "who_group": "desktop.views.member.who_group:WhoGroup",
    "who_face": "desktop.views.member.who_face:WhoFace",
    "home": "desktop.views.member.home:Home",
    "problem": "desktop.views.member.problem:ProblemScreen",
    "one_moment": "desktop.views.member.one_moment:OneMoment",
    "still_here": "desktop.views.member.still_here:StillHere",
    # ---- member ----
    # ---- staff ----
    # ---- volunteer ----
}


def find(name: str) -> type[Screen]:
    """The class of a screen.

    Raises:
        KeyError: no room has this name.
    """
    module, _, kind = ROOMS[name].partition(":")
    found: type[Screen] = getattr(import_module(module), kind)
    return found
