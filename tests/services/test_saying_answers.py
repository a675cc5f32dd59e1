"""What workers tell members who said how it was: with the tick, gone with it, and one word where two PCs gave two."""

import pytest

from desktop.problems import BadInput, NotFound
from desktop.services.said_seen import AnswerSeen
from desktop.services.seen import Pic
from desktop.store.projections_subjects import refresh_texts
from desktop.store.sqlcipher import transaction
from ledger.domain.names import FactId
from ledger.domain.network import ItemDone
from ledger.domain.saying import HowItWas, SaidAnswered
from ledger.domain.week import Choice, Chosen
from ledger.domain.weeks import Occurrence
from tests.services.at_work import AtWork
from tests.services.week_at_work import WEEK, Week


@pytest.fixture
def week(centre: AtWork) -> Week:
    """Yoga was yesterday, and Ann was there."""
    made = Week(centre)
    made.session("Yoga", day=0, hour=10)
    with made.store.writing(made.work.draft()) as facts:
        facts.add(Chosen(made.work.member("Ann"), made.ids["Yoga"], WEEK, Choice.GOING))
    return made


def say(week: Week, how: HowItWas = HowItWas.BAD) -> FactId:
    at = Occurrence(week.ids["Yoga"], WEEK)
    return week.do.saying.say(week.work.sign_in("Ann"), week.work.draft(), at, how).changes.first


def answer(week: Week) -> AnswerSeen | None:
    (one,) = week.do.saying.lately(week.work.sign_in("Ann"))
    return one.answer


def listed(week: Week) -> list[FactId | None]:
    return [one.about for one in week.do.attention.all() if one.what.startswith("said_")]


def test_the_member_sees_that_it_was_read(week: Week) -> None:
    said = say(week)
    assert answer(week) is None
    done = week.do.attention.done(said)
    assert answer(week) == AnswerSeen()
    week.do.attention.again(done)
    assert answer(week) is None


def test_what_is_told_ticks_it_off_and_reaches_the_member(week: Week) -> None:
    said = say(week)
    week.do.saying.tell(said, "  We start  later now. ", "om:1F570", by=week.work.worker("Jo"))
    assert listed(week) == []
    assert answer(week) == AnswerSeen("We start later now.", Pic("om:1F570"))
    assert week.work.is_sound()


def test_put_back_it_is_told_no_more_and_the_next_words_hold(week: Week) -> None:
    said = say(week)
    done = week.do.saying.tell(said, "Wrong words")
    week.do.attention.again(done)
    assert (listed(week), answer(week)) == ([said], None)
    week.do.attention.done(said)
    assert answer(week) == AnswerSeen()  # and not the words that were taken back


def test_another_face_is_not_answered_yet(week: Week) -> None:
    week.do.saying.tell(say(week), "We start later now.")
    say(week, HowItWas.GOOD)
    assert answer(week) is None


def test_words_hold_over_a_mere_tick_and_the_later_words_over_the_first(week: Week) -> None:
    said = say(week)
    for words in ("First", "Second", ""):  # as if three PCs had not heard of one another
        with week.store.writing(week.work.draft()) as facts:
            done = facts.add(ItemDone(said))
            if words:
                facts.add(SaidAnswered(done, facts.seal(words.encode())))
        week.work.clock.move(1)
    assert answer(week) == AnswerSeen("Second")
    before = week.store.db.execute("SELECT * FROM said_answers").fetchall()
    week.store.rebuild()
    assert week.store.db.execute("SELECT * FROM said_answers").fetchall() == before
    assert answer(week) == AnswerSeen("Second")


def test_words_that_come_after_their_fact_are_shown_then(week: Week) -> None:
    said = say(week)
    week.do.saying.tell(said, "We start later now.")
    (digest,) = week.store.db.execute("SELECT answer_digest FROM said_answers").fetchone()
    with transaction(week.store.db) as db:
        db.execute("DELETE FROM blobs WHERE digest = ?", [digest])
    week.store.rebuild()
    assert answer(week) == AnswerSeen()
    with transaction(week.store.db) as db:
        refresh_texts(db, digest, "We start later now.")
    assert answer(week) == AnswerSeen("We start later now.")


def test_nothing_is_told_about_nothing(week: Week) -> None:
    said = say(week)
    with pytest.raises(BadInput):
        week.do.saying.tell(said, " ")
    with pytest.raises(BadInput):
        week.do.saying.tell(said, "x" * 61)
    with pytest.raises(NotFound):
        week.do.saying.tell(week.ids["Yoga"], "Words")
    with pytest.raises(NotFound), week.store.writing(week.work.draft()) as facts:
        facts.add(SaidAnswered(said))
    week.do.attention.done(said)
    with pytest.raises(NotFound):
        week.do.saying.tell(said, "Too late")
