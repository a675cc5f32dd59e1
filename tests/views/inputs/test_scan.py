"""The scan: what is lit, for how long, and what each way of pressing takes."""

from collections.abc import Sequence

import pytest

from desktop.views.inputs.path import Spot, round_ms
from desktop.views.inputs.rules import STUCK_MS, Moves, Order, ScanRules, SwitchRules
from desktop.views.inputs.scan import FIRST_SWITCH, SECOND_SWITCH, Happened, Kind, Now, Scan

HOME = (3, 3, 1, 2)  # two rows of tiles, Finish, then Help and photo
ITEM_MS, FIRST_MS = 1_000, 2_000


class Desk:
    """A scan with a clock, and a switch that is pressed for 100 ms."""

    def __init__(self, shape: Sequence[int] = HOME, rules: ScanRules | None = None, accept_ms: int = 0) -> None:
        self.scan = Scan(rules or ScanRules(item_ms=ITEM_MS, first_ms=FIRST_MS), SwitchRules(accept_ms, 0))
        self.now = 0
        self.kinds: list[Kind] = []
        self.took: list[Spot | None] = []
        self.show(shape)

    @property
    def spot(self) -> Spot | None:
        return self.scan.spot

    def show(self, shape: Sequence[int], *, starts: bool = False) -> "Desk":
        self._note(self.scan.show(shape, self.now, starts=starts))
        return self

    def wait(self, ms: int) -> "Desk":
        self.now += ms
        self._note(self.scan.tick(self.now))
        return self

    def press(self, switch: int = FIRST_SWITCH) -> "Desk":
        self._note(self.scan.close(switch, self.now))
        self.wait(100)
        self._note(self.scan.open(switch, self.now))
        return self.wait(50)

    def hold(self, ms: int, switch: int = FIRST_SWITCH) -> "Desk":
        self._note(self.scan.close(switch, self.now))
        self.wait(ms)
        self._note(self.scan.open(switch, self.now))
        return self.wait(50)

    def _note(self, happened: Sequence[Happened]) -> None:
        for one in happened:
            self.kinds.append(one.kind)
            if one.kind is Kind.TOOK:
                self.took.append(one.spot)


def by(switches: int, moves: Moves = Moves.BY_ITSELF, order: Order = Order.ROWS, rounds: int = 3) -> ScanRules:
    return ScanRules(switches, moves, order, ITEM_MS, FIRST_MS, rounds)


def test_nothing_is_lit_before_the_first_press() -> None:
    assert Desk().wait(60_000).spot is None


def test_the_first_press_starts_at_the_first_row_and_takes_nothing() -> None:
    desk = Desk().press()
    assert desk.spot == Spot(0, None)
    assert desk.took == []


def test_the_first_stays_longer_and_the_others_their_time() -> None:
    desk = Desk().press()
    assert desk.wait(FIRST_MS - 60).spot == Spot(0, None)
    assert desk.wait(100).spot == Spot(1, None)
    assert desk.wait(ITEM_MS).spot == Spot(2, 0)
    assert desk.wait(ITEM_MS).spot == Spot(3, None)
    assert desk.wait(ITEM_MS).spot == Spot(0, None)
    assert desk.wait(FIRST_MS - 100).spot == Spot(0, None)


def test_a_row_and_then_a_thing_in_it_are_taken() -> None:
    desk = Desk().press().wait(FIRST_MS).press()
    assert desk.spot == Spot(1, 0)
    desk.wait(FIRST_MS + ITEM_MS).press()
    assert desk.took == [Spot(1, 2)]
    assert desk.scan.now is Now.WAITING


def test_a_row_of_one_thing_is_that_thing() -> None:
    desk = Desk().press().wait(FIRST_MS + ITEM_MS).press()
    assert desk.took == [Spot(2, 0)]


def test_a_screen_with_one_thing_is_taken_by_one_press() -> None:
    assert Desk((1,)).press().press().took == [Spot(0, 0)]


def test_one_row_alone_is_gone_over_thing_by_thing() -> None:
    desk = Desk((4,)).press()
    assert desk.spot == Spot(0, 0)
    assert desk.wait(FIRST_MS).spot == Spot(0, 1)


def test_a_row_that_was_not_meant_is_left_after_two_passes() -> None:
    desk = Desk().press().press()
    assert desk.spot == Spot(0, 0)
    assert desk.wait(2 * (FIRST_MS + 2 * ITEM_MS)).spot == Spot(1, None)


def test_things_go_one_by_one() -> None:
    desk = Desk(rules=by(1, order=Order.ONE_BY_ONE)).press()
    spots = [desk.spot, *(desk.wait(FIRST_MS if number == 0 else ITEM_MS).spot for number in range(4))]
    assert spots == [Spot(0, 0), Spot(0, 1), Spot(0, 2), Spot(1, 0), Spot(1, 1)]
    assert desk.press().took == [Spot(1, 1)]


