"""Prints one sheet of slips on this PC's default printer, as the app does: a process of its own, with its own queues.

``python -m tests.views.printing.by_queue`` says on standard output the tokens that should be on the paper.
"""

import json
import sys

from desktop.views.printing.jobs import Printing, without_screen
from desktop.views.printing.printers import DefaultPrinter
from desktop.views.texts import Texts
from tests.views.printing.examples import a_slip


def main() -> None:
    """Print eight slips."""
    _application = without_screen()
    slips = [a_slip(number) for number in range(1, 9)]
    Printing(DefaultPrinter(), Texts()).print_slips(slips)
    sys.stdout.write(json.dumps([slip.token for slip in slips]))


if __name__ == "__main__":
    main()
