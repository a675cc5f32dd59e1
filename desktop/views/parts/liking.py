"""How a member likes things, in pictures: what there is to choose, what each choice changes, and how it is now."""

from dataclasses import dataclass, replace
from typing import Any, Final

from desktop.settings import TEXT_PERCENTS, THEMES, Settings
from desktop.views.kit.art import Art, ColourSample, LetterSample, Symbol
from desktop.views.texts import Texts
from desktop.views.visit import Visit
from ledger.domain.access import AccessWritten, Colours, Hand, Speech, TextSize, Wish

_BEFORE: Final = "like_before"
_SPEAKER: Final = Symbol("gh:speaker")
SIGNS: Final = {"en": "om:1F339", "cy": "om:1F409"}
"""A rose and a dragon: flags without their colours are empty."""
MOST_VOICES: Final = 12
HEARD: Final = ("speech", "speed", "volume", "voice")
"""What is heard once it is chosen: a few words are said so."""

_ARTS: Final[dict[str, Art]] = {
    "colours": Symbol("om:1F58C"),
    "size": LetterSample(200),
    "hand": Symbol("om:1FAF2"),
    "speech": _SPEAKER,
    "sounds": Symbol("om:1F514"),
    "language": Symbol("om:1F310"),
    "speed": Symbol("om:1F407"),
    "volume": Symbol("om:1F50A"),
    "voice": Symbol("om:1F399"),
}
_HANDS: Final = {Hand.LEFT: "om:1FAF2", Hand.RIGHT: "om:1FAF1"}
_SPEECH: Final[dict[Speech, Art]] = {
    Speech.OFF: Symbol("om:1F507"),
    Speech.ON_REQUEST: _SPEAKER,
    Speech.ON_PRESS: Symbol("om:1F446"),
    Speech.ON_FOCUS: Symbol("om:1F5E3"),
}
_SOUNDS: Final = {Wish.YES: "om:1F514", Wish.NO: "om:1F515"}
_SPEEDS: Final = {70: "om:1F40C", 100: "gh:speaker", 140: "om:1F407"}
_VOLUMES: Final = {40: "om:1F508", 70: "om:1F509", 100: "om:1F50A"}


@dataclass(frozen=True, slots=True)
class LikeOption:
    """One thing to choose. key: its words; number: what stands in them."""

    value: Any
    key: str
    art: Art
    is_now: bool = False
    number: int = 0
    words: str = ""

    def label(self, texts: Texts) -> str:
        """Its words."""
        return self.words or texts(self.key, number=self.number)


def art_of(what: str) -> Art:
    """The picture of something that can be chosen."""
    return _ARTS[what]


def to_choose(visit: Visit, languages: tuple[str, ...]) -> tuple[str, ...]:
    """What a member may choose here: nothing about speech on a PC that has no voice."""
    house: Any = visit.house
    speaks = bool(house.voices)
    now = settings_now(visit)
    names = ["colours", "size", "hand", "sounds"]
    if speaks:
        names.insert(3, "speech")
    if len(languages) > 1:
        names.append("language")
    if speaks and now.speech != Speech.OFF:
        names += ["speed", "volume"]
        if len(_voices(visit, now)) > 1:
            names.append("voice")
    return tuple(names)


def settings_now(visit: Visit) -> Settings:
    """How things are now for whoever is here."""
    house: Any = visit.house
    services = _services(visit)
    settings: Settings = services.access.for_member(_member(visit), house.here)
    return settings


def options(what: str, visit: Visit, languages: tuple[tuple[str, str], ...]) -> tuple[LikeOption, ...]:
    """What can be chosen of one thing. languages: code and own name of each."""
    now = settings_now(visit)
    match what:
        case "colours":
            return tuple(
                LikeOption(theme, f"like.colour.{theme}", ColourSample(theme), now.theme == theme) for theme in THEMES
            )
        case "size":
            return tuple(
                LikeOption(size, f"like.sizes.{size}", LetterSample(size), now.text_percent == size)
                for size in TEXT_PERCENTS
            )
        case "language":
            return tuple(
                LikeOption(code, "", Symbol(SIGNS.get(code, "om:1F310")), now.language == code, words=name)
                for code, name in languages
            )
        case "voice":
            voices = _voices(visit, now)
            return tuple(
                LikeOption(voice, "like.a_voice", _SPEAKER, now.voice == voice, number)
                for number, voice in enumerate(voices, start=1)
            )
    return _of_sound(what, now)


def _of_sound(what: str, now: Settings) -> tuple[LikeOption, ...]:
    match what:
        case "hand":
            return tuple(
                LikeOption(hand, f"like.hands.{hand.name.lower()}", Symbol(art), now.hand == hand)
                for hand, art in _HANDS.items()
            )
        case "speech":
            return tuple(
                LikeOption(mode, f"like.speak.{mode.name.lower()}", art, now.speech == mode)
                for mode, art in _SPEECH.items()
            )
        case "sounds":
            return tuple(
                LikeOption(wish, f"like.sound.{wish.name.lower()}", Symbol(art), now.has_sounds == (wish == Wish.YES))
                for wish, art in _SOUNDS.items()
            )
        case "speed":
            return _steps("like.speeds", _SPEEDS, now.speed_percent)
    return _steps("like.volumes", _VOLUMES, now.volume_percent)


def choose(visit: Visit, what: str, value: Any) -> None:
    """Write what was chosen, and remember what there was."""
    services, member = _services(visit), _member(visit)
    before = services.access.of(member)
    visit.chosen[_BEFORE] = before
    services.access.write(_changed(before, what, value, settings_now(visit)))


def put_back(visit: Visit) -> None:
    """Write what there was before the last choice."""
    before: AccessWritten | None = visit.chosen.pop(_BEFORE, None)
    if before is not None:
        _services(visit).access.write(before)


def can_put_back(visit: Visit) -> bool:
    """Whether something was chosen just now."""
    return _BEFORE in visit.chosen


def forget(visit: Visit) -> None:
    """Begin with something else: what was chosen before stays."""
    visit.chosen.pop(_BEFORE, None)


def _changed(own: AccessWritten, what: str, value: Any, now: Settings) -> AccessWritten:
    match what:
        case "colours":
            return replace(own, colours=Colours(THEMES.index(value) + 1))
        case "size":
            return replace(own, text_size=TextSize(value))
        case "hand":
            return replace(own, hand=value)
        case "sounds":
            return replace(own, sounds=value)
        case "language":
            return replace(own, language=value)
    # Who chooses one thing about speech has the others of their own from then on, as they are here and now.
    speaking = {name: getattr(now, name) for name in ("speech", "voice", "speed_percent", "volume_percent")}
    field = {"speed": "speed_percent", "volume": "volume_percent"}.get(what, what)
    return replace(own, **{**speaking, field: value})


def _steps(words: str, arts: dict[int, str], now: int) -> tuple[LikeOption, ...]:
    nearest = min(arts, key=lambda one: abs(one - now))
    return tuple(
        LikeOption(percent, f"{words}.{percent}", Symbol(art), percent == nearest) for percent, art in arts.items()
    )


def _voices(visit: Visit, now: Settings) -> list[str]:
    house: Any = visit.house
    return [voice.name for voice in house.voices or () if voice.language == now.language][:MOST_VOICES]


def _services(visit: Visit) -> Any:
    house: Any = visit.house
    return house.services if visit.lent is None else visit.lent.services


def _member(visit: Visit) -> Any:
    person: Any = visit.person
    return person.id
