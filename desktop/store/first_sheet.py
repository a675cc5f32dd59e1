"""The recovery sheet until staff say that it is put away: until then this PC opens by itself, and asks for it again.

Nobody has seen the twelve words, nor the five this PC asks for, before the sheet is on paper: whoever closes the app on
that page would be locked out for good. So the five words lie beside the records until then, and are destroyed after.
"""

from __future__ import annotations

from typing import Final

from desktop.problems import NotFound
from desktop.store import keys
from desktop.store.store import Store

SECRET: Final = "sheet_due"  # noqa: S105  the name of a secret
NEW: Final = "new"
BROUGHT_BACK: Final = "brought_back"


def due(store: Store) -> str:
    """`NEW` or `BROUGHT_BACK` while the sheet is still to be put away, "" once it is."""
    try:
        return store.secret(SECRET).decode()
    except NotFound:
        return ""


def ask_for(store: Store, why: str, passphrase: str) -> None:
    """Have the sheet shown at every start until it is put away, with the five words kept until then."""
    store.set_secret(SECRET, why.encode())
    keys.keep_passphrase(store.folder, passphrase)


def put_away(store: Store) -> None:
    """The sheet is on paper and locked away: destroy the kept words, and ask for it no more."""
    keys.keep_passphrase(store.folder, "")
    store.set_secret(SECRET, b"")
