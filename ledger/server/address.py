"""Where a ledger listens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where to listen; port 0: any that is free."""

    host: str
    port: int

    @classmethod
    def from_text(cls, text: str) -> Place:
        """Read HOST:PORT, with an IPv6 host in brackets. Raises ValueError: it is something else."""
        host, colon, port = text.rpartition(":")
        if not (colon and host and port.isascii() and port.isdigit() and len(port) <= len("65535")):
            raise ValueError(f"not HOST:PORT: {text!r}")
        is_bracketed = host.startswith("[") and host.endswith("]")
        if int(port) > 65_535 or (":" in host) != is_bracketed:  # noqa: PLR2004 - the highest there is
            raise ValueError(f"not HOST:PORT: {text!r}")
        return cls(host.strip("[]"), int(port))

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"
