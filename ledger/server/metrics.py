"""What the ledger counts while it runs, as Prometheus reads it; nothing here knows a centre or a device."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

STEPS_S: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper bounds of what is counted as fast, in seconds."""


@dataclass(slots=True)
class Metrics:
    """Counts since the start. Only the loop of the service writes and reads them."""

    requests: Counter[tuple[str, int]] = field(default_factory=Counter)
    bytes_in: int = 0
    bytes_out: int = 0
    batches: int = 0
    facts: int = 0
    rulings: Counter[str] = field(default_factory=Counter)
    under: Counter[float] = field(default_factory=Counter)
    seconds: float = 0.0
    unexpected: int = 0

    def answered(self, path: str, status: int, *, seconds: float, sizes: tuple[int, int]) -> None:
        """Count one request. path: one of ours, not what was asked for. sizes: bytes in and out."""
        self.requests[path, status] += 1
        self.bytes_in += sizes[0]
        self.bytes_out += sizes[1]
        self.seconds += seconds
        for step in STEPS_S:
            self.under[step] += seconds <= step

    def taken(self, *, batches: int, facts: int, rulings: Mapping[str, int]) -> None:
        """Count what an exchange brought."""
        self.batches += batches
        self.facts += facts
        self.rulings.update(rulings)

    def text(self) -> str:
        """All of it, in Prometheus' text form."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield from _head("requests_total", "counter", "Requests by path and status.")
        for (path, status), count in sorted(self.requests.items()):
            yield f'goodhour_ledger_requests_total{{path="{path}",status="{status}"}} {count}'
        total = sum(self.requests.values())
        yield from _head("request_seconds", "histogram", "Time from the first byte of a request to its answer.")
        for step in STEPS_S:
            yield f'goodhour_ledger_request_seconds_bucket{{le="{step}"}} {self.under[step]}'
        yield f'goodhour_ledger_request_seconds_bucket{{le="+Inf"}} {total}'
        yield f"goodhour_ledger_request_seconds_sum {self.seconds:.6f}"
        yield f"goodhour_ledger_request_seconds_count {total}"
        for name, count, words in (
            ("bytes_in_total", self.bytes_in, "Bytes of bodies that came in."),
            ("bytes_out_total", self.bytes_out, "Bytes of bodies that went out."),
            ("batches_total", self.batches, "Batches newly held."),
            ("facts_total", self.facts, "Facts newly held."),
            ("unexpected_total", self.unexpected, "Faults of the program; the log has each of them whole."),
        ):
            yield from _head(name, "counter", words)
            yield f"goodhour_ledger_{name} {count}"
        yield from _head("rulings_total", "counter", "Rulings by outcome.")
        for outcome, count in sorted(self.rulings.items()):
            yield f'goodhour_ledger_rulings_total{{outcome="{outcome}"}} {count}'


def _head(name: str, kind: str, words: str) -> tuple[str, str]:
    return f"# HELP goodhour_ledger_{name} {words}", f"# TYPE goodhour_ledger_{name} {kind}"
