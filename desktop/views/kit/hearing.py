"""What is said of a whole screen: its question and messages, and, for who asks, everything there is to choose."""

from PySide6.QtWidgets import QWidget

from desktop.views.kit.edges import BottomEdge, TopEdge
from desktop.views.kit.frame import Frame
from desktop.views.kit.heading import Heading
from desktop.views.kit.order import in_reading_order
from desktop.views.kit.panel import Words
from desktop.views.kit.press import Pressable
from desktop.views.kit.telling import heard_as


def heard_on(screen: Frame, *, with_choices: bool) -> tuple[str, ...]:
    """What to say, in reading order; with_choices: with the name of each thing to press between the edges."""
    kinds = (Words, Pressable) if with_choices else (Words,)
    seen = [part for part in screen.findChildren(QWidget) if part.isVisibleTo(screen)]
    headings = [part for part in seen if isinstance(part, Heading)]
    body = [part for part in seen if isinstance(part, kinds) and part not in headings and not _is_at_edge(part)]
    said = [heard_as(part).strip() for part in (*headings, *in_reading_order(body, screen))]
    return tuple(dict.fromkeys(filter(None, said)))


def _is_at_edge(part: QWidget) -> bool:
    return isinstance(part.parentWidget(), TopEdge | BottomEdge)
