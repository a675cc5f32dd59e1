"""Taking a slip's text in: checked once, then the same for a scanned and for a typed one."""

from typing import Any

from desktop.views.visit import Visit


def take_slip(services: Any, visit: Visit, text: str) -> str | None:
    """Check a slip and remember it with its verdict; "not_good" if it cannot be used."""
    verdict = services.slips.check(text, visit.sitting)
    visit.slip = text
    visit.chosen["verdict"] = verdict
    visit.chosen["slip_draft"] = services.sittings.new_draft()
    return None if verdict.is_good else "not_good"


def handed_in(visit: Visit, redeemed: Any) -> str | None:
    """Remember what handing in did; "not_good" if it was not taken after all."""
    visit.result = redeemed
    visit.chosen["verdict"] = redeemed.verdict
    return None if redeemed.changes is not None else "not_good"
