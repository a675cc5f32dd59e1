"""Plans as they are filled in from last time, and as they go on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from desktop.clock import MS
from desktop.problems import NotAllowed, NotFound
from desktop.services.access import language_of
from desktop.services.centre_settings import PHONE
from desktop.services.drafts import PlanDraft
from desktop.services.faces import Faces
from desktop.services.offered import offered
from desktop.services.papers import WAYS, SlipPaper, TripCardPaper
from desktop.services.righting import Paper, Righting
from desktop.services.seen import OfferSeen, PlanSeen
from desktop.services.slip_facts import Press
from desktop.store.rows import PlanRow, SlipRow
from desktop.store.store import Store
from ledger.domain.names import FactId
from ledger.domain.slips import day_of
from ledger.domain.subjects import SlipReprinted

AT_PRINTER_MS: Final = 10 * 60 * MS


class LastTime:
    """Remembers how a member did it last time."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def draft(self, draft_id: str, member: FactId, offer: OfferSeen, has_minutes: int) -> PlanDraft:
        """A plan to start from; who goes is cut down to the member alone if last time's group costs too much."""
        last = self._store.read.last_plan(member, offer.id)
        fresh = PlanDraft(draft_id, offer, (member,), getting_there=way_in(offer.getting_there))
        if last is None:
            return fresh
        going = tuple(person for person in last.going if self._is_here(person)) or (member,)
        draft = replace(
            fresh,
            going=going if offer.minutes * len(going) <= has_minutes else (member,),
            companion=last.companion if last.companion and self._is_here(last.companion) else None,
            getting_there=last.getting_there,
            day=self._same_weekday(last.day),
            start_minute=last.start_minute,
        )
        return replace(draft, companion=None) if draft.companion in draft.going else draft

    def _same_weekday(self, last: int) -> date | None:
        if last == 0:
            return None
        today = day_of(self._store.today())
        day = day_of(last)
        return day if day > today else today + timedelta(days=(day - today).days % 7 or 7)

    def _is_here(self, person: FactId) -> bool:
        try:
            return not self._store.read.member(person).is_paused
        except NotFound:
            return any(worker.id == person for worker in self._store.read.workers())


class Sheets:
    """Plans as they are seen, and the sheet each is taken along on."""

    def __init__(self, store: Store, faces: Faces, press: Press) -> None:
        self._store = store
        self._faces = faces
        self._press = press
        self._righting = Righting(store)
        self._made: set[FactId] = set()
        self._printed_ms: dict[FactId, int] = {}

    def seen(self, row: PlanRow) -> PlanSeen:
        """A plan with its people; the price is what was agreed, whatever the offer costs now."""
        return PlanSeen(
            id=row.id,
            offer=offered(self._store, self._faces, row.offer)._replace(minutes=row.price_minutes),
            payer=self._faces.person(row.payer),
            going=tuple(map(self._faces.person, row.going)),
            companion=self._faces.maybe_person(row.companion),
            getting_there=row.getting_there,
            day=day_of(row.day) if row.day else None,
            start_minute=row.start_minute,
            price_minutes=row.price_minutes,
            total_minutes=row.price_minutes * len(row.going),
            slip="" if (slip := self._slip(row)) is None else slip.state,
            can_cancel=not self.trouble(row),
        )

    def trouble(self, row: PlanRow) -> str:
        """Why the member cannot give the plan up themselves; "" if they can."""
        if row.state == "planned" and 0 < row.day < self._store.today():
            return "That day has been. A worker can put it right if it did not happen."
        return self._righting.plan_trouble(row)

    def paper(self, row: PlanRow) -> TripCardPaper:
        """The sheet to take along. Raises NotAllowed: the plan was given up."""
        if row.state == "cancelled":
            raise NotAllowed("This plan was given up, so there is nothing to print.")
        plan = self.seen(row)
        return TripCardPaper(
            what=plan.offer.label,
            pic=plan.offer.pic,
            day=plan.day,
            start_minute=plan.start_minute,
            people=plan.going,
            companion=plan.companion,
            getting_there=plan.getting_there,
            place=plan.offer.place or (plan.offer.venue.name if plan.offer.venue else ""),
            price_minutes=plan.total_minutes,
            credit_minutes=self._store.rules.credit_minutes,
            slip=self._slip_paper(row),
            phone=self._store.read.text_setting(PHONE),
            is_practice=self._press.is_practice,
            language=language_of(self._store, row.payer),
        )

    def is_at_printer(self, plan: FactId) -> bool:
        """Whether its sheet was sent within the last ten minutes, since the app started."""
        sent_ms = self._printed_ms.get(plan)
        return sent_ms is not None and 0 <= self._store.clock.now_ms() - sent_ms < AT_PRINTER_MS

    def paper_of(self, row: PlanRow) -> Paper:
        """Where the paper of its slip is: never printed, of a plan made since the app started; else it may be out."""
        slip = self._slip(row)
        is_new = row.id in self._made and row.id not in self._printed_ms
        return Paper.NEVER_PRINTED if is_new and (slip is None or not slip.reprints) else Paper.LOST

    def mark_made(self, plan: FactId) -> None:
        """Remember that a plan is new: its sheet is on no paper yet."""
        self._made.add(plan)

    def mark_printed(self, row: PlanRow) -> None:
        """Remember that it was sent now; a slip that goes out on paper again is counted."""
        slip = self._slip(row)
        if slip is not None and row.id in self._printed_ms and self._press.can_print(slip):
            with self._store.writing(self._store.new_draft()) as facts:
                facts.add(SlipReprinted(slip.issuer, slip.number))
        self._printed_ms[row.id] = self._store.clock.now_ms()

    def _slip(self, row: PlanRow) -> SlipRow | None:
        return None if row.slip is None else self._store.read.slip(*row.slip)

    def _slip_paper(self, row: PlanRow) -> SlipPaper | None:
        slip = self._slip(row)
        if slip is None or slip.state != "out" or not self._press.can_print(slip):
            return None
        paper = self._press.paper(slip, is_reprint=slip.reprints > 0)
        return replace(paper, pic=offered(self._store, self._faces, row.offer).pic)


def way_in(text: str) -> str:
    """The way of getting there that a text speaks of, "" if it names none that has a picture."""
    words = "".join(letter if letter.isalpha() else " " for letter in text.casefold()).split()
    return next((way for way in WAYS if way and way in words), "")
