"""Chosen: what, when and with whom; and the next part of the week, for whoever wants to go on."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from PySide6.QtCore import Signal

from desktop.services.week_seen import PlaceSeen
from desktop.views.kit.art import Art, ClockTime, Side, picture
from desktop.views.kit.choosing import Choosing
from desktop.views.kit.panel import Panel
from desktop.views.kit.tile import Tile
from desktop.views.parts.areas import area_tile
from desktop.views.parts.choices import PanelAndTiles
from desktop.views.parts.choose import (
    NOT_TODAY_ART,
    PART_ART,
    Chose,
    begin_choosing,
    place_words,
    waiting_art,
    with_words,
)
from desktop.views.visit import Visit


@dataclass(frozen=True, slots=True)
class ChooseDoneState:
    """chose: what was done. following: the next place without a choice, None if there is none."""

    chose: Chose
    today: date
    following: PlaceSeen | None = None


class ChooseDone(Choosing):
    """Says what is chosen."""

    name: ClassVar[str] = "choose_done"

    choose_next = Signal()
    week = Signal()

    @staticmethod
    def read(services: Any, visit: Visit) -> ChooseDoneState:
        """What was done, and what may be chosen next."""
        following = services.choices.next_place(visit.sitting)
        return ChooseDoneState(visit.chosen["chose"], services.my_week.today(), following)

    @staticmethod
    def on_undo(services: Any, visit: Visit) -> None:
        """What was before holds again; the screen goes back to choosing for the same place."""
        chose = visit.chosen["chose"]
        services.choices.undo(visit.sitting, services.sittings.new_draft(), chose.changes)
        begin_choosing(visit, chose.place)

    @staticmethod
    def on_choose_next(services: Any, visit: Visit) -> None:
        """Go on to the next place."""
        begin_choosing(visit, services.choices.next_place(visit.sitting))

    def fill(self, state: ChooseDoneState) -> None:
        """Show it."""
        chose = state.chose
        self.ask(self._heading(chose))
        when = place_words(chose.place, state.today, self.texts)
        panel = Panel(self.look, self._art(chose), when, more=self._more(chose), area="choose")
        tiles = [area_tile("week", self.texts)]
        if state.following is not None:
            words = place_words(state.following, state.today, self.texts)
            tiles.insert(0, Tile("choose_next", words, PART_ART[state.following.part], area="choose"))
        body = PanelAndTiles(self.look, self.texts, panel, tiles)
        body.pressed.connect(self.take)
        self.set_body(body)
        undo = self.item("undo") if chose.how != "kept" else None
        self.set_bar(left=undo or self.item("back"), centre=self.item("home"), right=self.item("finish"))

    def _heading(self, chose: Chose) -> str:
        if chose.session is None:
            return self.texts("choose.rest")
        how = "listed" if chose.how == "listed" else "done"
        return self.texts(f"choose.{how}", activity=chose.session.activity.label)

    def _more(self, chose: Chose) -> str:
        if chose.session is None:
            return ""
        if chose.how == "listed":
            return self.texts("choose.worker_tells")
        words = with_words(chose.session.leader, self.texts)
        return words[:1].upper() + words[1:]

    @staticmethod
    def _art(chose: Chose) -> Art:
        if chose.session is None:
            return NOT_TODAY_ART
        session = chose.session
        if chose.how == "listed":
            return waiting_art(session)
        what = picture(session.activity.pic)
        clock = ClockTime(*divmod(session.start_minute, 60))
        return Side((what, clock, *([picture(session.leader.pic)] if session.leader is not None else [])))
