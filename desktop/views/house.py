"""The centre on this PC, as the screens reach it: open it, begin one, lend a copy to practise on. No Qt."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import bootstrap, settings
from desktop.bootstrap import Parts
from desktop.clock import Clock
from desktop.services.all import Services
from desktop.settings import Settings
from desktop.store import first_sheet
from desktop.store.opening import DATABASE_FILE

if TYPE_CHECKING:
    from desktop.sync.line import Line
    from desktop.views.speech import Voice


class House:
    """One folder of records. All calls run on the store's thread.

    parts: the open centre, None until it is open or begun. settings: how this PC is set. contrast_theme: the theme that
    its system asks for instead, "" for none. voices: those of this PC, None before they were looked for. can_speak:
    whether whoever sits here would hear anything. line: to the network, None where there is none, as on a practice day.
    checks_slips: this PC does nothing but check slips (`--door`).
    """

    def __init__(self, folder: Path, clock: Clock, *, practice: bool = False, checks_slips: bool = False) -> None:
        self.folder = folder
        self.clock = clock
        self.is_practice = practice
        self.checks_slips = checks_slips
        self.parts: Parts | None = None
        self.settings = settings.load(folder)
        self.contrast_theme = ""
        self.voices: tuple[Voice, ...] | None = None
        self.can_speak = False
        self.line: Line | None = None

    @property
    def here(self) -> Settings:
        """How this PC shows things to whoever chose nothing: as it is set, but in the contrast its system asks for.

        A theme of two colours that staff chose has contrast enough.
        """
        is_calm = self.settings.theme in settings.CALM_THEMES
        return replace(self.settings, theme=self.contrast_theme) if self.contrast_theme and is_calm else self.settings

    @property
    def has_centre(self) -> bool:
        """Whether this folder holds records, opened or not."""
        return self.parts is not None or (self.folder / DATABASE_FILE).is_file()

    @property
    def is_door(self) -> bool:
        """Whether what is open is a venue's door."""
        return self.parts is not None and self.parts.store.read.door() is not None

    @property
    def services(self) -> Services | None:
        """What people can do here, None while no centre is open."""
        return self.parts.services if self.parts is not None else None

    def open(self, passphrase: str | None = None) -> None:
        """Open the centre of this folder; a practice centre is made if there is none.

        Raises:
            NoCentreHere: there is none yet. PassphraseNeeded: it asks for its five words. Other problems of the store.
        """
        if self.is_practice:
            self.parts = bootstrap.practice_centre(self.folder, self.clock)
        else:
            self.parts = bootstrap.open_centre(self.folder, self.clock, passphrase=passphrase)

    def begin(self, name: str, staff_pin: str) -> Parts:
        """Begin a centre in this folder; its recovery words and passphrase are in what comes back.

        Raises:
            BadInput: no name, or a PIN that is not 4 to 12 digits. Problems of the store.
        """
        self.parts = bootstrap.centre_on_screen(self.folder, self.clock, name=name, staff_pin=staff_pin)
        return self.parts

    def begin_practice(self) -> None:
        """Open, or make, the practice centre, in a folder of its own beside the real one."""
        is_usual = self.folder == settings.default_folder()
        beside = self.folder.with_name(f"{self.folder.name}-practice")
        self.folder = settings.default_folder(is_practice=True) if is_usual else beside
        self.is_practice = True
        self.open()

    def lend_copy(self) -> Parts:
        """A throw-away copy of the open centre, with the practice member in it."""
        if self.parts is None:
            msg = "a copy is lent of an open centre"
            raise ValueError(msg)
        return bootstrap.practice_member(self.parts)

    def use(self, chosen: Settings) -> None:
        """Keep other settings for this PC. Raises SettingsNotSaved."""
        settings.save(self.folder, chosen)
        self.settings = chosen

    def tell_stuck_switch(self, *, is_stuck: bool) -> None:
        """Let workers know that a switch of this PC is held down and nobody holds it, or that it is well again."""
        if self.parts is not None:
            self.parts.services.attention.has_stuck_switch = is_stuck

    def restore(self, file: Path, words: str) -> None:
        """Put a backup back into this folder, and open it; what was there is set aside.

        Raises:
            WrongWords: these are not its sheet's. DamagedBackup, NotFound, and other problems of the store.
        """
        from desktop.store.restoring import restore  # noqa: PLC0415  once in the life of a PC

        restored = restore(file, self.folder, words, clock=self.clock)
        self.open(restored.passphrase or None)
        if self.parts is not None:
            first_sheet.ask_for(self.parts.store, first_sheet.BROUGHT_BACK, restored.passphrase)

    def sheet_due(self) -> str:
        """Why the recovery sheet is still to be shown: "new", "brought_back", or "" once it is put away."""
        return first_sheet.due(self.parts.store) if self.parts is not None else ""

    def put_sheet_away(self) -> None:
        """The recovery sheet is printed and locked away. Raises the store's problems; it is asked for again then."""
        if self.parts is not None:
            first_sheet.put_away(self.parts.store)

    def back_up(self, file: Path) -> None:
        """Write everything to one file. Raises the store's problems; NotFound: no such folder."""
        from desktop.store.backup import backup  # noqa: PLC0415  now and then

        if self.parts is not None:
            backup(self.parts.store, file)

    def close(self) -> None:
        """Close the centre."""
        if self.parts is not None:
            self.parts.close()
            self.parts = None
