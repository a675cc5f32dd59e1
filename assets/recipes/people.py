"""Makes the pictures of people: OpenMoji faces with a skin tone, in clothes and things of their own.

Run ``python -m assets.recipes.people``; it writes ``assets/pictures/person-*.svg``. Clothes differ in line as well as
in colour, so that two people stay two people in two-colour themes. The result is adapted from OpenMoji (CC BY-SA 4.0).
"""

import re
import tomllib
from pathlib import Path
from typing import Any, Final

from assets import picture_bytes

HERE: Final = Path(__file__).parent
PICTURES: Final = HERE.parent / "pictures"
_TOP: Final = "#92d3f5"  # every OpenMoji portrait wears this blue
_ROBE: Final = "#b1cc33"
_SCARF: Final = ("#B399C8", "#8967aa")
_GROUP: Final = '<g id="{}">{}</g>'
_LINE: Final = 'fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'


def main() -> None:
    """Write every person of people.toml."""
    parts = tomllib.loads((HERE / "people_parts.toml").read_text(encoding="utf-8"))
    for person in tomllib.loads((HERE / "people.toml").read_text(encoding="utf-8"))["person"]:
        svg = portrait(person, [parts[name] for name in person["wear"]])
        (PICTURES / f"person-{person['file']}.svg").write_text(svg, encoding="utf-8")


def portrait(person: dict[str, Any], worn: list[dict[str, str]]) -> str:
    """One person as SVG, cropped to head and shoulders."""
    face = picture_bytes(f"om:{person['face']}").decode()
    clothes = _group(face, "color")
    hair, skin = _group(face, "hair"), _group(face, "skin")
    if top := person.get("top"):
        clothes = _swap(clothes, _TOP, top)
        clothes = _swap(clothes, _ROBE, top)
        clothes = _swap(clothes, "#5c9e31", top) if "turban" in person else clothes
    if colour := person.get("hair"):
        hair = re.sub(r'fill="#[0-9a-fA-F]+"', f'fill="{colour}"', hair)
    if turban := person.get("turban"):
        clothes = _swap(clothes, "#d0cfce", turban)
    for old, new in zip(_SCARF, person.get("scarf", ()), strict=False):
        clothes = _swap(clothes, old, new)
    return _assemble(
        [
            _GROUP.format("color", _worn(worn, "behind") + _neck(skin) + clothes),
            _GROUP.format("hair", hair),
            _GROUP.format("skin", skin),
            _GROUP.format("color-foreground", _worn(worn, "fill")),
            _GROUP.format("line", _group(face, "line")),
            _GROUP.format("color-over", _worn(worn, "over")),
            _GROUP.format("line-supplement", f"<g {_LINE}>{_worn(worn, 'line')}</g>"),
        ]
    )


def _assemble(groups: list[str]) -> str:
    inside = re.sub(r"\s+", " ", "\n".join(groups)).replace("> <", ">\n<")
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="8 5 56 56">\n{inside}\n</svg>\n'


def _neck(skin: str) -> str:
    """OpenMoji leaves the neck to the paper; on a tinted tile that would be a hole."""
    colour = re.search(r'fill="(#[0-9a-fA-F]+)"', skin)
    return f'<path fill="{colour[1]}" d="M30.5 41l-3.300 7c5.800 5 11.800 5 17.600 0l-3.300-7z"/>' if colour else ""


def _worn(worn: list[dict[str, str]], layer: str) -> str:
    return "".join(part.get(layer, "") for part in worn)


def _swap(svg: str, old: str, new: str) -> str:
    return re.sub(re.escape(old), new, svg, flags=re.IGNORECASE)


def _group(svg: str, name: str) -> str:
    """What is inside one of the drawing's top groups; groups inside it count."""
    start = re.search(rf'<g id="{name}">', svg)
    if start is None:
        return ""
    depth, end = 1, start.end()
    for tag in re.finditer(r"<g\b[^>]*?(/?)>|</g>", svg[start.end() :]):
        depth += -1 if tag[0] == "</g>" else 0 if tag[1] else 1
        if depth == 0:
            end = start.end() + tag.start()
            break
    return svg[start.end() : end]


if __name__ == "__main__":
    main()
