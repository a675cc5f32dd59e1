"""The network at the staff's side: what needs a person, joining and its troubles, and screens that keep up."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.changes import Changes
from desktop.services.drafts import HelpedDraft
from desktop.store.receiving import note_trouble
from desktop.sync.line import Line, Now, Told
from desktop.sync.outcome import OnStore
from desktop.sync.problems import UsedCode
from desktop.views.exchanging import Exchanging
from desktop.views.keeping_up import KeepingUp
from ledger.domain.names import FactId
from tests.views.staff.pc import StaffPc

CODE = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01"


class StillLine(Line):
    """A line that does nothing by itself: a test says how it is."""

    def __init__(self, on_store: OnStore, told: Told) -> None:
        super().__init__(on_store, told)
        self.asked: list[str] = []

    def start(self) -> None:
        """Nothing is sent."""

    def join(self, address: str, code: str, folder: object = None) -> None:
        self.asked.append(f"{address} {code}")
        assert folder is None
        self.is_now(Now("joining"))

    def cancel(self) -> None:
        self.asked.append("stop")
        self.is_now(Now())

    def is_now(self, now: Now) -> None:
        """Tell how it is, as the line's own thread would."""
        self._tell(now)


@pytest.fixture
def line(staff: StaffPc) -> Callable[[], StillLine]:
    """The line of a PC with staff at it, once a screen has been seen."""
    exchanging = Exchanging(staff.window, staff.house, StillLine)
    assert exchanging.parent() is staff.window
    staff.press("Settings", "staff_settings")
    staff.wait_for(lambda: staff.house.line is not None)

    def now() -> StillLine:
        assert isinstance(staff.house.line, StillLine)
        return staff.house.line

    return now


def trouble(pc: StaffPc, number: int = 1) -> FactId:
    """Something the network did not take."""
    store = pc.services.store
    about = FactId(store.device, number)
    pc.ask(lambda: note_trouble(store, "batch_refused", about))
    return about


def test_what_needs_a_person_is_seen_to_and_can_come_back(staff: StaffPc) -> None:
    trouble(staff)
    staff.press("Today", "staff_today")
    assert staff.says("1 thing needs you")
    staff.press("Look", "staff_needs")
    assert staff.says("The network did not take something")
    staff.press("Done")
    assert staff.says("Nothing needs you now.")
    assert staff.says("Seen to since you came here")
    staff.press("Undo")
    assert staff.says("It is on the list again. 1 thing.")
    staff.press("Done")
    staff.press("Go back", "staff_today")
    assert not staff.says("1 thing needs you")


def test_an_empty_list_says_so(staff: StaffPc) -> None:
    staff.window.go("staff_needs")
    staff.arrive("staff_needs")
    assert staff.says("Nothing needs you now.")


def test_a_practice_centre_joins_nothing(staff: StaffPc) -> None:
    staff.press("Settings", "staff_settings")
    staff.press("Open", "staff_network", beside="Network")
    assert staff.says("A practice centre stays by itself")


def test_a_list_keeps_up_with_what_the_network_brings(staff: StaffPc) -> None:
    about = trouble(staff)
    assert not staff.says("1 thing needs you")
    KeepingUp(staff.window).tell(Changes((about,)))
    staff.wait_for(lambda: staff.says("1 thing needs you"))


def test_what_came_while_a_press_was_worked_on_is_shown_after_it(staff: StaffPc) -> None:
    store = staff.services.store
    about = FactId(store.device, 1)
    staff.window.go("staff_today")  # read before the trouble comes, shown after it
    staff.window.tasks.answer(lambda: note_trouble(store, "batch_refused", about))
    assert staff.window.is_busy
    KeepingUp(staff.window).tell(Changes((about,)))
    staff.wait_for(lambda: staff.says("1 thing needs you"))


def test_what_came_while_the_screen_was_filled_anew_is_shown_too(staff: StaffPc) -> None:
    store = staff.services.store
    first, second = FactId(store.device, 1), FactId(store.device, 2)
    keeping_up = KeepingUp(staff.window)
    staff.window.tasks.answer(lambda: note_trouble(store, "batch_refused", first))
    keeping_up.tell(Changes((first,)))  # read before the second trouble comes, shown after it is told
    staff.window.tasks.answer(lambda: note_trouble(store, "batch_refused", second))
    keeping_up.tell(Changes((second,)))
    staff.wait_for(lambda: staff.says("2 things need you"))


