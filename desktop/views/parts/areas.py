"""The picture of each area: the same on Home, on the bars and wherever a tile leads there."""

from types import MappingProxyType
from typing import Final

from desktop.views.kit.art import Art, Coins, Symbol
from desktop.views.kit.bar import BarItem
from desktop.views.kit.tile import Tile
from desktop.views.texts import Texts

AREA_ART: Final = MappingProxyType[str, Art](
    {
        "helped": Symbol("om:1FAF1-1F3FC-200D-1FAF2-1F3FE"),
        "choose": Symbol("om:1F3A8"),
        "week": Symbol("om:1F4C5"),
        "credits": Coins(1),
        "spend": Symbol("om:1F3AB"),
        "say": Symbol("gh:have-my-say"),
    }
)


def area_tile(area: str, texts: Texts) -> Tile:
    """The tile that leads to an area; its value is the area."""
    return Tile(area, texts(f"home.{area}"), AREA_ART[area], area=area)


def area_item(area: str, texts: Texts) -> BarItem:
    """The same on the bottom bar; a press emits the screen's signal of that name."""
    return BarItem(texts(f"home.{area}"), AREA_ART[area], area)
