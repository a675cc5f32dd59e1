"""Keys of slips: a new one beside the old, one that is stopped, and the PC that was stolen, at home and elsewhere."""

from __future__ import annotations

import pytest

from desktop.problems import BadInput, NotAllowed, NotFound
from desktop.services.papers import SlipPaper
from desktop.services.slips import Outcome
from ledger.domain.slips import Slip
from ledger.server import revoking
from ledger.server.finding import text_of
from ledger.wire.keys import issuer_of
from ledger.wire.token import encode_slip, read_token
from tests.services.at_work import AtWork
from tests.services.joined import Joined


def outcome(centre: Joined | AtWork, paper: SlipPaper) -> Outcome:
    return centre.do.slips.check(paper.token).outcome


def take(centre: Joined | AtWork, paper: SlipPaper) -> Outcome:
    done = centre.do.slips.redeem_to_member(paper.token, centre.member("Bob"), centre.draft())
    return done.verdict.outcome


def stolen(pc: Joined, others: tuple[Joined, ...]) -> tuple[int, int]:
    """The coordinator revokes a PC, and the others meet the network: how many keys, and slips still good."""
    town = pc.town
    told = revoking.revoke_device(town.engine, text_of(pc.store.device), now_ms=town.clock.now_ms())
    for other in others:
        other.meet()
    return told.keys, told.good_slips


def test_what_an_old_key_signed_stays_good_and_prints_again_the_same(centre: AtWork) -> None:
    before = centre.do.slips.print_thanks(1, 60)[0]
    old = centre.do.signing_keys.seen().ours[0]
    centre.clock.move(1)

    new = centre.do.signing_keys.rotate()
    after = centre.do.slips.print_thanks(1, 60)[0]

    assert read_token(after.token).is_signed_by(new.public_key)
    assert not read_token(after.token).is_signed_by(old.public_key)
    again = centre.do.slips.reprint(before.code)
    assert (again.token, again.is_reprint) == (before.token, True)
    assert [key.is_in_use for key in centre.do.signing_keys.seen().ours] == [False, True]
    assert [key.out for key in centre.do.signing_keys.seen().ours] == [1, 1]
    assert take(centre, before) == Outcome.OK
    assert take(centre, after) == Outcome.OK
    assert centre.is_sound()


def test_a_key_is_called_by_its_first_letters(centre: AtWork) -> None:
    (key,) = centre.do.signing_keys.seen().ours
    assert key.id == issuer_of(key.public_key)[:4].hex()
    assert centre.do.signing_keys.named(key.issuer.hex()[:9].upper()) == key
    for text in ("", key.id[:5], "zzzzzz"):
        with pytest.raises(NotFound):
            centre.do.signing_keys.named(text)


def test_a_stopped_key_keeps_what_is_out_and_nothing_else(centre: AtWork) -> None:
    papers = centre.do.slips.print_thanks(3, 60)
    (old,) = centre.do.signing_keys.seen().ours
    centre.clock.move(1)

    stopped = centre.do.signing_keys.stop(old.issuer)
    unknown = _signed_by_a_thief(centre, old.issuer)

    assert (stopped.is_stopped, stopped.is_in_use, stopped.good) == (True, False, 3)
    assert centre.do.signing_keys.seen().ours[-1].is_in_use, "this PC signs on with a new key"
    assert [outcome(centre, paper) for paper in papers] == [Outcome.OK] * 3
    assert centre.do.slips.check(papers[0].code).outcome == Outcome.OK
    assert centre.do.slips.check(unknown).outcome == Outcome.ASK_WORKER
    assert take(centre, papers[0]) == Outcome.OK
    with pytest.raises(NotAllowed, match="stopped already"):
        centre.do.signing_keys.stop(old.issuer)
    assert centre.is_sound()


def test_a_key_of_nobody_here_is_not_stopped(centre: AtWork, other_centre: AtWork) -> None:
    (theirs,) = other_centre.do.signing_keys.seen().ours
    with pytest.raises(NotFound):
        centre.do.signing_keys.stop(theirs.issuer)


def test_more_than_two_hundred_slips_are_all_named_good(centre: AtWork) -> None:
    papers = centre.do.slips.print_thanks(205, 60)
    (old,) = centre.do.signing_keys.seen().ours
    assert centre.do.signing_keys.stop(old.issuer).good == 205
    assert {outcome(centre, paper) for paper in papers} == {Outcome.OK}


def test_each_pc_signs_with_a_key_of_its_own(riverside: Joined, kitchen: Joined) -> None:
    riverside.meet()
    ours = {key.issuer for key in riverside.do.signing_keys.seen().ours}
    assert ours == {key.issuer for key in kitchen.do.signing_keys.seen().ours}
    assert len(ours) == 2
    for pc in (riverside, kitchen):
        (used,) = (key for key in pc.do.signing_keys.seen().ours if key.is_in_use)
        assert read_token(pc.thanks()[0].token).is_signed_by(used.public_key)
        assert [key.is_here for key in pc.do.signing_keys.seen().ours].count(True) == 1


