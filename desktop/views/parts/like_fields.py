"""Fields of staff forms about how things look and sound: those of one member, or those this PC begins with."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

from desktop.settings import TEXT_PERCENTS, THEMES
from desktop.views.kit.fields import ChoiceField
from desktop.views.texts import Texts, texts_in
from desktop.views.theme import Look
from ledger.domain.access import Hand, IdleMinutes, Speech, Wish

Row = list[tuple[str, Any]]

_STEPS: Final[Mapping[str, Sequence[int]]] = {
    "speed_percent": (50, 70, 85, 100, 120, 140, 200),
    "volume_percent": (25, 40, 55, 70, 85, 100),
}
_SYSTEMS: Final[Mapping[str, str]] = {"win32": "windows", "darwin": "mac"}


@dataclass(frozen=True, slots=True)
class Heard:
    """voices: name and language of each voice of this PC, None before they were looked for. languages: their codes.

    system: whose help on voices is told: "windows", "mac" or "linux".
    """

    voices: tuple[tuple[str, str], ...] | None = None
    languages: tuple[str, ...] = ("en",)
    system: str = _SYSTEMS.get(sys.platform, "linux")


def heard_here(house: Any, languages: tuple[str, ...]) -> Heard:
    """What is known of this PC's voices."""
    voices = house.voices
    return Heard(None if voices is None else tuple((one.name, one.language) for one in voices), languages)


class LikeFields:
    """Makes the fields. is_here: for this PC, so that nothing can be left to it."""

    def __init__(self, look: Look, texts: Texts, now: Any, heard: Heard, *, is_here: bool = False) -> None:
        self._look, self._texts, self._now, self._heard, self._is_here = look, texts, now, heard, is_here

    def colours(self, name: str, values: Sequence[Any]) -> ChoiceField:
        """Which theme; values: one for each of `THEMES`, in their order."""
        words = [self._texts(f"staff.theme.{theme}") for theme in THEMES]
        return self._choice(name, "staff.pc.theme", list(zip(values, words, strict=True)))

    def text_size(self, name: str) -> ChoiceField:
        """How large words are."""
        sizes = [(size, self._texts("staff.pc.percent", percent=size)) for size in TEXT_PERCENTS]
        return self._choice(name, "staff.pc.text" if self._is_here else "staff.like.text", sizes)

    def language(self) -> ChoiceField:
        """Which language."""
        named = [(code, texts_in(code)("language.name")) for code in self._heard.languages]
        return self._choice("language", "staff.pc.language", named, here="")

    def hand(self) -> ChoiceField:
        """Which hand presses."""
        return self._of("hand", Hand)

    def idle(self) -> ChoiceField:
        """When the screen asks whether they are still here."""
        minutes = [(one, self._texts("staff.like.minutes", minutes=one)) for one in IdleMinutes if one]
        return self._choice("idle_minutes", "staff.like.idle_minutes", minutes)

    def speech_rows(self) -> list[Row]:
        """When, in which voice, how fast and how loud; under it how to add a voice, where there is none."""
        speech = self._of("speech", Speech)
        speech.say(self.told_of_voices() or ("" if self._is_here else self._texts("staff.like.speech_note")))
        return [
            [("speech", speech), ("voice", self._voice())],
            [(name, self._percent(name, steps)) for name, steps in _STEPS.items()],
        ]

    def sounds(self, name: str) -> ChoiceField:
        """Whether there are sounds."""
        yes, no = (True, False) if self._is_here else (Wish.YES, Wish.NO)
        words = [(yes, self._texts("staff.like.sounds_yes")), (no, self._texts("staff.like.sounds_no"))]
        return self._choice(name, "staff.like.sounds", words)

    def told_of_voices(self) -> str:
        """That this PC has no voice for the language, and how to add one; "" where it has, or it is not known yet."""
        voices, language = self._heard.voices, self._now["language"]
        if voices is None or any(spoken == language or not language for _, spoken in voices):
            return ""
        key = "staff.like.no_voice" if not voices else "staff.like.no_voice_for"
        name = texts_in(language or "en")("language.name")
        return f"{self._texts(key, language=name)} {self._texts(f'staff.like.add_voice_{self._heard.system}')}"

    def _voice(self) -> ChoiceField:
        spoken = self._heard.languages  # a system may have a hundred voices for others
        names = dict.fromkeys(name for name, language in self._heard.voices or () if language in spoken)
        kept = self._now["voice"]
        if kept and kept not in names:
            names[kept] = None  # it is on another PC
        choices = [("", self._texts("staff.like.any_voice")), *((name, name) for name in names)]
        return ChoiceField(self._texts("staff.like.voice"), self._look, choices, value=kept)

    def _percent(self, name: str, steps: Sequence[int]) -> ChoiceField:
        now = self._now[name]
        choices = [(one, self._texts("staff.pc.percent", percent=one)) for one in sorted({*steps, now})]
        return ChoiceField(self._texts(f"staff.like.{name}"), self._look, choices, value=now)

    def _of(self, name: str, kind: type[IntEnum]) -> ChoiceField:
        words = [(one, self._texts(f"staff.like.{name}_{one.name.lower()}")) for one in kind if one]
        return self._choice(name, f"staff.like.{name}", words)

    def _choice(self, name: str, label: str, choices: list[tuple[Any, str]], *, here: object = 0) -> ChoiceField:
        own = [] if self._is_here else [(here, self._texts("staff.like.as_here"))]
        return ChoiceField(self._texts(label), self._look, [*own, *choices], value=self._now[name])
