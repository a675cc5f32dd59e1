"""One switch: it bounces, is held, is pressed again too soon, sticks, or is two switches on one key."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.views.inputs.contact import Contact, Said
from desktop.views.inputs.rules import BOUNCE_MS, PAUSE_MS, STUCK_MS, SwitchRules


def heard(rules: SwitchRules, *moves: tuple[int, str], until: int = 60_000) -> list[Said]:
    """What a contact says to these moves, and until the end."""
    contact, said = Contact(rules), []
    for when, move in moves:
        said += contact.close(when) if move == "close" else contact.open(when)
    return said + contact.tick(until)


def test_a_press_counts_when_it_closes() -> None:
    contact = Contact(SwitchRules())
    assert contact.close(100) == [Said.PRESSED]
    assert contact.open(300) == []
    assert contact.tick(300 + BOUNCE_MS) == [Said.LET_GO]
    assert contact.due_ms is None


def test_bouncing_contacts_are_one_press() -> None:
    bouncing = [(0, "close"), (4, "open"), (9, "close"), (12, "open"), (20, "close"), (400, "open"), (405, "close")]
    said = heard(SwitchRules(repeat_ms=0), *bouncing, (412, "open"))
    assert said == [Said.PRESSED, Said.LET_GO]


def test_a_switch_must_be_held_as_long_as_its_person_needs() -> None:
    rules = SwitchRules(accept_ms=500)
    assert heard(rules, (0, "close"), (499, "open")) == []
    assert heard(rules, (0, "close"), (500, "open")) == [Said.PRESSED, Said.LET_GO]
    assert heard(rules, (0, "close"), (450, "open"), (470, "close"), (900, "open")) == [Said.PRESSED, Said.LET_GO]


def test_a_press_on_letting_go_counts_then() -> None:
    contact = Contact(SwitchRules(on_up=True))
    assert contact.close(0) == []
    contact.open(700)
    assert contact.tick(700 + BOUNCE_MS) == [Said.PRESSED, Said.LET_GO]


def test_another_press_too_soon_is_left_out() -> None:
    moves = [(0, "close"), (100, "open"), (400, "close"), (480, "open"), (1_100, "close"), (1_200, "open")]
    assert heard(SwitchRules(repeat_ms=1_000), *moves) == [Said.PRESSED, Said.LET_GO] * 2


def test_two_switches_on_one_key_are_one_switch() -> None:
    moves = [(0, "close"), (200, "close"), (300, "open"), (310, "open"), (5_000, "open")]
    assert heard(SwitchRules(), *moves) == [Said.PRESSED, Said.LET_GO]


def test_a_switch_that_sticks_is_one_press_and_then_quiet() -> None:
    contact = Contact(SwitchRules())
    assert contact.close(0) == [Said.PRESSED]
    assert contact.tick(PAUSE_MS) == [Said.HELD_LONG]
    assert contact.is_held
    assert contact.tick(STUCK_MS) == [Said.STUCK]
    assert contact.due_ms is None
    assert contact.tick(10 * STUCK_MS) == []
    assert contact.open(200_000) == []
    assert contact.tick(201_000) == [Said.LET_GO]
    assert contact.close(202_000) == [Said.PRESSED]


def test_a_switch_that_sticks_while_it_is_not_heard_is_told_too() -> None:
    moves = [(0, "close"), (50, "open"), (200, "close")]
    assert Said.STUCK in heard(SwitchRules(repeat_ms=500), *moves)


RULES = st.builds(
    SwitchRules,
    accept_ms=st.sampled_from((0, 20, 500, 5_000)),
    repeat_ms=st.sampled_from((0, 500, 10_000)),
    on_up=st.booleans(),
)


@given(RULES, st.lists(st.tuples(st.integers(0, 12_000), st.sampled_from(("close", "open", "tick"))), max_size=40))
def test_whatever_a_contact_does_presses_keep_their_distance_and_it_comes_to_rest(
    rules: SwitchRules, moves: list[tuple[int, str]]
) -> None:
    contact, now, said = Contact(rules), 0, []
    pressed_ms: list[int] = []
    for wait, move in moves:
        now += wait
        for due in iter(lambda: contact.due_ms, None):
            if due > now:
                break
            said += _noted(contact.tick(due), due, pressed_ms)
        said += _noted(getattr(contact, move)(now), now, pressed_ms)
    contact.open(now)
    for due in iter(lambda: contact.due_ms, None):
        said += _noted(contact.tick(due), due, pressed_ms)

    assert all(later - earlier >= rules.repeat_ms for earlier, later in pairwise(pressed_ms))
    assert said.count(Said.PRESSED) <= sum(1 for _, move in moves if move == "close")
    assert not contact.is_held


def _noted(said: list[Said], now: int, pressed_ms: list[int]) -> list[Said]:
    pressed_ms += [now for word in said if word is Said.PRESSED]
    return said
