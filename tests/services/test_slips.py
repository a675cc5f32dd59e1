"""Slips at the door: every outcome, every form a scanner gives them, and one redemption for ever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.problems import BadInput, NotAllowed, NotAStep, NotEnough, NotFound
from desktop.services.papers import SlipPaper
from desktop.services.slips import Outcome
from ledger.domain.facts import SlipPrinted
from ledger.domain.slips import Slip
from ledger.wire.code import code_of
from ledger.wire.keys import public_key
from ledger.wire.token import encode_slip, is_signed_by, read_token
from tests.services.at_work import AtWork


def printed(centre: AtWork, name: str = "Ann", minutes: int = 60) -> SlipPaper:
    """One slip of a member who has earned it."""
    centre.earn(name, minutes)
    return centre.do.slips.print_for_member(centre.member(name), 1, minutes)[0]


def test_a_member_prints_from_their_credits_and_anyone_can_verify(centre: AtWork) -> None:
    centre.earn("Ann", 180)
    papers = centre.do.slips.print_for_member(centre.member("Ann"), 2, 60)

    ((_, public),) = centre.do.centre.keys()
    for paper in papers:
        token = read_token(paper.token)
        assert is_signed_by(token, public)
        assert (token.slip.minutes, code_of(token.slip.number), token.slip.flags) == (60, paper.code, 0)
    assert len({paper.code for paper in papers}) == 2
    assert centre.has("Ann") == 60
    assert centre.is_sound()


def test_the_same_draft_gives_the_same_slips(centre: AtWork) -> None:
    centre.earn("Ann", 180)
    draft = centre.draft()
    first, again = (centre.do.slips.print_for_member(centre.member("Ann"), 2, 60, draft_id=draft) for _ in range(2))
    assert first == again
    assert len(centre.do.slips.out()) == 2


def test_a_number_that_is_taken_is_never_given_again(centre: AtWork) -> None:
    paper = printed(centre)
    number = read_token(paper.token).slip.number
    drawn = iter([number, number, 7])
    press = centre.do.slips._press
    press._chance = lambda size: next(drawn).to_bytes(size, "big")
    assert read_token(centre.do.slips.print_thanks(1, 60)[0].token).slip.number == 7


def test_thank_you_slips_make_minutes_and_are_handed_out(centre: AtWork) -> None:
    papers = centre.do.slips.print_thanks(8, 60)
    centre.do.slips.hand_out(papers[0].code, centre.member("Bob"))

    assert [slip.is_handed_out for slip in centre.do.slips.out()].count(True) == 1
    assert centre.do.slips.redeem_to_member(papers[0].token, centre.member("Bob"), centre.draft()).verdict.is_good
    assert centre.has("Bob") == 60
    assert centre.is_sound()


@pytest.mark.parametrize(("count", "minutes"), [(0, 60), (-1, 60), (401, 60), (1, 0), (1, -60), (1, 90), (1, 10**9)])
def test_odd_counts_and_amounts_are_refused(centre: AtWork, count: int, minutes: int) -> None:
    centre.earn("Ann", 600)
    with pytest.raises((BadInput, NotAStep)):
        centre.do.slips.print_for_member(centre.member("Ann"), count, minutes)
    with pytest.raises((BadInput, NotAStep)):
        centre.do.slips.print_thanks(count, minutes)
    assert centre.do.slips.out() == []


def test_more_slips_than_credits_prints_none(centre: AtWork) -> None:
    centre.earn("Ann", 90)
    with pytest.raises(NotEnough):
        centre.do.slips.print_for_member(centre.member("Ann"), 2, 60)
    assert (centre.has("Ann"), centre.do.slips.out()) == (90, [])


def test_redeemed_once_then_already_then_used(centre: AtWork) -> None:
    paper, bob = printed(centre), centre.member("Bob")
    first = centre.do.slips.redeem_to_member(paper.token, bob, centre.draft())
    again = centre.do.slips.redeem_to_member(paper.token, bob, centre.draft())
    centre.clock.move(10)
    later = centre.do.slips.redeem_to_member(paper.token, centre.member("Cath"), centre.draft())

    assert [one.verdict.outcome for one in (first, again, later)] == ["ok", "already", "used"]
    assert again.changes is None
    assert later.verdict.when_ms == centre.clock.at_ms - 10 * 60_000
    assert (centre.has("Bob"), centre.has("Cath")) == (60, 0)
    assert centre.is_sound()


def test_within_one_visit_it_is_already_in_however_long_it_takes(centre: AtWork) -> None:
    paper, bob = printed(centre), centre.sign_in("Bob")
    centre.do.slips.redeem_to_member(paper.token, bob.member, centre.draft(), sitting=bob)
    centre.clock.move(55)
    assert centre.do.slips.check(paper.token, bob).outcome == Outcome.ALREADY
    assert centre.do.slips.check(paper.token, centre.sign_in("Bob")).outcome == Outcome.USED


def test_a_double_tap_on_into_my_credits_is_one_and_says_ok_twice(centre: AtWork) -> None:
    paper, draft, bob = printed(centre), centre.draft(), centre.member("Bob")
    first, again = (centre.do.slips.redeem_to_member(paper.token, bob, draft) for _ in range(2))
    assert first.verdict == again.verdict
    assert again.changes is not None
    assert again.changes.is_repeat
    assert centre.has("Bob") == 60


@pytest.mark.parametrize(
    "typed",
    [
        str.lower,
        lambda token: f"  {token}\r\n",
        lambda token: " ".join(token[i : i + 6] for i in range(0, len(token), 6)),
        lambda token: token.swapcase() + "\t",
        lambda token: token.replace("0", "o").replace("1", "l"),
    ],
)
def test_scanners_may_type_as_they_like(centre: AtWork, typed: object) -> None:
    paper = printed(centre)
    assert callable(typed)
    assert centre.do.slips.check(typed(paper.token)).outcome == Outcome.OK
    assert centre.do.slips.check(typed(paper.code)).outcome == Outcome.OK


def test_the_typed_code_is_answered_where_the_issue_is_held(centre: AtWork, other_centre: AtWork) -> None:
    paper = printed(centre)
    assert centre.do.slips.redeem_to_member(paper.code.lower(), centre.member("Bob"), "a").verdict.is_good
    assert other_centre.do.slips.check(paper.code).outcome == Outcome.FOREIGN
    assert other_centre.do.slips.check(paper.token).outcome == Outcome.FOREIGN


@given(text=st.text(max_size=400) | st.text("TC1ABCDEFGHJKMNPQRSTVWXYZ023456789- ", max_size=200))
def test_nothing_scanned_ever_raises(open_centre: AtWork, text: str) -> None:
    assert open_centre.do.slips.check(text).outcome in {Outcome.NOT_A_SLIP, Outcome.FOREIGN}


@pytest.mark.parametrize(
    "text", ["", "https://example.org/TC1", "TC1", "TC1" + "0" * 141, "hello", "01234-56789-ABC", "\0", "9" * 5000]
)
def test_what_is_no_slip_says_so(centre: AtWork, text: str) -> None:
    verdict = centre.do.slips.check(text)
    assert (verdict.outcome, verdict.slip, verdict.minutes) == (Outcome.NOT_A_SLIP, None, 0)
    assert centre.do.slips.redeem_to_member(text, centre.member("Ann"), centre.draft()).changes is None


def test_half_a_token_and_a_code_with_one_wrong_letter_are_no_slips(centre: AtWork) -> None:
    paper = printed(centre)
    for cut in (1, 3, 40, len(paper.token) - 1):
        assert centre.do.slips.check(paper.token[:cut]).outcome == Outcome.NOT_A_SLIP
    for place, letter in enumerate(paper.code):
        if letter != "-":
            wrong = paper.code[:place] + ("7" if letter != "7" else "8") + paper.code[place + 1 :]
            assert centre.do.slips.check(wrong).outcome == Outcome.NOT_A_SLIP


def test_no_flipped_bit_is_ever_good(open_centre: AtWork) -> None:
    (paper,) = open_centre.do.slips.print_thanks(1, 60)
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    for place in range(3, len(paper.token)):
        for bit in (1, 2, 4, 8, 16):
            letter = letters[letters.index(paper.token[place]) ^ bit]
            verdict = open_centre.do.slips.check(paper.token[:place] + letter + paper.token[place + 1 :])
            assert verdict.outcome in {Outcome.NOT_A_SLIP, Outcome.FOREIGN}


def test_void_gives_the_minutes_back_and_stays_void(centre: AtWork) -> None:
    paper = printed(centre)
    with pytest.raises(BadInput):
        centre.do.slips.void(paper.code, "")
    centre.do.slips.void(paper.code, "Washed in the machine", by=centre.worker("Jo"))

    assert centre.has("Ann") == 60
    verdict = centre.do.slips.redeem_to_member(paper.token, centre.member("Bob"), centre.draft()).verdict
    assert (verdict.outcome, verdict.when_ms) == (Outcome.VOID, centre.clock.at_ms)
    with pytest.raises(NotAllowed, match="void already"):
        centre.do.slips.void(paper.token, "Again", has_paper=True)
    assert centre.is_sound()


def test_a_voided_thank_you_slip_ceases(centre: AtWork) -> None:
    (paper,) = centre.do.slips.print_thanks(1, 120)
    centre.do.slips.void(paper.token, "Printed askew", has_paper=True)
    assert sum(centre.has(name) for name in ("Ann", "Bob", "Cath")) == 0
    assert centre.is_sound()


def test_what_is_used_or_unknown_cannot_be_void_or_printed_again(centre: AtWork) -> None:
    paper = printed(centre)
    again = centre.do.slips.reprint(paper.code)
    assert (again.token, again.is_reprint, centre.do.slips.out()[0].reprints) == (paper.token, True, 1)

    centre.do.slips.redeem_to_member(paper.token, centre.member("Bob"), centre.draft())
    for call in (lambda: centre.do.slips.void(paper.code, "Lost"), lambda: centre.do.slips.reprint(paper.code)):
        with pytest.raises(NotAllowed, match="handed in already"):
            call()
    with pytest.raises(NotFound, match="Check each letter"):
        centre.do.slips.void(code_of(1), "Lost")


def test_over_means_after_its_last_day(centre: AtWork) -> None:
    issuer, _ = centre.do.centre.own_key()
    with centre.store.writing("expiring") as facts:
        facts.add(SlipPrinted(issuer, 99, 60, None, issued_day=2500, expires_day=2519))
    slip = Slip(99, 60, 2500, expires_day=2519)
    token = encode_slip(slip, centre.store.secret("issuer_seed"))

    assert centre.do.slips.check(token).outcome == Outcome.OK  # day 2519 is today
    centre.clock.move(24 * 60)
    assert centre.do.slips.redeem_to_member(token, centre.member("Ann"), centre.draft()).verdict.outcome == "over"
    assert centre.has("Ann") == 0


def test_a_practice_slip_works_in_practice_and_is_foreign_elsewhere(practice: AtWork, centre: AtWork) -> None:
    paper = printed(practice)
    assert paper.is_practice
    assert read_token(paper.token).slip.is_practice
    assert practice.do.centre.keys() == []
    assert practice.do.slips.redeem_to_member(paper.token, practice.member("Bob"), "a").verdict.is_good
    assert centre.do.slips.check(paper.token).outcome == Outcome.FOREIGN


def test_a_practice_flag_under_a_real_key_is_no_slip(centre: AtWork) -> None:
    seed = centre.store.secret("issuer_seed")
    forged = encode_slip(Slip(5, 60, 2519, flags=1), seed)
    assert is_signed_by(read_token(forged), public_key(seed))
    assert centre.do.slips.check(forged).outcome == Outcome.NOT_A_SLIP


def test_signed_here_but_lost_with_old_records_is_good_and_to_be_looked_at(centre: AtWork) -> None:
    token = encode_slip(Slip(12345, 60, 2519), centre.store.secret("issuer_seed"))
    redeemed = centre.do.slips.redeem_to_member(token, centre.member("Ann"), centre.draft())

    assert (redeemed.verdict.outcome, centre.has("Ann")) == (Outcome.OK_CHECK, 60)
    assert centre.do.slips.check(token).outcome == Outcome.ALREADY
    assert centre.is_sound()
