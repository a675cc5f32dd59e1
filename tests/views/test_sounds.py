"""Sounds are few, soft, heard once when a screen comes, and never needed."""

from __future__ import annotations

import wave
from array import array
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assets import asset
from assets.recipes import sounds as recipe
from desktop.settings import Settings
from desktop.views import screens
from desktop.views.sounds import SOUNDS, Effect, Sounds
from tests.views.walk.walking import states


class Heard:
    """Stands for a loudspeaker: keeps what it was asked for."""

    def __init__(self) -> None:
        self.what: list[tuple[str, float]] = []

    def make(self, file: Path) -> Effect:
        return _One(self, file.stem)


class _One:
    def __init__(self, heard: Heard, name: str) -> None:
        self._heard, self._name, self._volume = heard, name, 0.0

    def setVolume(self, volume: float) -> None:  # noqa: N802  as Qt calls it
        self._volume = volume

    def play(self) -> None:
        self._heard.what.append((self._name, self._volume))


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_what_its_recipe_makes_soft_and_short(name: str) -> None:
    with wave.open(str(asset("sounds", f"{name}.wav"))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, recipe.RATE)
        kept = array("h", file.readframes(file.getnframes()))
    made = recipe.samples(recipe.recipes()[name])

    assert len(kept) == len(made) <= 1.1 * recipe.RATE
    assert all(abs(one - other) <= 1 for one, other in zip(kept, made, strict=True))  # sines differ by a bit
    assert max(map(abs, kept)) <= recipe.LOUDEST * 32_767
    assert kept[0] == 0
    assert abs(kept[-1]) < 100


def test_every_recipe_is_a_sound_and_every_sound_a_file() -> None:
    files = {file.name.removesuffix(".wav") for file in asset("sounds").iterdir()}
    assert set(recipe.recipes()) == set(SOUNDS) == files


def test_a_sound_is_played_as_loud_as_somebody_likes(qtbot: QtBot) -> None:
    heard = Heard()
    sounds = Sounds(make=heard.make)
    sounds.follow(replace(Settings(), volume_percent=40))
    sounds.play("done")
    sounds.play("")
    sounds.play("done")
    qtbot.waitUntil(lambda: len(heard.what) == 2)
    assert heard.what == [("done", 0.4), ("done", 0.4)]


def test_who_wants_none_hears_none_not_even_one_that_was_coming(qtbot: QtBot) -> None:
    heard = Heard()
    sounds = Sounds(make=heard.make)
    sounds.play("worker")
    sounds.follow(replace(Settings(), has_sounds=False))
    sounds.play("done")
    qtbot.wait(20)
    assert heard.what == []


def test_a_pc_without_a_loudspeaker_is_silent(qtbot: QtBot) -> None:
    asked: list[Path] = []
    sounds = Sounds(make=asked.append)
    sounds.play("no")
    sounds.play("no")
    qtbot.wait(20)
    assert [file.name for file in asked] == ["no.wav"]


def test_every_sound_a_screen_names_in_any_of_its_states_is_there() -> None:
    named = {screens.find(one.screen).sound(None, one.state) for one in states()}  # type: ignore[arg-type]
    assert {"", "done", "worker"} <= named <= {"", *SOUNDS}
