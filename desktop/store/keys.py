"""The store's key, wrapped twice: for this PC, and for the recovery sheet.

On this PC the system's keyring opens it; where there is none, a generated passphrase of five words does. No PIN ever
does. `keys.json` holds the wrapped keys, in two copies: without it not even the right words open anything.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

from desktop.store import keyring
from desktop.store.files import disk_in_plain_words, write_whole
from desktop.store.problems import DamagedStore, NewerStore, PassphraseNeeded, WrongKey, WrongWords
from desktop.store.store import Store
from ledger.wire import sealing, words

KEYS_FILE = "keys.json"
KEYS_COPY = "keys-copy.json"
VERSION = 1
_KEYS_LOST = (
    f"{KEYS_FILE} is missing or damaged, and nothing opens these records without it. Put it back from a copy of the "
    "folder, or restore the latest backup with the recovery sheet."
)


@dataclass(frozen=True, slots=True)
class Vault:
    """The wrapped store key; nothing in it opens anything by itself, except in a practice centre or an unfinished one.

    by_sheet: opened by the recovery sheet. by_keyring: opened by the secret the keyring keeps under `keyring_name`.
    by_passphrase: opened by the five words. All base64, "" for none. practice_passphrase: the words themselves, only
    in a practice centre on a PC without a keyring, whose people are invented. first_passphrase: the same in a new
    centre, until its recovery sheet is put away (`first_sheet`).
    """

    by_sheet: str
    keyring_name: str = ""
    by_keyring: str = ""
    by_passphrase: str = ""
    practice_passphrase: str = field(default="", repr=False)
    first_passphrase: str = field(default="", repr=False)
    version: int = VERSION

    def key(self, passphrase: str = "") -> bytes:
        """The store key, opened by the keyring or else by the passphrase.

        Raises:
            PassphraseNeeded: the keyring does not open it, and there is no passphrase. WrongKey: it is not the one.
        """
        held = keyring.fetch(self.keyring_name) if self.by_keyring else None
        if held is not None:
            try:
                return sealing.unseal(held, b64decode(self.by_keyring))
            except sealing.CannotUnseal:
                held = None  # a keyring from another PC's copy: the passphrase may still be known
        given = passphrase or self.practice_passphrase or self.first_passphrase
        if not given:
            raise PassphraseNeeded
        if not self.by_passphrase:
            raise WrongKey
        try:
            return words.unwrap_with_passphrase(b64decode(self.by_passphrase), given)
        except sealing.CannotUnseal as error:
            raise WrongKey from error

    def key_by_words(self, typed: str) -> bytes:
        """The store key, opened by the recovery sheet: its twelve words or the text of its QR.

        Raises:
            WrongWords: these are not the sheet's; the message says which word if it can be told.
        """
        try:
            return words.unwrap(b64decode(self.by_sheet), words.secret_of(typed))
        except words.NotTheWords as error:
            raise WrongWords(f"{WrongWords.what_to_do} ({error})") from error
        except sealing.CannotUnseal as error:
            raise WrongWords from error


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A vault that was just made, and the five words to write down; "" where the keyring took the key."""

    vault: Vault
    passphrase: str = field(repr=False)


def wrap_for_this_pc(key: bytes, sheet_secret: bytes, *, is_practice: bool = False) -> Wrapped:
    """Wrap a store key for the sheet, and for this PC by its keyring or, without one, by five new words."""
    by_sheet = _text(words.wrap(key, sheet_secret))
    name, held = f"data {sealing.new_key().hex()[:16]}", sealing.new_key()
    if keyring.keep(name, held):
        return Wrapped(Vault(by_sheet, keyring_name=name, by_keyring=_text(sealing.seal(held, key))), "")
    passphrase = words.new_passphrase()
    vault = Vault(
        by_sheet,
        by_passphrase=_text(words.wrap_with_passphrase(key, passphrase)),
        practice_passphrase=passphrase if is_practice else "",
    )
    return Wrapped(vault, passphrase)


def save(folder: Path, vault: Vault) -> None:
    """Keep a vault beside the database, twice.

    Raises:
        DiskFull, ReadOnlyFolder, DiskTrouble: at least one copy, the old or the new, is whole.
    """
    text = encode(vault)
    write_whole(folder / KEYS_FILE, text)
    write_whole(folder / KEYS_COPY, text)


def keep_passphrase(folder: Path, passphrase: str) -> None:
    """Keep the five words beside the records until the sheet is put away, "" to destroy them.

    Raises:
        DiskFull, ReadOnlyFolder, DiskTrouble: at least one copy, the old or the new, is whole.
    """
    save(folder, replace(load(folder), first_passphrase=passphrase))


def load(folder: Path) -> Vault:
    """The vault of a data folder, from its first copy that is whole.

    Raises:
        DamagedStore: neither copy is there and whole. NewerStore: a newer Goodhour wrote it.
    """
    for name in (KEYS_FILE, KEYS_COPY):
        try:
            with disk_in_plain_words():
                raw = (folder / name).read_bytes()
        except FileNotFoundError:
            continue
        try:
            return decode(raw)
        except ValueError:
            continue
    raise DamagedStore(_KEYS_LOST)


def recovery_words(store: Store) -> tuple[str, ...]:
    """The sheet's twelve words, for printing it again."""
    return words.words_of(store.secret("sheet_secret"))


def recovery_text(store: Store) -> str:
    """The same as the text of the sheet's QR."""
    return words.sheet_text(store.secret("sheet_secret"))


def passphrase_of(store: Store) -> str:
    """The five words that open the records on this PC, "" where the keyring does."""
    return store.secret("passphrase").decode()


def encode(vault: Vault) -> bytes:
    """A vault as it stands in keys.json and in backups."""
    return json.dumps(asdict(vault), indent=2).encode()


def decode(raw: bytes) -> Vault:
    """What `encode` wrote.

    Raises:
        ValueError: it is not that. NewerStore: a newer Goodhour wrote it.
    """
    found = json.loads(raw)
    if not isinstance(found, dict):
        raise ValueError("keys are a JSON object")  # noqa: TRY004  callers ask whether the file is whole, not its type
    if isinstance(found.get("version"), int) and found["version"] > VERSION:
        raise NewerStore
    try:
        vault = Vault(**found)
    except TypeError as error:
        raise ValueError("keys of another kind") from error
    for part in fields(vault):
        if not isinstance(getattr(vault, part.name), int if part.name == "version" else str):
            raise ValueError(f"keys of another kind: {part.name}")  # noqa: TRY004  as above
    for wrapped in (vault.by_sheet, vault.by_keyring, vault.by_passphrase):
        b64decode(wrapped, validate=True)
    return vault


def _text(wrapped: bytes) -> str:
    return b64encode(wrapped).decode()
