"""The ledger's wall clock, read at its edges and passed in from there."""

from __future__ import annotations

import time
from datetime import UTC, datetime

MS = 1000
DAY_MS = 24 * 60 * 60 * MS


def now_ms() -> int:
    """Wall-clock milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def written(at_ms: int) -> str:
    """A moment for logs and answers, in universal time: 2026-11-24T10:20:00.000Z."""
    return datetime.fromtimestamp(at_ms / MS, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
