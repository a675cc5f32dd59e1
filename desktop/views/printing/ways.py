"""A picture for each way of getting there; the same on the card as on the screen where it was chosen."""

from types import MappingProxyType
from typing import Final

WAY_PICTURES: Final = MappingProxyType(
    {
        "walk": "om:1F6B6",
        "bus": "om:1F68C",
        "car": "om:1F697",
        "minibus": "om:1F690",
        "train": "om:1F686",
        "taxi": "om:1F695",
    }
)
