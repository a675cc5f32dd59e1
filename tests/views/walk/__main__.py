"""Walks by hand: ``python -m tests.views.walk`` for the few looks of the tests, ``--full`` for the proof, ``--every``.

``--full`` walks each state in each theme, text, size and words; ``--every`` also in each density and hand of them.
``--theme``, ``--text``, ``--size``, ``--words`` and ``--screen`` walk what they name only; each may be said again.
``--part 1/2`` walks every second step only, for two people or two cores. A line tells of each fault at once, how far
the walk is goes to the error output. Ends with 1 if there is a fault.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Final

from tests.views.checker import Fault
from tests.views.walk.looks import FACTORS, WORDS, Dress, every_dress, full_dress
from tests.views.walk.walking import Step, clear_away, few_steps, steps_in, to_walk, walk

_THEMES, _TEXTS, _SIZES, *_ = FACTORS
TELL_EVERY_S: Final = 20.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Walk, print each fault with the step it was found in, and the counts at the end."""
    asked = parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.views.app import application  # noqa: PLC0415 - after the platform is chosen

    application()
    steps = asked_steps(asked)
    faults = _walk_all(steps)
    screens = {step.walked.screen for step in steps}
    count = len({str(step.walked) for step in steps})
    looks = len({str(step.dress) for step in steps})
    told = f"{len(screens)} screens, {count} states, {looks} looks, {len(steps)} steps"
    sys.stdout.write(f"{told} {asked.looks}, part {'/'.join(map(str, asked.part))}: {faults} faults\n")
    return 1 if faults else 0


def asked_steps(asked: argparse.Namespace) -> list[Step]:
    """What is to be walked, in its order."""
    wanted = asked.screen or to_walk()
    if asked.looks == "paired":
        steps = [step for screen in wanted for step in few_steps(screen) if _is_asked(asked, step.dress)]
    else:
        looks = every_dress() if asked.looks == "in every look" else full_dress()
        steps = steps_in((how for how in looks if _is_asked(asked, how)), wanted)
    number, of = asked.part
    return steps[number - 1 :: of]


def parser() -> argparse.ArgumentParser:
    """What can be asked for."""
    made = argparse.ArgumentParser(prog="python -m tests.views.walk", description="Judges every screen.")
    looks = made.add_mutually_exclusive_group()
    for name, what in (("full", "of the full set"), ("every", "in every look")):
        looks.add_argument(f"--{name}", dest="looks", action="store_const", const=what, default="paired", help=what)
    made.add_argument("--part", type=_part, default=(1, 1), help="such as 1/2: the first of every two steps")
    made.add_argument("--screen", action="append", choices=to_walk())
    made.add_argument("--theme", action="append", choices=_THEMES)
    made.add_argument("--text", action="append", type=int, choices=_TEXTS, help="per cent")
    made.add_argument("--size", action="append", choices=[f"{width}x{height}" for width, height in _SIZES])
    made.add_argument("--words", action="append", choices=WORDS, help="a language, or one made up")
    return made


def _part(words: str) -> tuple[int, int]:
    number, _, of = words.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise argparse.ArgumentTypeError(f"{words} is no part such as 1/2")
    return int(number), int(of)


def _is_asked(asked: argparse.Namespace, how: Dress) -> bool:
    look = how.look
    chosen = (
        (asked.theme, look.theme.name),
        (asked.text, look.text_percent),
        (asked.size, f"{look.width}x{look.height}"),
        (asked.words, how.words),
    )
    return all(wanted is None or value in wanted for wanted, value in chosen)


def _walk_all(steps: Sequence[Step]) -> int:
    """Walk the steps and tell of their faults. Returns how many there were."""
    began = told = time.monotonic()
    faults = 0
    for number, step in enumerate(steps, start=1):
        faults += _tell(step, _found(step))
        now = time.monotonic()
        if now - told > TELL_EVERY_S:
            told = now
            left_s = (now - began) / number * (len(steps) - number)
            far = f"{number} of {len(steps)} steps, {faults} faults, {left_s / 60:.0f} minutes left"
            sys.stderr.write(f"{far}; now {step}\n")
            sys.stderr.flush()
    return faults


def _found(step: Step) -> list[Fault]:
    """The faults of a step; what fails while Qt draws is one too: it reaches only the hook."""
    failed: list[Fault] = []

    def keep(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        failed.append(Fault("failed", step.walked.screen, repr(error)))

    sys.excepthook = keep
    faults: list[Fault] = []
    try:
        faults += walk(step)
    except Exception as error:  # noqa: BLE001 - told as a fault: a walk of hours goes on
        keep(type(error), error, error.__traceback__)
    finally:
        clear_away()
        sys.excepthook = sys.__excepthook__
    return faults + failed


def _tell(step: Step, faults: Iterable[Fault]) -> int:
    count = 0
    for count, fault in enumerate(faults, start=1):  # noqa: B007 - it is counted
        sys.stdout.write(f"{step}: {fault.rule}: {fault.where}: {fault.what}\n")
        sys.stdout.flush()
    return count


if __name__ == "__main__":
    sys.exit(main())
