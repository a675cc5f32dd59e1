"""Whatever two switches do, in whatever order and however badly they are wired, the scan keeps its promises."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop.views.inputs.path import round_ms
from desktop.views.inputs.rules import BOUNCE_MS, STUCK_MS, Moves, Order, ScanRules, SwitchRules
from desktop.views.inputs.scan import Happened, Kind, Now, Scan

SHAPES = st.lists(st.integers(1, 6), max_size=5).map(tuple)
SWITCHES = st.sampled_from((0, 1))
WAITS = st.sampled_from((0, 5, 29, 31, 200, 499, 501, 1_000, 3_000, 11_000, 100_000))


class AnyPresses(RuleBasedStateMachine):
    """closings: how often a switch closed since the last thing that was taken or the last start."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0
        self.closings = 0
        self.closed = {0: False, 1: False}
        self.scan = Scan(ScanRules())

    @initialize(
        rules=st.builds(
            ScanRules,
            switches=st.sampled_from((1, 2)),
            moves=st.sampled_from(Moves),
            order=st.sampled_from(Order),
            item_ms=st.sampled_from((500, 1_000, 5_000)),
            first_ms=st.sampled_from((500, 2_000, 10_000)),
            rounds=st.integers(1, 10),
        ),
        switch=st.builds(
            SwitchRules,
            accept_ms=st.sampled_from((0, 300, 5_000)),
            repeat_ms=st.sampled_from((0, 500, 10_000)),
            on_up=st.booleans(),
        ),
        shape=SHAPES,
    )
    def begin(self, rules: ScanRules, switch: SwitchRules, shape: tuple[int, ...]) -> None:
        self.scan = Scan(rules, switch)
        self._note(self.scan.show(shape, self.now))

    @rule(switch=SWITCHES)
    def close(self, switch: int) -> None:
        self.closings += 1
        self.closed[switch] = True
        self._note(self.scan.close(switch, self.now))

    @rule(switch=SWITCHES)
    def open(self, switch: int) -> None:
        self.closed[switch] = False
        self._note(self.scan.open(switch, self.now))

    @rule(wait=WAITS)
    def wait(self, wait: int) -> None:
        self.now += wait
        self._note(self.scan.tick(self.now))

    @rule(shape=SHAPES, starts=st.booleans())
    def show(self, shape: tuple[int, ...], *, starts: bool) -> None:
        self._note(self.scan.show(shape, self.now, starts=starts))
        assert self.scan.spot is None or self.scan.spot[0] == 0, "always from the first"

    @rule()
    def rest(self) -> None:
        self._note(self.scan.rest())
        assert self.scan.spot is None

    @precondition(lambda self: not any(self.closed.values()))
    @rule()
    def leave_alone(self) -> None:
        """Nobody touches it: a scan by itself rests after its rounds, and nothing is taken but by one switch's step."""
        rules, took = self.scan.rules, 0
        a_round = round_ms(self.scan.shape, rules.order, first_ms=rules.first_ms, item_ms=rules.item_ms)
        most_inside = 2 * (rules.first_ms + max(self.scan.shape, default=0) * rules.item_ms)
        self.now += (rules.rounds + 1) * a_round + most_inside + 20_000
        for one in self.scan.tick(self.now):
            took += one.kind is Kind.TOOK
        if rules.moves is Moves.BY_ITSELF:
            assert took <= 1, "no more than a press that was waiting to count"
            assert self.scan.now is not Now.GOING
        assert took <= 1
        assert self.scan.due_ms is None
        self.closings = 0

    @precondition(lambda self: self.scan.shape)
    @rule(switch=SWITCHES)
    def lean_on_it(self, switch: int) -> None:
        """A switch that is held for ever is at most one press, and then quiet."""
        for other in (0, 1):
            self.open(other)
        self.now += 10 * BOUNCE_MS
        self._note(self.scan.tick(self.now))
        self.closings += 1
        happened = self.scan.close(switch, self.now)
        self.now += 2 * STUCK_MS
        happened += self.scan.tick(self.now)
        assert sum(one.kind is Kind.TOOK for one in happened) <= 1
        assert [one.kind for one in happened].count(Kind.STUCK) == 1
        assert self.scan.spot is None
        assert self.scan.tick(self.now + 1_000_000) == []
        self.now += 1_000_000
        self.scan.open(switch, self.now)
        self.now += 2 * BOUNCE_MS
        self.scan.tick(self.now)
        self.closed = {0: False, 1: False}
        self.closings = 0

    @invariant()
    def lights_only_what_is_there(self) -> None:
        spot, shape = self.scan.spot, self.scan.shape
        if spot is not None:
            assert 0 <= spot.row < len(shape)
            assert spot.item is None or 0 <= spot.item < shape[spot.row]
            assert spot.item is not None or shape[spot.row] > 1, "a row of one thing is that thing"

    @invariant()
    def never_sleeps_through_what_is_due(self) -> None:
        assert self.scan.due_ms is None or self.scan.due_ms > self.now

    def _note(self, happened: list[Happened]) -> None:
        for one in happened:
            if one.kind is Kind.TOOK:
                assert self.closings > 0, "nothing is taken unless somebody pressed"
                assert one.spot is not None
                assert one.spot.item is not None, "a row is never taken, it is gone into"
                self.closings = 0


TestAnyPresses = AnyPresses.TestCase
