"""The register of slips: what is out, how old, what it comes to; a sheet that is lost is made void at once."""

from __future__ import annotations

import csv

import pytest

from desktop.problems import BadInput, NotAllowed, NotEnough, NotFound
from desktop.services.slip_register import Heap
from desktop.services.slips import Outcome
from desktop.store.allowed import NoPurse
from tests.services.at_work import AtWork
from tests.services.joined import Joined


def test_slips_out_by_value_and_by_age(centre: AtWork) -> None:
    centre.do.slips.print_thanks(2, 60)
    centre.clock.move(10 * 24 * 60)
    centre.do.slips.print_thanks(1, 120)
    centre.clock.move(400 * 24 * 60)
    centre.do.slips.print_thanks(3, 60)

    seen = centre.do.slip_register.seen()

    assert seen.by_value == (Heap(60, 5, 300), Heap(120, 1, 120))
    assert seen.by_age == (Heap(7, 3, 180), Heap(0, 3, 240))
    assert seen.minutes == 420
    assert [slip.days for slip in seen.slips] == [0, 0, 0, 400, 410, 410]


def test_twenty_slips_are_three_sheets(centre: AtWork) -> None:
    papers = centre.do.slips.print_thanks(20, 60)

    sheets = centre.do.slip_register.sheets()

    assert sorted(len(sheet.slips) for sheet in sheets) == [4, 8, 8]
    printed = [slip.code for sheet in sorted(sheets, key=lambda sheet: sheet.id) for slip in sheet.slips]
    assert printed == [paper.code for paper in papers]
    assert centre.is_sound()


def test_one_slip_alone_is_no_sheet_and_two_prints_are_two(centre: AtWork) -> None:
    centre.do.slips.print_thanks(1, 60)
    centre.do.slips.print_thanks(2, 60)
    centre.do.slips.print_thanks(2, 60)
    assert [len(sheet.slips) for sheet in centre.do.slip_register.sheets()] == [2, 2]
    assert [slip.sheet is None for slip in centre.do.slip_register.out()].count(True) == 1


def test_a_lost_sheet_is_made_void_at_once_and_the_rest_stays(centre: AtWork) -> None:
    centre.earn("Ann", 600)
    papers = centre.do.slips.print_for_member(centre.member("Ann"), 10, 60)
    centre.do.slips.redeem_to_member(papers[3].token, centre.member("Bob"), centre.draft())
    sheet = centre.do.slip_register.sheet_of(papers[0].code.lower())
    assert len(sheet.slips) == 7
    assert centre.do.slip_register.sheet_of(sheet.id.text) == sheet

    done = centre.do.slip_register.void_sheet(sheet.id, "Left on the bus")

    assert done == (7, 420, 0)
    assert centre.has("Ann") == 420
    assert [centre.do.slips.check(paper.token).outcome for paper in papers[:8]].count(Outcome.VOID) == 7
    assert [centre.do.slips.check(paper.token).outcome for paper in papers[8:]] == [Outcome.OK] * 2
    with pytest.raises(NotFound):
        centre.do.slip_register.sheet_of(papers[0].code)
    with pytest.raises(NotAllowed):
        centre.do.slip_register.void_sheet(sheet.id, "Again")
    assert centre.is_sound()


def test_a_sheet_lost_on_the_way_waits_where_there_is_a_network(riverside: Joined) -> None:
    papers = riverside.thanks(8)
    (sheet,) = riverside.do.slip_register.sheets()

    assert riverside.do.slip_register.void_sheet(sheet.id, "Lost") == (8, 480, 480)

    assert riverside.do.slip_register.seen().waiting == 8
    assert riverside.do.slips.check(papers[0].token).outcome == Outcome.VOID
    riverside.meet()
    assert riverside.do.slip_register.out() == []
    assert riverside.is_sound()


def test_a_spoilt_sheet_in_hand_is_void_at_once(riverside: Joined) -> None:
    riverside.thanks(8)
    (sheet,) = riverside.do.slip_register.sheets()
    assert riverside.do.slip_register.void_sheet(sheet.id, "Smudged", has_paper=True) == (8, 480, 0)
    assert riverside.do.slip_register.out() == []


