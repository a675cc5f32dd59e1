"""docs/ledger.md names every command, option and key, and every line of it that is a command can be typed."""

import argparse
import re
import shlex
from collections.abc import Iterator
from contextlib import suppress

import pytest

from ledger.server.command.parser import WrongUsage, parser
from tests.server.front.desk import Typist
from tests.server.front.serving import SOURCE

PAGE = (SOURCE / "docs" / "ledger.md").read_text(encoding="utf-8")


def subcommands(
    one: argparse.ArgumentParser, words: tuple[str, ...] = ()
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command that can be typed, with its parser."""
    with suppress(WrongUsage):
        one.parse_known_args([])
    groups = [action for action in one._actions if isinstance(action, argparse._SubParsersAction)]
    if words and not groups:
        yield " ".join(words), one
    for group in groups:
        for name, inner in group.choices.items():
            yield from subcommands(inner, (*words, name))


COMMANDS = dict(subcommands(parser()))
EXAMPLES = [line for line in re.findall(r"^    (?:ExecStart=\S*/)?(goodhour-ledger .*)$", PAGE, re.MULTILINE) if line]


def test_the_commands_of_the_promise_are_there() -> None:
    assert set(COMMANDS) == {
        *(
            "serve",
            "centre add",
            "centre list",
            "device add",
            "device list",
            "device revoke",
            "venue add",
            "venue list",
        ),
        *("purse move", "epoch show", "epoch close", "totals", "verify", "backup", "restore", "carry"),
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_names_every_command_and_option(name: str) -> None:
    assert f"| `goodhour-ledger {name}`" in PAGE
    row = PAGE.split(f"| `goodhour-ledger {name}`", 1)[1].split("\n", 1)[0]
    for action in COMMANDS[name]._actions:
        options = set(action.option_strings) - {"-h", "--help", "--database", "--json"}
        assert all(option in row for option in options)
        if not action.option_strings:
            assert str(action.metavar) in row


def test_the_page_names_no_option_that_is_not() -> None:
    known = {option for one in COMMANDS.values() for action in one._actions for option in action.option_strings}
    ours = re.sub(r"`goodhour admin [^`]*`|pip install [^\n]*|createdb [^\n]*", "", PAGE)
    assert set(re.findall(r"--[a-z]+(?:-[a-z]+)*", ours)) <= known


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_can_be_typed(line: str) -> None:
    assert parser().parse_args(shlex.split(line)[1:]).run


def test_every_command_says_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    for name, one in COMMANDS.items():
        one.print_help()
        assert "usage: goodhour-ledger" in capsys.readouterr().out, name


@pytest.mark.parametrize(
    ("words", "row"),
    [
        (("centre", "add", "Riverside"), "add"),
        (("venue", "add", "Pool"), "add"),
        (("centre", "list"), "centre list"),
        (("device", "list"), "device list"),
        (("venue", "list"), "venue list"),
        (("epoch", "show"), "epoch show"),
        (("epoch", "close"), "epoch close"),
        (("totals",), "totals"),
        (("verify",), "verify"),
        (("serve", "--check", "--listen", "127.0.0.1:0"), "serve"),
    ],
)
def test_the_page_names_every_key(typist: Typist, words: tuple[str, ...], row: str) -> None:
    told = PAGE.split(f"\n| `{row}` |", 1)[1].split("\n", 1)[0]
    for key in typist.asks(*words):
        assert f"`{key}`" in told