def test_a_window_that_has_closed_is_told_nothing(staff: StaffPc) -> None:
    staff.window.tasks.close()
    KeepingUp(staff.window).tell(Changes((FactId(bytes(16), 1),)))
    assert staff.window.tasks.is_closed


def test_what_was_just_done_is_still_said(staff: StaffPc) -> None:
    trouble(staff)
    staff.window.go("staff_needs")
    staff.arrive("staff_needs")
    staff.press("Done")
    about = trouble(staff, 2)
    KeepingUp(staff.window).tell(Changes((about,)))
    staff.wait_for(lambda: staff.says("1 thing."))
    assert staff.says("Seen to.")


def test_my_credits_keep_up_with_what_is_mine_alone(pc: StaffPc) -> None:
    pc.press("Circle", "who_face")
    pc.press("Ann", "home")
    pc.window.go("my_credits")
    pc.arrive("my_credits")
    before = pc.said()
    ann, bob = pc.member("Ann").id, pc.member("Bob").id
    task = pc.ask(pc.services.tasks.all)[0].id
    pc.ask(lambda: pc.services.contributions.record(HelpedDraft("elsewhere", task, 60), ann))

    KeepingUp(pc.window).tell(Changes((), frozenset({bob})))
    pc.ask(pc.services.tasks.all)
    assert pc.said() == before
    KeepingUp(pc.window).tell(Changes((), frozenset({ann})))
    pc.wait_for(lambda: pc.said() != before)


def test_a_screen_that_shows_nothing_new_is_left_alone(staff: StaffPc) -> None:
    staff.press("People", "staff_people")
    staff.write("Find by name", "An")
    KeepingUp(staff.window).tell(Changes((FactId(bytes(16), 1),)))
    staff.ask(staff.services.tasks.all)
    assert staff.typed("Find by name") == "An"


@pytest.fixture
def joining(staff: StaffPc, line: Callable[[], StillLine], monkeypatch: pytest.MonkeyPatch) -> StaffPc:
    """The page on which staff join, of a centre that is none to practise in."""
    assert line() is not None
    monkeypatch.setattr(type(staff.services.store), "is_practice", False)
    staff.window.go("staff_network")
    staff.arrive("staff_network")
    return staff


def test_joining_says_what_is_missing_and_keeps_what_was_typed(joining: StaffPc) -> None:
    joining.press("Join")
    assert joining.says("The address is missing.")
    joining.write("The address", "hours.example.org")
    joining.write("The code", "ABCD")
    joining.press("Join")
    assert joining.says("This is not a whole code.")
    assert joining.typed("The address") == "hours.example.org"


def test_joining_shows_that_it_is_under_way_and_why_it_could_not_be(
    joining: StaffPc, line: Callable[[], StillLine]
) -> None:
    joining.write("The address", "hours.example.org")
    joining.write("The code", CODE)
    joining.press("Join")
    joining.wait_for(lambda: joining.says("Joining. One moment."))
    line().is_now(Now(problem=UsedCode()))
    joining.wait_for(lambda: bool(joining.screen.findChildren(QLineEdit)))
    assert joining.says(str(UsedCode()))
    assert joining.typed("The code") == CODE
    assert line().asked == [f"hours.example.org {CODE}"]


def test_joining_can_be_stopped(joining: StaffPc, line: Callable[[], StillLine]) -> None:
    joining.write("The address", "hours.example.org")
    joining.write("The code", CODE)
    joining.press("Join")
    joining.wait_for(lambda: joining.says("Joining. One moment."))
    joining.press("Stop")
    joining.wait_for(lambda: bool(joining.screen.findChildren(QLineEdit)))
    assert line().asked[-1] == "stop"


def test_what_is_typed_stays_while_the_line_tells_of_itself(joining: StaffPc, line: Callable[[], StillLine]) -> None:
    joining.write("The address", "hours.exa")
    line().is_now(Now())
    joining.ask(joining.services.tasks.all)
    assert joining.typed("The address") == "hours.exa"
