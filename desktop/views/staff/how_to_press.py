"""How somebody presses: a worker sets it with them, and they try it at once; Keep, or Put back."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.settings import Settings
from desktop.views.kit.art import Symbol
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.order import can_focus, in_rows
from desktop.views.kit.panel import Words
from desktop.views.kit.rows import Action, Row
from desktop.views.kit.scroll import scrolled
from desktop.views.kit.stack import Columns, Rows
from desktop.views.kit.staff import StaffPage
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.kit.tile import Tile
from desktop.views.parts import pressing
from desktop.views.parts.pressing import EITHER, STEPS, Change, Trying
from desktop.views.parts.staff_lists import Column, Lines, note
from desktop.views.parts.switch_keys import shares_a_key
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Visit
from ledger.domain.access import Way

_TRY: Final = (("tea", "om:1F375"), ("music", "om:1F3B5"), ("garden", "om:1F33B"), ("ball", "om:26BD"))
_ARTS: Final = {
    "scan_ms": "om:23F1",
    "first_item_ms": "om:23F3",
    "scan_way": "om:25B6",
    "scan_order": "om:1F4F6",
    "rounds": "om:1F501",
    "acceptance_ms": "om:270A",
    "repeat_ms": "om:1F590",
    "press_on": "om:2B07",
    "hold_ms": "om:1F447",
    "dwell_ms": "om:1F5B1",
    "has_beep": "om:1F514",
    "has_spoken_scan": "om:1F5E3",
}
_WAY_ARTS: Final = {
    Way.AS_HERE: "om:1F5A5",
    Way.TOUCH: "om:1F446",
    Way.ONE_SWITCH: "om:1F534",
    Way.TWO_SWITCHES: "om:1F518",
    Way.DWELL: "om:1F5B1",
}
_SHARES: Final = (58.0, 42.0)
_MS: Final = 1_000


@dataclass(frozen=True, slots=True)
class HowToPressState:
    """name: whose it is, "" for this PC. trying: how it is now, while it is tried.

    is_one_key: both switches of this PC press the same key, so that they are one.
    """

    name: str
    trying: Trying
    is_one_key: bool = False


class HowToPress(StaffPage):
    """What can be set at one side; at the other, tiles to try it on, which are all that a switch reaches here."""

    name: ClassVar[str] = "how_to_press"
    has_nav: ClassVar[bool] = False
    answers = ("to_me", "to_member", "to_pc")

    change = Signal(object)  # Change
    keep = Signal()
    put_back = Signal()

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, texts)
        self._rows = Lines(look)
        self._rows.acted.connect(self._acted)
        self._now: Trying = Settings()
        self._with = StaffWords(texts("staff.pressing.what.way"), look, bold=True)
        self._column = Column(look, [self._with, self._rows])
        self._try = TileGrid(look, texts)
        self._try.pressed.connect(self._tried)
        self._try.pages_changed.connect(self._show_fewer)
        self._said = Words("", look)
        side = Rows(look, [self._said, self._try, self._buttons()], (14.0, 68.0, 18.0))
        self.set_body(Columns(look, [scrolled(look, self._column), side], _SHARES))

    @staticmethod
    def read(services: Any, visit: Visit) -> HowToPressState:
        """What is tried now."""
        trying: Any = visit.chosen["trying"]
        house: Any = visit.house
        name = "" if isinstance(trying, Settings) else services.people.member(trying.member).name
        return HowToPressState(name, trying, house is not None and shares_a_key(house.settings))

    @staticmethod
    def on_change(_services: Any, visit: Visit, asked: Change) -> None:
        """Try it so."""
        pressing.change(visit, asked)

    @staticmethod
    def on_keep(services: Any, visit: Visit) -> str:
        """Let it be so from now on."""
        where = _where(visit)
        pressing.keep(services, visit)
        if where != "to_me":
            note(visit, "staff.pressing.kept")
        return where

    @staticmethod
    def on_put_back(_services: Any, visit: Visit) -> str:
        """Let it be as it was."""
        where = _where(visit)
        pressing.put_back(visit)
        return where

    def fill(self, state: HowToPressState) -> None:
        """Show how it is, and what can be changed."""
        texts, now = self.texts, state.trying
        self._now = now
        title = texts("staff.pressing.title", name=state.name) if state.name else texts("staff.pressing.title_pc")
        self.ask(title, texts("staff.pressing.line"))
        self._rows.show_rows([self._row(name, now) for name in pressing.fields_of(now.way)])
        is_one = state.is_one_key and now.way is Way.TWO_SWITCHES
        warning = [StaffWords(texts("staff.switches.one_key"), self.look, bold=True)] if is_one else []
        self._column.put([self._with, self._ways(now), *warning, self._rows])
        self._column.again()
        self._said.say(texts("staff.pressing.try_it"))
        self._try.show_tiles([Tile(name, texts(f"staff.pressing.things.{name}"), Symbol(art)) for name, art in _TRY])

    def scan_rows(self, *, few_apart: bool = False) -> list[list[QWidget]]:  # noqa: ARG002 - rows are what is tried
        """What is there to be tried; a worker sets the rest."""
        return in_rows(can_focus(self._try), self._try)

    def is_pressed_their_way(self, part: QWidget) -> bool:
        """What is there to be tried is pressed as it is being set."""
        return self._try.isAncestorOf(part)

    def _acted(self, key: str, name: str) -> None:
        """One of the buttons of a row: a bit less or more of something, or the other of two."""
        if name in STEPS:
            self.change.emit(Change(name, 1 if key == "more" else -1))
        else:
            one, other = EITHER[name]
            self.change.emit(Change(name, value=other if getattr(self._now, name) == one else one))

    def _show_fewer(self) -> None:
        """Where large words leave no room for all of them, some are enough to be tried."""
        if self._try.has_more:
            self._try.show_tiles(self._try.shown())

    def _tried(self, name: object) -> None:
        self._said.say(self.texts("staff.pressing.pressed", thing=self.texts(f"staff.pressing.things.{name}")))

    def _ways(self, now: Trying) -> ButtonRow:
        buttons = []
        for way in pressing.ways_for(now):
            words = self.texts(f"staff.pressing.way.{way.name.lower()}")
            button = StaffButton(words, self.look, art=Symbol(_WAY_ARTS[way]), strong=way == now.way)
            button.mark_chosen(chosen=way == now.way)
            button.clicked.connect(lambda _=False, way=way: self.change.emit(Change("way", value=way)))
            buttons.append(button)
        return ButtonRow(self.look, buttons)

    def _row(self, name: str, now: Trying) -> Row:
        texts = self.texts
        if name in STEPS:
            actions: tuple[Action, ...] = (
                Action("less", texts("staff.pressing.less")),
                Action("more", texts("staff.pressing.more")),
            )
        else:
            actions = (Action("other", texts("staff.pressing.swap")),)
        return Row(name, texts(f"staff.pressing.what.{name}"), self._value(name, now), Symbol(_ARTS[name]), actions)

    def _value(self, name: str, now: Trying) -> str:
        value = getattr(now, name)
        if name == "rounds":
            return self.texts.count("staff.pressing.rounds", value)
        if name in STEPS:
            seconds = f"{value / _MS:g}"
            return (
                self.texts("staff.pressing.seconds", seconds=seconds) if value else self.texts("staff.pressing.at_once")
            )
        return self.texts(f"staff.pressing.either.{name}_{EITHER[name].index(value)}")

    def _buttons(self) -> ButtonRow:
        kept = StaffButton(self.texts("staff.pressing.keep"), self.look, art=Symbol("gh:tick"), strong=True)
        kept.clicked.connect(self.keep)
        back = StaffButton(self.texts("staff.pressing.put_back"), self.look, art=Symbol("gh:undo"))
        back.clicked.connect(self.put_back)
        return ButtonRow(self.look, [kept, back])


def _where(visit: Visit) -> str:
    if isinstance(visit.chosen["trying"], Settings):
        return "to_pc"
    return "to_me" if visit.person is not None else "to_member"
