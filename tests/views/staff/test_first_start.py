"""The first start: a new centre from its name to its first face; the five words; practising first."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services import content, content_week
from tests.views.staff.pc import StaffPc, hand_over


def begin(bare: StaffPc) -> None:
    bare.press("New centre", "new_centre")
    bare.write("What is your centre called?", "Riverside")
    bare.write("A PIN for staff", "4711")
    bare.write("The PIN again", "4711")
    bare.press("Next", "first_sheet")


def put_the_sheet_away(pc: StaffPc, there: str = "keep_tasks") -> None:
    pc.press("The sheet is printed and locked away")
    pc.press("Next", there)


def keep_the_rest(pc: StaffPc) -> None:
    for there in ("keep_offers", "keep_activities", "first_face"):
        pc.press("Next", there)


def test_a_new_centre_from_its_name_to_its_first_face(bare: StaffPc) -> None:
    begin(bare)
    bare.press("Next")
    assert bare.says("First print the sheet and lock it away.")
    bare.press("Print")
    assert (bare.paper / "recovery-sheet.pdf").exists()
    bare.press("The sheet is printed and locked away")
    bare.press("Next", "keep_tasks")
    dropped = content.tasks()[1].label
    bare.press(next(name for name in names(bare) if name.startswith(dropped)))
    keep_the_rest(bare)
    bare.press("Save")
    assert bare.says("The name is missing. Type it in.")
    bare.write("Name", "Ann")
    bare.press("Flower in hair")
    assert bare.typed("Name") == "Ann"
    bare.press("Save")
    assert bare.says("Ann is here. Add another, or begin.")
    bare.press("Begin", "who_face")
    labels = [task.label for task in bare.ask(bare.services.tasks.all)]
    assert dropped not in labels
    assert len(labels) == len(content.tasks()) - 1
    assert len(bare.ask(bare.services.offers.all)) == len(content.offers())
    assert len(bare.ask(bare.services.activities.all)) == len(content_week.activities())
    assert bare.member("Ann").pic.id == "gh:person-flower-in-hair"
    bare.press("Ann", "home")


def test_the_first_week_of_a_new_centre_says_where_rooms_come_from(bare: StaffPc) -> None:
    begin(bare)
    put_the_sheet_away(bare)
    keep_the_rest(bare)
    bare.write("Name", "Ann")
    bare.press("Flower in hair")
    bare.press("Save")
    bare.press("Begin", "who_face")
    bare.go_in("4711")
    bare.press("The week", "staff_week")
    assert bare.says("Lists is where you add rooms.")
    bare.press("Lists", "staff_week_lists")
    bare.press("Open", "staff_rooms", beside="Rooms")
    bare.press("Add a room", "staff_room")
    bare.write("What it is called", "Hall")
    bare.press("Save", "staff_rooms")
    bare.press("To the week", "staff_week")
    assert not bare.says("Lists is where you add rooms.")


@pytest.mark.parametrize(
    ("name", "pin", "again", "said"),
    [
        ("", "4711", "4711", "The centre's name is missing."),
        ("Riverside", "4711", "4712", "The two PINs are not the same."),
        ("Riverside", "12", "12", "A PIN is 4 to 12 digits"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_begins(
    bare: StaffPc, name: str, pin: str, again: str, said: str
) -> None:
    bare.press("New centre", "new_centre")
    bare.write("What is your centre called?", name)
    bare.write("A PIN for staff", pin)
    bare.write("The PIN again", again)
    bare.press("Next")
    assert bare.says(said)
    assert bare.typed("What is your centre called?") == name
    assert bare.typed("A PIN for staff") == pin
    assert bare.house.services is None


def test_without_a_keyring_the_five_words_open_it_again(bare: StaffPc, qtbot: QtBot) -> None:
    begin(bare)
    words = bare.ask(bare.services.centre.recovery_paper).passphrase
    assert len(words.split()) == 5
    assert bare.says(words)
    put_the_sheet_away(bare)
    bare.close()

    later = StaffPc(bare.house.folder, qtbot, is_practice=False)
    later.start("five_words")
    later.write("Type the five words", "these are not my words")
    later.press("Open")
    assert later.says("The records here did not open.")
    assert later.typed("Type the five words") == "these are not my words"
    later.write("Type the five words", words.upper())
    later.press("Open", "who_group")
    later.close()


def test_until_the_sheet_is_put_away_it_is_shown_again_at_each_start(bare: StaffPc, qtbot: QtBot) -> None:
    folder = bare.house.folder
    begin(bare)
    words = bare.ask(bare.services.centre.recovery_paper).passphrase
    bare.close()
    for _ in range(2):
        again = StaffPc(folder, qtbot, is_practice=False)
        again.start("first_sheet")
        assert again.says(words)
        again.press("Next")
        assert again.says("First print the sheet and lock it away.")
        again.close()
        assert words in (folder / "keys.json").read_text("utf-8")

    then = StaffPc(folder, qtbot, is_practice=False)
    then.start("first_sheet")
    put_the_sheet_away(then)
    keep_the_rest(then)
    then.press("Begin", "who_group")
    assert len(then.ask(then.services.tasks.all)) == len(content.tasks())
    then.close()
    assert all(words not in file.read_text("utf-8") for file in folder.glob("keys*.json"))

    later = StaffPc(folder, qtbot, is_practice=False)
    later.start("five_words")
    later.write("Type the five words", words)
    later.press("Open", "who_group")
    later.close()


def test_closed_on_the_sheet_of_what_was_brought_back_it_is_shown_again(
    bare: StaffPc, qtbot: QtBot, tmp_path: Path
) -> None:
    begin(bare)
    words = " ".join(bare.ask(bare.services.centre.recovery_paper).words)
    backup = tmp_path / "mine.goodhour"
    bare.ask(lambda: bare.house.back_up(backup))
    bare.close()
    other = StaffPc(tmp_path / "other" / "centre", qtbot, is_practice=False)
    other.start("first_start")
    other.ask(lambda: other.house.restore(backup, words))
    other.close()

    again = StaffPc(other.house.folder, qtbot, is_practice=False)
    again.start("first_sheet")
    put_the_sheet_away(again, "who_group")
    again.close()
    later = StaffPc(other.house.folder, qtbot, is_practice=False)
    later.start("five_words")
    later.close()


def test_wrong_words_from_outside_are_asked_for_again(
    bare: StaffPc, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(bare)
    bare.close()
    monkeypatch.setenv("GOODHOUR_PASSPHRASE", "these are not my words")
    later = StaffPc(bare.house.folder, qtbot, is_practice=False)
    later.start("five_words")
    later.press("From a backup", "from_backup")
    later.press("Back", "five_words")
    later.close()


def test_a_first_photo_that_is_none_is_refused_and_the_name_stays(
    bare: StaffPc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(bare)
    bare.press("The sheet is printed and locked away")
    bare.press("Next", "keep_tasks")
    keep_the_rest(bare)
    bare.write("Name", "Ann")
    text = tmp_path / "photo.jpg"
    text.write_text("no photo")
    hand_over(monkeypatch, text)
    bare.press("Use a photo")
    assert bare.says("This file is no photo")
    assert bare.typed("Name") == "Ann"


def test_a_backup_comes_back_with_the_words_of_its_sheet(
    bare: StaffPc, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(bare)
    words = " ".join(bare.ask(bare.services.centre.recovery_paper).words)
    backup = tmp_path / "mine.goodhour"
    bare.ask(lambda: bare.house.back_up(backup))
    bare.close()

    other = StaffPc(tmp_path / "other" / "centre", qtbot, is_practice=False)
    other.start("first_start")
    other.press("From a backup", "from_backup")
    other.write("The twelve words of the recovery sheet", words)
    other.press("Bring it back")
    assert other.says("Choose the backup first")
    hand_over(monkeypatch, backup)
    other.press("Choose the backup")
    assert other.says("mine.goodhour")
    other.write("The twelve words of the recovery sheet", "abandon " * 12)
    other.press("Bring it back")
    assert other.says("These twelve words do not open this backup.")
    other.write("The twelve words of the recovery sheet", words)
    other.press("Bring it back", "first_sheet")
    other.press("The sheet is printed and locked away")
    other.press("Next", "who_group")
    assert other.services.centre.name == "Riverside"
    other.close()


def test_what_was_not_chosen_at_first_can_be_chosen_later(bare: StaffPc, qtbot: QtBot) -> None:
    begin(bare)
    words = bare.ask(bare.services.centre.recovery_paper).passphrase
    put_the_sheet_away(bare)
    bare.close()
    later = StaffPc(bare.house.folder, qtbot, is_practice=False)
    later.start("five_words")
    later.write("Type the five words", words)
    later.press("Open", "who_group")
    later.go_in("4711")
    later.press("Tasks", "staff_tasks")
    later.press("Choose from a list", "keep_tasks")
    keep_the_rest(later)
    later.press("Begin", "who_group")
    assert len(later.ask(later.services.tasks.all)) == len(content.tasks())
    later.close()


def test_a_second_start_says_so_and_can_be_tried_again(pc: StaffPc, qtbot: QtBot) -> None:
    second = StaffPc(pc.house.folder, qtbot, is_practice=True)
    second.start("first_problem")
    assert second.says("Goodhour is already open on these records.")
    second.press("Try again")
    assert second.says("Goodhour is already open on these records.")
    pc.close()
    second.press("Try again", "who_group")
    second.close()


def test_damaged_records_say_what_to_do_and_a_backup_can_come_back(pc: StaffPc, qtbot: QtBot) -> None:
    pc.close()
    database = pc.house.folder / "goodhour.db"
    database.write_bytes(database.read_bytes()[:5_000])
    later = StaffPc(pc.house.folder, qtbot, is_practice=True)
    later.start("first_problem")
    assert later.says("The records on this PC are damaged.")
    later.press("From a backup", "from_backup")
    later.close()


def test_practising_comes_first_and_touches_no_real_centre(bare: StaffPc) -> None:
    real = bare.house.folder
    bare.press("Practice centre", "who_group")
    assert bare.house.folder != real
    assert not (real / "goodhour.db").exists()
    assert bare.services.centre.is_practice
    bare.go_in("1234")


def names(pc: StaffPc) -> list[str]:
    return [widget.accessibleName() for widget in pc.screen.focus_order()]
