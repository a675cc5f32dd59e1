"""The map of all doors: (screen, outcome) → next screen. Data, tested as data.

A screen's outcomes are its own signals and its `answers`; each needs a door here. The usual ones (back, home, finish,
help, photo) have a door everywhere, unless a screen names another.
"""

from typing import Final

BACK: Final = "<back>"
STAY: Final = "<stay>"  # the same screen, read and filled again

START: Final = "who_group"
UNDER_COVER: Final = ("problem", "one_moment", "still_here")  # shown by the window itself, never by a door

EVERYWHERE: Final[dict[str, str]] = {
    "back": BACK,
    "home": "home",
    "finish": "who_group",
    "help": "help",
    "photo": "me",
    "speak": STAY,
}

DOORS: Final[dict[tuple[str, str], str]] = {
    # ---- sign in, home, problems ----
    ("who_group", "group"): "who_face",
    ("who_group", "one_group"): "who_face",
    ("who_group", "practice"): "home",
    ("who_group", "staff"): "staff_pin",
    ("who_face", "face"): "home",
    ("who_face", "practice"): "home",
    ("who_face", "staff"): "staff_pin",
    ("home", "helped"): "what_helped",
    ("home", "credits"): "my_credits",
    ("home", "spend"): "spend",
    ("problem", "worker"): "get_worker",
    ("still_here", "yes"): BACK,
    ("still_here", "somebody_else"): "who_group",
    # ---- member: me, helped, credits ----
    # ---- member: spend, slips, help ----
    # ---- staff ----
    # ---- volunteer ----
}


def door(screen: str, outcome: str) -> str:
    """The screen behind an outcome.

    Raises:
        KeyError: the map has no such door.
    """
    return DOORS[screen, outcome] if (screen, outcome) in DOORS else EVERYWHERE[outcome]