def test_a_sheet_is_not_made_void_without_a_reason_nor_by_another_name(centre: AtWork) -> None:
    centre.do.slips.print_thanks(2, 60)
    (sheet,) = centre.do.slip_register.sheets()
    with pytest.raises(BadInput):
        centre.do.slip_register.void_sheet(sheet.id, " ")
    with pytest.raises(NotFound):
        centre.do.slip_register.void_sheet(sheet.id._replace(seq=9999), "Lost")
    assert len(centre.do.slip_register.out()) == 2


def test_a_second_pc_knows_the_sheets_of_the_first(riverside: Joined, kitchen: Joined) -> None:
    riverside.thanks(3)
    riverside.meet()
    kitchen.meet()
    assert [len(sheet.slips) for sheet in kitchen.do.slip_register.sheets()] == [3]
    (sheet,) = kitchen.do.slip_register.sheets()
    kitchen.do.slip_register.void_sheet(sheet.id, "Lost on the way")
    kitchen.meet()
    riverside.meet()
    assert riverside.do.slip_register.out() == []
    assert riverside.is_sound()


def test_the_register_opens_in_a_spreadsheet_and_no_name_is_a_formula(centre: AtWork) -> None:
    centre.earn("Ann", 60)
    own = centre.do.slips.print_for_member(centre.member("Ann"), 1, 60)[0]
    thanks = centre.do.slips.print_thanks(1, 60)[0]
    centre.do.slips.hand_out(thanks.code, centre.member("Bob"))

    raw = centre.do.slip_register.csv()

    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert [(row["code"], row["from"], row["given_to"], row["state"]) for row in rows] == [
        (thanks.code, "", "Bob", "given_out"),
        (own.code, "Ann", "", "out"),
    ]
    assert not [cell for row in rows for cell in row.values() if cell.startswith("=")]


def test_a_member_prints_a_few_and_the_rest_stays_safe(centre: AtWork) -> None:
    centre.earn("Ann", 600)
    ann = centre.sign_in("Ann")
    few = centre.do.few_slips
    assert few.seen(ann.member) == (3, 10, 3, 60)

    papers = few.print(ann, 2, centre.draft())

    assert [paper.minutes for paper in papers] == [60, 60]
    assert few.seen(ann.member).most == 1
    with pytest.raises(NotAllowed, match="stays safe"):
        few.print(ann, 2, centre.draft())
    assert centre.has("Ann") == 480
    centre.clock.move(24 * 60)
    assert few.seen(ann.member).most == 3
    assert centre.is_sound()


def test_the_same_press_twice_is_the_same_slips(centre: AtWork) -> None:
    centre.earn("Ann", 600)
    ann, draft = centre.sign_in("Ann"), centre.draft()
    first, again = (centre.do.few_slips.print(ann, 3, draft) for _ in range(2))
    assert first == again
    assert centre.has("Ann") == 420


def test_how_few_is_the_centres_to_say(centre: AtWork) -> None:
    centre.earn("Ann", 120)
    centre.do.centre.set_rule("member_slips_a_day", 20)
    assert centre.do.few_slips.seen(centre.member("Ann")).most == 2
    with pytest.raises(NotEnough):
        centre.do.few_slips.print(centre.sign_in("Ann"), 3, centre.draft())
    centre.do.centre.set_rule("member_slips_a_day", 0)
    assert not centre.do.few_slips.is_offered()
    assert centre.do.few_slips.seen(centre.member("Ann")).most == 0


def test_what_staff_made_void_again_does_not_count_against_the_day(centre: AtWork) -> None:
    centre.earn("Ann", 600)
    ann = centre.sign_in("Ann")
    papers = centre.do.few_slips.print(ann, 3, centre.draft())
    centre.do.slips.void(papers[0].code, "Spoilt", has_paper=True)
    assert centre.do.few_slips.seen(ann.member).most == 1


def test_only_the_pc_with_the_purse_prints_from_credits(riverside: Joined, kitchen: Joined) -> None:
    riverside.earn("Ann", 180)
    riverside.meet()
    kitchen.meet()
    with pytest.raises(NoPurse):
        kitchen.do.few_slips.print(kitchen.sign_in("Ann"), 1, kitchen.draft())
