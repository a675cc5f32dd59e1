"""One session of the week beside the grid: what stands in it, and what can be done with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.services.week_seen import SessionSeen
from desktop.views.kit.art import picture
from desktop.views.kit.draw import draw
from desktop.views.kit.staff_button import ButtonRow, StaffButton
from desktop.views.kit.staff_words import StaffWords
from desktop.views.parts.staff_lists import Column, called
from desktop.views.parts.week_words import marks_of, room_name, times
from desktop.views.texts import Texts
from desktop.views.theme import Look

_HIGH: Final = 52
_GAP: Final = 12


class _Title(QWidget):
    """The picture of the activity, and its name beside it."""

    def __init__(self, session: SessionSeen, look: Look) -> None:
        super().__init__()
        self._art = picture(session.activity.pic)
        self._look = look
        self._words = StaffWords(session.activity.label, look, self, bold=True)

    def height_for(self, width: int) -> int:
        """The height it takes, in pixels; lays it out."""
        wide = width - _HIGH - _GAP
        words = self._words.height_for(wide)
        high = max(_HIGH, words)
        self._words.setGeometry(0 if self._look.right_to_left else _HIGH + _GAP, (high - words) // 2, wide, words)
        return high

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        left = self.width() - _HIGH if self._look.right_to_left else 0
        draw(QPainter(self), QRectF(left, 0, _HIGH, _HIGH), self._art, self._look)


class SessionPanel(Column):
    """Tells of a session. did: `open`, `register`, `copy`, `cut`, `call_off` or `put_back`."""

    did = Signal(str)

    def __init__(self, look: Look, texts: Texts) -> None:
        super().__init__(look, gap=8)
        self._texts = texts
        self._session: SessionSeen | None = None

    def show_session(self, session: SessionSeen) -> None:
        """Tell of this one."""
        if session == self._session:
            return
        self._session = session
        lines = [StaffWords(line, self._look) for line in self._lines(session)]
        hint = StaffWords(self._texts("staff.week.panel.hint_session"), self._look)
        kinds = ("open", "register", "copy", "cut", "call_off" if session.is_on else "put_back")
        buttons = [self._button(kind) for kind in kinds]
        self.put([_Title(session, self._look), ButtonRow(self._look, buttons), *lines, hint])
        self.again()

    def _lines(self, session: SessionSeen) -> list[str]:
        texts = self._texts
        lines = [f"{texts.day(session.day)}, {times(session)}", room_name(session.room, texts)]
        lines += [texts("staff.week.places_told", going=session.going, places=session.places)]
        if session.listed:
            lines.append(texts("staff.week.panel.waiting", count=session.listed))
        if session.leader is not None:
            lines.append(texts("staff.week.panel.led_by", name=called(session.leader, texts)))
        else:
            lines.append(texts("staff.week.panel.nobody_leads"))
        if session.assistants:
            names = texts.listed([called(one, texts) for one in session.assistants])
            lines.append(texts("staff.week.panel.helped_by", names=names))
        if session.way:
            lines.append(session.vehicle.label if session.vehicle is not None else texts(f"way.{session.way}"))
        if session.driver is not None:
            lines.append(texts("staff.week.panel.driven_by", name=called(session.driver, texts)))
        return [*lines, *marks_of(session, texts)]

    def _button(self, kind: str) -> StaffButton:
        button = StaffButton(self._texts(f"staff.week.panel.{kind}"), self._look, strong=kind == "open")
        button.clicked.connect(lambda _=False: self.did.emit(kind))
        return button
