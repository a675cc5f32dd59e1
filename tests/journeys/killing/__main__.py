"""By hand: `python -m tests.journeys.killing --kills 200`, with a seed to play a run again."""

from tests.journeys.killing.run import run
from tests.store.killing.__main__ import main

if __name__ == "__main__":
    main(run, "python -m tests.journeys.killing")
