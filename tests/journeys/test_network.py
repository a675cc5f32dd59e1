"""Two centres and a venue's door in one network, played by real widgets: a slip of one is used at the others."""

from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.bootstrap import new_centre
from desktop.clock import standing_at
from desktop.services.drafts import MemberDraft, OfferDraft, TaskDraft
from desktop.services.papers import SlipPaper
from desktop.views.doorkeeper import Doorkeeper
from tests.journeys.at_work import CentreAtWork
from tests.sync.places import ADDRESS, Town, a_town

PIN = "4711"
WAIT_MS = 60_000


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A network that nobody has joined yet."""
    (tmp_path / "town").mkdir()
    made = a_town(tmp_path / "town")
    yield made
    made.engine.dispose()


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    """A PC without a keyring: nothing is ever written into a real one."""
    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]  # keyring has no types here
    yield
    keyring.set_keyring(before)


class Joining:
    """A PC whose staff type and wait, as people do."""

    def __init__(self, at_work: CentreAtWork, qtbot: QtBot) -> None:
        self.at_work = at_work
        self._qtbot = qtbot

    def write(self, label: str, text: str) -> None:
        lines = self.at_work.screen.findChildren(QLineEdit)
        line = next(one for one in lines if one.accessibleName() == label)
        line.selectAll()
        QTest.keyClicks(line, text)

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(lambda: not self.at_work.window.is_busy and is_so(), timeout=WAIT_MS)

    def join(self, code: str) -> None:
        """Join the network at the staff's own page."""
        self.at_work.hand.open("who_group")
        self.at_work.press("Staff", *PIN, "Done", "Settings")
        self.at_work.hand.open("staff_network")
        self.write("The address", ADDRESS)
        self.write("The code", code)
        self.at_work.press("Join")
        self.wait_until(lambda: self.at_work.says("All is sent"))

    def send(self) -> None:
        """Send now, and wait until all of it is there."""
        self.at_work.hand.open("staff_network")
        self.at_work.press("Send now")
        self.wait_until(lambda: self.at_work.says("All is sent") and not self.is_sending())

    def is_sending(self) -> bool:
        house = self.at_work.house
        return house.line is not None and house.line.now.is_busy


def a_house(folder: Path, town: Town, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str) -> Joining:
    """A new centre with Ann and Bob in it, its app open."""
    folder.mkdir()
    parts = new_centre(folder / "centre", standing_at(2026, 11, 24, 10, 20), name=name, staff_pin=PIN)
    for member in ("Ann", "Bob"):
        parts.services.people.write_member(MemberDraft(member))
    parts.services.tasks.write(TaskDraft("Swept up", usual_minutes=30))
    parts.services.offers.write(OfferDraft("Art", 30))
    parts.close()
    monkeypatch.setenv("GOODHOUR_PASSPHRASE", parts.passphrase)
    return Joining(CentreAtWork(folder, town=town), qtbot)


def thanks(house: Joining) -> SlipPaper:
    """A thank-you slip, the network told of it."""
    services = house.at_work.services
    paper = house.at_work.ask(lambda: services.slips.print_thanks(1, 60))[0]
    house.send()
    return paper


