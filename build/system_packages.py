"""What Qt, the tests and the bundle need from a Linux system, and how Debian brings it."""

# Annotations stay unread, so that an older Python lives long enough to be told that it is too old.
from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path

# What is loaded (.so), started, imported (python:), or lies in a place (/), and the Debian package that brings it.
FOR_QT = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libpulse.so.0": "libpulse0",
    "libspeechd.so.2": "libspeechd2",
    "libcups.so.2": "libcups2",
    # Debian keeps the part of Python that puts pip into a virtual environment in a package of its own.
    "python:ensurepip": "python3-venv",
}
FOR_TESTS = {
    "git": "git",
    "pdftoppm": "poppler-utils",
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "initdb": "postgresql",
    # What reads the app from outside, as a screen reader does.
    "dbus-run-session": "dbus",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
    "/usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
}
FOR_BUNDLE = {
    "objdump": "binutils",
    f"libpython3.{sys.version_info.minor}.so.1.0": f"libpython3.{sys.version_info.minor}",
}

# Debian keeps a database server's programs off the path, one folder for each version.
OFF_THE_PATH = Path("/usr/lib/postgresql")


class CannotGoOn(Exception):
    """Something outside this folder is missing. Do what the message says, then start again."""


def install(needed: Mapping[str, str]) -> None:
    """Install the Debian packages whose things are missing, when allowed; nothing to do on Windows and macOS.

    needed: package by what it brings.

    Raises:
        CannotGoOn: not allowed, or no Debian; the message holds the one command to give.
    """
    packages = missing(needed) if sys.platform == "linux" else []
    if not packages:
        return
    command = ("apt-get", "install", "--yes", "--no-install-recommends", *packages)
    root = as_root()
    if root is None or shutil.which("apt-get") is None:
        raise CannotGoOn(
            "Some system libraries are missing. Please give this command, then start again:\n"
            f"  sudo {' '.join(command)}"
        )
    print("Installing system libraries:", *packages, flush=True)
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    # A list of packages that cannot be refreshed may still be good enough to install from.
    subprocess.run([*root, "apt-get", "update", "-qq"], check=False)
    subprocess.run([*root, *command, "-qq", "--option=Dpkg::Use-Pty=0"], env=env, check=True)


def missing(needed: Mapping[str, str]) -> Sequence[str]:
    """The packages whose things are not on this system."""
    return [package for thing, package in needed.items() if not is_there(thing)]


def is_there(thing: str) -> bool:
    """Whether a library can be loaded, a part of Python imported, a file or a program found."""
    if thing.startswith("python:"):
        return importlib.util.find_spec(thing.removeprefix("python:")) is not None
    if thing.startswith("/"):
        return any(Path("/").glob(thing.removeprefix("/")))
    if ".so" in thing:
        return loads(thing)
    return shutil.which(thing) is not None or any(OFF_THE_PATH.glob(f"*/bin/{thing}"))


def loads(library: str) -> bool:
    """Whether the system, or this Python, can load this library."""
    beside_python = Path(sysconfig.get_config_var("LIBDIR") or ".") / library
    for place in (library, str(beside_python)):
        try:
            ctypes.CDLL(place)
        except OSError:
            continue
        return True
    return False


def as_root() -> tuple[str, ...] | None:
    """What to write before a command so that root does it; None when that is not allowed."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return ()
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ("sudo", "-n", "--preserve-env=DEBIAN_FRONTEND")
    return None
