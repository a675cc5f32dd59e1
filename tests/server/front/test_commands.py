"""Every command of goodhour-ledger, typed; each answers one JSON object on either kind of database."""

import stat
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from ledger.wire.answering import read_reply
from ledger.wire.carrying import open_reply, seal_request
from ledger.wire.joining import Code
from tests.server.front.desk import Typist, desk_of, enrolled
from tests.server.pcs import pc, sibling_of


def test_a_network_is_set_up_by_commands(typist: Typist) -> None:
    one, two, door = pc(1), sibling_of(pc(1), 2), pc(3, venue=1)
    given = typist.asks("centre", "add", "  Day   centre Riverside ")
    assert (given["name"], given["venue"]) == ("Day centre Riverside", 0)
    assert Code.from_text(given["code"]).text == given["code"]
    enrolled(typist, one, given["code"])
    enrolled(typist, two, typist.asks("device", "add", "Day centre Riverside")["code"], by=one)
    venue = typist.asks("venue", "add", "Swimming pool")
    again = typist.asks("venue", "add", "Swimming pool")
    assert (venue["venue"], venue["code"] != again["code"]) == (again["venue"], True)
    enrolled(typist, door, again["code"])

    centres = typist.asks("centre", "list")
    assert [(row["name"], row["kind"], row["pcs"]) for row in centres["centres"]] == [
        ("Day centre Riverside", "centre", 2),
        ("Swimming pool", "door", 1),
    ]
    assert centres["codes"] == []
    devices = typist.asks("device", "list")["devices"]
    assert [(row["centre"], row["has_purse"]) for row in devices] == [
        ("Day centre Riverside", True),
        ("Day centre Riverside", False),
        ("Swimming pool", False),
    ]
    assert typist.asks("device", "list", "Swimming pool")["devices"] == devices[2:]
    assert typist.asks("device", "list", centres["centres"][1]["id"])["devices"] == devices[2:]
    assert typist.asks("venue", "list")["venues"] == [{"number": venue["venue"], "name": "Swimming pool", "doors": 1}]


def test_codes_that_wait_are_listed_without_what_they_are(typist: Typist) -> None:
    code = typist.asks("centre", "add", "Riverside", "--valid-days", 2)["code"]
    listed = typist.asks("centre", "list")["codes"]
    assert [(row["kind"], row["name"]) for row in listed] == [("centre", "Riverside")]
    assert code not in str(listed)


