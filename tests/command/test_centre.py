"""Beginning, keeping and getting back a centre by command; what is there already is never harmed."""

import shutil
from pathlib import Path

import keyring
import pytest

from tests.command.typed import NoPocket, Pocket, Typist, one_object

NEW = "new", "--name", "Hillside"


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.mark.parametrize("pin", ["abcd", "", "123", "1234567890123", "12 34", "\uff11\uff12\uff13\uff14", "-1234"])
def test_a_pin_is_four_to_twelve_digits(desk: Typist, tmp_path: Path, pin: str) -> None:
    desk.asks(*NEW, f"--staff-pin={pin}", folder=tmp_path / "new", code=1)
    assert not (tmp_path / "new").exists()


def test_the_pin_may_come_from_the_environment(desk: Typist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = desk.asks(*NEW, folder=tmp_path / "new", code=1)
    assert "GOODHOUR_PIN" in asked["message"]
    monkeypatch.setenv("GOODHOUR_PIN", "abcd")
    desk.asks(*NEW, folder=tmp_path / "new", code=1)
    monkeypatch.setenv("GOODHOUR_PIN", "471112")
    made = desk.asks(*NEW, folder=tmp_path / "new")
    assert (made["centre"], len(made["words"])) == ("Hillside", 12)
    for what in ("members", "workers", "tasks", "offers", "venues"):
        assert desk.asks("list", what, folder=tmp_path / "new") == {what: []}


@pytest.mark.parametrize(
    ("name", "kept"),
    [("", ""), (" \t", ""), ("x" * 101, ""), ("a\nb", "a b"), ("🙂" * 100, "🙂" * 100), ("\u202eMill", "Mill")],
)
def test_the_name_of_a_centre(desk: Typist, tmp_path: Path, name: str, kept: str) -> None:
    told = desk.asks("new", "--name", name, "--staff-pin", "1234", folder=tmp_path / "new", code=0 if kept else 1)
    assert told.get("centre", "") == kept
    assert (tmp_path / "new").exists() == bool(kept)


def test_no_centre_is_made_over_another(desk: Typist) -> None:
    before = contents(desk.folder)
    desk.refused(*NEW, "--staff-pin", "1234", problem="centre_here_already")
    assert contents(desk.folder) == before
    assert desk.is_sound()


def test_places_where_no_centre_can_be(desk: Typist, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    ring = tmp_path / "ring"
    ring.symlink_to(ring)
    for place, problem in (
        (file, "folder_refused"),
        (file / "below", "folder_refused"),
        (ring, "folder_refused"),
        (Path("~nobody-of-this-name/x"), "folder_refused"),
        (tmp_path / "Dropbox" / "x", "synced_folder"),
    ):
        assert desk.asks(*NEW, "--staff-pin", "1234", folder=place, code=1)["problem"] == problem
    for nonsense in ("", "x" * 300, "Zo\udceb"):
        told = desk.types("admin", "verify", "--json", "--data", nonsense)
        assert (told.code, one_object(told.out)["problem"]) == (2, "wrong_usage")
    assert file.read_text(encoding="utf-8") == "x"
    assert desk.asks("verify", folder=tmp_path / "nothing", code=1)["problem"] == "no_centre_here"
    assert not (tmp_path / "nothing").exists()


def test_the_passphrase_opens_and_nothing_else(
    desk: Typist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pocket: Pocket
) -> None:
    keyring.set_keyring(NoPocket())
    words = desk.asks(*NEW, "--staff-pin", "1234", folder=tmp_path / "new")["passphrase"]
    verify = "verify"
    assert desk.asks(verify, folder=tmp_path / "new", code=1)["problem"] == "passphrase_needed"
    monkeypatch.setenv("GOODHOUR_PASSPHRASE", "a b c d e")
    assert desk.asks(verify, folder=tmp_path / "new", code=1)["problem"] == "wrong_key"
    monkeypatch.setenv("GOODHOUR_PASSPHRASE", words.upper().replace(" ", "-"))
    assert desk.asks(verify, folder=tmp_path / "new")["verified"] is True
    keyring.set_keyring(pocket)


def test_a_keyring_that_is_not_installed_is_none(desk: Typist, tmp_path: Path, pocket: Pocket) -> None:
    class Gone(NoPocket):
        def set_password(self, service: str, username: str, password: str) -> None:
            raise ModuleNotFoundError(f"No module named {service} {username} {len(password)}")

    keyring.set_keyring(Gone())
    made = desk.asks(*NEW, "--staff-pin", "1234", folder=tmp_path / "new")
    assert len(made["passphrase"].split()) == 5
    keyring.set_keyring(pocket)


@pytest.mark.parametrize("harm", ["half", "a byte", "all", "a bit", "other"])
def test_a_damaged_database_is_left_alone(desk: Typist, harm: str) -> None:
    file = desk.folder / "goodhour.db"
    raw = file.read_bytes()
    middle = len(raw) // 2
    harmed = {
        "half": raw[:middle],
        "a byte": raw[:-1],
        "all": b"",
        "a bit": raw[:middle] + bytes([raw[middle] ^ 1]) + raw[middle + 1 :],
        "other": b"x" * len(raw),
    }[harm]
    file.write_bytes(harmed)
    (desk.folder / "goodhour.lock").unlink()
    for command in (("verify",), ("list", "members"), ("rebuild",), ("keys", "list")):
        assert desk.asks(*command, code=1)["problem"] == "damaged_store"
    assert file.read_bytes() == harmed


def test_a_lost_key_file_is_told(desk: Typist) -> None:
    (desk.folder / "keys.json").write_text("{", encoding="utf-8")
    assert desk.is_sound()
    (desk.folder / "keys-copy.json").unlink()
    desk.refused("verify", problem="damaged_store", says="keys.json is missing or damaged")


def test_the_sheet_is_written_or_refused(desk: Typist, tmp_path: Path) -> None:
    assert desk.asks("sheet", "--out", tmp_path / "sheet.pdf") == {"file": str(tmp_path / "sheet.pdf")}
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    before = contents(desk.folder)
    for out in (tmp_path, tmp_path / "gone" / "s.pdf", desk.folder / "keys.json", "/dev/null"):
        desk.refused("sheet", "--out", out, problem="bad_input")
    assert contents(desk.folder) == before


def test_a_backup_goes_away_and_comes_back(desk: Typist, tmp_path: Path) -> None:
    made = desk.asks(*NEW, "--staff-pin", "1234", folder=tmp_path / "hill")
    words, file, bare = made["words"], tmp_path / "monday.goodhour", tmp_path / "bare"
    (tmp_path / "m.csv").write_text("name\nDai\n", encoding="utf-8")
    desk.asks("import", tmp_path / "m.csv", folder=tmp_path / "hill")
    assert desk.asks("backup", file, folder=tmp_path / "hill") == {"file": str(file)}
    ids = desk.asks("list", "members", folder=tmp_path / "hill")
    shutil.rmtree(tmp_path / "hill")
    for wrong in (words[:11], [*words, "x"], ["zoo"] * 12, words[::-1], [""], ["é"] * 12):
        assert desk.asks("restore", file, "--sheet", *wrong, folder=bare, code=1)["problem"] == "wrong_words"
    raw = file.read_bytes()
    for broken in (raw[:-1000], raw[:5000], b"", b"no backup", raw[:20_000] + b"?" + raw[20_001:]):
        (tmp_path / "broken").write_bytes(broken)
        asked = "restore", tmp_path / "broken", "--sheet", *words
        assert desk.asks(*asked, folder=bare, code=1)["problem"] == "damaged_backup"
    assert desk.asks("verify", folder=bare, code=1)["problem"] == "no_centre_here"
    assert desk.asks("restore", file, "--sheet", " ".join(words).upper(), folder=bare)["restored"] is True
    assert desk.asks("list", "members", folder=bare) == ids
    assert desk.asks("verify", folder=bare)["verified"] is True


def test_what_was_there_before_a_restore_is_set_aside(desk: Typist, tmp_path: Path) -> None:
    made = desk.asks(*NEW, "--staff-pin", "1234", folder=tmp_path / "hill")
    desk.asks("backup", tmp_path / "b", folder=tmp_path / "hill")
    before = (desk.folder / "goodhour.db").read_bytes()
    restored = desk.asks("restore", tmp_path / "b", "--sheet", *made["words"])
    assert (Path(restored["set_aside"]) / "goodhour.db").read_bytes() == before
    assert desk.rows("members") == []


def test_a_backup_never_lands_on_the_records(desk: Typist, tmp_path: Path) -> None:
    before = contents(desk.folder)
    for file, problem in (
        (desk.folder / "goodhour.db", "bad_input"),
        (desk.folder / "b.goodhour", "bad_input"),
        (tmp_path, "bad_input"),
        (tmp_path / "gone" / "b", "not_found"),
        ("/dev/null", "bad_input"),
    ):
        desk.refused("backup", file, problem=problem)
    assert contents(desk.folder) == before
    assert desk.is_sound()


def test_what_does_not_verify_ends_with_one(desk: Typist) -> None:
    from desktop.bootstrap import open_centre  # noqa: PLC0415  only here
    from desktop.clock import WallClock  # noqa: PLC0415
    from desktop.store.sqlcipher import transaction  # noqa: PLC0415

    parts = open_centre(desk.folder, WallClock())
    with transaction(parts.store.db) as db:
        db.execute("UPDATE tasks SET label = 'Slept' WHERE label = 'Swept up'")
    parts.close()
    answer = desk.asks("verify", code=1)
    assert (answer["verified"], answer["problem"]) == (False, "not_verified")
    assert "tasks" in answer["problems"][0]
    assert "tasks" in desk.plain("verify").out
    desk.asks("rebuild")
    assert desk.is_sound()
