"""One example of each thing that stands on disk, on paper or on the wire; its bytes are frozen beside this file."""

from __future__ import annotations

from ledger.domain.access import (
    AccessWritten,
    Colours,
    Hand,
    IdleMinutes,
    PressOn,
    ScanOrder,
    ScanWay,
    Speech,
    TextSize,
    Way,
    Wish,
)
from ledger.domain.accounts import GOODWILL, ISSUE, member_account, slip_account
from ledger.domain.coming import Agreed, Agreement, PersonHere, Presence, TravelWritten, VisitorCame
from ledger.domain.facts import (
    Confirmed,
    Contributed,
    Declined,
    Given,
    PlanCancelled,
    PlanMade,
    PutRight,
    Reason,
    SlipPrinted,
    SlipRedeemed,
    SlipVoided,
)
from ledger.domain.feed import Entry
from ledger.domain.handing import SlipChanged, SlipsSpent
from ledger.domain.jobs import JobGiven, JobWritten
from ledger.domain.knowing import CardSet, SecretPicturesSet
from ledger.domain.names import FactId, device_name
from ledger.domain.network import (
    DeviceListed,
    DeviceRevoked,
    DoorOpened,
    IssuerListed,
    IssuerRevoked,
    ItemDone,
    VenueListed,
)
from ledger.domain.pictures import PackFilled, PackWritten, PictureLiked
from ledger.domain.postings import Fact
from ledger.domain.rulings import CreditNoted, Outcome, PurseTaken, Ruled, SlipTaken, Why
from ledger.domain.saying import HowItWas, SaidAnswered, SaidHowItWas
from ledger.domain.sheets import IssuerStopped, SheetPrinted
from ledger.domain.slips import Slip
from ledger.domain.subjects import (
    CentreFounded,
    GroupWritten,
    IssuerKeyAdded,
    KeptForLater,
    MemberWritten,
    OfferWritten,
    SettingSet,
    SlipHandedOut,
    SlipReprinted,
    TaskWritten,
    TextSet,
    VenueWritten,
    WorkerWritten,
)
from ledger.domain.week import (
    ActivityWritten,
    Attendance,
    Attended,
    Choice,
    Chosen,
    DayWritten,
    NotToday,
    Reach,
    RoomWritten,
    SessionTakenBack,
    SessionWritten,
    Sort,
    VehicleWritten,
    WeekShown,
    Wished,
)
from ledger.domain.weeks import Part
from ledger.wire.keys import issuer_of, public_key

SEED = b"a seed that everybody may know.."
PUBLIC = public_key(SEED)
DEVICE = device_name(PUBLIC)
ISSUER = issuer_of(PUBLIC)
CENTRE = b"a frozen centre "
CENTRE_KEY = b"a key that everybody may know..."
SECRET = bytes(range(16))
NUMBER = 0x0123456789ABCDEF
SLIP = Slip(NUMBER, 60, issued_day=2519, expires_day=2600, venue=7)
AT_MS = 1_795_515_600_000  # 24 November 2026, 10:20 in universal time

ANN, BEN, TEA, SWIM, POOL, SAM = (FactId(DEVICE, seq) for seq in (3, 4, 5, 6, 7, 300))
ELSEWHERE = FactId(b"another PC      ", 70_000)
NAME, PHOTO, WHY = (bytes([number]) * 32 for number in (1, 2, 3))