@pytest.mark.parametrize("ending", ["png", "svg", "PNG"])
def test_a_code_as_a_picture(typist: Typist, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"code.{ending}"
    given = typist.asks("venue", "add", "Pool", "--qr", file)
    assert given["file"] == str(file)
    if ending == "svg":
        assert b"<svg" in file.read_bytes()
    else:
        assert zxingcpp.read_barcodes(Image.open(file))[0].text == given["code"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("place", ["code.gif", "no folder/code.png", "."])
def test_no_code_is_made_when_its_picture_cannot_be(typist: Typist, tmp_path: Path, place: str) -> None:
    typist.refused("centre", "add", "Riverside", "--qr", tmp_path / place, problem="bad_input")
    assert typist.asks("centre", "list")["codes"] == []


@pytest.mark.parametrize("name", ["", "   ", "x" * 101, "a\x07b"])
def test_a_name_is_a_name(typist: Typist, name: str) -> None:
    typist.refused("centre", "add", name, problem="bad_input")


@pytest.mark.parametrize("name", ["Robert'); DROP TABLE centres;--", '" OR 1=1', "%s %(x)s :y ? $1", "Café ☕ 日本"])
def test_a_name_is_only_a_name_to_the_database(typist: Typist, name: str) -> None:
    enrolled(typist, pc(1), typist.asks("centre", "add", name)["code"])
    assert [row["name"] for row in typist.asks("centre", "list")["centres"]] == [name]
    assert typist.asks("device", "add", name)["name"] == name
    typist.refused("device", "add", name + "'", problem="not_found")
    typist.refused("centre", "add", name, problem="not_allowed")


def test_an_epoch_is_shown_and_closed(typist: Typist, tmp_path: Path) -> None:
    one = pc(1)
    enrolled(typist, one, typist.asks("centre", "add", "Riverside")["code"])
    assert typist.asks("epoch", "show") == {"epoch": 1, "is_open": False, "waiting": []}
    backup = tmp_path / "b"
    assert typist.asks("backup", backup)["epoch"] == 1
    typist.refused("backup", backup, problem="bad_input")
    typist.refused("restore", backup, problem="not_empty")
    assert typist.asks("restore", backup, "--over")["epoch"] == 2
    shown = typist.asks("epoch", "show")
    assert (shown["epoch"], shown["is_open"]) == (2, True)
    assert [row["name"] for row in shown["waiting"]] == ["Riverside"]
    assert typist.asks("epoch", "close") == {"epoch": 2, "is_open": False}
    typist.refused("restore", tmp_path / "none", "--over", problem="bad_input")
    (tmp_path / "junk").write_bytes(b"junk")
    typist.refused("restore", tmp_path / "junk", "--over", problem="bad_backup")


def test_an_exchange_is_carried(typist: Typist, tmp_path: Path) -> None:
    one = pc(1)
    enrolled(typist, one, typist.asks("centre", "add", "Riverside")["code"])
    one.print_slip(1)
    raw = one.raw()
    request, reply = tmp_path / "to-ledger", tmp_path / "to-pc"
    request.write_bytes(seal_request(raw, ledger_public=one.ledger_public))

    told = typist.asks("carry", "--in", request, "--out", reply)

    assert (told["status"], told["batches"], told["facts"]) == (200, 1, 1)
    for _ in range(2):
        back = open_reply(reply.read_bytes(), device_seed=one.seed)
        found, _ = read_reply(back, asked=raw, centre=one.centre, device=one.device, ledger_public=one.ledger_public)
        assert found.positions.seq == 1
        assert typist.asks("carry", "--in", request, "--out", reply)["status"] == 200
    stranger = tmp_path / "stranger"
    stranger.write_bytes(seal_request(pc(9).raw(), ledger_public=one.ledger_public))
    typist.refused("carry", "--in", stranger, "--out", reply, problem="not_allowed")
    stranger.write_bytes(seal_request(pc(9).raw(), ledger_public=one.public))
    typist.refused("carry", "--in", stranger, "--out", reply, problem="bad_input")
    typist.refused("carry", "--in", tmp_path / "none", "--out", reply, problem="bad_input")
    typist.refused("carry", "--in", request, "--out", tmp_path / "none" / "x", problem="bad_input")


def test_a_damaged_ledger_ends_with_one(typist: Typist) -> None:
    desk = desk_of(typist)
    desk.founded(1, "Riverside")
    with desk.ledger.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM notices WHERE epoch = 1")
    desk.ledger.engine.dispose()
    found = typist.asks("verify", code=1)
    assert (found["problem"], found["verified"]) == ("not_verified", False)
    assert found["problems"]


def test_serve_checks_and_leaves(typist: Typist, tmp_path: Path) -> None:
    found = typist.asks("serve", "--check", "--listen", "127.0.0.1:0")
    assert (found["epoch"], found["centres"], found["tls"]) == (1, 0, False)
    assert len(found["ledger"]) == 64
    typist.refused("serve", "--check", "--listen", "192.0.2.1:8400", problem="cannot_serve")
    typist.refused("serve", "--check", "--tls-cert", tmp_path / "none", problem="cannot_serve")
    typist.refused("serve", "--check", "--tls-key", tmp_path / "none", problem="cannot_serve")


def test_a_password_is_never_shown(typist: Typist) -> None:
    told = typist.types("serve", "--check", "--json", "--database", "postgresql://me:opensesame@127.0.0.1:1/none")
    assert told[0] == 1
    assert "opensesame" not in "".join(map(str, told))


@pytest.mark.parametrize(
    "url",
    ["nonsense", "mysql://x/y", "sqlite:////nowhere/at/all.db", "postgresql://127.0.0.1:1/none", "://", "sqlite://x/y"],
)
def test_a_database_that_cannot_be_opened_is_told(capsys: pytest.CaptureFixture[str], url: str) -> None:
    typist = Typist(url, capsys)
    assert typist.refused("totals", problem="cannot_open")


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nonsense",),
        ("centre",),
        ("centre", "add"),
        ("centre", "add", "x", "--valid-days", "0"),
        ("centre", "add", "x", "--valid-days", "367"),
        ("centre", "add", "x", "--valid-days", "1e2"),
        ("device", "revoke"),
        ("purse", "move", "x"),
        ("epoch",),
        ("restore",),
        ("carry", "--in", "x"),
        ("serve", "--listen", "nowhere"),
        ("serve", "--listen", "127.0.0.1:99999"),
        ("serve", "--listen", "::1:80"),
        ("serve", "--rate-device", "-1"),
        ("serve", "--proxy", "*"),
        ("serve", "--proxy", "0.0.0.0/0"),
        ("serve", "--proxy", "a proxy"),
        ("verify", "--loud"),
    ],
)
def test_wrong_usage_is_told_and_ends_with_two(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    typist = Typist("", capsys)
    code, out, err = typist.types(*words)
    assert (code, out) == (2, "")
    assert err.startswith("usage: goodhour-ledger")
    code, out, err = typist.types("--json", *words)
    assert code == 2
    assert '"wrong_usage"' in out


def test_options_stand_before_or_after_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path / 'l.db'}"
    typist = Typist(url, capsys)
    place = "--database", url
    answers = {
        typist.types(*words)[1]
        for words in (
            ("totals", "--json", *place),
            ("--json", *place, "totals"),
            (*place, "totals", "--json"),
        )
    }
    assert len(answers) == 1


def test_the_database_can_stand_in_the_surroundings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOODHOUR_LEDGER_DATABASE", f"sqlite:///{tmp_path / 'there.db'}")
    assert Typist("", capsys).types("totals")[0] == 0
    assert (tmp_path / "there.db").exists()


def test_without_any_word_of_a_database_it_is_a_file_here(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GOODHOUR_LEDGER_DATABASE", raising=False)
    monkeypatch.chdir(tmp_path)
    assert Typist("", capsys).types("totals")[0] == 0
    assert stat.S_IMODE((tmp_path / "ledger.db").stat().st_mode) == 0o600


def test_plain_lines_are_for_people(typist: Typist) -> None:
    typist.asks("centre", "add", "Riverside")
    code, out, _ = typist.types("centre", "list", "--database", typist.url)
    assert code == 0
    assert "Codes:\n  kind centre, name Riverside, venue 0, until 20" in out
    assert "{" not in out
