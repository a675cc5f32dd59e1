"""Puts drawings side by side into one picture: a plate and a sponge say "washed up" where neither does alone.

Run ``python -m assets.recipes.scenes`` after the people; it writes the pictures that scenes.toml names.
Parts of OpenMoji stay under CC BY-SA 4.0. Parts should not overlap: line art has no paper to hide behind.
"""

import re
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Final

from assets import picture_bytes

HERE: Final = Path(__file__).parent
PICTURES: Final = HERE.parent / "pictures"
_SVG: Final = "{http://www.w3.org/2000/svg}"


def main() -> None:
    """Write every scene."""
    for name, parts in tomllib.loads((HERE / "scenes.toml").read_text(encoding="utf-8")).items():
        (PICTURES / f"{name}.svg").write_text(made(parts), encoding="utf-8", newline="\n")


def made(parts: list[tuple[str, float, float, float]]) -> str:
    """One SVG of 72 by 72 with the groups of all parts (picture, x, y, size), in their order."""
    ET.register_namespace("", _SVG.strip("{}"))
    drawing = ET.Element(f"{_SVG}svg", {"viewBox": "0 0 72 72"})
    for number, part in enumerate(parts, start=1):
        for group in _part(*part):
            group.set("id", f"{group.get('id')}-{number}")
            drawing.append(group)
    return re.sub(r">\s+<", ">\n<", ET.tostring(drawing, encoding="unicode")) + "\n"


def _part(picture: str, x: float, y: float, size: float) -> list[ET.Element]:
    """A drawing's groups, moved and scaled so that its square lies at x, y with this size."""
    drawing = ET.fromstring(picture_bytes(picture))  # noqa: S314 - drawings come from the shipped packages alone
    left, top, width, _ = map(float, drawing.get("viewBox", "0 0 72 72").split())
    scale = size / width
    move = f"translate({x - left * scale:.3f} {y - top * scale:.3f}) scale({scale:.4f})"
    groups = [group for group in drawing if len(group)]
    for group in groups:
        group.set("transform", move)
        for inner in group.iter():
            if inner is not group:
                inner.attrib.pop("id", None)
    return groups


if __name__ == "__main__":
    main()
