"""The generated assets are what their recipes make."""

import tomllib

import pytest

from assets import asset, asset_table
from assets.recipes import people, scenes


def drawn(name: str) -> str:
    return asset("pictures", f"{name}.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", [person["file"] for person in asset_table("recipes", "people.toml")["person"]])
def test_a_person_is_made_by_the_recipe(file: str) -> None:
    parts = asset_table("recipes", "people_parts.toml")
    person = next(one for one in asset_table("recipes", "people.toml")["person"] if one["file"] == file)

    assert people.portrait(person, [parts[name] for name in person["wear"]]) == drawn(f"person-{file}")


@pytest.mark.parametrize("name", asset_table("recipes", "scenes.toml"))
def test_a_scene_is_made_by_the_recipe(name: str) -> None:
    parts = asset_table("recipes", "scenes.toml")[name]

    assert scenes.made(parts) == drawn(name)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_picture_of_our_own_has_a_name(language: str) -> None:
    names = asset_table("words", f"pictures.{language}.toml")
    named = {*names["own"], *(f"person-{file}" for file in names["people"])}
    shipped = {file.name.removesuffix(".svg") for file in asset("pictures").iterdir() if file.name.endswith(".svg")}

    assert named == shipped


def test_both_languages_have_the_same_groups() -> None:
    english, welsh = (asset_table("words", f"pictures.{language}.toml")["groups"] for language in ("en", "cy"))

    assert {name: list(group["pictures"]) for name, group in english.items()} == {
        name: list(group["pictures"]) for name, group in welsh.items()
    }


def test_the_index_is_whole_lines_with_a_picture_once() -> None:
    for language in ("en", "cy"):
        lines = asset("words", f"pictures.{language}.tsv").read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines]

        assert all(len(row) == 4 and row[0] and row[1] for row in rows)
        assert len({row[0] for row in rows}) == len(rows) > 1000


def test_the_rules_are_read() -> None:
    rules = tomllib.loads(asset("recipes", "picture_rules.toml").read_text(encoding="utf-8"))

    assert rules["left_out"]["groups"]
    assert rules["words"]["1F9F9"].startswith("sweep")
