"""The doors of the screens at a venue's door: (screen, outcome) → next screen."""

from typing import Final

from desktop.views.turns import STAY

VENUE_DOORS: Final[dict[tuple[str, str], str]] = {
    ("door", "scanned"): "door_slip",
    ("door", "pasted"): "door_slip",
    ("door", "read_file"): "door_slip",
    ("door", "other_ways"): "door_ways",
    ("door_ways", "scanned"): "door_slip",
    ("door_ways", "pasted"): "door_slip",
    ("door_ways", "read_file"): "door_slip",
    ("door_ways", "not_good"): "door_verdict",
    ("door_ways", "type_code"): "door_code",
    ("door", "not_good"): "door_verdict",
    ("door", "type_code"): "door_code",
    ("door", "today"): "door_today",
    ("door", "what_is_sent"): "door_sent",
    ("door_sent", "send_now"): STAY,
    ("door_sent", "stop"): STAY,
    ("door_code", "typed"): "door_slip",
    ("door_code", "not_good"): "door_verdict",
    ("door_slip", "scanned"): STAY,
    ("door_slip", "take_it"): "door_taken",
    ("door_slip", "not_good"): "door_verdict",
    ("door_verdict", "scanned"): "door_slip",
    ("door_verdict", "not_good"): "door_verdict",
    ("door_verdict", "next_slip"): "door",
    ("door_verdict", "in_hand"): "door_slip",
    ("door_taken", "undo"): "door_undone",
    ("door_taken", "next_slip"): "door",
    ("door_taken", "scanned"): "door_slip",
    ("door_taken", "not_good"): "door_verdict",
    ("door_undone", "next_slip"): "door",
    ("door_undone", "scanned"): "door_slip",
    ("door_undone", "not_good"): "door_verdict",
    ("door_today", "one"): "door_taken",
}
