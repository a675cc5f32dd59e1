"""Slips by command: printed, shown in every way a slip can be shown, handed in once, made void."""

from pathlib import Path
from typing import Any

import pytest

from desktop.bootstrap import open_centre
from desktop.clock import WallClock
from desktop.settings import Settings, save
from desktop.store.files import write_whole
from ledger.domain.names import FactId
from tests.command.typed import Typist, pictures_of

Slip = dict[str, Any]


def printed(desk: Typist, out: Path, *, count: int = 1, minutes: int = 60, member: str = "") -> list[Slip]:
    whose = ("--member", desk.id("members", member)) if member else ("--thanks",)
    answer = desk.asks("slips", "print", *whose, "--count", count, "--minutes", minutes, "--out", out)
    assert answer["file"] == str(out)
    found: list[Slip] = answer["slips"]
    return found


def outcome(desk: Typist, text: object) -> str:
    """What `check` answers; its exit code is 0 for a good slip alone."""
    told = desk.types("admin", "slips", "check", text, "--data", desk.folder)
    said = told.out.splitlines()[0].removeprefix("Outcome: ")
    assert told.code == (0 if said in {"ok", "ok_check"} else 1)
    return said


def test_slips_come_out_of_credits_and_go_back_in(desk: Typist, tmp_path: Path) -> None:
    desk.earns("Ann", 180)
    slips = printed(desk, tmp_path / "slips.pdf", count=2, member="Ann")
    assert (tmp_path / "slips.pdf").read_bytes().startswith(b"%PDF")
    assert [set(slip) for slip in slips] == [{"token", "code", "minutes"}] * 2
    assert desk.has()["Ann"] == 60

    bob, cath, art = desk.id("members", "Bob"), desk.id("members", "Cath"), desk.id("offers", "Art")
    first = desk.asks("slips", "redeem", slips[0]["token"], "--to-member", bob)
    assert (first["outcome"], first["minutes"], first["available_minutes"]) == ("ok", 60, 60)
    again = desk.asks("slips", "redeem", slips[0]["code"], "--to-member", bob, code=1)
    assert again["outcome"] in {"already", "used"}
    assert again["when"].startswith("20")
    assert desk.asks("slips", "redeem", slips[0]["token"], "--to-member", cath, code=1)["outcome"] in {
        "already",
        "used",
    }
    assert desk.asks("slips", "redeem", slips[1]["token"], "--offer", art)["outcome"] == "ok"
    assert desk.asks("slips", "redeem", slips[1]["token"], "--offer", art, code=1)["outcome"] in {"already", "used"}
    desk.refused("slips", "void", slips[1]["token"], "--why", "x", problem="not_allowed", says="handed in already")
    assert desk.has() == {"Ann": 60, "Bob": 60, "Cath": 0}
    assert desk.is_sound()


def test_a_slip_is_known_however_it_is_typed(desk: Typist, tmp_path: Path) -> None:
    slip = printed(desk, tmp_path / "s.pdf")[0]
    token, code = slip["token"], slip["code"]
    alike = code.replace("0", "O").replace("1", "I")
    for text in (
        token,
        token.lower(),
        f" {token[:40]}\n{token[40:]}\r\n",
        code,
        code.lower(),
        code.replace("-", ""),
        code.replace("-", " "),
        alike,
        alike.replace("I", "L").lower(),
    ):
        assert outcome(desk, text) == "ok", text


def test_what_is_no_slip_is_not_a_slip(desk: Typist, tmp_path: Path) -> None:
    slip = printed(desk, tmp_path / "s.pdf")[0]
    token, code = slip["token"], slip["code"]
    wrong = "A" if code[-1] != "A" else "B"
    swapped = next(
        code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        for at in range(len(code) - 1)
        if code[at] != code[at + 1] and "-" not in code[at : at + 2]
    )
    for text in (
        "",
        "hello",
        "https://example.org/TC1",
        "WIFI:S:centre;;",
        token[:100],
        f"{token}0",
        token.replace("TC1", "TC2", 1),
        code[:-1] + wrong,
        code[:-3],
        swapped,
        "TC1",
        "x" * 100_000,
        "🙂",
        "\uff34" + token[1:],
        str(tmp_path),
        "-7",
        "/dev/zero",
    ):
        assert outcome(desk, text) == "not_a_slip", text


def test_no_changed_letter_of_a_token_passes(desk: Typist, tmp_path: Path) -> None:
    token = printed(desk, tmp_path / "s.pdf")[0]["token"]
    parts = open_centre(desk.folder, WallClock())
    for at in range(3, len(token)):
        letter = "Z" if token[at] != "Z" else "0"
        changed = token[:at] + letter + token[at + 1 :]
        assert parts.services.slips.check(changed).outcome in {"not_a_slip", "foreign"}, at
    parts.close()


