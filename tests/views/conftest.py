"""What tests of screens start from: one application dressed as ours."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.views import gallery
from desktop.views.kit.heading import install_heading_role
from desktop.views.texts import Texts
from desktop.views.theme import font, load_fonts


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application of pytest-qt, with our typeface and roles."""
    load_fonts()
    install_heading_role()
    qapp.setFont(font(18, bold=False))
    return qapp


@pytest.fixture
def texts(qapp: QApplication) -> Texts:
    """The English words."""
    assert qapp is not None
    return Texts()


@pytest.fixture(autouse=True)
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests press at once: their hands never shake."""
    monkeypatch.setattr(gallery, "REST_MS", 0)
