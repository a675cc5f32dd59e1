"""From how somebody likes to press, as their settings say it, to the rules of switches and pointers."""

from desktop.settings import Settings
from desktop.views.inputs.rules import Moves, Order, PointerRules, ScanRules, SwitchRules
from ledger.domain.access import PressOn, ScanOrder, ScanWay, Way

STARTS_AT_MS = 2_000
"""How fast the scan goes that a first press of a switch starts where nobody has said that they use one."""


def uses_switches(settings: Settings) -> bool:
    """Whether whoever sits here has said that they use a switch."""
    return settings.way in (Way.ONE_SWITCH, Way.TWO_SWITCHES)


def scan_rules(settings: Settings) -> ScanRules:
    """How the scan goes; for those who did not say that they use a switch, as one that just comes up to a PC needs it.

    Two switches on one key are one.
    """
    if not uses_switches(settings):
        return ScanRules(item_ms=STARTS_AT_MS, first_ms=STARTS_AT_MS)
    is_two = settings.way is Way.TWO_SWITCHES and settings.first_switch != settings.second_switch
    return ScanRules(
        switches=2 if is_two else 1,
        moves=Moves.BY_STEP if settings.scan_way is ScanWay.BY_STEP else Moves.BY_ITSELF,
        order=Order.ONE_BY_ONE if settings.scan_order is ScanOrder.ONE_BY_ONE else Order.ROWS,
        item_ms=settings.scan_ms,
        first_ms=max(settings.first_item_ms, settings.scan_ms),
        rounds=settings.rounds,
    )


def switch_rules(settings: Settings) -> SwitchRules:
    """How a switch becomes a press."""
    if not uses_switches(settings):
        return SwitchRules()
    return SwitchRules(
        accept_ms=settings.acceptance_ms, repeat_ms=settings.repeat_ms, on_up=settings.press_on is PressOn.UP
    )


def pointer_rules(settings: Settings) -> PointerRules:
    """How a finger or a mouse becomes a press."""
    return PointerRules(
        on_down=settings.press_on is PressOn.DOWN,
        hold_ms=settings.hold_ms,
        repeat_ms=settings.repeat_ms,
        dwell_ms=settings.dwell_ms if settings.way is Way.DWELL else 0,
    )
