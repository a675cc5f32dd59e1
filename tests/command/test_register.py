"""The register of slips and the keys that sign them, by command."""

import csv
from pathlib import Path

from tests.command.test_slips import outcome, printed
from tests.command.typed import Typist, pictures_of


def test_slips_that_are_out_are_listed_and_written_for_a_spreadsheet(desk: Typist, tmp_path: Path) -> None:
    desk.earns("Ann", 120)
    own = printed(desk, tmp_path / "a.pdf", member="Ann")[0]
    thanks = printed(desk, tmp_path / "t.pdf", count=2)

    told = desk.asks("slips", "list", "--out", tmp_path / "out.csv")

    assert {slip["code"] for slip in told["slips"]} == {own["code"], *(slip["code"] for slip in thanks)}
    assert told["by_value"] == [{"minutes_each": 60, "slips": 3, "minutes": 180}]
    assert told["by_age"] == [{"most_days": 7, "slips": 3, "minutes": 180}]
    assert (told["minutes"], told["void_waiting"], told["file"]) == (180, 0, str(tmp_path / "out.csv"))
    assert [sheet["slips"] for sheet in told["sheets"]] == [2]
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()))
    assert [row["code"] for row in rows] == [slip["code"] for slip in told["slips"]]
    assert f"{own['code']}  60 minutes  0 days old, from Ann's credits" in desk.plain("slips", "list").out
    desk.refused("slips", "list", "--out", desk.folder / "x.csv", problem="bad_input")


def test_a_slip_comes_out_again_the_same_and_marked(desk: Typist, tmp_path: Path) -> None:
    slip = printed(desk, tmp_path / "s.pdf")[0]

    again = desk.asks("slips", "reprint", slip["code"].lower(), "--out", tmp_path / "again.pdf")

    assert (again["token"], again["code"]) == (slip["token"], slip["code"])
    assert outcome(desk, pictures_of(tmp_path / "again.pdf")[0]) == "ok"
    assert desk.asks("slips", "list")["slips"][0]["printed_again"] == 1
    desk.asks("slips", "void", slip["code"], "--why", "worn", "--paper")
    once_more = "slips", "reprint", slip["code"], "--out", tmp_path / "x.pdf"
    desk.refused(*once_more, problem="not_allowed", says="void already")
    desk.refused("slips", "reprint", "nonsense", "--out", tmp_path / "x.pdf", problem="not_found")
    desk.refused("slips", "reprint", slip["code"], "--out", tmp_path / "no" / "x.pdf", problem="bad_input")


def test_a_lost_sheet_is_void_by_any_code_on_it(desk: Typist, tmp_path: Path) -> None:
    desk.earns("Ann", 600)
    slips = printed(desk, tmp_path / "s.pdf", count=9, member="Ann")
    void = "slips", "void-sheet"
    desk.refused(*void, slips[5]["code"], "--why", " ", problem="bad_input", says="reason")

    told = desk.asks(*void, slips[5]["code"], "--why", "Lost on the bus")

    assert (told["voided"], told["minutes"], told["waiting"]) == (8, 480, 0)
    assert desk.has()["Ann"] == 540
    assert [outcome(desk, slip["token"]) for slip in slips] == ["void"] * 8 + ["ok"]
    desk.refused(*void, told["sheet"], "--why", "Again", problem="not_found")
    desk.refused(*void, slips[8]["code"], "--why", "Alone", problem="not_found", says="No sheet")
    assert desk.is_sound()


def test_a_door_is_worked_by_command(desk: Typist, tmp_path: Path) -> None:
    slip, bob = printed(desk, tmp_path / "s.pdf")[0], desk.id("members", "Bob")
    assert desk.asks("door", "check", slip["token"]) == {
        "outcome": "ok",
        "minutes": 60,
        "code": slip["code"],
        "keys_age_days": -1,
    }
    assert desk.asks("door", "accept", slip["code"], "--to-member", bob)["available_minutes"] == 60
    assert desk.asks("door", "check", slip["token"], code=1)["outcome"] in {"already", "used"}
    assert desk.asks("door", "check", "https://example.org", code=1)["outcome"] == "not_a_slip"
    assert desk.asks("door", "accept", slip["code"], code=2)["problem"] == "wrong_usage"
    desk.refused("door", "check", tmp_path / "gone.png", problem="not_found")


def test_a_new_key_signs_and_the_old_one_still_verifies(desk: Typist, tmp_path: Path) -> None:
    slip = printed(desk, tmp_path / "s.pdf")[0]
    (old,) = desk.asks("keys", "list")["keys"]
    new = desk.asks("keys", "rotate")["key"]

    listed = {key["id"]: key for key in desk.asks("keys", "list")["keys"]}

    assert set(listed) == {old["id"], new["id"]}
    assert (listed[new["id"]]["is_in_use"], listed[old["id"]]["is_in_use"], old["is_in_use"]) == (True, False, True)
    assert (listed[old["id"]]["out"], listed[old["id"]]["is_here"], old["since"][:2]) == (1, True, "20")
    assert outcome(desk, slip["token"]) == "ok"
    assert desk.asks("slips", "reprint", slip["code"], "--out", tmp_path / "r.pdf")["token"] == slip["token"]
    assert new["id"] in desk.plain("keys", "list").out


def test_a_key_is_revoked_with_what_is_still_good(desk: Typist, tmp_path: Path) -> None:
    slip = printed(desk, tmp_path / "s.pdf")[0]
    (old,) = desk.asks("keys", "list")["keys"]
    told = desk.asks("keys", "revoke", old["id"])
    assert (told["good"], told["key"]["is_stopped"], "message" in told) == (1, True, False)
    assert outcome(desk, slip["token"]) == "ok"
    desk.refused("keys", "revoke", old["id"], problem="not_allowed", says="stopped already")
    desk.refused("keys", "revoke", "abc", problem="not_found")
    fresh = printed(desk, tmp_path / "n.pdf")[0]
    assert outcome(desk, fresh["token"]) == "ok"
    assert desk.is_sound()
