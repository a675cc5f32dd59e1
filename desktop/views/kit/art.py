"""What can be drawn, as plain values: a screen's state names pictures, and only the kit paints them."""

from dataclasses import dataclass
from typing import TypeAlias

from desktop.services.seen import Pic


@dataclass(frozen=True, slots=True)
class Symbol:
    """A shipped drawing by its id, such as ``om:1F9F9`` or ``gh:tick``."""

    id: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as the bytes of a JPEG (or PNG) file."""

    jpeg: bytes


@dataclass(frozen=True, slots=True)
class Face:
    """A person in a circle; a supporter here overlaps at the foot."""

    art: "Art"
    badge: "Art | None" = None


@dataclass(frozen=True, slots=True)
class ClockFace:
    """A length of time as filled clocks: one for each whole hour and one for the rest."""

    minutes: int


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day on a clock with hands."""

    hour: int
    minute: int = 0


@dataclass(frozen=True, slots=True)
class DayLeaf:
    """A day of the month, 1 to 31, as a leaf of a calendar."""

    number: int


@dataclass(frozen=True, slots=True)
class Jar:
    """The jar that fills towards the next whole credit, with a mark at each step.

    coins: whole coins that lie beside it, where the jar has just filled.
    """

    minutes: int
    credit_minutes: int = 60
    step_minutes: int = 15
    coins: int = 0


@dataclass(frozen=True, slots=True)
class Coins:
    """Whole credits as coins in rows of five; dashed ones are waiting."""

    whole: int
    dashed: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """Several pictures beside one another, equally high."""

    arts: tuple["Art", ...]


@dataclass(frozen=True, slots=True)
class Badged:
    """A picture with a small one in its lower trailing corner, such as a tick with a clock."""

    art: "Art"
    badge: "Art"


@dataclass(frozen=True, slots=True)
class ColourSample:
    """A small screen in the colours of a theme, by its name."""

    theme: str


@dataclass(frozen=True, slots=True)
class LetterSample:
    """A letter of a size in percent; 200 fills the room."""

    percent: int


Art: TypeAlias = (
    Symbol | Photo | Face | ClockFace | ClockTime | DayLeaf | Jar | Coins | Side | Badged | ColourSample | LetterSample
)


def picture(source: Pic) -> Symbol | Photo:
    """What a service handed over, as art: its photo if it is one, else the drawing."""
    return Photo(source.photo) if source.photo is not None else Symbol(source.id)
