"""How many slips are taken that nobody printed: must be none of a million.

By hand: ``python -m tests.bench.bench_false_accepts [how many]``. Tokens are whole and written as they should be, typed
codes have a right check; every one goes through the verdict of a PC that lists the key. CI tries a few thousand.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import perf_counter

from ledger.wire.token import read_token
from tests.services import mutants
from tests.services.at_work import AtWork, template_in
from tests.services.joined import a_centre
from tests.sync.places import a_town


def main(count: int) -> None:
    """Try so many of each."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        (place / "town").mkdir()
        town = a_town(place / "town")
        home = a_centre(template_in(place / "a"), place / "home", town, "Riverside")
        away = a_centre(template_in(place / "b"), place / "away", town, "Hillside")
        papers = home.thanks(400)
        for centre in (home, away):
            centre.meet()
        genuine = [paper.token for paper in papers]
        numbers = [read_token(token).slip.number for token in genuine]
        good = len(mutants.taken(away, iter(genuine[:4])))
        sys.stdout.write(f"genuine tokens taken elsewhere: {good} of 4\n")
        _say(
            "changed tokens, where they were printed", home, mutants.tokens(genuine, count // 2, Random(1)), count // 2
        )
        _say("changed tokens, at another centre", away, mutants.tokens(genuine, count // 2, Random(2)), count // 2)
        _say("typed codes, where no slip is held", away, mutants.codes(numbers, count, Random(3)), count)
        town.engine.dispose()


def _say(what: str, centre: AtWork, texts: Iterator[str], count: int) -> None:
    start = perf_counter()
    wrong = mutants.taken(centre, texts)
    each_us = (perf_counter() - start) / count * 1e6
    sys.stdout.write(f"{what}: {len(wrong)} taken of {count:,} ({each_us:.0f} µs each) {wrong[:3] or ''}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
