"""Lost and stolen PCs at the coordinator's desk: revoked at once, the purse moved on, nobody shut out unasked."""

from tests.server.front.desk import Typist, desk_of, enrolled
from tests.server.pcs import pc, sibling_of


def test_a_lost_pc_is_revoked_and_the_purse_goes_on(typist: Typist) -> None:
    one, two = pc(1), sibling_of(pc(1), 2)
    enrolled(typist, one, typist.asks("centre", "add", "Riverside")["code"])
    enrolled(typist, two, typist.asks("device", "add", "Riverside")["code"], by=one)
    desk = desk_of(typist)
    for number in (1, 2, 3):
        one.print_slip(number)
    one.redeem(one, 3)
    one.meet(desk.ledger)
    lost, kept = (row["id"] for row in typist.asks("device", "list")["devices"])

    told = typist.asks("device", "revoke", lost)

    assert told == {"device": lost, "centre": "Riverside", "keys": 1, "good_slips": 2, "had_purse": True}
    assert desk.ledger.answer(one.raw()).status == 403
    moved = typist.asks("purse", "move", "Riverside", kept)
    assert (moved["from"], moved["to"], moved["last"]) == (lost, kept, 4)
    assert [row["has_purse"] for row in typist.asks("device", "list")["devices"]] == [False, True]
    typist.refused("device", "revoke", lost, problem="not_allowed")
    typist.refused("purse", "move", "Riverside", lost, problem="not_allowed")
    typist.refused("purse", "move", "Riverside", kept, problem="not_allowed")
    typist.refused("device", "revoke", "nobody", problem="not_found")
    assert typist.asks("verify")["verified"]
    desk.ledger.engine.dispose()


def test_a_centres_last_pc_is_revoked_only_when_that_is_meant(typist: Typist) -> None:
    one, two = pc(1), sibling_of(pc(1), 2)
    enrolled(typist, one, typist.asks("centre", "add", "Riverside")["code"])
    enrolled(typist, two, typist.asks("device", "add", "Riverside")["code"], by=one)
    first, second = (row["id"] for row in typist.asks("device", "list")["devices"])
    typist.asks("device", "revoke", first)

    told = typist.refused("device", "revoke", second, problem="last_pc")

    assert "last PC of Riverside" in told
    assert "--last" in told
    assert [bool(row["revoked_ms"]) for row in typist.asks("device", "list")["devices"]] == [True, False]
    assert typist.asks("device", "revoke", second, "--last")["device"] == second
    assert "no PC left" in typist.refused("device", "add", "Riverside", problem="not_allowed")


def test_a_doors_pc_is_revoked_at_once_for_its_venue_takes_another(typist: Typist) -> None:
    given = typist.asks("venue", "add", "Swimming pool")
    enrolled(typist, pc(3, venue=given["venue"]), given["code"])
    (door,) = (row["id"] for row in typist.asks("device", "list")["devices"])
    assert typist.asks("device", "revoke", door)["device"] == door
    assert typist.asks("venue", "add", "Swimming pool")["venue"] == given["venue"]


def test_the_purse_never_goes_back(typist: Typist) -> None:
    one, two = pc(1), sibling_of(pc(1), 2)
    enrolled(typist, one, typist.asks("centre", "add", "Riverside")["code"])
    enrolled(typist, two, typist.asks("device", "add", "Riverside")["code"], by=one)
    first, second = (row["id"] for row in typist.asks("device", "list")["devices"])
    typist.asks("purse", "move", "Riverside", second)
    assert "once" in typist.refused("purse", "move", "Riverside", first, problem="not_allowed")


def test_of_a_stolen_pc_no_slip_stays_good(typist: Typist) -> None:
    one, two = pc(1), pc(2)
    enrolled(typist, one, typist.asks("centre", "add", "Riverside")["code"])
    enrolled(typist, two, typist.asks("centre", "add", "Hillside")["code"])
    desk = desk_of(typist)
    one.print_slip(1)
    one.meet(desk.ledger)
    (stolen,) = (row["id"] for row in typist.asks("device", "list", "Riverside")["devices"])
    assert typist.asks("device", "revoke", stolen, "--void-slips", "--last")["good_slips"] == 0
    fact = two.redeem(one, 1)
    two.meet(desk.ledger)
    assert two.ruled(fact)
    assert typist.asks("totals")["all"]["goodwill_minutes"] == 60
    assert typist.asks("verify")["verified"]
    desk.ledger.engine.dispose()