FACTS: tuple[Fact, ...] = (
    CentreFounded("Tŷ Haul", is_practice=True),
    IssuerKeyAdded(PUBLIC),
    SettingSet("step_minutes", 5),
    MemberWritten(None, NAME, picture="om:1F9D1", photo=PHOTO, group=2, place=3, named_worker=SAM),
    WorkerWritten(SAM, NAME, NAME, is_driver=True),
    TaskWritten(None, "Made tea", "om:2615", usual_minutes=30, for_what="For Tuesday’s lunch"),
    OfferWritten(
        None, "Swimming", "om:1F3CA", 120, venue=POOL, place="The pool", getting_there="bus", is_step_free=True
    ),
    VenueWritten(POOL, "The pool", 7),
    GroupWritten(2, "om:1F338", "The garden room"),
    KeptForLater(ANN, SWIM, is_kept=True),
    Contributed(ANN, TEA, 180, is_waiting=True, with_members=(BEN, ELSEWHERE)),
    Confirmed(SWIM, ((ISSUE, -180), (member_account(ANN), 180))),
    Declined(SWIM, WHY),
    Given(ANN, BEN, 60),
    SlipPrinted(ISSUER, NUMBER, 60, ANN, 2519, 2600, 7, plan=SWIM),
    SlipHandedOut(ISSUER, NUMBER, ANN),
    SlipReprinted(ISSUER, NUMBER),
    SlipRedeemed(ISSUER, NUMBER, member=ANN, member_minutes=15, venue=7, venue_minutes=45),
    SlipVoided(ISSUER, NUMBER, 60, ANN, has_paper=False, is_waiting=True, why=WHY),
    PlanMade(ANN, SWIM, (ANN, BEN), 60, 120, SAM, "bus", 2520, 630),
    PlanCancelled(SWIM, ANN, SWIM, 120),
    PutRight(TEA, ((slip_account(ISSUER, NUMBER), 60), (GOODWILL, -60)), Reason.WORKER, WHY),
)

LATER_FACTS: tuple[Fact, ...] = (TextSet("centre_phone", "01766 512 345, ask for Siân"),)
"""Kinds that came after the first file was frozen; its batch holds none of them."""

LEDGER_SEED = b"a ledger everybody may speak for"
LEDGER = public_key(LEDGER_SEED)
BY_THE_LEDGER: tuple[Fact, ...] = (
    Ruled(ELSEWHERE, Outcome.GOODWILL, Why.TAKEN_BEFORE, CENTRE),
    SlipTaken(ELSEWHERE, ISSUER, NUMBER, 60, ELSEWHERE.device, is_issue_seen=False),
    PurseTaken(DEVICE, 300, ELSEWHERE.device),
    IssuerListed(PUBLIC, CENTRE),
    IssuerRevoked(ISSUER, (NUMBER, 2**64 - 1)),
    VenueListed(1001, "Y Pwll"),
    DeviceListed(PUBLIC, ELSEWHERE.device, bytes(range(64)), is_successor=True),
    DeviceRevoked(DEVICE),
)
NETWORK_FACTS: tuple[Fact, ...] = (
    *BY_THE_LEDGER,
    CreditNoted(ISSUER, NUMBER, ANN, 15),
    ItemDone(ELSEWHERE),
    DoorOpened("Y Pwll", 1001),
)
"""Kinds that came with the network."""

WEEK_FACTS: tuple[Fact, ...] = (
    RoomWritten(TEA, "The garden room", "om:1F33F", capacity=12, is_step_free=True),
    VehicleWritten(None, "The white minibus", "om:1F690", seats=8, wheelchair_places=1),
    ActivityWritten(None, "Côr", "om:1F3B6", PHOTO, Sort.COURSE),
    SessionWritten(
        session=SWIM,
        week=360,
        reach=Reach.FROM_NOW_ON,
        activity=TEA,
        day=1,
        start_minute=630,
        minutes=90,
        places=8,
        until_week=372,
        every_weeks=2,
        room=POOL,
        leader=SAM,
        assistants=(ANN, BEN),
        way="minibus",
        vehicle=POOL,
        driver=SAM,
        companion=BEN,
        is_quiet=True,
        is_open_to_all=True,
        is_peer_led=True,
        price_minutes=60,
        task=TEA,
        is_on=False,
    ),
    SessionTakenBack(SWIM, 360, Reach.THIS_WEEK),
    DayWritten(2550, is_open=False, label="Gŵyl y Banc"),
    Chosen(ANN, SWIM, 360, Choice.LISTED, plan=ELSEWHERE),
    NotToday(ANN, 2520, Part.AFTERNOON, is_so=True),
    Wished(BEN, TEA, is_wished=True),
    Attended(ANN, SWIM, 360, Attendance.CAME_LATER),
    PersonHere(SAM, 2520, Presence.HERE),
    VisitorCame(2520, NAME),
    TravelWritten(ANN, POOL, WHY, 525, in_wheelchair=True),
    Agreed(ANN, Agreement.HELP_ON_WEEK, is_so=True),
    WeekShown(ANN, 360, (SWIM, ELSEWHERE)),
    JobWritten(None, TEA, "Waters the beds", "om:1F6BF"),
    JobGiven(TEA, SWIM, 360, ANN),
)
"""Kinds that came with the week."""


