"""How words begin inside a sentence: small, and in Welsh softened where what stands before asks for it."""

from typing import Final

_SOFT: Final = {
    "ll": "l",
    "rh": "r",
    "p": "b",
    "t": "d",
    "c": "g",
    "b": "f",
    "d": "dd",
    "g": "",
    "m": "f",
}
_RADICALS: Final = {
    "mh": ("p",),
    "nh": ("t",),
    "ngh": ("c",),
    "ng": ("g",),
    "ph": ("p",),
    "th": ("t",),
    "ch": ("c",),
    "dd": ("d",),
    "m": ("b",),
    "n": ("d",),
    "b": ("p",),
    "d": ("t",),
    "g": ("c",),
    "f": ("b", "m"),
    "l": ("ll",),
    "r": ("rh",),
    "h": ("",),
    "": ("g",),
}
_WHOLE: Final = ("ch", "dd", "ff", "ng", "ph", "th")  # letters of their own, which never soften


def small(words: str) -> str:
    """The same words beginning with a small letter."""
    return words[:1].lower() + words[1:]


def soft(words: str) -> str:
    """The same words with Welsh's soft mutation, as in "ar ddydd Mawrth"; a number stays as it is."""
    words = small(words)
    if words.startswith(_WHOLE):
        return words
    for hard, softened in _SOFT.items():
        if words.startswith(hard):
            return softened + words[len(hard) :]
    return words


def radicals(word: str) -> set[str]:
    """What a Welsh word as it stands in a sentence may be in a dictionary: "gredyd" gives "credyd", and itself."""
    return {word} | {
        hard + word[len(begins) :] for begins, hards in _RADICALS.items() if word.startswith(begins) for hard in hards
    }
