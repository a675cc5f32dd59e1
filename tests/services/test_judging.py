"""What was answered to slips is kept: what, when, with keys how old; through exchanges and every restore."""

from __future__ import annotations

from pathlib import Path

from desktop.services.all import services_of
from desktop.services.slips import Outcome
from desktop.store import keys
from desktop.store.backup import backup
from desktop.store.opening import open_store
from desktop.store.restoring import restore
from tests.services.joined import Joined


def test_each_answer_is_kept_with_the_age_of_the_keys(riverside: Joined, door: Joined) -> None:
    (paper,) = riverside.thanks()
    door.meet()
    met_ms = door.do.network.now().met_ms
    door.clock.move(90)
    for text in (paper.token, "https://example.org"):
        door.do.judging.note(door.do.door.check(text))
    last, first = door.do.judging.latest()
    assert (first.outcome, first.minutes, first.code, first.met_ms) == (Outcome.OK_CHECK, 60, paper.code, met_ms)
    assert first.at_ms - first.met_ms >= 90 * 60_000
    assert (last.outcome, last.code) == (Outcome.NOT_A_SLIP, "")
    door.meet()
    assert door.do.judging.latest() == [last, first]
    door.store.rebuild()
    assert door.do.judging.latest() == [last, first]


def test_a_restore_forgets_no_answer(riverside: Joined, door: Joined, tmp_path: Path) -> None:
    one, other = riverside.thanks(2)
    door.meet()
    door.do.judging.note(door.do.door.check(one.token))
    backup(door.store, tmp_path / "door.goodhour")
    door.clock.move(5)
    door.do.judging.note(door.do.door.check(other.token))
    door.do.judging.note(door.do.door.check("nothing"))
    kept, words = door.do.judging.latest(), " ".join(keys.recovery_words(door.store))
    folder, clock = door.store.folder, door.clock
    door.store.close()

    restored = restore(tmp_path / "door.goodhour", folder, words, clock=clock)
    store = open_store(folder, clock=clock, passphrase=restored.passphrase)
    assert services_of(store).judging.latest() == kept
    assert len(kept) == 3
    store.close()
