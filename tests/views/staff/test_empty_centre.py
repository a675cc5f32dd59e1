"""A centre begun by command, opened in the app: each page says what comes next, until somebody is here."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.bootstrap import new_centre
from desktop.clock import standing_at
from desktop.services import content
from tests.views.staff.pc import StaffPc


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot, qapp: object, monkeypatch: pytest.MonkeyPatch) -> StaffPc:
    """A PC with a centre in which there is nobody and nothing."""
    assert qapp is not None
    made = new_centre(tmp_path / "centre", standing_at(2026, 11, 24, 10, 20), name="Riverside", staff_pin="4711")
    made.close()
    monkeypatch.setenv("GOODHOUR_PASSPHRASE", made.passphrase)
    pc = StaffPc(tmp_path / "centre", qtbot, is_practice=False)
    pc.start("who_group")
    return pc


def test_sign_in_leads_to_staff_and_staff_to_the_first_person(empty: StaffPc) -> None:
    assert empty.says("Nobody is here yet.")
    empty.go_in("4711")
    assert empty.says("Nobody is here yet")
    empty.press("Add a person", "staff_member")
    empty.write("Name", "Ann")
    empty.press("Save", "staff_people")
    empty.press("Today", "staff_today")
    assert not empty.says("Nobody is here yet")
    empty.press("Lock", "who_face")
    assert empty.says("Ann")
    empty.close()


def test_staff_choose_the_first_tasks_and_offers(empty: StaffPc) -> None:
    empty.go_in("4711")
    empty.press("Choose from a list", "keep_tasks")
    empty.press("Next", "keep_offers")
    empty.press("Next", "keep_activities")
    empty.press("Next", "first_face")
    empty.press("Begin", "who_group")
    assert empty.says("Nobody is here yet.")
    assert len(empty.ask(empty.services.tasks.all)) == len(content.tasks())
    empty.go_in("4711")
    assert not empty.says("There are no tasks yet")
    empty.close()
