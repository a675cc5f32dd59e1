"""Reduces a drawing to its line art in one ink, for themes of two colours and for black-and-white paper."""

import xml.etree.ElementTree as ET
from typing import Final

_SVG: Final = "http://www.w3.org/2000/svg"
_LINE_GROUP: Final = "line"  # and line-supplement, line-only, line-1 …
_INKED: Final = ("fill", "stroke", "color")


def lines_only(svg: bytes, ink: str) -> bytes:
    """The same SVG with its line groups alone, every stroke and fill in ``ink`` (``#RRGGBB``).

    A part without a colour of its own is black by SVG's rule, so the ink is set on the whole drawing as well.
    White parts stay out: on paper of any colour they are holes.
    """
    ET.register_namespace("", _SVG)
    drawing = ET.fromstring(svg)  # noqa: S314 - drawings come from the shipped packages alone
    for group in list(drawing):
        if not group.get("id", "").startswith(_LINE_GROUP):
            drawing.remove(group)
        group.attrib.pop("display", None)  # our own "line-only" group hides in colour
    drawing.set("fill", ink)
    for part in drawing.iter():
        _ink(part, ink)
    return ET.tostring(drawing)


def _ink(part: ET.Element, ink: str) -> None:
    for name in _INKED:
        colour = part.get(name)
        if colour is not None and colour != "none":
            part.set(name, "none" if colour.lower() in {"#fff", "#ffffff", "white"} else ink)
