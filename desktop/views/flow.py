"""The map of all doors: (screen, outcome) → next screen. Data, tested as data.

A screen's outcomes are its own signals and its `answers`; each needs a door here. The usual ones (back, home, finish,
help, photo) have a door everywhere, unless a screen names another.
"""

from typing import Final

from desktop.views.doors_staff import STAFF_DOORS
from desktop.views.doors_venue import VENUE_DOORS
from desktop.views.turns import BACK, RESUME, SHOW_ROUND, STAY

__all__ = ["BACK", "BEGINNINGS", "DOORS", "EVERYWHERE", "FIRST", "RESUME", "SHOW_ROUND", "START", "STAY", "door"]

FIRST: Final = "opening"
START: Final = "who_group"
BEGINNINGS: Final = (START, "home", "door")  # nothing lies before them
ASIDE: Final = ("help", "get_worker")  # no steps on the way: Back leads to where they were asked for
UNDER_COVER: Final = ("problem", "one_moment", "still_here")  # shown by the window itself, never by a door

EVERYWHERE: Final[dict[str, str]] = {
    "back": BACK,
    "home": "home",
    "finish": "who_group",
    "help": "help",
    "photo": "me",
    "speak": STAY,
    "to_today": "staff_today",
    "to_people": "staff_people",
    "to_tasks": "staff_tasks",
    "to_offers": "staff_offers",
    "to_slips": "staff_slips",
    "to_import": "staff_import",
    "to_settings": "staff_settings",
    "to_about": "staff_about",
    "lock": "who_group",
}

DOORS: Final[dict[tuple[str, str], str]] = {
    # ---- sign in, home, problems ----
    ("opening", "ready"): "who_group",
    ("opening", "no_centre"): "first_start",
    ("opening", "five_words"): "five_words",
    ("opening", "sheet"): "first_sheet",
    ("opening", "trouble"): "first_problem",
    ("opening", "door"): "door",
    ("who_group", "group"): "who_face",
    ("who_group", "one_group"): "who_face",
    ("who_group", "practice"): "home",
    ("who_group", "staff"): "staff_pin",
    ("who_face", "face"): "home",
    ("who_face", "resumed"): RESUME,
    ("who_face", "practice"): "home",
    ("who_face", "staff"): "staff_pin",
    ("home", "helped"): "what_helped",
    ("home", "credits"): "my_credits",
    ("home", "spend"): "spend",
    ("home", "scanned"): "slip_ok",
    ("home", "not_good"): "slip_verdict",
    ("problem", "worker"): "get_worker",
    ("still_here", "yes"): BACK,
    ("still_here", "somebody_else"): "who_group",
    # ---- member: I helped ----
    ("what_helped", "task"): "how_long",
    ("what_helped", "something_else"): "something_else",
    ("something_else", "chosen"): "how_long",
    ("something_else", "kinds"): "picture_groups",
    ("something_else", "not_here"): "not_here",
    ("picture_groups", "group"): "group_pictures",
    ("group_pictures", "chosen"): "how_long",
    ("not_here", "chosen"): "how_long",
    ("not_here", "take_photo"): "take_photo",
    ("take_photo", "taken"): "how_long",
    ("how_long", "chosen"): "with_whom",
    ("with_whom", "alone"): "thank_you",
    ("with_whom", "person"): "thank_you",
    ("with_whom", "ask_again"): "another_time",
    ("another_time", "again"): "thank_you",
    ("another_time", "same"): "home",
    ("thank_you", "undo"): "undone",
    # ---- member: me, credits ----
    ("me", "someone"): "supporter",
    ("me", "alone"): "home",
    ("me", "leave"): "who_group",
    ("supporter", "person"): "home",
    ("supporter", "somebody_new"): "home",
    ("my_credits", "helped"): "what_helped",
    ("my_credits", "where_from"): "where_from",
    ("my_credits", "use_slip"): "use_slip",
    ("my_credits", "thank"): "thank_who",
    ("my_credits", "spend"): "spend",
    ("my_credits", "scanned"): "slip_ok",
    ("my_credits", "not_good"): "slip_verdict",
    ("where_from", "one"): "movement",
    ("movement", "take_back"): "undone",
    ("thank_who", "person"): "thank_how_many",
    ("thank_how_many", "chosen"): "thank_yes",
    ("thank_yes", "yes"): "thank_done",
    ("thank_yes", "no"): "home",
    ("thank_done", "undo"): "undone",
    # ---- member: spend ----
    ("spend", "offer"): "plan",
    ("spend", "not_yet"): "not_yet",
    ("spend", "others"): "spend_groups",
    ("spend", "plans"): "my_plans",
    ("spend_groups", "group"): "spend_list",
    ("spend_list", "offer"): "plan",
    ("spend_list", "not_yet"): "not_yet",
    ("not_yet", "keep"): STAY,
    ("not_yet", "let_go"): STAY,
    ("not_yet", "helped"): "what_helped",
    ("plan", "who"): "change_who",
    ("plan", "way"): "change_way",
    ("plan", "when"): "change_when",
    ("plan", "yes"): "booked",
    ("plan", "keep"): "spend",
    ("change_who", "person"): "plan",
    ("change_who", "alone"): "plan",
    ("change_way", "chosen"): "plan",
    ("change_when", "day"): "change_time",
    ("change_when", "any_day"): "plan",
    ("change_time", "chosen"): "plan",
    ("booked", "print_it"): "came_out",
    ("booked", "at_printer"): "at_printer",
    ("booked", "undo"): "undone",
    ("came_out", "yes"): "plan_done",
    ("came_out", "again"): STAY,
    ("came_out", "put_back"): "undone",
    ("at_printer", "again"): "came_out",
    ("my_plans", "plan"): "my_plan",
    ("my_plan", "cancel"): "undone",
    ("my_plan", "print_it"): "came_out",
    ("my_plan", "at_printer"): "at_printer",
    # ---- member: use a slip, help ----
    ("use_slip", "scanned"): "slip_ok",
    ("use_slip", "type_code"): "slip_code",
    ("use_slip", "not_good"): "slip_verdict",
    ("slip_code", "typed"): "slip_ok",
    ("slip_code", "not_good"): "slip_verdict",
    ("slip_ok", "into"): "slip_into",
    ("slip_ok", "spend"): "slip_offers",
    ("slip_ok", "not_good"): "slip_verdict",
    ("slip_into", "undo"): "undone",
    ("slip_offers", "offer"): "slip_yes",
    ("slip_yes", "yes"): "slip_spent",
    ("slip_yes", "no"): "my_credits",
    ("slip_yes", "not_good"): "slip_verdict",
    ("slip_spent", "undo"): "undone",
    ("slip_verdict", "worker"): "get_worker",
    ("help", "show_me"): SHOW_ROUND,
    ("help", "worker"): "get_worker",
    ("get_worker", "here"): BACK,
    **STAFF_DOORS,
    **VENUE_DOORS,
}


def door(screen: str, outcome: str) -> str:
    """The screen behind an outcome.

    Raises:
        KeyError: the map has no such door.
    """
    return DOORS[screen, outcome] if (screen, outcome) in DOORS else EVERYWHERE[outcome]
