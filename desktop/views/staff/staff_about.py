"""About Goodhour: its version, what it is made of, and who made the pictures, the letters and the words."""

import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal

import assets
from desktop import __version__
from desktop.views.kit.art import Symbol
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.staff_lists import Column, Lines
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit

# Name, package, licence: what is shipped inside, as their licences ask to be named.
_PARTS: Final = (
    ("Qt for Python", "PySide6-Essentials", "LGPL 3.0"),
    ("SQLCipher", "sqlcipher3", "BSD-3-Clause, zlib"),
    ("sqlite-utils", "sqlite-utils", "Apache 2.0"),
    ("PyNaCl", "pynacl", "Apache 2.0"),
    ("Pillow", "pillow", "MIT-CMU"),
    ("ZXing-C++", "zxing-cpp", "Apache 2.0"),
    ("qrcode", "qrcode", "BSD"),
    ("cbor2", "cbor2", "MIT"),
    ("zstandard", "zstandard", "BSD-3-Clause"),
    ("mnemonic", "mnemonic", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
    ("keyring", "keyring", "MIT"),
)


@dataclass(frozen=True, slots=True)
class Made:
    """Something shipped that somebody made. text: the file with the whole licence, "" for none."""

    what: str
    licence: str
    attribution: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class StaffAboutState:
    """made: pictures, letters, words. parts: programs inside: name, version, licence. versions: own, Python, system."""

    made: tuple[Made, ...]
    parts: tuple[tuple[str, str, str], ...]
    versions: tuple[str, str, str]


class StaffAbout(StaffPage):
    """Shows versions, licences and thanks."""

    name: ClassVar[str] = "staff_about"
    nav: ClassVar[str] = "to_about"

    licence = Signal(object)  # Made

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._rows = Lines(look)
        self._rows.acted.connect(lambda _, value: self.licence.emit(value))
        self._own = StaffWords(texts("staff.about.own"), look)
        self._inside = StaffWords(texts("staff.about.inside"), look, bold=True)
        self._parts = StaffWords("", look)
        self._column = Column(look, [self._own, self._rows, self._inside, self._parts])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, _visit: Visit) -> StaffAboutState:
        """What the catalogue, the centre's own packs and the installed packages say."""
        made = tuple(
            Made(one["what"], one["licence"], one.get("attribution", ""), one.get("text", ""))
            for one in assets.asset_table("catalogue.toml")["asset"]
        )
        texts = {_plain(one.licence): one.text for one in made}
        made += tuple(
            Made(pack.name, pack.licence, pack.attribution, texts.get(_plain(pack.licence), ""))
            for pack in services.packs.all()
        )
        parts = tuple((name, _version(package), licence) for name, package, licence in _PARTS)
        return StaffAboutState(made, parts, (__version__, platform.python_version(), platform.platform(terse=True)))

    @staticmethod
    def on_licence(_services: Any, visit: Visit, made: Made) -> None:
        """Read one."""
        visit.chosen["staff_licence"] = (made.licence, made.text)

    def fill(self, state: StaffAboutState) -> None:
        """Show it all."""
        own, python, system = state.versions
        self.ask(self.texts("staff.about.title"), self.texts("staff.about.line", own=own, python=python, system=system))
        self._rows.show_rows([self._row(one) for one in state.made])
        self._parts.say(" · ".join(" ".join(part for part in one if part) for one in state.parts))
        self._column.again()

    def _row(self, one: Made) -> Row:
        actions = (Action("licence", self.texts("staff.about.read")),) if one.text else ()
        detail = one.attribution or one.licence
        return Row(one, f"{one.what}: {one.licence}", detail, Symbol("om:1F4DC"), actions)


def _plain(licence: str) -> str:
    """The name of a licence, however it was typed: "cc-by-sa 4.0" is "CC BY-SA 4.0"."""
    return "".join(letter for letter in licence.lower() if letter.isalnum())


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # a bundle need not carry what only installers read
        return ""
