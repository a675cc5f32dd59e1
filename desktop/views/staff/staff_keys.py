"""The keys that sign slips: which PC has which, since when, what is out with each; a new one, and one to stop."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.clock import local_day
from desktop.services.signing_keys import KeySeen, KeysSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.staff_lists import Column, Lines, Note, day_words, noted, tell
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class StaffKeysState:
    """keys: this centre's, and how many others the network lists."""

    keys: KeysSeen
    note: Note = field(default_factory=Note)


class StaffKeys(StaffPage):
    """Shows the keys."""

    name: ClassVar[str] = "staff_keys"
    nav: ClassVar[str] = "to_settings"

    new_key = Signal()
    stop = Signal(object)  # KeySeen
    go_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        new_key = StaffButton(texts("staff.keys.new_key"), look)
        new_key.clicked.connect(lambda _=False: self.new_key.emit())
        back = StaffButton(texts("staff.go_back"), look)
        back.clicked.connect(lambda _=False: self.go_back.emit())
        self._rows = Lines(look)
        self._rows.acted.connect(lambda _, key: self.stop.emit(key))
        words = StaffWords(texts("staff.keys.why"), look)
        self._column = Column(look, [ButtonRow(look, [new_key, back]), words, self._rows])
        self.set_body(self._column, scrolls=True)

    @staticmethod
    def read(services: Any, visit: Visit) -> StaffKeysState:
        """What signs slips now."""
        return StaffKeysState(services.signing_keys.seen(), noted(visit))

    @staticmethod
    def on_new_key(services: Any, visit: Visit) -> None:
        """Sign with a new key from now on."""
        tell(visit, services.signing_keys.rotate, "staff.keys.new_done")

    @staticmethod
    def on_stop(_services: Any, visit: Visit, key: KeySeen) -> None:
        """Ask whether that is meant."""
        visit.chosen["staff_key"] = key

    def fill(self, state: StaffKeysState) -> None:
        """Show a row for each of ours, and one for all others."""
        self.ask(self.texts("staff.keys.title"), state.note.before("", self.texts))
        rows = [self._row(key) for key in state.keys.ours]
        if state.keys.is_joined:
            rows.append(self._others(state.keys))
        self._rows.show_rows(rows)
        self._column.again()

    def _row(self, key: KeySeen) -> Row:
        texts = self.texts
        where = "this_pc" if key.is_here else "other_pc"
        parts = [texts(f"staff.keys.{_standing(key)}")]
        parts += [texts("staff.keys.since", day=day_words(local_day(key.since_ms), texts))] if key.since_ms else []
        parts += [texts.count("staff.keys.out", key.out)]
        parts += [texts.count("staff.keys.good", key.good)] if key.is_stopped else []
        actions = () if key.is_stopped else (Action("stop", texts("staff.keys.stop")),)
        title = texts(f"staff.keys.{where}", name=key.id)
        return Row(key, title, " · ".join(parts), Symbol("om:1F511"), actions)

    def _others(self, keys: KeysSeen) -> Row:
        texts = self.texts
        parts = [texts.count("staff.network.keys_known", keys.others)]
        parts += [texts.count("staff.keys.others_stopped", keys.stopped)] if keys.stopped else []
        parts += [
            texts.count("staff.keys.age", keys.age_days) if keys.age_days >= 0 else texts("staff.network.never_met")
        ]
        return Row("others", texts("staff.network.keys"), " · ".join(parts), Symbol("om:1F310"))


def _standing(key: KeySeen) -> str:
    if key.is_stopped:
        return "is_stopped"
    return "in_use" if key.is_in_use or not key.is_here else "before"
