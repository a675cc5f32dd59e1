"""No slip is taken that nobody printed. By hand, a million of each kind: `tests.bench.bench_false_accepts`."""

from random import Random

from desktop.services.slips import Outcome
from ledger.wire.token import read_token
from tests.services import mutants
from tests.services.at_work import AtWork
from tests.services.joined import Joined

FEW = 3_500


def test_the_genuine_ones_are_taken_so_that_the_check_can_fail(riverside: Joined, hillside: Joined) -> None:
    paper = riverside.thanks()[0]
    hillside.meet()
    assert mutants.text_of(mutants.bytes_of(paper.token)) == paper.token
    assert len(mutants.taken(riverside, iter([paper.token, paper.code]))) == 2
    assert len(mutants.taken(hillside, iter([paper.token]))) == 1


def test_no_changed_token_is_taken(riverside: Joined, hillside: Joined) -> None:
    genuine = [paper.token for paper in riverside.thanks(20)]
    hillside.meet()
    for centre in (riverside, hillside):
        assert mutants.taken(centre, mutants.tokens(genuine, FEW, Random(1))) == []


def test_no_typed_code_is_taken_where_the_slip_is_not_held(
    riverside: Joined, hillside: Joined, other_centre: AtWork
) -> None:
    papers = riverside.thanks(20)
    numbers = [read_token(paper.token).slip.number for paper in papers]
    hillside.meet()
    for centre in (hillside, other_centre):
        assert mutants.taken(centre, mutants.codes(numbers, FEW, Random(2))) == []
        assert mutants.taken(centre, iter(paper.code for paper in papers)) == []
    assert {hillside.do.slips.check(paper.code).outcome for paper in papers} == {Outcome.SCAN_IT}
