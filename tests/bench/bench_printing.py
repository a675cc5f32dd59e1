"""How long paper takes; by hand: ``python -m tests.bench.bench_printing``. Aim: 100 slips to PDF within 1 s.

Each figure is the best of five, beside the same number of empty pages in the same run; symbols are made anew each time.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from time import perf_counter, process_time

from desktop.views.printing import qr
from desktop.views.printing.jobs import pdf_of, preview, without_screen
from desktop.views.printing.paper import A4, Document, Page
from desktop.views.printing.recovery_sheet import recovery_sheet
from desktop.views.printing.slips import slip_sheets
from desktop.views.printing.trip_card import trip_card
from desktop.views.texts import Texts
from tests.views.printing import examples

SLIPS = 100
TIMES = 5
MS = 1000


def main() -> None:
    """Measure and say."""
    app = without_screen()
    texts = Texts()
    plain = [examples.a_slip(number) for number in range(SLIPS)]
    bound = [replace(slip, place="Sandford Pool", pic=examples.SWIMMING) for slip in plain]
    sheets = slip_sheets(plain, texts)
    empty = Document("empty", "Empty", A4, (_nothing,) * len(sheets.pages))
    least = _say("13 empty pages", lambda: pdf_of(empty), None)
    _say("100 symbols, matrices alone", lambda: [qr.modules(slip.token) for slip in plain], least)
    _say("100 slips", lambda: pdf_of(slip_sheets(plain, texts)), least)
    _say("100 slips with place and picture", lambda: pdf_of(slip_sheets(bound, texts)), least)
    _say("one slip", lambda: pdf_of(slip_sheets(plain[:1], texts)), least)
    _say("trip card with its slip", lambda: pdf_of(trip_card(examples.a_card(), texts)), least)
    _say("recovery sheet", lambda: pdf_of(recovery_sheet(examples.a_recovery_sheet(), texts)), least)
    _say("trip card on screen, 768 px", lambda: preview(trip_card(examples.a_card(), texts), 768), least)
    sys.stdout.write(f"100 slips are {len(pdf_of(sheets)) // 1024} kB\n")
    del app


def _nothing(_page: Page) -> None:
    """An empty page."""


def _say(what: str, work: Callable[[], object], least_s: float | None) -> float:
    runs = [_timed(work) for _ in range(TIMES)]
    took, worked = min(wall for wall, _ in runs), min(cpu for _, cpu in runs)
    ratio = "" if least_s is None else f", {took / least_s:.0f} times the empty pages"
    sys.stdout.write(f"{what}: {took * MS:.1f} ms, of the processor {worked * MS:.1f} ms{ratio}\n")
    return took


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock and of the processor; the second holds still while neighbours work."""
    qr.modules.cache_clear()
    start, started = perf_counter(), process_time()
    work()
    return perf_counter() - start, process_time() - started


if __name__ == "__main__":
    main()
