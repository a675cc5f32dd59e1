"""The register of slips that are out on paper: by age, by value, sheet by sheet; and a lost sheet made void at once."""

from __future__ import annotations

import csv
import io
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from desktop.problems import NotAllowed, NotFound
from desktop.services.faces import Faces
from desktop.services.righting import Paper, Righting
from desktop.services.seen import SlipOut
from desktop.services.slip_facts import Press
from desktop.services.wording import WHY_LETTERS, needed
from desktop.store.files import disk_in_plain_words, write_whole
from desktop.store.membership import Membership
from desktop.store.rows import SheetRow, SlipRow
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.slips import day_of
from ledger.wire.code import NotACode, code_of, number_of

AGES: Final = (7, 30, 90, 365)
"""Days: up to a week, a month, a quarter, a year, and older."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_HEADER: Final = (
    *("code", "minutes", "printed", "days", "from", "given_to", "place", "sheet", "printed_again", "state"),
)


class Heap(NamedTuple):
    """Slips that are alike in one way. key: minutes of each, or the most days they are old (0: older than all)."""

    key: int
    slips: int
    minutes: int


class SheetSeen(NamedTuple):
    """Slips that came out together and are out still. printed_ms: when. slips: as they lie on the sheet."""

    id: FactId
    printed_ms: int
    slips: tuple[SlipOut, ...]

    @property
    def minutes(self) -> int:
        """What they are good for together."""
        return sum(slip.minutes for slip in self.slips)


class RegisterSeen(NamedTuple):
    """Slips that are out, newest first, and what they come to. waiting: those whose void waits, not among the heaps."""

    slips: tuple[SlipOut, ...]
    by_value: tuple[Heap, ...] = ()
    by_age: tuple[Heap, ...] = ()
    waiting: int = 0

    @property
    def minutes(self) -> int:
        """What all that can be handed in is good for."""
        return sum(heap.minutes for heap in self.by_age)


class RegisterPaper(NamedTuple):
    """The register as it is printed. loose: slips that came out on no sheet. credit_minutes: what a credit is."""

    day: date
    centre: str
    sheets: tuple[SheetSeen, ...]
    loose: tuple[SlipOut, ...]
    credit_minutes: int = 60


class SheetVoided(NamedTuple):
    """What making a sheet void did. waiting_minutes: what comes back only when the network has ruled."""

    slips: int
    minutes: int
    waiting_minutes: int


class SlipRegister:
    """What is out."""

    def __init__(self, store: Store, faces: Faces, press: Press) -> None:
        self._store = store
        self._faces = faces
        self._press = press
        self._righting = Righting(store)

    def out(self) -> list[SlipOut]:
        """Slips that are out on paper, newest first."""
        sheets = self._store.read.sheets()
        return [self._seen(row, _sheet_of(row, sheets)) for row in reversed(self._store.read.slips_out())]

    def seen(self) -> RegisterSeen:
        """The same, and what they come to by value and by age."""
        slips = tuple(self.out())
        good = [slip for slip in slips if not slip.is_void_waiting]
        ages = _heaps((_age(slip.days), slip.minutes) for slip in good)
        return RegisterSeen(
            slips,
            tuple(sorted(_heaps((slip.minutes, slip.minutes) for slip in good))),
            tuple(sorted(ages, key=lambda heap: heap.key or AGES[-1] + 1)),
            len(slips) - len(good),
        )

    def sheets(self) -> list[SheetSeen]:
        """Sheets of which something is out, newest first."""
        found = [self._sheet(row) for row in self._store.read.sheets()]
        return sorted((sheet for sheet in found if sheet.slips), key=lambda sheet: sheet.printed_ms, reverse=True)

    def sheet_of(self, text: str) -> SheetSeen:
        """The sheet of this id, or the one on which the slip with this code came out. Raises NotFound."""
        code = _code(text)
        for sheet in self.sheets():
            if sheet.id.text == text.strip() or any(slip.code == code for slip in sheet.slips):
                return sheet
        raise NotFound("No sheet of this name has slips that are out, and none holds a slip with this code.")

    def void_sheet(self, sheet: FactId, why: str, *, has_paper: bool = False, by: FactId | None = None) -> SheetVoided:
        """Make all slips of a sheet void that are out still; their minutes go back where they came from.

        Without the paper they wait until the network has ruled, where this centre has joined one.

        Raises:
            NotFound: no such sheet. NotAllowed: nothing of it is out. BadInput: no reason.
        """
        reason = needed(why, "The reason", most=WHY_LETTERS)
        row = next((row for row in self._store.read.sheets() if row.fact == sheet), None)
        if row is None:
            raise NotFound(f"There is no sheet {sheet.text} here.")
        slips = [slip for slip in self._store.read.slips_out_of(row) if slip.state == "out"]
        if not slips:
            raise NotAllowed("No slip of this sheet is out any more.")
        paper = Paper.IN_HAND if has_paper else Paper.LOST
        with self._store.writing(self._store.new_draft(), by=by) as facts:
            digest = facts.seal(reason.encode())
            for slip in slips:
                self._righting.void(facts, slip, paper=paper, why=digest)
        minutes = sum(slip.minutes for slip in slips)
        waits = not has_paper and Membership(self._store).is_enrolled
        return SheetVoided(len(slips), minutes, minutes if waits else 0)

    def paper(self, codes: Collection[str] | None = None) -> RegisterPaper:
        """The register to print: sheet by sheet, then those that came out alone; codes: of a batch, None for all."""
        loose = (slip for slip in self.out() if slip.sheet is None)
        sheets = (sheet for sheet in self.sheets() if codes is None or sheet.slips[0].code in codes)
        return RegisterPaper(
            day_of(self._store.today()),
            self._store.centre_name,
            tuple(sheets),
            tuple(slip for slip in loose if codes is None or slip.code in codes),
            self._store.rules.credit_minutes,
        )

    def write_csv(self, path: Path) -> None:
        """Write the register into a file, whole or not at all. Raises NotFound, ReadOnlyFolder, DiskFull."""
        if not path.parent.is_dir():
            raise NotFound(f"There is no folder for {path.name}. Choose another place.")
        with disk_in_plain_words(path.parent):
            write_whole(path, self.csv())

    def csv(self) -> bytes:
        """The register as a list for a spreadsheet, UTF-8 with its mark, one line a slip, newest first."""
        held = io.StringIO()
        lines = csv.writer(held, lineterminator="\r\n")
        lines.writerow(_HEADER)
        for slip in self.out():
            lines.writerow([_cell(value) for value in self._cells(slip)])
        return held.getvalue().encode("utf-8-sig")

    def _cells(self, slip: SlipOut) -> list[object]:
        state = "void_waiting" if slip.is_void_waiting else "given_out" if slip.is_handed_out else "out"
        whose = "" if slip.member is None else slip.member.spoken_name
        to = "" if slip.handed_to is None else slip.handed_to.spoken_name
        sheet = "" if slip.sheet is None else slip.sheet.text
        return [
            *(slip.code, slip.minutes, slip.issued.isoformat(), slip.days, whose, to, slip.place, sheet),
            *(slip.reprints, state),
        ]

    def _sheet(self, row: SheetRow) -> SheetSeen:
        return SheetSeen(
            row.fact, row.at_ms, tuple(self._seen(slip, row.fact) for slip in self._store.read.slips_out_of(row))
        )

    def _seen(self, row: SlipRow, sheet: FactId | None) -> SlipOut:
        venue = self._store.read.venue_by_number(row.venue) if row.venue else None
        return SlipOut(
            code=code_of(row.number),
            minutes=row.minutes,
            member=self._faces.maybe_person(row.member),
            issued=day_of(row.issued_day),
            expires=day_of(row.expires_day) if row.expires_day else None,
            place=venue.name if venue else "",
            plan=row.plan,
            reprints=row.reprints,
            is_handed_out=row.is_handed_out,
            is_void_waiting=row.state == "waiting_void",
            sheet=sheet,
            days=max(0, self._store.today() - row.issued_day),
            can_reprint=self._press.can_print(row),
            handed_to=self._faces.maybe_person(row.handed_to),
        )


def _sheet_of(row: SlipRow, sheets: list[SheetRow]) -> FactId | None:
    """The sheet a slip came out on; sheets: in the order of feeds."""
    at = bisect_left(sheets, row.printed, key=lambda sheet: sheet.fact) - 1
    return sheets[at].fact if at >= 0 and row.printed <= sheets[at].last else None


def _heaps(parts: Iterable[tuple[int, int]]) -> list[Heap]:
    counts: Counter[int] = Counter()
    sums: Counter[int] = Counter()
    for key, minutes in parts:
        counts[key] += 1
        sums[key] += minutes
    return [Heap(key, counts[key], sums[key]) for key in counts]


def _age(days: int) -> int:
    return next((most for most in AGES if days <= most), 0)


def _code(text: str) -> str:
    """A typed code as it stands on paper, "" for what is none."""
    try:
        return code_of(number_of(text))
    except NotACode:
        return ""


def _cell(value: object) -> object:
    # A name that begins like a formula is a text all the same.
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
