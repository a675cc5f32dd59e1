"""The checker of screens: the rules of easy-read that a machine can judge, from what was really drawn.

``check(screen)`` answers with the faults of a filled screen; ``press(screen, "Half an hour")`` presses a thing by the
name a person hears. Screens for workers (`for_workers`) are held to the rules of staff screens.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import sqrt
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from desktop.views.easy_words import forbidden, words_of
from desktop.views.kit.days import DayPress, DayStrip
from desktop.views.kit.draw import shape
from desktop.views.kit.frame import Frame
from desktop.views.kit.grid import TileGrid
from desktop.views.kit.heading import Heading
from desktop.views.kit.press import Pressable
from desktop.views.kit.tile import TileButton
from desktop.views.reading_rules import MOST_LABEL_WORDS, MOST_SENTENCE_WORDS, MOST_SENTENCES
from tests.views.sight import (
    Sight,
    all_said,
    all_written,
    apart,
    contrast_between,
    contrast_of,
    has_ink,
    is_in_scroll,
    is_scrolled_away,
    is_sentence,
    name_of,
    on_screen,
    ring_bands,
    text_of,
    written_on,
)

LEAST_GAP_PX: Final = 12
LEAST_CONTRAST: Final = 7.0
LEAST_OUTLINE_CONTRAST: Final = 3.0
MOST_CHOICES: Final = 6
MOST_FACES: Final = 12


@dataclass(frozen=True, slots=True)
class Fault:
    """One rule that a screen breaks: which, where, and by how much."""

    rule: str
    where: str
    what: str


def check(screen: Frame) -> list[Fault]:
    """Every fault of a screen; an empty list is a screen as it should be."""
    sight = Sight(screen, screen.grab().toImage())
    rules: list[Callable[[Sight], Iterator[Fault]]] = [
        targets,
        gaps,
        contrast,
        pictures,
        ring,
        clipping,
        scroll_bars,
        overlaps,
        names_and_roles,
        focus_order,
        labels,
        sentences,
        forbidden_words,
        choices,
    ]
    if screen.for_workers:
        rules = [
            targets,
            contrast,
            ring,
            clipping,
            scroll_bars,
            overlaps,
            names_and_roles,
            focus_order,
            forbidden_words,
        ]
    return [fault for rule in rules for fault in rule(sight)]


# ---- the rules -------------------------------------------------------------------------------------------------------
def targets(sight: Sight) -> Iterator[Fault]:
    """Everything pressable is large enough for a finger."""
    for button in sight.pressable():
        if min(button.width(), button.height()) < sight.target_px:
            size = f"{button.width()} by {button.height()} px, least {sight.target_px}"
            yield Fault("small target", button.accessibleName(), size)


def gaps(sight: Sight) -> Iterator[Fault]:
    """Between two pressable things lie at least twelve pixels."""
    for one, other in combinations(sight.pressable(), 2):
        distance = apart(sight.place(one), sight.place(other))
        if 0 <= distance < LEAST_GAP_PX:
            yield Fault("small gap", f"{one.accessibleName()} | {other.accessibleName()}", f"{distance} px")


def contrast(sight: Sight) -> Iterator[Fault]:
    """Words stand out from what is under them by 7 to 1, as drawn."""
    for widget, words in all_written(sight):
        found = contrast_of(sight.image, on_screen(sight, widget, words))
        if found < LEAST_CONTRAST:
            yield Fault("low contrast", text_of(words), f"{found:.1f} to 1")


def pictures(sight: Sight) -> Iterator[Fault]:
    """A picture stands out from its ground by 3 to 1, as drawn, and is not small."""
    for tile in sight.seen(TileButton):
        if tile.tile.art is None:
            continue
        place = tile.places().art.toRect()
        found = contrast_of(sight.image, place.translated(sight.place(tile).topLeft()))
        if found < LEAST_OUTLINE_CONTRAST:
            yield Fault("faint picture", name_of(tile), f"{found:.1f} to 1")
        wide = shape(tile.tile.art)
        drawn = min(place.width(), place.height() * wide)
        if (side := sqrt(drawn * drawn / wide)) < sight.screen.look.least_picture - 1:
            yield Fault("small picture", name_of(tile), f"as large as a square of {side:.0f} px")


def ring(sight: Sight) -> Iterator[Fault]:
    """The ring around what has the focus stands out by 3 to 1 from what it touches, as drawn."""
    order = sight.screen.focus_order()
    if not order or is_scrolled_away(order[0]):
        return
    ground, *bands = ring_bands(sight.screen, order[0])
    found = max(contrast_between(ground, band) for band in bands)
    if found < LEAST_OUTLINE_CONTRAST:
        yield Fault("faint ring", name_of(order[0]), f"{found:.1f} to 1")


def clipping(sight: Sight) -> Iterator[Fault]:
    """Nothing is cut: words fit their place, places fit their widget, widgets fit their parent and the screen."""
    for widget, words in all_written(sight):
        room = words.place.adjusted(-1, -1, 1, 1)
        if words.lines.width > room.width() or words.lines.height * 0.92 > room.height():
            yield Fault("clip", text_of(words), f"needs {words.lines.width} by {words.lines.height} px")
        elif not widget.rect().adjusted(-2, -2, 2, 2).contains(words.place.toRect()):
            yield Fault("clip", text_of(words), "stands outside its widget")
        least = sight.screen.look.staff_px if sight.screen.for_workers else sight.screen.look.least_px
        if words.lines.px < least:
            yield Fault("clip", text_of(words), f"had to shrink to {words.lines.px} px, least {least}")
    for widget in sight.seen():
        parent = widget.parentWidget()
        if parent is None or is_in_scroll(widget) or widget.rect().isEmpty():
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()) and has_ink(widget):
            yield Fault("clip", name_of(widget), "reaches beyond its parent")


def scroll_bars(sight: Sight) -> Iterator[Fault]:
    """A bar to scroll by is there only where there is something to scroll to."""
    for area in sight.seen(QScrollArea):
        bar = area.verticalScrollBar()
        if bar.isVisibleTo(area) and bar.maximum() == bar.minimum():
            yield Fault("needless scroll bar", sight.screen.name, "everything is in sight")


def overlaps(sight: Sight) -> Iterator[Fault]:
    """No two things lie over one another."""
    things = [widget for widget in sight.seen() if has_ink(widget) and not widget.rect().isEmpty()]
    for one, other in combinations(things, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        if sight.place(one).intersects(sight.place(other)):
            yield Fault("overlap", f"{name_of(one)} | {name_of(other)}", "lie over one another")
    for tile in sight.seen(TileButton):
        if tile.tile.badge is not None and any(words.ink.intersects(tile.badge_place()) for words in tile.written()):
            yield Fault("overlap", name_of(tile), "its badge hides its words")


def names_and_roles(sight: Sight) -> Iterator[Fault]:
    """What a person can act on has a name and a role for screen readers; the question is a heading."""
    for widget in {*sight.screen.focus_order(), *sight.seen(Pressable), *sight.seen(Heading)}:
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            yield Fault("missing name", type(widget).__name__, "has no accessible name")
        if told.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client):
            yield Fault("missing role", name_of(widget), "has no accessible role")
    for heading in sight.seen(Heading):
        role = QAccessible.queryAccessibleInterface(heading).role()
        if role != QAccessible.Role.Heading:
            yield Fault("missing role", heading.text(), f"is no heading to a screen reader but {role.name}")


def focus_order(sight: Sight) -> Iterator[Fault]:
    """The focus visits everything once, and what lies in the body by rows, each along its reading direction."""
    order = sight.screen.focus_order()
    tabbed = {
        widget
        for widget in sight.screen.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(sight.screen)
        and widget.isEnabled()
        and not isinstance(widget, QScrollArea)
    }
    if len(order) != len(set(order)) or set(order) != tabbed:
        missed = [name_of(widget) for widget in tabbed ^ set(order)]
        yield Fault("focus order", sight.screen.name, f"does not visit everything once: {missed}")
    sign = -1 if sight.screen.look.right_to_left else 1
    inside = [widget for widget in order if sight.in_body(widget)] if not sight.screen.for_workers else []
    for one, other in pairwise(inside):
        here, there = sight.place(one), sight.place(other)
        same_row = here.top() < there.center().y() < here.bottom() or there.top() < here.center().y() < there.bottom()
        follows = sign * (there.center().x() - here.center().x()) > 0 if same_row else there.top() > here.top()
        if not follows:
            yield Fault("focus order", f"{name_of(one)} | {name_of(other)}", "is not the reading order")


def labels(sight: Sight) -> Iterator[Fault]:
    """What is written on a thing to press has at most four words."""
    for button in sight.seen(Pressable):
        for words in written_on(button)[:1]:
            count = len(text_of(words).split())
            if count > MOST_LABEL_WORDS and not is_sentence(text_of(words)):
                yield Fault("long label", text_of(words), f"{count} words")


def sentences(sight: Sight) -> Iterator[Fault]:
    """Sentences have at most fifteen words, messages at most two sentences."""
    for words in all_said(sight):
        parts = [part for part in re.split(r"(?<=[.!?])\s+", words) if part]
        long = [part for part in parts if len(part.split()) > MOST_SENTENCE_WORDS]
        for part in long:
            yield Fault("long sentence", part, f"{len(part.split())} words")
        if len(parts) > MOST_SENTENCES:
            yield Fault("long message", words, f"{len(parts)} sentences")


def forbidden_words(sight: Sight) -> Iterator[Fault]:
    """No word of our trade reaches anybody."""
    never = forbidden(sight.screen.texts.language)
    for words in all_said(sight):
        for word in words_of(words.lower()):
            if word in never:
                yield Fault("forbidden word", words, word)


def choices(sight: Sight) -> Iterator[Fault]:
    """At most six things to choose from on a page, or twelve faces; a strip of days is one of them."""
    pressable = [button for button in sight.pressable() if sight.in_body(button)]
    inside = [button for button in pressable if not isinstance(button, DayPress)] + sight.seen(DayStrip)
    has_faces = any(grid.shows_faces for grid in sight.seen(TileGrid))
    most = MOST_FACES if has_faces else MOST_CHOICES
    if len(inside) > most:
        yield Fault("too many choices", sight.screen.name, f"{len(inside)}, most {most}")


# ---- what tests press ------------------------------------------------------------------------------------------------
def names(screen: QWidget) -> list[str]:
    """The names of everything that can be pressed now, in the order they are read."""
    order = screen.focus_order() if isinstance(screen, Frame) else screen.findChildren(QAbstractButton)
    return [widget.accessibleName() for widget in order if isinstance(widget, QAbstractButton)]


def find(screen: QWidget, name: str) -> QAbstractButton:
    """The one thing to press that has a name. Raises AssertionError with the names there are."""
    found = [
        button
        for button in screen.findChildren(QAbstractButton)
        if button.accessibleName() == name and button.isVisibleTo(screen) and button.isEnabled()
    ]
    assert len(found) == 1, f"{name!r} is there {len(found)} times; there are {names(screen)}"
    return found[0]


def press(screen: QWidget, name: str) -> None:
    """Press a thing by its name."""
    find(screen, name).click()


def said(screen: Frame) -> list[str]:
    """Every text a person sees on a screen."""
    return list(all_said(Sight(screen, QImage())))