ACCESS_FACTS: tuple[Fact, ...] = (
    AccessWritten(
        member=ANN,
        colours=Colours.BLACK_ON_YELLOW,
        text_size=TextSize.LARGE,
        hand=Hand.LEFT,
        language="cy",
        motion=Wish.NO,
        idle_minutes=IdleMinutes.FIVE,
        speech=Speech.ON_FOCUS,
        voice="Gwyneth",
        speed_percent=80,
        volume_percent=90,
        sounds=Wish.YES,
        way=Way.TWO_SWITCHES,
        scan_way=ScanWay.BY_STEP,
        scan_order=ScanOrder.ONE_BY_ONE,
        scan_ms=1_000,
        first_item_ms=2_000,
        rounds=4,
        acceptance_ms=50,
        repeat_ms=1_500,
        hold_ms=200,
        press_on=PressOn.DOWN,
        dwell_ms=2_500,
        has_beep=True,
        has_spoken_scan=True,
    ),
)
"""The kind that came with how people like things."""

KNOWING_FACTS: tuple[Fact, ...] = (SecretPicturesSet(ANN, bytes(range(32))),)
"""The kind that came with secret pictures."""

CARD_FACTS: tuple[Fact, ...] = (CardSet(ANN, bytes(range(32)), is_needed=True),)
"""The kind that came with cards."""

SAYING_FACTS: tuple[Fact, ...] = (SaidHowItWas(ANN, FactId(DEVICE, 40), 360, HowItWas.NOT_SURE),)
"""The kind that came with having one's say."""

ANSWER_FACTS: tuple[Fact, ...] = (SaidAnswered(FactId(DEVICE, 41), bytes(range(32)), "om:1F570"),)
"""The kind that came with telling members what was done."""

PICTURE_FACTS: tuple[Fact, ...] = (
    PackWritten(None, "Our symbols", "CC BY-SA 2.0 UK", "Drawn by Steve Lee"),
    PackFilled(FactId(DEVICE, 200), index=bytes(range(32)), pictures=bytes(range(1, 33))),
    PictureLiked("om:1F9F9", is_so=False),
)
"""Kinds that came with packs of pictures."""


SHEET_FACTS: tuple[Fact, ...] = (SheetPrinted(8), IssuerStopped(ISSUER, (NUMBER, 7)))
"""Kinds that came with sheets of slips."""

HANDING_FACTS: tuple[Fact, ...] = (SlipsSpent((ELSEWHERE, SAM), 4, ANN, (ANN, BEN)), SlipChanged(ISSUER, NUMBER))
"""Kinds that came with checking slips at a centre."""


def _entries(facts: tuple[Fact, ...], first: int) -> tuple[Entry, ...]:
    return tuple(
        Entry(FactId(DEVICE, seq), AT_MS + seq, fact, by=SAM if seq % 2 else None, assisted_by=None if seq % 3 else BEN)
        for seq, fact in enumerate(facts, start=first)
    )


ENTRIES = _entries(FACTS, 1)
LATER_ENTRIES = _entries(LATER_FACTS, len(FACTS) + 1)
NETWORK_ENTRIES = _entries(NETWORK_FACTS, len(FACTS) + len(LATER_FACTS) + 1)
WEEK_ENTRIES = _entries(WEEK_FACTS, len(FACTS) + len(LATER_FACTS) + len(NETWORK_FACTS) + 1)
ACCESS_ENTRIES = _entries(ACCESS_FACTS, 113)
SHEET_ENTRIES = _entries(SHEET_FACTS, 120)
HANDING_ENTRIES = _entries(HANDING_FACTS, 130)
PICTURE_ENTRIES = _entries(PICTURE_FACTS, 121)
KNOWING_ENTRIES = _entries(KNOWING_FACTS, 127)
CARD_ENTRIES = _entries(CARD_FACTS, 128)
SAYING_ENTRIES = _entries(SAYING_FACTS, 129)
ANSWER_ENTRIES = _entries(ANSWER_FACTS, 130)
