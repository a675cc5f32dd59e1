"""What a movement of credits did, as the words files call it."""

from desktop.services.seen import MovementSeen


def turn_of(movement: MovementSeen) -> str:
    """came, went, waits or undone: the end of a key under `history`."""
    if movement.is_undone:
        return "undone"
    if movement.is_waiting:
        return "waits"
    return "came" if movement.minutes >= 0 else "went"
