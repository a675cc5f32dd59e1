"""Settings: rules, PIN, this PC, and what keeps the records safe; and who made what."""

import tomllib
from pathlib import Path

import pytest

from desktop import __version__, settings
from tests.views.staff.pc import StaffPc, hand_over


@pytest.fixture
def at_settings(staff: StaffPc) -> StaffPc:
    staff.press("Settings", "staff_settings")
    return staff


def test_rules_hold_from_now_on_and_senseless_ones_are_refused(at_settings: StaffPc) -> None:
    at_settings.press("Change", "staff_rules", beside="The centre's rules")
    at_settings.choose("Time is counted in steps of", "10 minutes")
    at_settings.write("Counts at once, up to (minutes)", "99999")
    at_settings.press("Save")
    assert at_settings.says("This can be 0 to 1440.")
    at_settings.write("Counts at once, up to (minutes)", "90")
    at_settings.press("Save", "staff_settings")
    rules = at_settings.services.centre.rules
    assert (rules.step_minutes, rules.at_once_minutes) == (10, 90)


def test_the_centres_paper_carries_its_telephone_and_its_name_if_wanted(at_settings: StaffPc) -> None:
    at_settings.press("Change", "staff_rules", beside="The centre's rules")
    at_settings.write("The centre's telephone", "5" * 41)
    at_settings.press("Save")
    assert at_settings.says("longer than 40 letters")
    at_settings.write("The centre's telephone", "01766 512 345")
    at_settings.click("Slips carry the centre's name")
    at_settings.press("Save", "staff_settings")
    centre = at_settings.services.centre
    assert (centre.text_setting("centre_phone"), centre.setting("centre_name_on_paper")) == ("01766 512 345", 1)


def test_a_group_gets_another_name_and_picture(at_settings: StaffPc) -> None:
    pc = at_settings
    pc.press("Change", "staff_groups", beside="Groups at sign-in")
    pc.press("Open", "staff_group", beside="Circle")
    pc.write("What it is called", "")
    pc.press("Save")
    assert pc.says("The group's name is missing.")
    pc.write("What it is called", "Gardeners")
    pc.press("Save", "staff_groups")
    pc.press("Lock", "who_group")
    pc.press("Gardeners", "who_face")


def test_a_new_pin_opens_the_door_and_the_old_one_does_not(at_settings: StaffPc) -> None:
    pc = at_settings
    pc.press("Change", "staff_new_pin", beside="Staff PIN")
    pc.write("The PIN now", "1234")
    pc.write("The new PIN", "4711")
    pc.write("The new PIN again", "4712")
    pc.press("Save")
    assert pc.says("The two new PINs are not the same.")
    assert pc.typed("The new PIN") == "4711"
    pc.write("The new PIN again", "4711")
    pc.press("Save", "staff_settings")
    pc.press("Lock", "who_group")
    pc.press("Staff", "staff_pin")
    for digit in "1234":
        pc.press(digit)
    pc.press("Done")
    assert pc.says("That PIN is not right.")
    for digit in "4711":
        pc.press(digit)
    pc.press("Done", "staff_today")


def test_this_pc_is_drawn_as_it_is_set_to(at_settings: StaffPc) -> None:
    pc = at_settings
    pc.press("Change", "staff_pc", beside="This PC")
    pc.choose("Colours", "Yellow on black")
    pc.choose("Size of text for members", "150 %")
    for _ in range(5):
        pc.press("Larger")
    pc.press("Save", "staff_settings")
    assert pc.window.look.theme.name == "yellow-on-black"
    assert pc.window.look.text_percent == 150
    kept = settings.load(pc.house.folder)
    assert (kept.theme, kept.text_percent) == ("yellow-on-black", 150)
    assert kept.px_per_mm == pytest.approx(3.8 + 10 / 85.6, abs=0.02)


def test_the_recovery_sheet_comes_out_again(
    at_settings: StaffPc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_settings.press("Print", beside="Recovery sheet")
    assert (at_settings.paper / "recovery-sheet.pdf").read_bytes().startswith(b"%PDF")
    hand_over(monkeypatch, tmp_path / "sheet.pdf")
    at_settings.press("Save as PDF", beside="Recovery sheet")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_a_backup_is_one_file_and_a_missing_stick_is_said(
    at_settings: StaffPc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_over(monkeypatch, tmp_path / "stick" / "mine.goodhour")
    at_settings.press("Back up")
    assert at_settings.says("Is the stick in?")
    hand_over(monkeypatch, tmp_path / "mine.goodhour")
    at_settings.press("Back up")
    assert at_settings.says("Everything is in mine.goodhour.")
    assert (tmp_path / "mine.goodhour").stat().st_size > 0


def test_records_are_checked_on_request(at_settings: StaffPc) -> None:
    at_settings.press("Check now")
    assert at_settings.says("All is well: ")


def test_everybody_who_made_something_is_named(staff: StaffPc) -> None:
    staff.press("About", "staff_about")
    assert staff.says("All emojis designed by OpenMoji")
    assert staff.says(f"Version {__version__}.")
    staff.press("Read the licence", "staff_licence")
    staff.press("Go back", "staff_about")


def test_the_version_shown_is_the_projects() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == __version__
