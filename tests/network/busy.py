"""People at work: centres with names and texts that nothing else in the world has, and days on which much happens."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random
from typing import Final

from desktop.bootstrap import Parts
from desktop.problems import KnownProblem
from desktop.services.drafts import GiftDraft, HelpedDraft, MemberDraft, OfferDraft
from desktop.services.seen import Pic
from desktop.services.slips import Outcome
from ledger.domain.names import FactId
from ledger.domain.subjects import GroupWritten, MemberWritten, OfferWritten, TaskWritten, WorkerWritten

_FIRST: Final = ("Zephyrine", "Quillon", "Ówain", "Bŵrwen", "Thistledown", "Marmaduke", "Iphigenia", "Łucja")
_LAST: Final = ("Quagmire", "Featherstonehaugh", "Pŵlldu", "Oddfellow", "Brambleweed", "Żółtowska")
_PICTURES: Final = ("om:1F98A", "om:1F994", "om:1F9A9", "om:1F43F")
PHOTO_BYTES: Final = 9_000


@dataclass
class Centre:
    """What was written at one centre: names of facts, and everything that nobody outside may read.

    secrets: names and texts as people wrote them. photos: as bytes. people: facts that introduced somebody.
    """

    members: list[FactId] = field(default_factory=list)
    tasks: list[FactId] = field(default_factory=list)
    offers: list[FactId] = field(default_factory=list)
    people: list[FactId] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    photos: list[bytes] = field(default_factory=list)

    def copy(self) -> Centre:
        """The same, for a copy of the centre to go on by itself."""
        return deepcopy(self)


def begin(parts: Parts, seed: int, *, members: int = 8, has_photos: bool = True) -> Centre:
    """Write a centre's people, tasks and offers, in one tap."""
    made, chance = Centre(), Random(seed)
    with parts.store.writing("people") as facts:
        worker = _secret(made, f"Worker {_FIRST[seed % 8]}-{seed} Overthwart")
        made.people.append(facts.add(WorkerWritten(None, facts.seal(worker.encode()), picture=_PICTURES[0])))
        facts.add(GroupWritten(1, "gh:group-sun", _secret(made, f"Group-{seed} of Gwdihŵ")))
        for number in range(members):
            name = _secret(made, f"{_FIRST[number % 8]}-{seed}-{number} {_LAST[number % 6]}")
            known_as = _secret(made, f"Nickname{seed}x{number}")
            photo = chance.randbytes(PHOTO_BYTES) if has_photos and number % 3 == 0 else b""
            made.photos += [photo] if photo else []
            member = MemberWritten(
                None,
                facts.seal(name.encode()),
                known_as=facts.seal(known_as.encode()),
                picture=_PICTURES[number % 4],
                photo=facts.seal(photo) if photo else b"",
                group=1,
                place=number + 1,
                named_worker=made.people[0],
            )
            made.members.append(facts.add(member))
        for number in range(5):
            label = _secret(made, f"Polishing the {seed}-{number} astrolabe")
            made.tasks.append(facts.add(TaskWritten(None, label, "om:1F9F9", usual_minutes=30)))
        for number in range(3):
            label = _secret(made, f"Zorbing at dusk {seed}-{number}")
            made.offers.append(facts.add(OfferWritten(None, label, "om:1F3CA", 60)))
    made.people += made.members
    return made


def help_out(parts: Parts, centre: Centre, chance: Random, *, times: int) -> None:
    """Contributions, each as a person at the screen makes it."""
    contributions = parts.services.contributions
    for _ in range(times):
        member, task = chance.choice(centre.members), chance.choice(centre.tasks)
        others = tuple(one for one in chance.sample(centre.members, 2) if one != member and chance.random() < 0.3)
        draft = HelpedDraft(parts.store.new_draft(), task, 15 * chance.randint(1, 8), with_members=others)
        contributions.record(draft, member)


def spend(parts: Parts, centre: Centre, chance: Random, *, times: int) -> None:
    """Gifts, plans, things put right with a reason, and what is not allowed just then."""
    services = parts.services
    for number in range(times):
        member, other = chance.sample(centre.members, 2)
        sitting = services.sittings.begin(member)
        try:
            match number % 3:
                case 0:
                    services.credits.give(sitting, GiftDraft(parts.store.new_draft(), other, 15))
                case 1:
                    services.spending.say_yes(
                        sitting, services.spending.plan_for(sitting, chance.choice(centre.offers))
                    )
                case _:
                    movement = chance.choice(services.credits.history_of(member))
                    why = f"Miscounted, said Auntie {chance.random():.9f}"
                    services.credits.put_right(movement.fact, why)
                    centre.secrets.append(why)
        except (KnownProblem, IndexError):
            continue  # too few credits, or put right already: such days there are


def new_faces(parts: Parts, centre: Centre, chance: Random, *, times: int, photo_bytes: int = PHOTO_BYTES) -> None:
    """New photos of members, each of so many bytes that cannot be packed."""
    for _ in range(times):
        photo = chance.randbytes(photo_bytes)
        centre.photos.append(photo)
        seen = parts.services.people.member(chance.choice(centre.members))
        draft = MemberDraft(seen.name, seen.id, known_as=seen.known_as, pic=Pic("", photo), group=seen.group)
        parts.services.people.write_member(draft)


def slips(parts: Parts, centre: Centre, *, count: int = 2, minutes: int = 60) -> list[str]:
    """Open slips from members' own credits, as scanned."""
    papers = []
    for member in centre.members[:count]:
        if parts.services.credits.of(member).available_minutes >= minutes:
            papers += parts.services.slips.print_for_member(member, 1, minutes)
    return [paper.token for paper in papers]


def bound_slip(parts: Parts, centre: Centre, venue: str, *, minutes: int = 60) -> str:
    """A slip bound to a venue of the network that this PC has heard of, from a member's own credits, as scanned."""
    services = parts.services
    number = next(row.number for row in parts.store.read.venues_of_network() if row.name == venue)
    place = next((one for one in services.offers.venues() if one.number == number), None)
    assert place is not None, "a venue of the network is a place of every centre"
    offer = services.offers.write(OfferDraft(f"A morning at {venue}", minutes, venue=place.id)).first
    member = next(one for one in centre.members if services.credits.of(one).available_minutes >= minutes)
    sitting = services.sittings.begin(member)
    planned = services.spending.say_yes(sitting, services.spending.plan_for(sitting, offer))
    paper = services.spending.sheet(planned.plan).slip
    assert paper is not None
    return paper.token


def hand_in(parts: Parts, member: FactId, tokens: Sequence[str]) -> list[Outcome]:
    """Slips into a member's credits."""
    return [
        parts.services.slips.redeem_to_member(token, member, parts.store.new_draft()).verdict.outcome
        for token in tokens
    ]


def at_the_door(parts: Parts, tokens: Sequence[str]) -> list[Outcome]:
    """Slips handed in at a venue's door."""
    return [parts.services.door.take(token, parts.store.new_draft()).verdict.outcome for token in tokens]


def _secret(centre: Centre, text: str) -> str:
    centre.secrets.append(text)
    return text
