"""What one word of the command line may be; argparse turns a refusal here into wrong usage."""

from __future__ import annotations

from argparse import ArgumentTypeError
from ipaddress import ip_network
from pathlib import Path
from typing import Final

from ledger.server.address import Place

_MOST_DAYS: Final = 366
_MOST_RATE: Final = 1_000_000


def a_place(text: str) -> Place:
    """Where to listen: HOST:PORT. Raises ArgumentTypeError: it is something else."""
    try:
        return Place.from_text(text)
    except ValueError as error:
        raise ArgumentTypeError(f"give HOST:PORT, such as 127.0.0.1:8400 or [::]:8400, not {text!r}") from error


def an_address(text: str) -> str:
    """An IP address, or a network as 10.0.0.0/8. Raises ArgumentTypeError: it is something else, such as everybody."""
    try:
        if ip_network(text, strict=False).prefixlen:
            return text
    except ValueError as error:
        raise ArgumentTypeError(f"give the address of the proxy, such as 127.0.0.1, not {text!r}") from error
    raise ArgumentTypeError(f"{text} is everybody: then nobody's address could be believed")


def a_file(text: str) -> Path:
    """A file that could be there. Raises ArgumentTypeError: nothing could be called that."""
    if not text.strip() or "\0" in text:
        raise ArgumentTypeError("a file is missing: this is empty")
    return Path(text)


def days(text: str) -> int:
    """1 to 366 days. Raises ArgumentTypeError: it is something else."""
    return _within(text, 1, _MOST_DAYS)


def a_rate(text: str) -> int:
    """Requests a minute; 0 for no limit. Raises ArgumentTypeError: it is no such number."""
    return _within(text, 0, _MOST_RATE)


def _within(text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and least <= int(text) <= most):
        raise ArgumentTypeError(f"give a whole number from {least} to {most}, not {text!r}")
    return int(text)
