"""How long it takes to find a picture among 4,500; by hand: `python -m tests.bench.bench_pictures`.

The built-in pictures and a pack make 4,500. A search is held against one walk over the names of all of them,
looking for the same letters: the least that any search without an index could do.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter_ns

from assets import asset
from desktop.clock import standing_at
from desktop.services.all import services_of
from desktop.services.packs import PackAbout, PackPicture
from tests.services.a_pack import png
from tests.store.a_centre import a_centre

ALL = 4_500
TURNS = 9
NS_A_MS = 1_000_000
ASKED = (
    *("s", "sw", "sweep", "swept", "person", "made tea", "made tea for everybody"),
    *("brom", "swiming", "a b c d e", "xqzzy"),
)


def main() -> None:
    """Measure and say."""
    index = asset("words", "pictures.en.tsv").read_text("utf-8").splitlines()
    names = [line.split("\t")[1] for line in index]
    chance = random.Random(1)
    words = [word.lower() for name in names for word in name.split()]
    dots = png("red")
    pictures = [
        PackPicture(f"pk:{n:064x}", " ".join(chance.sample(words, 2)), " ".join(chance.sample(words, 6)), dots)
        for n in range(ALL - len(names))
    ]
    with tempfile.TemporaryDirectory() as folder:
        centre = a_centre(Path(folder) / "a.db", standing_at(2026, 11, 24, 10, 20))
        services = services_of(centre.store)
        about = PackAbout("Symbols", "CC BY-SA", "Somebody", may_use=True)
        brought_ms = _took(lambda: services.packs.bring_in(about, pictures))
        first_ms = _took(lambda: services.picture_search.search("sweep", limit=48))
        print(f"{len(names)} built in, {len(pictures)} of a pack: in after {brought_ms:.0f} ms")  # noqa: T201
        print(f"first search after {first_ms:.0f} ms")  # noqa: T201
        every = [*names, *(one.name for one in pictures)]
        for asked in ASKED:
            searched = median(_took(lambda a=asked: services.picture_search.search(a, limit=48)) for _ in range(TURNS))  # type: ignore[misc]  # bound for this turn
            walked = median(_took(lambda a=asked: [name for name in every if a in name.lower()]) for _ in range(TURNS))  # type: ignore[misc]  # the same
            print(f"{asked!r:28} {searched:6.2f} ms, {searched / walked:5.1f} times a walk over all names")  # noqa: T201
        centre.store.close()


def _took(job: Callable[[], object]) -> float:
    started = perf_counter_ns()
    job()
    return (perf_counter_ns() - started) / NS_A_MS


if __name__ == "__main__":
    main()
