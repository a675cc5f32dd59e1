"""States of the screens of how a member likes things."""

from typing import Final

from desktop.settings import THEMES
from desktop.views.kit.art import ColourSample, LetterSample, Symbol
from desktop.views.member.my_way import MyWayState
from desktop.views.member.my_way_one import MyWayOneState
from desktop.views.parts.liking import LikeOption
from ledger.domain.access import Hand, Speech, Wish
from tests.views.walk.walked import AT_IT, LONG_AT_IT, WITH_JO, Walked

_SPEAKER: Final = Symbol("gh:speaker")
_COLOURS: Final = tuple(
    LikeOption(theme, f"like.colour.{theme}", ColourSample(theme), number == 1) for number, theme in enumerate(THEMES)
)
_SIZES: Final = tuple(
    LikeOption(size, f"like.sizes.{size}", LetterSample(size), size == 150) for size in (100, 150, 200)
)
_HANDS: Final = (
    LikeOption(Hand.LEFT, "like.hands.left", Symbol("om:1FAF2")),
    LikeOption(Hand.RIGHT, "like.hands.right", Symbol("om:1FAF1"), is_now=True),
)
_SPEECH: Final = (
    LikeOption(Speech.OFF, "like.speak.off", Symbol("om:1F507")),
    LikeOption(Speech.ON_REQUEST, "like.speak.on_request", _SPEAKER, is_now=True),
    LikeOption(Speech.ON_PRESS, "like.speak.on_press", Symbol("om:1F446")),
    LikeOption(Speech.ON_FOCUS, "like.speak.on_focus", Symbol("om:1F5E3")),
)
_SOUNDS: Final = (
    LikeOption(Wish.YES, "like.sound.yes", Symbol("om:1F514"), is_now=True),
    LikeOption(Wish.NO, "like.sound.no", Symbol("om:1F515")),
)
_SPEEDS: Final = tuple(
    LikeOption(speed, f"like.speeds.{speed}", Symbol(art), speed == 100)
    for speed, art in ((70, "om:1F40C"), (100, "gh:speaker"), (140, "om:1F407"))
)
_VOLUMES: Final = tuple(
    LikeOption(loud, f"like.volumes.{loud}", Symbol(art), loud == 100)
    for loud, art in ((40, "om:1F508"), (70, "om:1F509"), (100, "om:1F50A"))
)
_LANGUAGES: Final = (
    LikeOption("cy", "", Symbol("om:1F409"), words="Cymraeg"),
    LikeOption("en", "", Symbol("om:1F339"), is_now=True, words="English"),
)
_VOICES: Final = tuple(
    LikeOption(f"en {number}", "like.a_voice", _SPEAKER, number == 3, number) for number in range(1, 13)
)

STATES: Final = [
    Walked("my_way", "usual", MyWayState(("colours", "size", "hand", "speech", "sounds", "language")), AT_IT),
    Walked("my_way", "empty, no voice", MyWayState(("colours", "size", "hand", "sounds")), WITH_JO),
    Walked(
        "my_way",
        "most",
        MyWayState(("colours", "size", "hand", "speech", "sounds", "language", "speed", "volume", "voice")),
        LONG_AT_IT,
    ),
    Walked("my_way_one", "usual", MyWayOneState("colours", _COLOURS), AT_IT),
    Walked("my_way_one", "usual, changed", MyWayOneState("colours", _COLOURS, is_changed=True), LONG_AT_IT),
    Walked("my_way_one", "usual, sizes", MyWayOneState("size", _SIZES, is_changed=True), AT_IT),
    Walked("my_way_one", "usual, hands", MyWayOneState("hand", _HANDS), AT_IT),
    Walked("my_way_one", "usual, speech", MyWayOneState("speech", _SPEECH, is_changed=True), AT_IT),
    Walked("my_way_one", "usual, sounds", MyWayOneState("sounds", _SOUNDS, is_changed=True), WITH_JO),
    Walked("my_way_one", "usual, speed", MyWayOneState("speed", _SPEEDS), AT_IT),
    Walked("my_way_one", "usual, volume", MyWayOneState("volume", _VOLUMES), AT_IT),
    Walked("my_way_one", "usual, languages", MyWayOneState("language", _LANGUAGES), AT_IT),
    Walked("my_way_one", "most, voices", MyWayOneState("voice", _VOICES, is_changed=True), LONG_AT_IT),
]
