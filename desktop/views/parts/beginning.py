"""First steps that are the same from several screens."""

from typing import Any

from desktop.services.drafts import HelpedDraft
from desktop.services.seen import OfferSeen, Pic
from desktop.views.visit import Visit


def begin_plan(services: Any, visit: Visit, offer: OfferSeen) -> str | None:
    """Fill in a plan for an offer; "not_yet" if credits are still missing."""
    visit.chosen["offer"] = offer
    if offer.short_minutes:
        return "not_yet"
    visit.spend = services.spending.plan_for(visit.sitting, offer.id)
    return None


def begin_unlisted(services: Any, visit: Visit, pic: Pic) -> None:
    """Begin a contribution to a task that has a picture and no name yet."""
    draft_id = services.sittings.new_draft()
    visit.chosen["task"] = None
    visit.helped = HelpedDraft(draft_id, None, 0, new_picture=pic)
