"""Known problems: what can go wrong in a day centre, each with a picture, easy words and what to do."""

from __future__ import annotations

from typing import ClassVar


class KnownProblem(Exception):
    """Something that happens to people who did nothing wrong; anything else that is raised is a bug.

    The message says to staff, in one or two sentences, what happened and what to do. On member screens `picture`
    and `easy_words` speak instead; on the command line `code` is the JSON's `problem`.
    """

    code: ClassVar[str] = "problem"
    picture: ClassVar[str] = "gh:cross"
    easy_words: ClassVar[str] = "problem.not_saved"


class NotFound(KnownProblem):
    """A name, number or file that was asked for is not here."""

    code = "not_found"
    easy_words = "problem.not_here"


class NotEnough(KnownProblem):
    """A member has fewer credits than this takes."""

    code = "not_enough"
    picture = "gh:jar"
    easy_words = "problem.not_enough"


class NotAStep(KnownProblem):
    """The minutes are not a whole number of the centre's steps, or not a sensible amount."""

    code = "bad_minutes"
    easy_words = "problem.not_saved"


class NotAllowed(KnownProblem):
    """The rules of the book do not allow this; the message says which and what to do instead."""

    code = "not_allowed"


class BadInput(KnownProblem):
    """Something typed or handed in cannot be read; the message says what it should look like."""

    code = "bad_input"
