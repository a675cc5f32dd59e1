"""Makes the words for picture search, ``assets/words/pictures.LANGUAGE.tsv``, from Unicode's and OpenMoji's lists.

Run ``python -m assets.recipes.picture_index CLDR_FOLDER OPENMOJI_JSON`` with the unpacked npm packages
``cldr-annotations-full`` (its ``annotations`` folder) and ``openmoji`` (its ``data/openmoji.json``).
One line a picture: code points, name, further words, and the words we gave it ourselves, which weigh more.
Left out: what picture_rules.toml names, and skin tone twins. People come in a skin tone, a different one from picture
to picture, never yellow.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from assets import openmoji_drawings

HERE: Final = Path(__file__).parent
WORDS: Final = HERE.parent / "words"
_YELLOW: Final = re.compile(r'<g id="skin">.*?fcea2b.*?</g>', re.DOTALL | re.IGNORECASE)
_ENGLISH: Final = ("en", "en-001", "en-GB")
_TOO_COMMON: Final = frozenset(
    {"of", "the", "a", "an", "and", "in", "on", "with", "to", "for", "or", "at", "y", "yr", "a’r", "gyda"}
)

Row = tuple[str, str, tuple[str, ...], str]


def main(annotations: Path, openmoji: Path) -> None:
    """Write both languages' files."""
    rules = tomllib.loads((HERE / "picture_rules.toml").read_text(encoding="utf-8"))
    drawings = list(kept(json.loads(openmoji.read_text(encoding="utf-8")), rules))
    english = Annotations(annotations / language / "annotations.json" for language in _ENGLISH)
    welsh = Annotations([annotations / "cy" / "annotations.json"])
    _write("en", [_english_row(drawing, english, rules) for drawing in drawings])
    _write("cy", [row for drawing in drawings if (row := _welsh_row(drawing, welsh, rules))])


class Annotations:
    """Unicode's name and words for each character of one language; later files win."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._entries: dict[str, dict[str, list[str]]] = {}
        for file in files:
            for entries in json.loads(file.read_text(encoding="utf-8"))["annotations"]["annotations"].items():
                self._entries[entries[0]] = {**self._entries.get(entries[0], {}), **entries[1]}

    def name(self, emoji: str) -> str | None:
        """The spoken name, if the language has one."""
        return next(iter(self._entry(emoji).get("tts", ())), None)

    def words(self, emoji: str) -> list[str]:
        """Everything people may call it."""
        return self._entry(emoji).get("default", [])

    def _entry(self, emoji: str) -> dict[str, list[str]]:
        return self._entries.get(emoji) or self._entries.get(emoji.replace("\N{VARIATION SELECTOR-16}", ""), {})


def kept(drawings: list[dict[str, Any]], rules: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The drawings for adults to find: one of each, people in a skin tone (under "code")."""
    tones: dict[str, list[str]] = {}
    for drawing in drawings:
        if drawing["skintone"]:
            tones.setdefault(drawing["skintone_base_hexcode"], []).append(drawing["hexcode"])
    for drawing in drawings:
        code = drawing["hexcode"]
        group = f"{drawing['group']}/{drawing['subgroups']}"
        left_out = group in rules["left_out"]["groups"] or code in rules["left_out"]["codes"]
        if drawing["skintone"] or (left_out and code not in rules["kept"]["codes"]):
            continue
        toned = sorted(tones.get(code, ()))
        chosen = toned[sum(map(ord, code)) % len(toned)] if toned else code
        if not _YELLOW.search(openmoji_drawings().joinpath(f"{chosen}.svg").read_text(encoding="utf-8")):
            yield {**drawing, "code": chosen}


def _english_row(drawing: dict[str, Any], english: Annotations, rules: dict[str, Any]) -> Row:
    emoji, code = drawing["emoji"], drawing["hexcode"]
    name = rules["names"].get(code) or english.name(emoji) or drawing["annotation"]
    tags = f"{drawing['tags']} {drawing['openmoji_tags']}"
    return drawing["code"], _plain(name), _words(name, [*english.words(emoji), tags]), rules["words"].get(code, "")


def _welsh_row(drawing: dict[str, Any], welsh: Annotations, rules: dict[str, Any]) -> Row | None:
    name: str | None = rules["welsh_names"].get(drawing["hexcode"]) or welsh.name(drawing["emoji"])
    if not name:
        return None
    return drawing["code"], _plain(name), _words(name, welsh.words(drawing["emoji"])), ""


def _plain(name: str) -> str:
    text = re.sub(r"\s+", " ", name.replace(":", ",")).strip()
    return text[:1].upper() + text[1:]


def _words(name: str, lists: Iterable[str]) -> tuple[str, ...]:
    named = set(_split(name))
    return tuple(sorted({word for text in lists for word in _split(text)} - named - _TOO_COMMON))


def _split(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[’'][^\W_]+)?", text.lower())


def _write(language: str, rows: list[Row]) -> None:
    lines = [f"{code}\t{name}\t{' '.join(words)}\t{own}\n" for code, name, words, own in rows]
    (WORDS / f"pictures.{language}.tsv").write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
