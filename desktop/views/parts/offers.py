"""An offer as a tile: its picture, its price in coins, and what makes it easy to go to."""

from dataclasses import replace

from desktop.services.seen import OfferSeen
from desktop.views.kit.art import Art, ClockFace, Coins, Side, Symbol, picture
from desktop.views.kit.tile import Tile
from desktop.views.parts.choices import is_roomy
from desktop.views.texts import Texts
from desktop.views.theme import Look

_CREDIT = 60


def offer_tile(offer: OfferSeen, look: Look, texts: Texts, *, credit_minutes: int = _CREDIT) -> Tile:
    """The tile of an offer; its value is the offer. Where words are large the coins alone say the price."""
    under, price = _under(offer, credit_minutes), offer_detail(offer, texts, credit_minutes)
    tile = Tile(offer, offer.label, picture(offer.pic), under=under, detail=price, area="spend")
    if is_roomy(look) or not offer.minutes:
        return tile
    return replace(tile, name=f"{offer.label}. {price}", shown=offer.label, detail="")


def offer_detail(offer: OfferSeen, texts: Texts, credit_minutes: int) -> str:
    """The price in words, or what is still needed; and step-free and quiet where they are so."""
    if offer.short_minutes:
        price = texts.count("spend.more_coins", -(-offer.short_minutes // credit_minutes))
    else:
        price = price_words(offer.minutes, texts, credit_minutes)
    return price


def price_words(minutes: int, texts: Texts, credit_minutes: int) -> str:
    """A price: "Free", "2 credits", or a length of time where it is no whole credit."""
    if not minutes:
        return texts("spend.free")
    coins, rest = divmod(minutes, credit_minutes)
    return texts.length(minutes) if rest else texts.count("kit.coins", coins)


def price_art(minutes: int, credit_minutes: int) -> Art | None:
    """A price as coins; what is no whole coin is a clock."""
    coins, rest = divmod(minutes, credit_minutes)
    if not minutes:
        return None
    if not rest:
        return Coins(coins)
    return Side((Coins(coins), ClockFace(rest))) if coins else ClockFace(rest)


def _under(offer: OfferSeen, credit_minutes: int) -> Art | None:
    arts: list[Art] = []
    if offer.short_minutes:
        missing = -(-offer.short_minutes // credit_minutes)
        arts.append(Coins(max(0, offer.minutes // credit_minutes - missing), missing))
    elif (price := price_art(offer.minutes, credit_minutes)) is not None:
        arts.append(price)
    if offer.is_step_free:
        arts.append(Symbol("gh:step-free"))
    if offer.is_quiet:
        arts.append(Symbol("gh:quiet"))
    if not arts:
        return None
    return arts[0] if len(arts) == 1 else Side(tuple(arts))
