"""Where a ledger is: the address a person types, made one that is safe to send to."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from desktop.problems import BadInput

_LOOKS = "An address looks like https://ledger.example.org."


def address(typed: str) -> str:
    """The address of a ledger as it is kept: scheme, host, port if it is unusual, path without a last slash.

    Without a scheme it is https. Plain http is for this very PC alone, as in a test.

    Raises:
        BadInput: it is no address, or a plain one of another PC.
    """
    text = typed.strip()
    parts = _split(text if "://" in text else f"https://{text}")
    if parts.scheme == "http" and not is_here(parts.hostname or ""):
        raise BadInput(f"Goodhour sends over https only. {_LOOKS}")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def is_here(host: str) -> bool:
    """Whether a host is this very PC."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        is_port = parts.port != 0  # reading it raises for what is no number
    except ValueError as error:
        raise BadInput(f"{text!r} is no address. {_LOOKS}") from error
    host = parts.hostname or ""
    is_plain = text.isascii() and text.isprintable() and " " not in text
    if (
        not (is_plain and is_port and host)
        or parts.scheme not in {"http", "https"}
        or parts.username is not None
        or parts.query
        or parts.fragment
    ):
        raise BadInput(f"{text!r} is no address. {_LOOKS}")
    return parts
