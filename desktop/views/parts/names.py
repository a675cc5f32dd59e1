"""Names inside a sentence at the top: left out where they would make it small."""

from typing import Final

from desktop.views.parts.choices import is_roomy
from desktop.views.theme import Look

_MOST: Final = 28  # letters that still stand at the top beside a few words
_MOST_LARGE: Final = 14  # the same, where words are large


def name_at_top(name: str, look: Look) -> str:
    """A name if there is room for it beside a few words, else ""; the photo shows who it is."""
    return name if len(name) <= (_MOST if is_roomy(look) else _MOST_LARGE) else ""
