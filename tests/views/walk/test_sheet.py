"""The sheets show every state asked for, each by its name; without words no letter is left."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.views.theme import THEMES
from tests.views.walk.sheet import main
from tests.views.walk.walking import states_of


def test_every_state_of_a_screen_lies_on_the_sheets(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    assert main(["--out", str(tmp_path), "--screen", "home", "--single"]) == 0
    sheets = sorted(tmp_path.glob("*-01.png"))
    assert [file.name for file in sheets] == [f"{theme}-01.png" for theme in sorted(THEMES)]
    singles = [file for file in tmp_path.glob("calm-light home*.png") if QImage(str(file)).width() == 1366]
    assert len(singles) == len(states_of("home"))


def test_without_words_the_pictures_stay_and_the_letters_go(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    asked = ["--screen", "home", "--theme", "calm-light", "--single"]
    main(["--out", str(tmp_path / "with"), *asked])
    main(["--out", str(tmp_path / "without"), *asked, "--no-words"])
    read, unread = (QImage(str(tmp_path / way / "calm-light home-usual.png")) for way in ("with", "without"))
    grey = [(x, y) for x in range(0, 1366, 2) for y in range(0, 768, 2) if unread.pixelColor(x, y).name() == "#8a8a8a"]
    assert len(grey) > 500
    same = [spot for spot in grey if read.pixelColor(*spot) == unread.pixelColor(*spot)]
    assert len(same) < len(grey) / 50  # edges of letters come in every grey


def test_a_screen_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--out", str(tmp_path), "--screen", "nowhere"])
    assert ended.value.code == 2
    assert "nowhere" in capsys.readouterr().err
