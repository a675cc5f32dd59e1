"""The lines of a PC that has joined: what is sent, how old the keys are, the network's places, and the stick."""

from desktop.services.network import NetworkSeen
from desktop.views.kit.art import Symbol
from desktop.views.kit.rows import Action, Row
from desktop.views.parts.joining import LineSeen
from desktop.views.parts.network_words import sent_or_not, when
from desktop.views.texts import Texts


def network_rows(network: NetworkSeen, line: LineSeen, texts: Texts) -> list[Row]:
    """What there is to look at and to do; the key of an action is the outcome it takes. A door takes no places."""
    rows = [_sent(network, line, texts), _keys(network, texts)]
    if not network.name:
        places, what = texts("staff.network.places"), texts("staff.network.places_line")
        rows.append(Row("places", places, what, Symbol("om:1F3E2"), (Action("places", texts("staff.open")),)))
    files = (Action("write_file", texts("staff.network.write")), Action("read_file", texts("staff.network.read")))
    carry, how = texts("staff.network.carry"), texts("staff.network.carry_line")
    return [*rows, Row("stick", carry, how, Symbol("gh:stick"), files)]


def _sent(network: NetworkSeen, line: LineSeen, texts: Texts) -> Row:
    if line.what:
        stop = Action("stop", texts("staff.network.stop"))
        return Row("sent", line.words(texts), "", Symbol("gh:hourglass"), (stop,))
    send = Action("send_now", texts("staff.network.send"), strong=True)
    return Row("sent", sent_or_not(network, texts), line.wrong, Symbol("om:1F4E4"), (send,))


def _keys(network: NetworkSeen, texts: Texts) -> Row:
    age = texts("staff.network.never_met")
    if network.met_ms:
        since = when(network.met_ms, network.now_ms, texts)
        known = texts.count("staff.network.keys_known", network.keys)
        age = texts("staff.network.keys_age", when=since, keys=known)
    return Row("keys", texts("staff.network.keys"), age, Symbol("om:1F511"))
