"""What is shown now, as the scan goes over it: rows of things and their names."""

from dataclasses import dataclass, field
from typing import Self

from PySide6.QtWidgets import QWidget

from desktop.views.inputs.path import Spot
from desktop.views.kit.frame import Frame


@dataclass(frozen=True, slots=True)
class Shown:
    """Two are the same if the same names stand in the same places of the same screen, whatever widgets carry them."""

    screen: str = ""
    names: tuple[tuple[str, ...], ...] = ()
    things: tuple[tuple[QWidget, ...], ...] = field(default=(), compare=False)

    @classmethod
    def of(cls, screen: Frame | None, *, few_apart: bool = False) -> Self:
        """What a screen has to scan; nothing, where it is a worker's. few_apart: see `Frame.scan_rows`."""
        found = screen.scan_rows(few_apart=few_apart) if screen is not None else []
        rows = tuple(tuple(row) for row in found)
        names = tuple(tuple(thing.accessibleName() for thing in row) for row in rows)
        return cls(screen.name if screen is not None else "", names, rows)

    @property
    def shape(self) -> tuple[int, ...]:
        """How many things each row has."""
        return tuple(len(row) for row in self.names)

    def name_at(self, spot: Spot | None) -> str:
        """The name of a thing; of a row, all of its names."""
        if spot is None:
            return ""
        row = self.names[spot.row]
        return ", ".join(row) if spot.item is None else row[spot.item]

    def things_at(self, spot: Spot) -> tuple[QWidget, ...]:
        """The thing alone, or all of its row."""
        row = self.things[spot.row]
        return row if spot.item is None else (row[spot.item],)
