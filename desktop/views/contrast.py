"""High contrast, where the PC's own system asks for it: one of our two-colour themes in place of a calm one."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from desktop.views.house import House
    from desktop.views.window import Window

_DARK: Final = 128  # of 255: a window darker than this is read light on dark


def contrast_theme(app: QApplication) -> str:
    """The theme that serves who turned the system's high contrast on; "" while it is off.

    Light on dark or dark on light is as the system's own colours are.
    """
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() != Qt.ContrastPreference.HighContrast:
        return ""
    scheme = hints.colorScheme()
    if scheme == Qt.ColorScheme.Unknown:
        is_dark = app.style().standardPalette().color(QPalette.ColorRole.Window).lightness() < _DARK
    else:
        is_dark = scheme == Qt.ColorScheme.Dark
    return "yellow-on-black" if is_dark else "black-on-yellow"


def follow_contrast(app: QApplication, window: "Window", house: "House") -> None:
    """Show what is on the screen anew whenever the system's wish changes."""

    def changed() -> None:
        house.contrast_theme = contrast_theme(app)
        if window.arrival is not None and not window.is_busy:
            window.go(window.arrival.name)

    app.styleHints().accessibility().contrastPreferenceChanged.connect(changed)
    app.styleHints().colorSchemeChanged.connect(changed)
