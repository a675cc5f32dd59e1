"""The one application: its typeface, its colours, and the role of headings."""

import sys
from collections.abc import Sequence

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.views.kit.heading import install_heading_role
from desktop.views.theme import Look, font, load_fonts


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
