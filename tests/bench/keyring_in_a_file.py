"""A keyring for measuring a start where the system keeps the key: the library's own, with a plain file behind it."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.compat import properties

FILE_VARIABLE = "GOODHOUR_BENCH_KEYRING"


class InAFile(KeyringBackend):
    """Keeps secrets in the file that the environment names."""

    @properties.classproperty
    def priority(cls) -> float:  # noqa: N805 - it is the class's
        """1, where a file is named; else it is none, and nobody who has only read this module gets it for a keyring."""
        if FILE_VARIABLE not in os.environ:
            raise RuntimeError(f"{FILE_VARIABLE} names no file")
        return 1.0

    def get_password(self, service: str, username: str) -> str | None:
        """What was kept, None for nothing."""
        found: str | None = self._kept().get(f"{service} {username}")
        return found

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self._file().write_text(json.dumps({**self._kept(), f"{service} {username}": password}), encoding="utf-8")

    def _kept(self) -> dict[str, str]:
        file = self._file()
        return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}

    def _file(self) -> Path:
        return Path(os.environ[FILE_VARIABLE])
