"""What stands in for a picture means nothing else: not a bar, a tile, a group, a task nor an offer."""

import re
from pathlib import Path

from assets import has_picture
from desktop.services import content, standins
from desktop.services.pictures import Pictures

VIEWS = Path(__file__).parents[2] / "desktop" / "views"


def on_screens(*folders: str) -> set[str]:
    """Every picture that the code of some screens names."""
    files = [file for folder in folders for file in (VIEWS / folder).rglob("*.py")]
    return {found for file in files for found in re.findall(r'"((?:gh|om):[^"{]+)"', file.read_text("utf-8"))}


def test_nothing_that_stands_in_means_something_else() -> None:
    groups = Pictures().groups()
    means = {group.picture for group in groups} | {one.id for group in groups for one in group.pictures}
    means |= {seed.picture for seed in content.tasks()} | {seed.picture for seed in content.offers()}
    means |= {seed.picture for seed in content.groups()}
    means |= on_screens(".") | standins.TAKEN | set(standins.GROUPS)
    stand_in = [*standins.THINGS, *standins.SHAPES]

    assert set(stand_in) & means == set()
    assert len(set(stand_in)) == len(stand_in) == 24 + 6
    assert all(has_picture(picture) for picture in (*stand_in, standins.VENUE))


def test_no_label_is_shown_by_what_members_find_their_way_by() -> None:
    signs = {picture for picture in on_screens("member", "kit") if picture.startswith("gh:")}
    assert signs <= standins.TAKEN
    pictures = Pictures()
    found = {pictures.fitting(pictures.name(sign)) for sign in (*signs, *standins.TAKEN)}
    assert found & standins.TAKEN == set()


def test_a_label_is_shown_by_what_it_says_or_not_at_all() -> None:
    fitting = Pictures().fitting
    assert (fitting("Swept up"), fitting("Swimming")) == ("om:1F9F9", "om:1F3CA-1F3FD")
    assert [fitting(label) for label in ("Took the minutes", "Be there", "Was kind", "", "&")] == [""] * 5
