"""The one application: its typeface, its colours, the role of headings, and its window."""

import sys
from collections.abc import Sequence

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.services.all import Services
from desktop.views.journey import Journey
from desktop.views.kit.heading import install_heading_role
from desktop.views.printing.jobs import Printing
from desktop.views.printing.printers import DefaultPrinter
from desktop.views.tasks import Tasks
from desktop.views.texts import Texts
from desktop.views.theme import Look, font, load_fonts
from desktop.views.visit import Visit
from desktop.views.window import Window


def application(arguments: Sequence[str] = ()) -> QApplication:
    """The application with our typeface and roles; the one there is, if there is one."""
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication(list(arguments) or sys.argv[:1])
    app.setApplicationName("Goodhour")
    dress(app)
    return app


def dress(app: QApplication) -> None:
    """Give an application our typeface, and headings their role."""
    load_fonts()
    install_heading_role()
    app.setFont(font(18, bold=False))


def paint_in(app: QApplication, look: Look) -> None:
    """Give fields and lists, which Qt paints, the theme's colours."""
    palette = QPalette()
    theme = look.theme
    for role, colour in (
        (QPalette.ColorRole.Window, theme.paper),
        (QPalette.ColorRole.WindowText, theme.ink),
        (QPalette.ColorRole.Base, theme.tile),
        (QPalette.ColorRole.Text, theme.ink),
        (QPalette.ColorRole.Button, theme.tile),
        (QPalette.ColorRole.ButtonText, theme.ink),
        (QPalette.ColorRole.Highlight, theme.ink),
        (QPalette.ColorRole.HighlightedText, theme.paper),
    ):
        palette.setColor(role, QColor(colour))
    app.setPalette(palette)


def open_window(services: Services, look: Look, texts: Texts, printing: Printing | None = None) -> Window:
    """The window of an open centre; `window.go(name)` shows a screen. printing: the default printer, unless given."""
    printing = printing or Printing(DefaultPrinter(), texts)
    return Window(look, texts, Journey(Visit(printing=printing), services), Tasks())
