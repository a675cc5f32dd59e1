"""A centre opens in one safe order, and says plainly why when it does not open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import assets
from desktop.clock import StandingClock
from desktop.store.founding import Founding, create
from desktop.store.opening import open_store
from desktop.store.problems import (
    AlreadyOpen,
    NoCentreHere,
    PassphraseNeeded,
    StoreProblem,
    SyncedFolder,
    WrongKey,
)
from tests.store.closed import Closed


def test_a_centre_opens_again_by_its_five_words(closed: Closed, folder: Path, clock: StandingClock) -> None:
    store = open_store(folder, clock=clock, passphrase=closed.passphrase)
    assert store.centre_name == "The Old Mill"
    assert len(store.read.members()) == 40
    assert store.verify().ok
    store.close()


def test_the_five_words_may_come_from_the_environment(
    closed: Closed, folder: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(PassphraseNeeded):
        open_store(folder, clock=clock)
    monkeypatch.setenv("GOODHOUR_PASSPHRASE", closed.passphrase)
    open_store(folder, clock=clock).close()


@pytest.mark.usefixtures("own_keyring")
def test_with_a_keyring_a_centre_opens_by_itself(folder: Path, clock: StandingClock) -> None:
    made = create(folder, Founding("The Old Mill"), clock=clock)
    made.store.close()
    assert made.passphrase == ""
    open_store(folder, clock=clock).close()


def test_a_practice_centre_opens_by_itself_without_a_keyring(folder: Path, clock: StandingClock) -> None:
    create(folder, Founding("Practice", is_practice=True), clock=clock).store.close()
    store = open_store(folder, clock=clock)
    assert store.is_practice
    store.close()


def test_a_pin_opens_nothing(closed: Closed, folder: Path, clock: StandingClock) -> None:
    assert closed.passphrase != "1234"
    with pytest.raises(WrongKey):
        open_store(folder, clock=clock, passphrase="1234")
    open_store(folder, clock=clock, passphrase=closed.passphrase).close()  # and the folder was let go


def test_one_app_at_a_time(folder: Path, clock: StandingClock) -> None:
    new = create(folder, Founding("The Old Mill"), clock=clock)
    with pytest.raises(AlreadyOpen):
        open_store(folder, clock=clock, passphrase=new.passphrase)
    with pytest.raises(AlreadyOpen):
        create(folder, Founding("Another"), clock=clock)
    new.store.close()
    open_store(folder, clock=clock, passphrase=new.passphrase).close()


def test_an_empty_or_absent_folder_has_no_centre_and_stays_as_it_is(tmp_path: Path, clock: StandingClock) -> None:
    for empty in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NoCentreHere):
            open_store(empty, clock=clock)
    assert list(tmp_path.iterdir()) == []


def test_an_unsafe_folder_is_refused_before_anything_is_made(tmp_path: Path, clock: StandingClock) -> None:
    with pytest.raises(SyncedFolder):
        create(tmp_path / "Dropbox" / "centre", Founding("The Old Mill"), clock=clock)
    with pytest.raises(SyncedFolder):
        open_store(tmp_path / "Dropbox" / "centre", clock=clock)
    assert list(tmp_path.iterdir()) == []


def test_every_problem_says_what_to_do_in_words_and_picture() -> None:
    words = assets.asset_table("words", "en.toml")["problem"]
    for problem in _all_below(StoreProblem):
        assert str(problem())
        assert problem.easy_words.removeprefix("problem.") in words
        assert assets.has_picture(problem.picture)
    codes = [problem.code for problem in _all_below(StoreProblem)]
    assert len(set(codes)) == len(codes)


def _all_below(problem: type[StoreProblem]) -> Iterator[type[StoreProblem]]:
    for below in problem.__subclasses__():
        yield below
        yield from _all_below(below)
