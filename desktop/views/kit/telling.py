"""How a part of a screen tells it what a person should hear; the screen hands it on."""

from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget


def heard_as(thing: QWidget) -> str:
    """What is said for a thing: its own `spoken` words where they differ, else its name and what is said besides."""
    own = str(getattr(thing, "spoken", ""))
    return own or ". ".join(filter(None, (thing.accessibleName().rstrip("."), thing.accessibleDescription())))


def tell_pressed(thing: QWidget) -> None:
    """Tell the screen a thing is on that it was pressed."""
    screen = _screen_of(thing)
    if screen is not None:
        screen.told.emit(heard_as(thing))


def say(thing: QWidget, words: str) -> None:
    """Ask the screen a thing is on to have words said, because somebody asked for them."""
    screen = _screen_of(thing)
    if screen is not None:
        screen.said.emit(words)


def _screen_of(thing: QWidget) -> Any:
    """The `Frame` a thing is on, or None."""
    parent = thing.parentWidget()
    while parent is not None and not isinstance(getattr(parent, "told", None), SignalInstance):
        parent = parent.parentWidget()
    return parent
