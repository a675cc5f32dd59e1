"""What the network's minutes come to: sums of centres and doors, and nothing about anybody."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from sqlalchemy import Connection, Engine, func, select

from ledger.domain.accounts import AccountClass
from ledger.domain.rulings import Outcome
from ledger.server.database import reading
from ledger.server.finding import text_of
from ledger.server.tables import NETWORK_KIND, centres, rulings, slips, sums

_NAMES: Final = ("minutes_given", "minutes_spent", "slips_out_minutes", "goodwill_minutes")


def totals(engine: Engine) -> dict[str, Any]:
    """All of the network, each centre and door, and whose slips goodwill paid where.

    minutes_given: made by contributions and thank-you slips, less what was put right. minutes_spent: in offers and at
    venues. slips_out_minutes: on slips whose print has reached the ledger and that nobody has handed in.
    goodwill_minutes: paid by the network so that nobody loses, by facts and by rulings, where they happened.

    Three things only a centre's own book knows, for no batch tells them: a thank-you slip that was made void without
    its paper is still among minutes_given, what a PC without the purse took from members is not in goodwill_minutes,
    and what two PCs that were apart confirmed, put right or cancelled both is in all of them twice.
    """
    with reading(engine) as connection:
        every = select(centres).where(centres.c.kind != NETWORK_KIND).order_by(centres.c.name, centres.c.centre)
        places = connection.execute(every).all()
        sum_of = _sums(connection)
        out = _slips_out(connection)
        paid = _paid_by_goodwill(connection)
    names = {place.centre: place.name for place in places}
    rows = [_row(place, sum_of, out, paid) for place in places]
    goodwill = [
        {
            "issuer": names.get(home, ""),
            "issuer_id": text_of(home) if home else "",
            "at": names.get(at, ""),
            "at_id": text_of(at),
        }
        | {"minutes": minutes}
        for (home, at), minutes in sorted(paid.items())
        if minutes
    ]
    return {
        "all": {name: sum(row[name] for row in rows) for name in _NAMES},
        "centres": rows,
        "goodwill": goodwill,
    }


def _row(
    place: Any, sum_of: Counter[tuple[bytes, int]], out: Counter[bytes], paid: Counter[tuple[bytes, bytes]]
) -> dict[str, Any]:
    def of(cls: AccountClass) -> int:
        return sum_of[place.centre, int(cls)]

    ruled = sum(minutes for (_, at), minutes in paid.items() if at == place.centre)
    figures = (
        -of(AccountClass.ISSUE),
        of(AccountClass.OFFER) + of(AccountClass.VENUE),
        out[place.centre],
        ruled - of(AccountClass.GOODWILL),
    )
    head = {"id": text_of(place.centre), "name": place.name, "kind": place.kind}
    return head | dict(zip(_NAMES, figures, strict=True))


def _sums(connection: Connection) -> Counter[tuple[bytes, int]]:
    rows = connection.execute(select(sums.c.centre, sums.c["class"], sums.c.minutes)).all()
    return Counter({(centre, cls): minutes for centre, cls, minutes in rows})


def _slips_out(connection: Connection) -> Counter[bytes]:
    # What a claim left over is on the slip still.
    left = func.sum(slips.c.minutes - slips.c.claim_minutes)
    printed = select(slips.c.print_centre, left).where(
        slips.c.print_seq.is_not(None), slips.c.minutes > slips.c.claim_minutes
    )
    rows = connection.execute(printed.group_by(slips.c.print_centre)).all()
    return Counter({centre: int(minutes) for centre, minutes in rows})


def _paid_by_goodwill(connection: Connection) -> Counter[tuple[bytes, bytes]]:
    """Minutes by (whose slip, where it was handed in)."""
    paid = select(rulings.c.home, rulings.c.centre, func.sum(rulings.c.minutes))
    rows = connection.execute(
        paid.where(rulings.c.outcome == int(Outcome.GOODWILL)).group_by(rulings.c.home, rulings.c.centre)
    ).all()
    return Counter({(home, at): int(minutes) for home, at, minutes in rows})
