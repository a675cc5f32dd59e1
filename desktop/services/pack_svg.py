"""Whether a drawing (SVG) is nothing but a drawing: it may run nothing, fetch nothing, and not grow without end."""

from __future__ import annotations

import re
from typing import Final
from xml.parsers import expat

MOST_BYTES: Final = 2_000_000
MOST_PARTS: Final = 50_000
_FORBIDDEN: Final = frozenset({"script", "foreignobject", "iframe", "handler", "listener", "audio", "video"})
_INSIDE: Final = re.compile(r"\s*(#|data:image/(png|jpeg);base64,|\Z)")
_CALLS: Final = re.compile(r"url\(\s*['\"]?\s*(?!#)[^)]|@import|expression\(|javascript:", re.IGNORECASE)


class UnsafeDrawing(Exception):
    """A drawing that does more than draw; the message says what."""


def check_drawing(raw: bytes) -> None:
    """Let a drawing pass.

    Raises:
        UnsafeDrawing: it has a script, leads elsewhere, is too large or intricate, or is no drawing.
    """
    if len(raw) > MOST_BYTES:
        raise UnsafeDrawing("is larger than 2 MB")
    reader = _Reader()
    try:
        reader.read(raw)
    except expat.ExpatError as error:
        raise UnsafeDrawing("is no drawing, or it is damaged") from error
    if not reader.is_drawing:
        raise UnsafeDrawing("is no drawing")


class _Reader:
    """Goes through it once. What stands inside something that is drawn again must not itself draw again."""

    def __init__(self) -> None:
        self.is_drawing = False
        self._parts = 0
        self._ids: list[str] = []
        self._drawn_again: set[str] = set()
        self._draws_again: set[str] = set()

    def read(self, raw: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._said
        parser.EntityDeclHandler = self._refuse_entity
        parser.ProcessingInstructionHandler = self._instructed
        parser.Parse(raw, True)  # noqa: FBT003  pyexpat knows it by place alone
        if self._drawn_again & self._draws_again:
            raise UnsafeDrawing("draws itself over and over")

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2].lower()
        self._parts += 1
        if self._parts == 1:
            self.is_drawing = name == "svg"
        if self._parts > MOST_PARTS:
            raise UnsafeDrawing("has too many parts")
        if name in _FORBIDDEN:
            raise UnsafeDrawing("has a script")
        self._ids.append(attributes.get("id", ""))
        for key, value in attributes.items():
            self._check(name, key.rpartition(":")[2].lower(), value)

    def _check(self, name: str, key: str, value: str) -> None:
        if key.startswith("on") or _CALLS.search(value):
            raise UnsafeDrawing("has a script or leads elsewhere")
        if key in ("href", "src") and not _INSIDE.match(value):
            raise UnsafeDrawing("leads elsewhere")
        if name == "use" and key == "href":
            self._drawn_again.add(value.strip().removeprefix("#"))
            self._draws_again.update(one for one in self._ids if one)

    def _end(self, _tag: str) -> None:
        self._ids.pop()

    def _said(self, text: str) -> None:
        if _CALLS.search(text):
            raise UnsafeDrawing("leads elsewhere")

    def _refuse_entity(self, *_declared: object) -> None:
        raise UnsafeDrawing("hides words in it")

    def _instructed(self, target: str, _words: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise UnsafeDrawing("leads elsewhere")
