"""The practice centre's people and past, and the practice member's throw-away copy."""

from __future__ import annotations

from desktop.services.all import Services

PRACTICE_PIN = "1234"


def fill(services: Services) -> None:
    """Fill an empty practice centre with its people, tasks, offers and six weeks of history; always the same."""
    raise NotImplementedError
