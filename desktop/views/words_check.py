"""Whether a file of words says all that English says, and nothing else: for tests, for staff, and for who adds one."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import assets
from desktop.views import cldr
from desktop.views.language_file import ENGLISH, GAP, flat
from desktop.views.reading_rules import broken_rules
from desktop.views.texts import WAYS_TO_FILL

_FORMS: Final = ("zero", "one", "two", "few", "many", "other")
_NEVER_EMPTY_BUT: Final = "language.read_by"


def faults_in(file: Path, language: str = "") -> list[str]:
    """Everything that is wrong with a file of words, a clear line each; empty for one that can be used.

    language: an ISO 639 code; what the file is called, unless given.
    """
    language = language or file.name.partition(".")[0]
    try:
        own = dict(flat(tomllib.loads(file.read_text(encoding="utf-8"))))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return [f"{file.name} cannot be read: {error}"]
    english = dict(flat(assets.asset_table("words", f"{ENGLISH}.toml")))
    return [f"{file.name}: {fault}" for fault in [*_language(own, language), *_keys(own, english, language)]]


def rules_broken_in(file: Path) -> list[str]:
    """Every rule for reading that a file of words breaks, a clear line each; for a file without faults."""
    own = dict(flat(tomllib.loads(file.read_text(encoding="utf-8"))))
    return [f"{file.name}: {broken}" for broken in broken_rules(own, file.name.partition(".")[0])]


def _language(own: Mapping[str, str], language: str) -> Iterator[str]:
    try:
        direction = "rtl" if cldr.is_from_right(language) else "ltr"
    except cldr.UnknownLanguage:
        yield f"no language has the code {language}: call the file by its ISO 639 code, such as cy.toml"
        return
    if own.get("language.direction", direction) != direction:
        yield f'language.direction is "{own["language.direction"]}", and this language is written "{direction}"'


def _keys(own: Mapping[str, str], english: Mapping[str, str], language: str) -> Iterator[str]:
    try:
        forms = cldr.forms(language)
    except cldr.UnknownLanguage:
        return
    counted = {key.removesuffix(".other") for key in english if key.endswith(".other")}
    wanted = {key: english[key] for key in english if not _is_form(key, counted)}
    for key in counted:
        has_zero = {"zero"} if f"{key}.zero" in english else set()
        wanted |= {f"{key}.{form}": english.get(f"{key}.{form}", english[f"{key}.other"]) for form in forms | has_zero}
    for key, words in sorted(wanted.items()):
        if key not in own:
            yield f'{key} is missing; in English it is "{words}"'
        else:
            yield from _words(key, own[key], words, is_form=_is_form(key, counted))
    yield from (f"{key} is not asked for by anything: take it out" for key in sorted(set(own) - set(wanted)))


def _words(key: str, own: str, english: str, *, is_form: bool) -> Iterator[str]:
    if not own.strip() and key != _NEVER_EMPTY_BUT:
        yield f'{key} is empty; in English it is "{english}"'
    gaps, wanted = {gap[1] for gap in GAP.finditer(own)}, {gap[1] for gap in GAP.finditer(english)}
    may_lack = {"count"} if is_form else set()  # a form for one number may write it out
    if wanted - gaps - may_lack or gaps - wanted - may_lack:
        named = ", ".join(f"{{{gap}}}" for gap in sorted(wanted)) or "none"
        yield f'{key} must have the gaps {named}; it is "{own}"'
    for way in {gap[2] for gap in GAP.finditer(own)} - {None} - set(WAYS_TO_FILL):
        yield f"{key} fills a gap in the way {way}; there are {', '.join(WAYS_TO_FILL)}"


def _is_form(key: str, counted: set[str]) -> bool:
    before, _, form = key.rpartition(".")
    return form in _FORMS and before in counted
