"""Choosing a file on this PC, to read or to write: the one place where staff meet the system's own dialog."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def choose_open(parent: QWidget, title: str, kinds: str) -> Path | None:
    """A file to read, None if nothing was chosen. kinds: such as "Photos (*.jpg *.png)"."""
    name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None


def choose_folder(parent: QWidget, title: str) -> Path | None:
    """A folder to read, None if nothing was chosen."""
    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None


def choose_save(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """A file to write, None if nothing was chosen. name: what it is called at first."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(Path(name).suffix)
