"""What the switches at a PC press, for staff to choose from."""

from typing import Final

from desktop.settings import Settings
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


def shares_a_key(settings: Settings) -> bool:
    """Whether both switches press the same key: no press of the second can be told from one of the first."""
    return settings.first_switch == settings.second_switch


def switch_fields(first: str, second: str, look: Look, texts: Texts) -> tuple[ChoiceField, ChoiceField]:
    """The lists of both switches; the second says so while they press the same key."""
    fields = switch_field("first_switch", first, look, texts), switch_field("second_switch", second, look, texts)

    def tell() -> None:
        is_one = fields[0].value() == fields[1].value()
        fields[1].say(texts("staff.switches.one_key") if is_one else "")

    for field in fields:
        field.changed.connect(tell)
    tell()
    return fields


def switch_field(which: str, now: str, look: Look, texts: Texts) -> ChoiceField:
    """A list of keys for "first_switch" or "second_switch". now: what is set; it is in the list, whatever it is."""
    keys = [(key, texts(f"staff.switches.{words}")) for key, words in _NAMED.items()]
    keys += [(f"f{number}", f"F{number}") for number in range(1, _MOST_F + 1)]
    if now not in dict(keys):
        keys.append((now, now))
    return ChoiceField(texts(f"staff.switches.{which}"), look, list[tuple[object, str]](keys), value=now)
