"""The app's first moments: the centre is being opened on the store's thread while Qt is loaded on the other."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from desktop.clock import Clock
from desktop.problems import KnownProblem
from desktop.views.house import House


def begin(folder: Path, clock: Clock, *, practice: bool = False, in_window: bool = False, door: bool = False) -> int:
    """Run the app on a folder until its window closes; the exit code is Qt's. in_window: it stays a window."""
    house = House(folder, clock, practice=practice, checks_slips=door)
    store_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
    store_thread.submit(open_ahead, house)
    from desktop.views.starting import start  # noqa: PLC0415  what opens the key takes as long as Qt takes to load

    return start(house, store_thread, in_window=in_window)


def open_ahead(house: House) -> None:
    """Open the centre before anything asks for it. What goes wrong is left to the first screen: it opens, and tells."""
    with suppress(KnownProblem):
        house.open()
