"""Why a session cannot be chosen; on member screens each says what else can be done."""

from __future__ import annotations

from desktop.problems import NotAllowed


class Full(NotAllowed):
    """Every place is taken, or kept for those who asked before."""

    code = "full"
    easy_words = "problem.full"


class TooLate(NotAllowed):
    """It has begun, or is over."""

    code = "too_late"
    easy_words = "problem.too_late"


class CalledOff(NotAllowed):
    """It does not take place."""

    code = "called_off"
    easy_words = "problem.called_off"
