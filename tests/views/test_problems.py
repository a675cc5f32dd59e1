"""Every known problem has a picture that is shipped and easy words that keep the rules of member screens."""

import re
from importlib import import_module
from pathlib import Path

import pytest

import assets
import desktop
from desktop.problems import KnownProblem
from desktop.views.member.problem import ProblemScreen
from desktop.views.texts import Texts
from desktop.views.theme import Look
from desktop.views.visit import Trouble
from tests.views.checker import check, said

HOUSE = Path(desktop.__file__).parent
RAISERS = sorted(
    ".".join(("desktop", *file.relative_to(HOUSE).with_suffix("").parts))
    for file in HOUSE.rglob("*.py")
    if re.search(r"^class \w+\(\w*(Problem|Key|Trouble|Refused)\):", file.read_text(encoding="utf-8"), re.MULTILINE)
)


def kinds(of: type[KnownProblem] = KnownProblem) -> list[type[KnownProblem]]:
    for name in RAISERS:
        import_module(name)
    found = [of]
    for kind in of.__subclasses__():
        found += [one for one in kinds(kind) if one.__module__.startswith("desktop.")]
    return sorted(set(found), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_a_problem_can_be_shown(kind: type[KnownProblem], texts: Texts) -> None:
    assert assets.has_picture(kind.picture)
    assert texts.has(kind.easy_words)
    problem = KnownProblem("The disk is full.")
    problem.__class__ = kind
    screen = ProblemScreen(Look(text_percent=200, width=1024), texts)
    screen.fill(Trouble(problem))
    assert check(screen) == []
    assert "The disk is full." not in said(screen)


def test_a_worker_is_told_all_of_it(texts: Texts) -> None:
    screen = ProblemScreen(Look(), texts)
    screen.fill(Trouble(KnownProblem("The disk is full."), to_worker=True))
    assert "The disk is full." in said(screen)
