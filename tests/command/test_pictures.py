"""Packs of pictures by command: all of one or nothing, with its licence kept."""

from pathlib import Path

from tests.command.typed import Typist
from tests.services.a_pack import png, zipped

LICENCE = ("--licence", "CC BY-SA 4.0", "--attribution", "Drawn by Steve Lee")


def test_a_pack_comes_in_is_taken_out_and_put_back(desk: Typist, tmp_path: Path) -> None:
    files = {"kettle.png": png("blue"), "cup.png": png("red"), "read me.txt": b"Thank you"}
    path = zipped(tmp_path / "symbols.zip", files)
    told = desk.asks("import-pictures", path, *LICENCE, "--may-use")
    assert told["pictures"] == 2
    assert told["left_out"] == [{"file": "read me.txt", "why": "is no picture"}]

    (pack,) = desk.asks("picture-packs")["packs"]
    assert (pack["id"], pack["name"], pack["licence"]) == (told["pack"], "symbols", "CC BY-SA 4.0")
    assert not desk.asks("picture-packs", "--take-out", pack["id"])["packs"][0]["is_kept"]
    assert desk.asks("picture-packs", "--put-back", pack["id"])["packs"][0]["is_kept"]


def test_without_the_right_or_with_a_trick_nothing_comes_in(desk: Typist, tmp_path: Path) -> None:
    good = zipped(tmp_path / "good.zip", {"kettle.png": png("blue")})
    bad = zipped(tmp_path / "bad.zip", {"../kettle.png": png("blue")})
    desk.refused("import-pictures", good, *LICENCE, problem="bad_input", says="may use these pictures")
    desk.refused("import-pictures", bad, *LICENCE, "--may-use", problem="bad_pack", says="somewhere else")
    desk.refused("picture-packs", "--take-out", "nobody", problem="bad_input")
    assert desk.asks("picture-packs")["packs"] == []
