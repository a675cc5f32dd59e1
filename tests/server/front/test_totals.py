"""Totals tell the network's minutes, and whose slips goodwill paid where."""

from ledger.domain.accounts import GOODWILL, member_account
from ledger.domain.facts import Contributed, PutRight, Reason
from ledger.domain.names import FactId
from ledger.server.totals import totals
from tests.server.front.desk import Desk


def figures(row: dict[str, int]) -> tuple[int, int, int, int]:
    return row["minutes_given"], row["minutes_spent"], row["slips_out_minutes"], row["goodwill_minutes"]


def test_a_network_in_figures(desk: Desk) -> None:
    desk.busy()
    found = totals(desk.ledger.engine)
    by_name = {row["name"]: figures(row) for row in found["centres"]}
    # 90 by helping and 4 thank-you slips of 60. One slip is out still; the door's second was taken before: goodwill.
    assert by_name == {
        "Riverside": (330, 0, 60, 0),
        "Hillside": (0, 0, 0, 0),
        "Swimming pool": (0, 120, 0, 60),
    }
    assert figures(found["all"]) == (330, 120, 60, 60)
    assert [(row["issuer"], row["at"], row["minutes"]) for row in found["goodwill"]] == [
        ("Riverside", "Swimming pool", 60)
    ]


def test_goodwill_by_facts_counts_where_it_was_written(desk: Desk) -> None:
    one = desk.founded(1, "Riverside")
    member = FactId(one.device, 1)
    named = one.write(Contributed(member, FactId(one.device, 2), 60))
    one.write(PutRight(named, ((member_account(member), 25), (GOODWILL, -25)), next(iter(Reason))))
    one.meet(desk.ledger)
    assert figures(totals(desk.ledger.engine)["all"]) == (60, 0, 0, 25)


def test_an_empty_network_has_nothing(desk: Desk) -> None:
    found = totals(desk.ledger.engine)
    assert figures(found["all"]) == (0, 0, 0, 0)
    assert (found["centres"], found["goodwill"]) == ([], [])
