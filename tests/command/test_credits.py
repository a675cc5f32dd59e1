"""Time given, thanked with and put right by command: every odd amount and wrong id is told, and nothing moves."""

import pytest

from tests.command.typed import Typist


def test_time_counts_at_once_and_is_read_back(desk: Typist) -> None:
    ann, bob, task = desk.id("members", "Ann"), desk.id("members", "Bob"), desk.id("tasks", "Swept up")
    said = desk.asks("contribute", "--member", ann, "--task", task, "--minutes", 240, "--with", bob)
    assert (said["minutes"], said["available_minutes"], said["waiting_minutes"]) == (240, 240, 0)
    assert desk.asks("credits", "--member", ann.upper()) == {
        "id": ann,
        "available_minutes": 240,
        "waiting_minutes": 0,
    }
    assert desk.asks("credits")["credits"][1] == {
        "id": bob,
        "name": "Bob",
        "available_minutes": 0,
        "waiting_minutes": 0,
    }
    assert desk.plain("credits").out.splitlines()[0] == f"{ann}  Ann  240  0"


@pytest.mark.parametrize("minutes", ["0", "-15", "1000000000", "7", "1455", "-1000000000"])
def test_minutes_that_are_no_steps_change_nothing(desk: Typist, minutes: str) -> None:
    ann, bob, task = desk.id("members", "Ann"), desk.id("members", "Bob"), desk.id("tasks", "Swept up")
    desk.earns("Ann")
    for command in (
        ("contribute", "--member", ann, "--task", task),
        ("gift", "--from", ann, "--to", bob),
    ):
        says = desk.refused(*command, "--minutes", minutes, problem="bad_minutes")
        assert says.startswith(f"{minutes} minutes cannot be recorded. Use steps of 15")
    assert desk.has() == {"Ann": 600, "Bob": 0, "Cath": 0}


@pytest.mark.parametrize("minutes", ["1.5", "abc", "", "1e3", "15 min", "٣٠", "1_5", "9" * 5000, "−15"])
def test_what_is_no_number_is_wrong_usage(desk: Typist, minutes: str) -> None:
    ids = "--member", desk.id("members", "Ann"), "--task", desk.id("tasks", "Swept up")
    answer = desk.asks("contribute", *ids, f"--minutes={minutes}", code=2)
    assert answer["problem"] == "wrong_usage"
    assert "is no whole number" in answer["message"]


def test_an_id_of_another_kind_is_nobody(desk: Typist) -> None:
    ann, task = desk.id("members", "Ann"), desk.id("tasks", "Swept up")
    jo, art, pool = desk.id("workers", "Jo"), desk.id("offers", "Art"), desk.id("venues", "Pool")
    for member in (task, jo, art, pool, f"{ann}0", f"{'0' * 26}-3"):
        desk.refused("contribute", "--member", member, "--task", task, "--minutes", 15, problem="not_found")
        desk.refused("gift", "--from", ann, "--to", member, "--minutes", 0, problem="bad_minutes")
        desk.refused("gift", "--from", member, "--to", ann, "--minutes", 15, problem="not_found")
        desk.refused("credits", "--member", member, problem="not_found", says="There is no member")
    for other in (ann, art, jo):
        desk.refused("contribute", "--member", ann, "--task", other, "--minutes", 15, problem="not_found")
    assert desk.is_sound()


@pytest.mark.parametrize("text", ["", "zz", "a-0", "🙂", f"{'0' * 26}-1x", "..", "1" * 4000])
def test_what_is_no_id_is_told(desk: Typist, text: str) -> None:
    desk.refused("credits", f"--member={text}", problem="bad_input", says="is no id")
    desk.refused("put-right", "--why=x", text, problem="bad_input", says="is no id")


def test_nobody_is_with_themselves_or_twice(desk: Typist) -> None:
    ann, bob = desk.id("members", "Ann"), desk.id("members", "Bob")
    command = "contribute", "--member", ann, "--task", desk.id("tasks", "Swept up"), "--minutes", 15
    desk.refused(*command, "--with", ann, problem="bad_input")
    desk.refused(*command, "--with", bob, "--with", bob, problem="bad_input")
    desk.refused(*command, "--with", desk.id("workers", "Jo"), problem="not_found")
    assert desk.has()["Ann"] == 0


def test_gifts_move_wait_or_are_refused(desk: Typist) -> None:
    ann, bob, cath = (desk.id("members", name) for name in ("Ann", "Bob", "Cath"))
    desk.earns("Ann")
    first = desk.asks("gift", "--from", ann, "--to", bob, "--minutes", 60)
    assert (first["is_waiting"], first["available_minutes"]) == (False, 540)
    assert desk.asks("gift", "--from", ann, "--to", bob, "--minutes", 300)["is_waiting"] is True
    desk.refused("gift", "--from", ann, "--to", ann, "--minutes", 15, problem="not_allowed", says="themselves")
    desk.refused("gift", "--from", cath, "--to", bob, "--minutes", 15, problem="not_enough", says="0 are there")
    assert desk.has() == {"Ann": 540, "Bob": 60, "Cath": 0}
    assert desk.asks("credits", "--member", bob)["waiting_minutes"] == 300
    assert desk.is_sound()


def test_putting_right_needs_a_reason_and_happens_once(desk: Typist) -> None:
    fact, ann = desk.earns("Ann", 60), desk.id("members", "Ann")
    for why in ("", "  ", "\n"):
        desk.refused("put-right", fact, "--why", why, problem="bad_input", says="reason is missing")
    desk.refused("put-right", fact, "--why", "x" * 2001, problem="bad_input", says="longer than 2000")
    assert desk.has()["Ann"] == 60
    done = desk.asks("put-right", fact, "--why", "It was\nBob 🙂")
    assert (done["member_minutes"], done["goodwill_minutes"]) == (-60, 0)
    desk.refused("put-right", fact, "--why", "again", problem="not_allowed", says="before")
    desk.refused("put-right", done["fact"], "--why", "back", problem="not_allowed")
    for still in (ann, desk.id("offers", "Art")):
        desk.refused("put-right", still, "--why", "x", problem="not_allowed", says="moved no minutes")
    desk.refused("put-right", f"{ann}999", "--why", "x", problem="not_found")
    assert desk.has()["Ann"] == 0
    assert desk.is_sound()


def test_goodwill_bears_what_was_given_on(desk: Typist) -> None:
    fact = desk.earns("Ann", 60)
    desk.asks("gift", "--from", desk.id("members", "Ann"), "--to", desk.id("members", "Bob"), "--minutes", 45)
    done = desk.asks("put-right", fact, "--why", "It was another day")
    assert (done["member_minutes"], done["goodwill_minutes"]) == (-15, 45)
    assert desk.has() == {"Ann": 0, "Bob": 45, "Cath": 0}
    assert desk.is_sound()
