"""How each field of a fact is written as a plain value, told by its annotation in the domain."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from ledger.domain.accounts import Account, AccountClass, is_account
from ledger.domain.bounds import MOST_NAMED, MOST_TEXT, Letters, Sized, SlipNumber, Within
from ledger.domain.facts import Legs
from ledger.domain.names import DEVICE_BYTES, MOST_SEQ, FactId
from ledger.wire.cbor import Plain


class NotAFact(ValueError):
    """Bytes or a value that are no fact of this version; nothing of them is used."""


class Shape(NamedTuple):
    """How one field is packed into a plain value and unpacked from it; both raise NotAFact outside its bounds."""

    pack: Callable[[Any], Plain]
    unpack: Callable[[Plain], Any]


def shape_of(annotation: Any) -> Shape:
    """The shape of a field of this type.

    Raises:
        TypeError: facts have no fields of this type.
    """
    if get_origin(annotation) is Annotated:
        return _bounded(annotation.__metadata__[0])
    if annotation in _SHAPES:
        return _SHAPES[annotation]
    if get_args(annotation) == (FactId, type(None)):
        return Shape(_pack_optional_name, _unpack_optional_name)
    if isinstance(annotation, type) and issubclass(annotation, IntEnum):
        return _choice(annotation)
    raise TypeError(f"facts have no fields of this type: {annotation}")


def pack_name(name: FactId) -> bytes:
    """A fact's name: 16 bytes of device, then its place in as few bytes as hold it."""
    if len(name.device) != DEVICE_BYTES or not 0 < name.seq <= MOST_SEQ:
        raise NotAFact(f"not a name of a fact: {name!r}")
    return name.device + name.seq.to_bytes((name.seq.bit_length() + 7) // 8, "big")


def unpack_name(value: Plain) -> FactId:
    """Read what `pack_name` wrote."""
    if not isinstance(value, bytes) or len(value) <= DEVICE_BYTES or value[DEVICE_BYTES] == 0:
        raise NotAFact("not a name of a fact")
    seq = int.from_bytes(value[DEVICE_BYTES:], "big")
    if seq > MOST_SEQ:
        raise NotAFact("a place in a feed beyond all bounds")
    return FactId(value[:DEVICE_BYTES], seq)


def _pack_optional_name(name: FactId | None) -> Plain:
    return b"" if name is None else pack_name(name)


def _unpack_optional_name(value: Plain) -> FactId | None:
    return None if value == b"" else unpack_name(value)


def _bounded(bound: object) -> Shape:
    match bound:
        case Within(least, most):
            return _both_ways(lambda value: _check_int(value, least, most))
        case Sized():
            return _both_ways(lambda value: _check_bytes(value, bound))
        case Letters(most):
            return _both_ways(lambda value: _check_text(value, most))
    raise TypeError(f"facts know no such bound: {bound}")


def _both_ways(check: Callable[[Any], Plain]) -> Shape:
    return Shape(check, check)


def _check_int(value: object, least: int, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise NotAFact(f"not a whole number from {least} to {most}: {value!r}")
    return int(value)


def _check_bytes(value: object, bound: Sized) -> bytes:
    if not isinstance(value, bytes) or not (len(value) == bound.length or (bound.may_be_empty and not value)):
        raise NotAFact(f"not {bound.length} bytes")
    return value


def _check_text(value: object, most: int = MOST_TEXT) -> str:
    if not isinstance(value, str) or len(value) > most:
        raise NotAFact(f"not a text of at most {most} characters")
    return value


def _pack_bool(value: object) -> int:
    if not isinstance(value, bool):
        raise NotAFact(f"neither yes nor no: {value!r}")
    return int(value)


def _unpack_bool(value: Plain) -> bool:
    return bool(_check_int(value, 0, 1))


def _choice(choices: type[IntEnum]) -> Shape:
    numbers = frozenset(int(choice) for choice in choices)

    def unpack(value: Plain) -> IntEnum:
        if isinstance(value, int) and not isinstance(value, bool) and value in numbers:
            return choices(value)
        raise NotAFact(f"no {choices.__name__}: {value!r}")

    return Shape(lambda value: int(unpack(value)), unpack)


def _pack_names(names: tuple[FactId, ...]) -> Plain:
    return [pack_name(name) for name in _bounded_list(names, tuple)]


def _unpack_names(value: Plain) -> tuple[FactId, ...]:
    return tuple(unpack_name(name) for name in _bounded_list(value, list))


def _pack_numbers(numbers: tuple[int, ...]) -> Plain:
    return [_SLIP_NUMBER.pack(number) for number in _bounded_list(numbers, tuple)]


def _unpack_numbers(value: Plain) -> tuple[int, ...]:
    return tuple(_SLIP_NUMBER.unpack(number) for number in _bounded_list(value, list))


def _pack_legs(legs: tuple[tuple[Account, int], ...]) -> Plain:
    packed: Plain = [[int(account.cls), account.key, minutes] for account, minutes in _bounded_list(legs, tuple)]
    _unpack_legs(packed)
    return packed


def _unpack_legs(value: Plain) -> tuple[tuple[Account, int], ...]:
    return tuple(_unpack_leg(leg) for leg in _bounded_list(value, list))


def _unpack_leg(leg: Plain) -> tuple[Account, int]:
    match leg:
        case [int(cls), bytes(key), int(minutes)] if cls in AccountClass.__members__.values():
            account = Account(AccountClass(cls), key)
            if is_account(account):
                return account, minutes
    raise NotAFact("not an account and its minutes")


def _bounded_list(value: Any, kind: type[list[Any] | tuple[Any, ...]]) -> Any:
    if not isinstance(value, kind) or len(value) > MOST_NAMED:
        raise NotAFact(f"not a list of at most {MOST_NAMED}")
    return value


_SLIP_NUMBER = _bounded(SlipNumber.__metadata__[0])  # type: ignore[attr-defined]
_SHAPES: dict[Any, Shape] = {
    FactId: Shape(pack_name, unpack_name),
    bool: Shape(_pack_bool, _unpack_bool),
    str: _both_ways(_check_text),
    tuple[FactId, ...]: Shape(_pack_names, _unpack_names),
    tuple[SlipNumber, ...]: Shape(_pack_numbers, _unpack_numbers),
    Legs: Shape(_pack_legs, _unpack_legs),
}
