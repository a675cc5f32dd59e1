"""How long paper takes; by hand: ``python -m tests.bench.bench_printing``.

Aims: 100 slips to PDF within 1 s, the centre's week within half a second, 60 members' weeks within 6 s.

Each figure is the best of five, beside the same number of empty pages in the same run; symbols are made anew each time.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from time import perf_counter, process_time

from PIL import Image
from PySide6.QtCore import QRectF

from desktop.services.papers_week import MemberWeekPaper
from desktop.services.seen import Pic
from desktop.views.printing import qr
from desktop.views.printing.fire_lists import fire_list
from desktop.views.printing.jobs import pdf_of, preview, without_screen
from desktop.views.printing.lettering import set_words
from desktop.views.printing.paper import A3, A4, Document, Page, joined
from desktop.views.printing.recovery_sheet import recovery_sheet
from desktop.views.printing.register_sheets import register_sheet
from desktop.views.printing.slips import slip_sheets
from desktop.views.printing.trip_card import trip_card
from desktop.views.printing.week_centre import centre_week
from desktop.views.printing.week_member import member_week, member_weeks
from desktop.views.texts import Texts
from tests.views.printing import examples, week_examples

SLIPS = 100
MEMBERS = 60
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
    _weeks(texts, least)
    sys.stdout.write(f"100 slips are {len(pdf_of(sheets)) // 1024} kB\n")
    del app


def _weeks(texts: Texts, least: float) -> None:
    """The week, its layout thought out anew each time."""
    members = [_with_photos(week_examples.member_week(f"Member {number}", number)) for number in range(MEMBERS)]
    _say("centre week, 20 sessions, A4", lambda: pdf_of(centre_week(week_examples.centre_week(20), texts)), least)
    _say("centre week, 60 sessions, A4", lambda: pdf_of(centre_week(week_examples.centre_week(60), texts)), least)
    _say("centre week, 60 sessions, A3", lambda: pdf_of(centre_week(week_examples.centre_week(60), texts, A3)), least)
    _say("one member's week", lambda: pdf_of(member_week(members[0], texts)), least)
    bare = Document("bare", "Bare", A4, (_pictures_alone,) * MEMBERS)
    floor = _say("60 pages with those pictures and nothing else", lambda: pdf_of(bare), least)
    for what, work in (
        ("60 members' weeks in one file", lambda: pdf_of(joined(tuple(member_weeks(members, texts))))),
        ("60 members' weeks, a job each", lambda: [pdf_of(one) for one in member_weeks(members, texts)]),
    ):
        took = _say(what, work, least)
        sys.stdout.write(f"  {took / floor:.1f} times the pictures alone\n")
    _say("register of 40", lambda: pdf_of(register_sheet(week_examples.register(40), texts)), least)
    _say("fire list of 100", lambda: pdf_of(fire_list(week_examples.fire_list(100), texts)), least)


def _pictures_alone(page: Page) -> None:
    """The pictures of a usual member's week."""
    entries = [entry for day in week_examples.member_week().days for entry in day.entries]
    pictures = [pic for entry in entries for pic in (entry.pic, *(one.pic for one in entry.people))]
    for number, pic in enumerate(pictures):
        page.picture(QRectF(10 + number % 6 * 30, 10 + number // 6 * 30, 20, 20), pic)


def _with_photos(week: MemberWeekPaper) -> MemberWeekPaper:
    """The same week with a photo for the member's face, another for each."""
    held, colour = BytesIO(), (90 + 2 * len(week.member.shown_name), week.member.id.seq, 160)
    Image.new("RGB", (400, 400), colour).save(held, "JPEG")
    return replace(week, member=week.member._replace(pic=Pic("ph:0", held.getvalue())))


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
    set_words.cache_clear()
    start, started = perf_counter(), process_time()
    work()
    return perf_counter() - start, process_time() - started


if __name__ == "__main__":
    main()