def test_after_its_rounds_it_rests_and_the_next_press_starts_again() -> None:
    desk = Desk(rules=by(1, rounds=3)).press()
    a_round = round_ms(HOME, Order.ROWS, first_ms=FIRST_MS, item_ms=ITEM_MS)
    assert desk.wait(3 * a_round - 200).spot is not None
    assert desk.wait(300).spot is None
    assert desk.kinds[-1] is Kind.RESTED
    assert desk.press().spot == Spot(0, None)
    assert desk.took == []


def test_what_comes_next_is_scanned_from_its_first_thing_without_another_press() -> None:
    desk = Desk().press().press().press()
    assert desk.took == [Spot(0, 0)]
    assert desk.show((2, 2, 3)).spot == Spot(0, None)
    assert desk.wait(FIRST_MS).spot == Spot(1, None)


def test_a_press_while_nothing_is_there_yet_does_nothing() -> None:
    assert Desk().press().press().press().press().press().took == [Spot(0, 0)]


def test_a_scan_that_rests_does_not_start_by_itself_with_another_screen() -> None:
    desk = Desk()
    assert desk.show((2, 2)).wait(10_000).spot is None
    assert desk.show((2, 2), starts=True).spot == Spot(0, None)


def test_what_is_held_stands_still() -> None:
    desk = Desk(accept_ms=1_500).press().wait(100)
    desk = Desk(accept_ms=1_500).hold(1_600).wait(FIRST_MS - 300)
    assert desk.spot == Spot(0, None)
    desk.hold(1_600)
    assert desk.spot == Spot(0, 0)


def test_a_press_too_short_takes_nothing() -> None:
    assert Desk(accept_ms=500).press().spot is None


def test_two_switches_by_themselves_the_first_pauses_the_second_takes() -> None:
    desk = Desk(rules=by(2)).press().press()
    assert desk.kinds[-1] is Kind.PAUSED
    assert desk.wait(60_000).spot == Spot(0, None)
    desk.press()
    assert desk.wait(FIRST_MS + 50).spot == Spot(1, None)
    desk.press(SECOND_SWITCH)
    assert desk.spot == Spot(1, 0)
    assert desk.press(SECOND_SWITCH).took == [Spot(1, 0)]


def test_two_switches_by_step_the_first_goes_on_the_second_takes() -> None:
    desk = Desk(rules=by(2, Moves.BY_STEP)).press()
    assert desk.wait(600_000).spot == Spot(0, None)
    assert desk.press().spot == Spot(1, None)
    desk.press(SECOND_SWITCH).press().press(SECOND_SWITCH)
    assert desk.took == [Spot(1, 1)]


def test_one_switch_by_step_takes_what_is_left_lit() -> None:
    desk = Desk(rules=by(1, Moves.BY_STEP)).press().wait(500).press()
    assert desk.spot == Spot(1, None)
    desk.wait(ITEM_MS + 50)
    assert desk.spot == Spot(1, 0)
    assert desk.wait(600_000).took == [], "nobody has pressed since the row was taken"
    desk.press()
    assert desk.spot == Spot(1, 0)
    assert desk.wait(ITEM_MS).took == [Spot(1, 0)]


def test_a_switch_held_long_pauses_and_the_next_press_goes_on() -> None:
    desk = Desk().press().hold(5_000)
    assert desk.scan.now is Now.PAUSED
    assert desk.wait(60_000).spot == Spot(0, 0), "the press itself took the row"
    assert desk.press().took == []
    assert desk.wait(FIRST_MS).spot == Spot(0, 1)


def test_a_switch_that_sticks_is_one_press_then_quiet_and_told() -> None:
    desk = Desk().press()
    desk.hold(STUCK_MS + 60_000)
    assert desk.kinds.count(Kind.STUCK) == 1
    assert desk.spot is None
    assert desk.took == []
    assert desk.press().spot == Spot(0, None)


def test_while_one_switch_sticks_the_other_goes_on() -> None:
    desk = Desk(rules=by(2, Moves.BY_STEP)).press()
    desk.scan.close(SECOND_SWITCH, desk.now)
    desk.wait(STUCK_MS + 1_000)
    assert desk.spot is None
    assert desk.press().spot == Spot(0, None)
    assert desk.press().spot == Spot(1, None)


def test_with_one_switch_either_key_is_it() -> None:
    assert Desk().press(SECOND_SWITCH).press(FIRST_SWITCH).spot == Spot(0, 0)


@pytest.mark.parametrize("shape", [(), (1,), (6,), (3, 3)])
def test_an_empty_screen_or_any_other_is_scanned_without_harm(shape: tuple[int, ...]) -> None:
    desk = Desk(shape).press().wait(100_000)
    assert desk.spot is None
