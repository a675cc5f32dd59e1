"""The system's own keyring, where there is one: it holds what opens this PC's wrapped key.

The library is imported only when it is asked: on a PC without a keyring it takes a while to find that out.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from types import ModuleType

SERVICE = "Goodhour"


def keep(name: str, secret: bytes) -> bool:
    """Put a secret into the keyring and read it back; whether it is there now. False also where there is no keyring."""
    library = _library()
    try:
        library.set_password(SERVICE, name, b64encode(secret).decode())
    except _refusals(library):
        return False
    return fetch(name) == secret


def fetch(name: str) -> bytes | None:
    """A secret kept before; None when there is no keyring, it stays locked, or it knows nothing of this name."""
    library = _library()
    try:
        found = library.get_password(SERVICE, name)
    except _refusals(library):
        return None
    return None if found is None else b64decode(found)


def _library() -> ModuleType:
    import keyring  # noqa: PLC0415  asked only when needed, see above
    import keyring.errors  # noqa: PLC0415

    return keyring


def _refusals(library: ModuleType) -> tuple[type[Exception], ...]:
    # Backends let their own system's errors through too (no session bus, a locked desktop), and one that somebody named
    # in the settings may not be installed: all mean "no keyring".
    return (library.errors.KeyringError, RuntimeError, OSError, ImportError)
