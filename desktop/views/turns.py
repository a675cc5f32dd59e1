"""Where a door may lead without naming a screen."""

from typing import Final

BACK: Final = "<back>"
RESUME: Final = "<resume>"  # where somebody was when they left in the middle
STAY: Final = "<stay>"  # the same screen, read and filled again
SHOW_ROUND: Final = "<show round>"  # the screen before, with each thing on it named
SAY_AGAIN: Final = "<say again>"  # the screen before, all of it said
