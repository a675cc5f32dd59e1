"""Words on paper are never cut, never too small, and never boxes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QApplication

import assets
from desktop.views.printing.lettering import LEAST_PT, Room, set_words, shortened
from desktop.views.printing.letters import drawable, size_units
from desktop.views.texts import Texts
from desktop.views.theme import FAMILY

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = st.text(st.characters(codec="utf-8"), max_size=80)
ROOMS = st.builds(Room, st.floats(20, 180), st.sampled_from([(14,), (20, 16, 14)]), st.integers(1, 3), st.booleans())


@given(text=NAMES, room=ROOMS)
def test_every_line_fits_its_room_and_every_letter_has_a_shape(qapp: QApplication, text: str, room: Room) -> None:
    assert qapp is not None
    words = set_words(text, room)
    assert words.size_pt >= LEAST_PT
    assert words.width_mm <= room.width_mm + 1e-6
    raw = QRawFont.fromFont(QFont(words.family))
    assert all(raw.supportsCharacter(ord(letter)) for line in words.lines for letter in line if not letter.isspace())


@given(text=st.text("abcdefg XYZ", max_size=120), room=ROOMS)
def test_no_letter_is_lost_when_words_are_broken(qapp: QApplication, text: str, room: Room) -> None:
    assert qapp is not None
    told = "".join(set_words(text, room).lines).replace("-", "").replace(" ", "")
    assert told == text.replace(" ", "")


@pytest.mark.parametrize("name", ["Siân", "Łukasz", "Zoë", "Þóra", "Ŵyn", "O’Brien", "Jean–Luc", "Çağla"])
def test_names_of_these_islands_and_their_neighbours_are_in_our_own_typeface(name: str) -> None:
    assert drawable(name) == (name, FAMILY)


def test_a_name_in_another_script_is_drawn_whole_in_one_font_or_left_out() -> None:
    for name in ("Nguyễn Thị Ánh", "Зоя", "محمد علي", "ਗੁਰਪ੍ਰੀਤ", "李小龙"):
        told, family = drawable(name)
        raw = QRawFont.fromFont(QFont(family))
        assert all(raw.supportsCharacter(ord(letter)) for letter in told if not letter.isspace())
        assert told in (name, "") or family == FAMILY


def test_a_mark_goes_before_a_letter_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.views.printing.letters._families", lambda: iter([FAMILY]))
    assert drawable("Nguyễn \U0001f600") == ("Nguyên", FAMILY)


def test_marks_of_direction_and_line_ends_draw_nothing() -> None:
    assert drawable("An\u200f\u202en\x07")[0] == "Ann"


def test_fourteen_points_are_fourteen_points() -> None:
    assert size_units(14) * 0.1 >= 14 / 72 * 25.4


def test_shortened_words_end_in_an_ellipsis_and_still_fit() -> None:
    words = set_words("For " + "long " * 30, Room(50))
    short = shortened(words, 2, 50)
    assert len(short.lines) == 2
    assert short.lines[-1].endswith("…")
    assert short.width_mm <= 50
    assert shortened(short, 2, 50) == short


def test_our_own_words_on_paper_need_no_other_font(texts: Texts) -> None:
    raw = [QRawFont(), QRawFont()]
    for font, face in zip(raw, assets.fonts(), strict=True):
        font.loadFromData(face, 40, QFont.HintingPreference.PreferNoHinting)
    ours = "".join(words for key, words in texts.all().items() if key.startswith("paper."))
    assert {
        letter for letter in ours if not letter.isspace() and not all(f.supportsCharacter(ord(letter)) for f in raw)
    } == set()


def test_a_name_with_a_hyphen_breaks_at_it_with_that_hyphen_alone() -> None:
    lines = set_words("Christopher-Bartholomew", Room(33, bold=True)).lines
    assert len(lines) > 1
    assert "".join(lines).replace("-", "") == "ChristopherBartholomew"
    assert not any(line.startswith("-") or line.endswith("--") for line in lines)