def test_a_slip_of_one_centre_is_used_at_the_other(
    tmp_path: Path, town: Town, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    riverside = a_house(tmp_path / "riverside", town, qtbot, monkeypatch, "Riverside")
    hillside = a_house(tmp_path / "hillside", town, qtbot, monkeypatch, "Hillside")
    try:
        riverside.join(town.code("Riverside"))
        paper = thanks(riverside)
        hillside.join(town.code("Hillside"))

        ann = hillside.at_work.sign_in("Ann").press("My credits", "Use a slip").scan(paper.token)
        assert ann.says("Your slip is good. We look at it later.")
        ann.press("Into my credits")
        assert ann.presses == 3
        assert ann.says("Your credits stay.")
        assert ann.credits("Ann").available_minutes == 60

        ann.press("Home", "My credits", "Use a slip").scan(paper.token)
        assert ann.says("This slip is already in.")
        hillside.send()
        riverside.send()
        assert hillside.at_work.credits("Ann").available_minutes == 60
        riverside.at_work.sign_in("Bob").press("My credits", "Use a slip").scan(paper.token)
        assert riverside.at_work.says("This slip is used.")
    finally:
        riverside.at_work.close()
        hillside.at_work.close()


@pytest.fixture
def slip(tmp_path: Path, town: Town, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> SlipPaper:
    """A slip of a centre of the network, which is closed by now."""
    riverside = a_house(tmp_path / "riverside", town, qtbot, monkeypatch, "Riverside")
    riverside.join(town.code("Riverside"))
    paper = thanks(riverside)
    riverside.at_work.close()
    monkeypatch.delenv("GOODHOUR_PASSPHRASE")
    return paper


@pytest.fixture
def door(tmp_path: Path, town: Town, qtbot: QtBot) -> Iterator[CentreAtWork]:
    """A new PC that was made a venue's door at its first start."""
    (tmp_path / "pool").mkdir()
    bare = Joining(CentreAtWork(tmp_path / "pool", town=town), qtbot)
    at_work = bare.at_work
    at_work.press("A venue's door")
    bare.write("The address", ADDRESS)
    bare.write("The code", town.venue_code("Town Pool"))
    at_work.press("Begin")
    bare.wait_until(lambda: at_work.screen.name == "first_sheet")
    at_work.screen.put_away.emit()  # type: ignore[attr-defined]  # its box is ticked in its own test
    bare.wait_until(lambda: at_work.screen.name == "door")
    bare.wait_until(lambda: at_work.ask(lambda: at_work.services.network.now().met_ms) > 0 and not bare.is_sending())
    yield at_work
    at_work.close()


def test_a_door_takes_a_slip_with_one_press(slip: SlipPaper, door: CentreAtWork) -> None:
    assert door.says("Town Pool")
    door.presses = 0
    door.scan(slip.token)
    assert door.says("This slip is good.")
    assert not door.says("Welcome. Come in.")
    door.press("Take it")
    assert door.presses == 1
    assert door.says("Welcome. Come in.")
    assert door.says("It is counted once.")
    door.scan(slip.token)
    assert door.says("This slip is already in.")


def test_a_slip_that_came_as_text_can_be_pasted_at_a_door(slip: SlipPaper, door: CentreAtWork) -> None:
    QGuiApplication.clipboard().setText(f" {slip.token}\n")
    QTest.keyClick(door.screen, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    door.hand.settle()
    assert door.says("This slip is good.")


def test_a_door_shows_what_is_sent_and_sends_now(slip: SlipPaper, door: CentreAtWork, qtbot: QtBot) -> None:
    door.scan(slip.token).press("Take it", "Next slip", "Is it sent?")
    assert door.says("Keys of others: ")
    door.press("Send now")
    Joining(door, qtbot).wait_until(lambda: door.says("All is sent"))
    assert door.ask(lambda: door.services.network.now().to_send) == 0


def test_what_a_door_took_can_be_taken_back_later(slip: SlipPaper, door: CentreAtWork) -> None:
    door.scan(slip.token).press("Take it", "Next slip", "1 slip today", "10:20", "Undo")
    assert door.says("The slip is good again.")
    door.press("Next slip")
    assert "None yet" in door.hand.names()
    door.scan(slip.token).press("Take it")
    assert door.says("It is counted once.")


def test_a_door_opens_straight_into_its_one_question(door: CentreAtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = door.house.parts
    assert parts is not None
    words = door.ask(lambda: door.services.centre.recovery_paper().passphrase)
    monkeypatch.setenv("GOODHOUR_PASSPHRASE", words)
    assert door.closed_and_reopened().screen.name == "door"
    assert Doorkeeper(door.window, door.house).may_leave()  # a volunteer may go home
