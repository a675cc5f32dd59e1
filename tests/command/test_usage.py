"""What is typed wrongly is told on standard error with exit code 2, and every command is written down."""

import argparse
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.command.parser import WrongUsage, parser
from tests.command.typed import SOURCE, Typist, one_object

Command = tuple[str, argparse.ArgumentParser]


def subcommands(one: argparse.ArgumentParser, words: tuple[str, ...] = ()) -> Iterator[Command]:
    """Every command that can be typed, with its parser."""
    with suppress(WrongUsage):  # a parser knows its commands once it was asked
        one.parse_known_args([])
    groups = [action for action in one._actions if isinstance(action, argparse._SubParsersAction)]
    if words and not groups:
        yield " ".join(words), one
    for group in groups:
        for name, inner in group.choices.items():
            yield from subcommands(inner, (*words, name))


COMMANDS = dict(subcommands(parser()))
PAGE = (SOURCE / "docs" / "command-line.md").read_text(encoding="utf-8")


def test_the_commands_of_the_promise_are_there() -> None:
    assert set(COMMANDS) == {"demo", "self-test"} | {
        f"admin {name}"
        for name in (
            *("new", "import", "list", "contribute", "credits", "gift", "put-right", "verify", "rebuild"),
            *("keys list", "keys rotate", "keys revoke", "door check", "door accept"),
            *("slips list", "slips reprint", "slips void-sheet"),
            *("sheet", "backup", "restore", "slips print", "slips check", "slips redeem", "slips void"),
            *("enrol", "exchange", "status", "items", "words check", "import-pictures", "picture-packs"),
            *("week show", "week copy", "week print", "week ics", "choose", "attend"),
        )
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_names_every_command_and_option(name: str) -> None:
    assert f"`goodhour {name}" in PAGE
    section = PAGE.split(f"`goodhour {name}", 1)[1].split("\n", 1)[0]
    shared = {"-h", "--help", "--data", "--json"}
    for action in COMMANDS[name]._actions:
        for option in set(action.option_strings) - shared:
            assert option in section, option
    for option in ("--data", "--json"):
        assert option in PAGE


def test_every_command_says_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    for name, one in COMMANDS.items():
        one.print_help()
        assert "usage: goodhour" in capsys.readouterr().out, name


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nonsense",),
        ("list",),
        ("list", "people"),
        ("keys",),
        ("slips",),
        ("slips", "redeem", "x"),
        ("slips", "redeem", "x", "--to-member", "a", "--offer", "b"),
        ("slips", "print", "--count", "1", "--minutes", "60", "--out", "x.pdf"),
        ("slips", "print", "--thanks", "--member", "a", "--count", "1", "--minutes", "60", "--out", "x.pdf"),
        ("slips", "void", "x"),
        ("contribute", "--member", "a", "--task", "b"),
        ("put-right", "x"),
        ("new",),
        ("restore", "x"),
        ("verify", "more"),
        ("verify", "--loud"),
    ],
)
def test_wrong_usage_is_told_and_ends_with_two(desk: Typist, words: tuple[str, ...]) -> None:
    told = desk.types("admin", *words)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("usage: goodhour")
    as_json = desk.types("admin", "--json", *words)
    answer = one_object(as_json.out)
    assert (as_json.code, answer["problem"]) == (2, "wrong_usage")
    assert answer["message"] in as_json.err


def test_options_stand_before_or_after_the_command(desk: Typist) -> None:
    place = "--data", desk.folder
    answers = {
        desk.types(*words).out
        for words in (
            ("admin", "list", "members", "--json", *place),
            ("admin", "--json", *place, "list", "members"),
            ("admin", "--json", "list", *place, "members"),
            (*place, "admin", "list", "--json", "members"),
        )
    }
    assert len(answers) == 1
    assert len(one_object(answers.pop())["members"]) == 3
    told = desk.types("admin", "slips", "--json", *place, "check", "x")
    assert one_object(told.out)["outcome"] == "not_a_slip"


def test_a_known_problem_in_plain_words(desk: Typist, tmp_path: Path) -> None:
    told = desk.types("admin", "verify", "--data", tmp_path)
    assert told.code == 1
    assert told.out == "There is no centre in this folder. Start a new one, or restore a backup.\n"
    assert told.err == ""
