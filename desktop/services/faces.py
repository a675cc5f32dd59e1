"""Turns the store's rows into what screens see: pictures with their photos, people as they agreed to be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from assets import is_pack_picture
from desktop.problems import NotFound
from desktop.services import standins
from desktop.services.seen import (
    CreditsSeen,
    GroupSeen,
    MemberSeen,
    OfferSeen,
    PersonSeen,
    Pic,
    TaskSeen,
    VenueSeen,
    WorkerSeen,
)
from desktop.store.rows import GroupRow, MemberRow, OfferRow, TaskRow, VenueRow, WorkerRow
from desktop.store.store import Store
from ledger.domain.accounts import member_account
from ledger.domain.names import FactId

PHOTO = "ph:"


class Faces:
    """The one way from rows to what is seen."""

    def __init__(
        self,
        store: Store,
        picture_name: Callable[[str], str],
        pack_picture: Callable[[str], bytes | None] = lambda _: None,
    ) -> None:
        """picture_name: what a picture of this id shows, in easy words; "" if nobody knows.

        pack_picture: the bytes of a picture of a pack by its id; None if it is not here.
        """
        self._store = store
        self._picture_name = picture_name
        self._pack_picture = pack_picture

    def credits(self, member: FactId) -> CreditsSeen:
        """What a member has: counted and waiting, in minutes. Raises NotFound."""
        read = self._store.read
        read.member(member)
        waiting_minutes = sum(row.minutes for row in read.waiting(member))
        return CreditsSeen(read.minutes(member_account(member)), waiting_minutes, self._store.rules.credit_minutes)

    def pic(self, picture: str, photo: bytes) -> Pic:
        """A picture, or the photo shown instead; photo: its digest, empty for none. An erased one is not shown."""
        if photo:
            try:
                return Pic(PHOTO + photo.hex(), self._store.blob(photo))
            except NotFound:
                return Pic(picture)
        return Pic(picture, self._pack_picture(picture)) if is_pack_picture(picture) else Pic(picture)

    def person(self, person: FactId) -> PersonSeen:
        """A member, worker or supporter as they agreed to be shown. Raises NotFound."""
        try:
            return self.member_person(self._store.read.member(person))
        except NotFound:
            return self.worker_person(self._store.read.worker(person))

    def maybe_person(self, person: FactId | None) -> PersonSeen | None:
        """The same, or nobody."""
        return None if person is None else self.person(person)

    def member_person(self, row: MemberRow) -> PersonSeen:
        """A member as they agreed to be shown; agreed to neither, a card stands for them."""
        shown = (row.known_as or row.name) if row.shows_name else ""
        picture = row.picture or standins.thing(row.place)
        pic = self.pic(picture, row.photo) if row.shows_picture else Pic(standins.CARD)
        return PersonSeen(row.id, shown, shown or self._spoken(pic, picture), pic)

    def listed(self, rows: Iterable[MemberRow]) -> list[PersonSeen]:
        """Members as they agreed to be shown; who agreed to neither name nor picture is not among them."""
        return [self.member_person(row) for row in rows if is_listed(row)]

    def worker_person(self, row: WorkerRow) -> PersonSeen:
        """A worker or supporter; somebody new has no name to show yet."""
        name = row.known_as or row.name
        picture = row.picture or (standins.WORKER if name else standins.NEWCOMER)
        pic = self.pic(picture, row.photo)
        return PersonSeen(row.id, name, name or self._spoken(pic, picture), pic)

    def member(self, row: MemberRow) -> MemberSeen:
        """A member as staff see them."""
        return MemberSeen(
            id=row.id,
            name=row.name,
            known_as=row.known_as,
            pic=self.pic(row.picture or standins.thing(row.place), row.photo),
            group=row.group,
            place=row.place,
            shows_name=row.shows_name,
            shows_picture=row.shows_picture,
            named_worker=row.named_worker,
            is_paused=row.is_paused,
        )

    def worker(self, row: WorkerRow) -> WorkerSeen:
        """A worker or supporter as staff see them."""
        pic = self.worker_person(row).pic
        return WorkerSeen(row.id, row.name, row.known_as, pic, is_driver=row.is_driver, is_kept=row.is_kept)

    def group(self, row: GroupRow) -> GroupSeen:
        """A sign-in group."""
        picture = row.picture or standins.group_picture(row.number)
        return GroupSeen(row.number, row.label or self._picture_name(picture), self.pic(picture, b""))

    def task(self, row: TaskRow) -> TaskSeen:
        """A task."""
        pic = self.pic(row.picture or standins.shape(row.id), row.photo)
        return TaskSeen(row.id, row.label, pic, row.usual_minutes, row.for_what, row.is_kept)

    def venue(self, row: VenueRow) -> VenueSeen:
        """A venue."""
        return VenueSeen(row.id, row.name, row.number, self.pic(row.picture or standins.VENUE, b""), row.is_kept)

    def offer(self, row: OfferRow) -> OfferSeen:
        """An offer, as nobody in particular sees it."""
        return OfferSeen(
            id=row.id,
            label=row.label,
            pic=self.pic(row.picture or standins.shape(row.id), row.photo),
            minutes=row.minutes,
            venue=self.venue_of(row),
            place=row.place,
            getting_there=row.getting_there,
            companion=row.companion,
            is_open_to_all=row.is_open_to_all,
            is_step_free=row.is_step_free,
            is_quiet=row.is_quiet,
            is_kept=row.is_kept,
        )

    def venue_of(self, row: OfferRow) -> VenueSeen | None:
        """Where an offer is, None at the centre; also a venue that is not kept any more."""
        venues = () if row.venue is None else self._store.read.venues(kept_only=False)
        return next((self.venue(venue) for venue in venues if venue.id == row.venue), None)

    def _spoken(self, pic: Pic, picture: str) -> str:
        names = map(self._picture_name, (pic.id, picture, standins.CARD))
        return next((name for name in names if name), pic.id)


def is_listed(row: MemberRow) -> bool:
    """Whether a member agreed to be shown by name or by picture."""
    return row.shows_name or row.shows_picture