def test_another_pcs_slip_is_not_printed_again_as_a_slip_nobody_paid_for(riverside: Joined, kitchen: Joined) -> None:
    """Signed with this PC's key, the same number would be a second slip."""
    paper = kitchen.thanks()[0]
    kitchen.meet()
    riverside.meet()
    with pytest.raises(NotAllowed, match="Another PC"):
        riverside.do.slips.reprint(paper.code)
    (slip,) = riverside.do.slip_register.out()
    assert (slip.can_reprint, slip.reprints) == (False, 0)
    assert kitchen.do.slips.reprint(paper.code).token == paper.token


def test_a_rotated_key_is_known_everywhere_once_all_have_met(riverside: Joined, hillside: Joined) -> None:
    before = riverside.thanks()[0]
    riverside.do.signing_keys.rotate()
    after = riverside.thanks()[0]
    assert outcome(hillside, after) == Outcome.FOREIGN, "nobody has told them of the key"
    riverside.meet()
    hillside.meet()
    assert [outcome(hillside, paper) for paper in (before, after)] == [Outcome.OK_CHECK] * 2


def test_a_stolen_pc_at_home_next_door_and_at_the_pool(
    riverside: Joined, kitchen: Joined, hillside: Joined, door: Joined
) -> None:
    """What had reached the ledger is still good; what the thief prints, a worker is asked about; nobody else loses."""
    sent, used = kitchen.thanks(2)
    kitchen.meet()
    riverside.meet()
    take(riverside, used)
    riverside.meet()
    hidden = kitchen.thanks()[0]  # printed, and never sent: the thief's, or somebody's who was unlucky
    own = riverside.thanks()[0]
    riverside.meet()

    assert stolen(kitchen, (riverside, hillside, door)) == (1, 1)

    assert outcome(riverside, sent) == Outcome.OK
    assert outcome(hillside, sent) == Outcome.OK_CHECK
    assert door.do.door.check(sent.token).outcome == Outcome.OK_CHECK
    for pc in (riverside, hillside):
        assert outcome(pc, hidden) == Outcome.ASK_WORKER
        assert take(pc, hidden) == Outcome.ASK_WORKER
    assert door.do.door.check(hidden.token).outcome == Outcome.ASK_WORKER
    assert outcome(riverside, own) == Outcome.OK


def test_a_good_slip_of_a_stolen_pc_is_settled_like_any_other(
    riverside: Joined, kitchen: Joined, hillside: Joined
) -> None:
    paper = kitchen.thanks()[0]
    kitchen.meet()
    riverside.meet()
    stolen(kitchen, (riverside, hillside))

    assert [key.is_stopped for key in riverside.do.signing_keys.seen().ours].count(True) == 1
    seen = hillside.do.signing_keys.seen()
    assert (seen.others, seen.stopped, seen.age_days) == (2, 1, 0)
    assert take(hillside, paper) == Outcome.OK_CHECK
    hillside.meet()
    riverside.meet()

    assert outcome(riverside, paper) == Outcome.USED
    assert hillside.do.attention.all() == []
    assert riverside.is_sound()
    assert hillside.is_sound()


def test_a_sibling_hears_that_a_key_is_stopped_before_the_network_does(riverside: Joined, kitchen: Joined) -> None:
    sent = kitchen.thanks()[0]
    kitchen.meet()
    riverside.meet()
    hidden = kitchen.thanks()[0]
    theirs = next(key for key in riverside.do.signing_keys.seen().ours if not key.is_here)

    riverside.do.signing_keys.stop(theirs.issuer)

    assert [outcome(riverside, paper) for paper in (sent, hidden)] == [Outcome.OK, Outcome.ASK_WORKER]
    riverside.meet()
    kitchen.meet()
    assert kitchen.do.signing_keys.named(theirs.id).is_stopped
    assert riverside.is_sound()


def test_the_list_of_keys_grows_old(riverside: Joined) -> None:
    assert riverside.do.signing_keys.seen().age_days == 0
    riverside.clock.move(9 * 24 * 60)
    assert riverside.do.signing_keys.seen().age_days == 9


def test_a_centre_alone_has_no_list_to_grow_old(centre: AtWork) -> None:
    seen = centre.do.signing_keys.seen()
    assert (seen.is_joined, seen.age_days, seen.others) == (False, -1, 0)


def test_a_door_has_no_key_to_change(door: Joined) -> None:
    assert door.do.signing_keys.seen().ours == ()
    with pytest.raises(NotFound):
        door.do.signing_keys.rotate()


def test_two_keys_that_begin_alike_are_asked_apart(centre: AtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = centre.do.signing_keys
    (key,) = keys.seen().ours
    twin = key._replace(issuer=key.issuer[:-1] + bytes([key.issuer[-1] ^ 1]))
    monkeypatch.setattr(keys, "_ours", lambda: [key, twin])
    with pytest.raises(BadInput, match="Several"):
        keys.named(key.id)


def _signed_by_a_thief(centre: AtWork, issuer: bytes) -> str:
    """A slip that was never recorded here, rightly signed with the centre's own old key."""
    seed = centre.store.issuer_seed(issuer)
    assert seed is not None
    return encode_slip(Slip(123_456_789, 60, centre.store.today()), seed)
