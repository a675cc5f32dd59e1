"""What a plan is for: something on offer, or an activity of the week that has a price."""

from __future__ import annotations

from desktop.problems import NotFound
from desktop.services import standins
from desktop.services.faces import Faces
from desktop.services.seen import OfferSeen
from desktop.store.store import Store
from ledger.domain.names import FactId


def offered(store: Store, faces: Faces, what: FactId) -> OfferSeen:
    """It as an offer is seen; of an activity the price is the plan's, so it is 0 here. Raises NotFound."""
    try:
        return faces.offer(store.read.offer(what))
    except NotFound:
        row = store.read.week.activity(what)
        return OfferSeen(row.id, row.label, faces.pic(row.picture or standins.shape(row.id), row.photo), 0)
