"""One switch: from a contact that closes, opens and bounces to presses that count. Plain logic; time is passed in."""

from enum import Enum

from desktop.views.inputs.rules import BOUNCE_MS, PAUSE_MS, STUCK_MS, SwitchRules


class Said(Enum):
    """What a switch says."""

    PRESSED = "pressed"
    LET_GO = "let_go"  # after a press that counted
    HELD_LONG = "held_long"
    STUCK = "stuck"


class Contact:
    """What `close`, `open` and `tick` answer has happened since, in order. due_ms: when `tick` is to be called again.

    Two switches on one key, or a keyboard that repeats, close what is closed: that is left out.
    """

    def __init__(self, rules: SwitchRules) -> None:
        self._rules = rules
        self._deaf_until_ms = 0
        self._closed_ms: int | None = None
        self._opened_ms: int | None = None
        self._is_heard = False
        self._counted_ms: int | None = None
        self._told: set[Said] = set()

    @property
    def is_held(self) -> bool:
        """Whether somebody holds it, and is heard; not once it is stuck, for then nobody does."""
        return self._closed_ms is not None and self._is_heard and Said.STUCK not in self._told

    @property
    def due_ms(self) -> int | None:
        """When something is to happen by itself; None for never."""
        times = [when for when, _ in self._coming()]
        return min(times, default=None)

    def close(self, now_ms: int) -> list[Said]:
        """It closes."""
        said = self.tick(now_ms)
        if self._opened_ms is not None:
            self._opened_ms = None  # a bounce
        elif self._closed_ms is None:
            self._closed_ms = now_ms
            self._is_heard = now_ms >= self._deaf_until_ms
            said += self.tick(now_ms)
        return said

    def open(self, now_ms: int) -> list[Said]:
        """It opens."""
        said = self.tick(now_ms)
        if self._closed_ms is not None and self._opened_ms is None:
            self._opened_ms = now_ms
        return said

    def tick(self, now_ms: int) -> list[Said]:
        """Time has passed."""
        said: list[Said] = []
        while True:
            due = [(when, what) for when, what in self._coming() if when <= now_ms]
            if not due:
                return said
            when, what = min(due, key=lambda one: one[0])
            said += self._happen(what, when)

    def _coming(self) -> list[tuple[int, Said]]:
        """What will happen if nobody touches it, and when."""
        if self._closed_ms is None:
            return []
        coming: list[tuple[int, Said]] = []
        accepted_ms = self._closed_ms + self._rules.accept_ms
        waits = self._is_heard and self._counted_ms is None
        if waits and not self._rules.on_up and (self._opened_ms is None or self._opened_ms >= accepted_ms):
            coming.append((accepted_ms, Said.PRESSED))
        if self._opened_ms is not None:
            coming.append((self._opened_ms + BOUNCE_MS, Said.LET_GO))
        elif not waits or self._rules.on_up:
            since = self._closed_ms if self._counted_ms is None else self._counted_ms
            coming += [
                (since + after, what)
                for after, what in ((PAUSE_MS, Said.HELD_LONG), (STUCK_MS, Said.STUCK))
                if what not in self._told
            ]
        return coming

    def _happen(self, what: Said, when_ms: int) -> list[Said]:
        if what is Said.PRESSED:
            return [self._count(when_ms)]
        if what is not Said.LET_GO:
            self._told.add(what)
            return [what] if self._is_heard or what is Said.STUCK else []
        return self._let_go(when_ms)

    def _let_go(self, when_ms: int) -> list[Said]:
        assert self._closed_ms is not None  # noqa: S101  only what closed can be let go
        assert self._opened_ms is not None  # noqa: S101  and only after it opened
        said = []
        held_ms = self._opened_ms - self._closed_ms
        counts = self._is_heard and held_ms >= self._rules.accept_ms and not self._told
        if self._rules.on_up and counts:
            said.append(self._count(when_ms))
        if self._counted_ms is not None or self._told:
            said.append(Said.LET_GO)
        self._closed_ms = self._opened_ms = self._counted_ms = None
        self._told = set()
        return said

    def _count(self, when_ms: int) -> Said:
        self._counted_ms = when_ms
        self._deaf_until_ms = when_ms + self._rules.repeat_ms
        return Said.PRESSED
