"""Whatever answers in the ledger's place: one clear problem, nothing lost, and the next good exchange ends equal."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from tests.network import busy
from tests.network.centres import good
from tests.network.checks import fails_with, held_whole
from tests.network.town import Kept, Town, living
from tests.network.weather import FAIR, Pace, Weather, http

PAGE = b"<!DOCTYPE html><html><title>Welcome to the Wi-Fi</title><form>Please sign in</form></html>"
TYPE = "Content-Type: text/html; charset=utf-8"
ANSWERS = {
    "a captive portal": (http("200 OK", PAGE, TYPE), "sign_in_page"),
    "a captive portal that sends elsewhere": (
        http("302 Found", b"", "Location: http://login.example/"),
        "sign_in_page",
    ),
    "a captive portal that says so": (http("511 Network Authentication Required", PAGE, TYPE), "sign_in_page"),
    "a web server that is something else": (http("200 OK", b"It works!"), "not_our_ledger"),
    "bytes of nobody": (http("200 OK", b"GHY1" + bytes(200)), "not_our_ledger"),
    "no bytes": (http("200 OK", b""), "not_our_ledger"),
    "no HTTP": (b"SSH-2.0-OpenSSH_9.2\r\n", "cut_off"),
    "nothing here": (http("404 Not Found", PAGE, TYPE), "not_our_ledger"),
    "too large": (http("413 Content Too Large", b""), "too_much_at_once"),
    "too often": (http("429 Too Many Requests", b"", "Retry-After: 30"), "try_later"),
    "a fault": (http("500 Internal Server Error", b"Traceback"), "ledger_trouble"),
    "a gateway": (http("502 Bad Gateway", PAGE, TYPE), "ledger_trouble"),
    "being looked after": (http("503 Service Unavailable", b"", "Retry-After: 120"), "try_later"),
    "a reply without end": (http("200 OK", bytes(2_000_000)), "not_our_ledger"),
}


@pytest.fixture(scope="module")
def one_town(kept_town: Kept, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """One town for all weathers: each leaves it as whole as it was."""
    with living(kept_town, tmp_path_factory.mktemp("weather") / "town") as town:
        yield town


@pytest.fixture
def worked(one_town: Town) -> Town:
    """Something waits to be sent at Elm House, and the weather is fair."""
    one_town.elm.line.becomes(FAIR)
    one_town.elm.works(lambda parts, centre: busy.help_out(parts, centre, Random(5), times=20))
    return one_town


@pytest.mark.parametrize("name", ANSWERS)
def test_somebody_else_answers(worked: Town, name: str) -> None:
    answer, problem = ANSWERS[name]
    to_send = good(worked.elm.pc.status())["to_send"]
    worked.elm.line.becomes(Weather(instead=answer))

    fails_with(worked.elm, problem)
    fails_with(worked.elm, problem)
    assert good(worked.elm.pc.status())["to_send"] == to_send > 0

    worked.elm.line.becomes(FAIR)
    assert good(worked.elm.pc.exchange())["sent"] == to_send
    held_whole(worked.ledger, [worked.elm.pc])


def test_a_reply_to_an_earlier_request_is_no_reply_to_this_one(worked: Town) -> None:
    worked.elm.line.forget()
    good(worked.elm.pc.exchange())
    reply = bytes(worked.elm.line.passed.down)
    worked.elm.works(lambda parts, centre: busy.help_out(parts, centre, Random(6), times=3))
    worked.elm.line.becomes(Weather(instead=reply))

    fails_with(worked.elm, "not_our_ledger")

    worked.elm.line.becomes(FAIR)
    assert good(worked.elm.pc.exchange())["sent"] == 3
    held_whole(worked.ledger, [worked.elm.pc])


def test_nobody_answers(worked: Town) -> None:
    worked.elm.line.becomes(Weather(is_down=True))
    fails_with(worked.elm, "no_connection", "cut_off")

    worked.elm.line.becomes(FAIR)
    worked.ledger.kill()
    fails_with(worked.elm, "no_connection", "cut_off")

    worked.ledger.start()
    assert good(worked.elm.pc.exchange())["sent"] == 20
    held_whole(worked.ledger, [worked.elm.pc])


def test_what_is_too_long_for_a_proxy_goes_through_in_smaller_parts(worked: Town) -> None:
    worked.elm.works(lambda parts, centre: busy.new_faces(parts, centre, Random(7), times=6))
    worked.elm.line.becomes(Weather(instead=http("413 Content Too Large", b""), beyond=20_000))

    told = good(worked.elm.pc.exchange())

    assert told["to_send"] == 0
    held_whole(worked.ledger, [worked.elm.pc])


@pytest.mark.parametrize("loss", [pytest.param(0.0, marks=pytest.mark.long), 0.05])
def test_a_slow_line_with_a_long_delay_carries_a_week(worked: Town, loss: float) -> None:
    worked.elm.works(lambda parts, centre: busy.help_out(parts, centre, Random(8), times=430))
    worked.elm.line.becomes(Weather(pace=Pace(delay_s=2.0, loss=loss, again_s=5.0)))

    assert good(worked.elm.pc.exchange())["sent"] == 450
    held_whole(worked.ledger, [worked.elm.pc])