def test_another_networks_slip_is_foreign(desk: Typist, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hillside = Typist(tmp_path / "hillside", capsys)
    hillside.asks("new", "--name", "Hillside", "--staff-pin", "1234")
    slip = printed(hillside, tmp_path / "theirs.pdf")[0]
    bob = desk.id("members", "Bob")
    for text in (slip["token"], slip["code"]):
        assert outcome(desk, text) == "foreign"
        assert desk.asks("slips", "redeem", text, "--to-member", bob, code=1) == {"outcome": "foreign", "minutes": 0}
        desk.refused("slips", "void", text, "--why", "x", problem="not_found")
    assert desk.has()["Bob"] == 0


def test_practice_pays_for_nothing(desk: Typist, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    practice = Typist(tmp_path / "practice", capsys)
    practice.asks("new", "--name", "Practice", "--staff-pin", "1234", "--practice")
    slip = printed(practice, tmp_path / "practice.pdf")[0]
    assert practice.asks("keys", "list")["keys"] == []
    assert outcome(practice, slip["token"]) == "ok"
    assert outcome(desk, slip["token"]) in {"foreign", "not_a_slip"}


def test_a_void_slip_stays_void_and_its_minutes_come_back(desk: Typist, tmp_path: Path) -> None:
    desk.earns("Ann", 60)
    slip = printed(desk, tmp_path / "s.pdf", member="Ann")[0]
    for why in ("", " "):
        desk.refused("slips", "void", slip["code"], "--why", why, problem="bad_input", says="reason is missing")
    desk.refused("slips", "void", "half-typed", "--why", "lost", problem="not_found")
    assert (
        desk.asks("slips", "void", slip["code"].lower(), "--why", "lost", "--paper")["voided"] == slip["code"].lower()
    )
    desk.refused("slips", "void", slip["code"], "--why", "lost", problem="not_allowed", says="void already")
    assert outcome(desk, slip["token"]) == "void"
    bob = desk.id("members", "Bob")
    assert desk.asks("slips", "redeem", slip["token"], "--to-member", bob, code=1)["outcome"] == "void"
    assert desk.has() == {"Ann": 60, "Bob": 0, "Cath": 0}
    assert desk.is_sound()


def test_a_slip_and_its_offer_must_fit(desk: Typist, tmp_path: Path) -> None:
    one, two = printed(desk, tmp_path / "s.pdf", count=2, minutes=120)
    small = printed(desk, tmp_path / "t.pdf")[0]
    art, swim, walk = (desk.id("offers", name) for name in ("Art", "Swimming", "Walk in the park"))
    bob = desk.id("members", "Bob")
    redeem = "slips", "redeem"
    desk.refused(*redeem, small["code"], "--offer", swim, problem="not_enough", says="costs 90")
    desk.refused(*redeem, small["code"], "--offer", walk, problem="not_allowed", says="costs nothing")
    desk.refused(*redeem, one["code"], "--offer", art, problem="not_allowed", says="whose credits the rest")
    desk.refused(*redeem, one["code"], "--to-member", bob, "--rest-to", bob, problem="bad_input", says="--offer")
    for wrong in ("", "zz"):
        desk.refused(*redeem, one["code"], f"--to-member={wrong}", problem="bad_input", says="is no id")
        desk.refused(*redeem, one["code"], f"--offer={wrong}", problem="bad_input", says="is no id")
    desk.refused(*redeem, one["code"], "--to-member", art, problem="not_found")
    desk.refused(*redeem, one["code"], "--offer", bob, problem="not_found")
    assert desk.asks(*redeem, one["code"], "--offer", art, "--rest-to", bob)["available_minutes"] == 60
    assert desk.asks(*redeem, two["code"], "--offer", swim, "--rest-to", bob)["available_minutes"] == 90
    assert desk.is_sound()


@pytest.mark.parametrize(
    ("count", "minutes", "problem"),
    [
        (0, 60, "bad_input"),
        (-1, 60, "bad_input"),
        (401, 60, "bad_input"),
        (10_000, 60, "bad_input"),
        (1, 0, "bad_minutes"),
        (1, -60, "bad_minutes"),
        (1, 15, "bad_minutes"),
        (1, 1_000_000_000, "bad_minutes"),
        (3, 60, "not_enough"),
    ],
)
def test_amounts_no_slip_can_have(desk: Typist, tmp_path: Path, count: int, minutes: int, problem: str) -> None:
    desk.earns("Ann", 120)
    ann, out = desk.id("members", "Ann"), tmp_path / "no.pdf"
    ask = "slips", "print", "--member", ann, "--count", count, "--minutes", minutes, "--out", out
    desk.refused(*ask, problem=problem)
    assert not out.exists()
    assert desk.has()["Ann"] == 120


def test_nothing_is_taken_for_a_paper_that_cannot_be(desk: Typist, tmp_path: Path) -> None:
    desk.earns("Ann", 120)
    whose = "slips", "print", "--member", desk.id("members", "Ann"), "--count", 1, "--minutes", 60, "--out"
    ring = tmp_path / "ring"
    ring.symlink_to(tmp_path / "ring")
    for out in (tmp_path, tmp_path / "missing" / "x.pdf", desk.folder / "goodhour.db", desk.folder / "x.pdf", ring):
        desk.refused(*whose, out, problem="bad_input")
    for nonsense in ("", " ", "x" * 300, "nul\0.pdf"):
        assert desk.asks(*whose, nonsense, code=2)["problem"] == "wrong_usage"
    # An empty --member is nobody: it must not print thank-you slips, which make new minutes.
    no_one = "slips", "print", "--member=", "--count", 1, "--minutes", 60, "--out", tmp_path / "x.pdf"
    desk.refused(*no_one, problem="bad_input", says="is no id")
    assert desk.has()["Ann"] == 120
    assert desk.is_sound()


def test_a_paper_that_fails_at_last_makes_its_slips_void(desk: Typist, tmp_path: Path) -> None:
    desk.earns("Ann", 120)
    out = tmp_path / ("x" * 230 + ".pdf")
    (tmp_path / f".{out.name}.new").mkdir()  # in the way of what is written first
    ask = "slips", "print", "--member", desk.id("members", "Ann"), "--count", 2, "--minutes", 60, "--out", out
    desk.refused(*ask, problem="not_written", says="made void at once: nothing was taken")
    assert not out.exists()
    assert desk.has()["Ann"] == 120
    assert desk.is_sound()


def test_slips_are_read_off_pictures(desk: Typist, tmp_path: Path) -> None:
    slip = printed(desk, tmp_path / "one.pdf")[0]
    printed(desk, tmp_path / "two.pdf", count=2)
    one, two = pictures_of(tmp_path / "one.pdf")[0], pictures_of(tmp_path / "two.pdf")[0]
    assert outcome(desk, one) == "ok"
    desk.refused("slips", "check", two, problem="not_allowed", says="There are 2 slips in this picture")
    bob = desk.id("members", "Bob")
    assert desk.asks("slips", "redeem", one, "--to-member", bob)["available_minutes"] == 60
    assert outcome(desk, slip["token"]) in {"already", "used"}
    assert desk.has()["Bob"] == 60


def test_files_that_show_no_slip(desk: Typist, tmp_path: Path) -> None:
    from PIL import Image  # noqa: PLC0415  only here

    printed(desk, tmp_path / "slip.pdf")
    blank, text, empty = tmp_path / "blank.png", tmp_path / "text.png", tmp_path / "empty.png"
    Image.new("RGB", (300, 300), "white").save(blank)
    write_whole(text, b"hello")
    write_whole(empty, b"")
    for file, says in (
        (blank, "no slip to be read"),
        (text, "no picture"),
        (empty, "no picture"),
        (tmp_path / "slip.pdf", "This is a PDF"),
    ):
        desk.refused("slips", "check", file, problem="bad_input", says=says)
        answer = desk.asks("slips", "redeem", file, "--to-member", desk.id("members", "Bob"), code=1)
        assert (answer["outcome"], answer["minutes"]) == ("not_a_slip", 0)
    desk.refused("slips", "check", tmp_path / "gone.png", problem="not_found", says="There is no file")
    with (tmp_path / "huge.png").open("wb") as huge:
        huge.truncate(200_000_000)
    desk.refused("slips", "check", tmp_path / "huge.png", problem="bad_input", says="larger than 50 MB")


def test_a_slip_for_one_place_is_for_that_place(desk: Typist) -> None:
    desk.earns("Ann", 120)
    ann, swimming = desk.id("members", "Ann"), desk.id("offers", "Swimming")
    parts = open_centre(desk.folder, WallClock())
    spending = parts.services.spending
    sitting = parts.services.sittings.begin(FactId.from_text(ann))
    plan = spending.say_yes(sitting, spending.plan_for(sitting, FactId.from_text(swimming))).plan
    slip = spending.sheet(plan).slip
    parts.close()
    assert slip is not None
    token = slip.token
    checked = desk.asks("slips", "check", token, code=1)
    assert (checked["outcome"], checked["minutes"], checked["place"]) == ("wrong_place", 90, "Pool")
    bob, art = desk.id("members", "Bob"), desk.id("offers", "Art")
    for target in (("--to-member", bob), ("--offer", art)):
        assert desk.asks("slips", "redeem", token, *target, code=1)["outcome"] == "wrong_place"
    assert desk.asks("slips", "redeem", token, "--offer", swimming)["outcome"] == "ok"
    assert desk.has() == {"Ann": 30, "Bob": 0, "Cath": 0}
    assert desk.is_sound()


def test_slips_speak_the_language_the_pc_is_set_to(desk: Typist, tmp_path: Path) -> None:
    for language, title in (("en", "Slips"), ("cy", "Slipiau")):
        save(desk.folder, Settings(language=language))
        out = tmp_path / f"{language}.pdf"
        printed(desk, out)
        assert title.encode("utf-16-be") in out.read_bytes()
