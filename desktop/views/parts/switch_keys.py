"""What the switches at a PC press, for staff to choose from."""

from typing import Final

from desktop.views.kit.fields import ChoiceField
from desktop.views.texts import Texts
from desktop.views.theme import Look

_NAMED: Final = {
    "space": "space",
    "enter": "enter",
    "mouse-left": "mouse_left",
    "mouse-right": "mouse_right",
    "any": "any_key",
}
_MOST_F: Final = 12


def switch_field(which: str, now: str, look: Look, texts: Texts) -> ChoiceField:
    """A list of keys for "first_switch" or "second_switch". now: what is set; it is in the list, whatever it is."""
    keys = [(key, texts(f"staff.switches.{words}")) for key, words in _NAMED.items()]
    keys += [(f"f{number}", f"F{number}") for number in range(1, _MOST_F + 1)]
    if now not in dict(keys):
        keys.append((now, now))
    return ChoiceField(texts(f"staff.switches.{which}"), look, list[tuple[object, str]](keys), value=now)
