"""Everything shipped has a licence that can be read, and the words it asks for."""

from assets import asset, asset_table, fonts


def test_every_asset_names_its_licence_and_the_text_is_here() -> None:
    for entry in asset_table("catalogue.toml")["asset"]:
        assert entry["what"]
        assert entry["source"]
        assert entry["licence"]
        assert entry["attribution"]
        if entry["text"]:
            assert len(asset("licences", entry["text"]).read_text(encoding="utf-8")) > 1000


def test_the_attribution_openmoji_asks_for_is_shown() -> None:
    shown = " ".join(entry["attribution"] for entry in asset_table("catalogue.toml")["asset"])

    assert "All emojis designed by OpenMoji" in shown
    assert "CC BY-SA 4.0" in shown


def test_every_shipped_folder_is_in_the_catalogue() -> None:
    files = " ".join(entry["files"] for entry in asset_table("catalogue.toml")["asset"])

    for folder in ("fonts", "pictures", "content", "sounds", "words"):
        assert f"assets/{folder}" in files


def test_both_fonts_are_truetype() -> None:
    assert [font[:4] for font in fonts()] == [b"\x00\x01\x00\x00"] * 2


def test_everyday_words_are_in_order_and_once() -> None:
    lines = asset("words", "easy.en.txt").read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]

    assert words == sorted(set(words))
    assert all(word == word.lower() and " " not in word for word in words)
    assert len(words) > 1000


def test_additions_to_the_everyday_words_say_who_and_why() -> None:
    lines = asset("words", "easy.en.log.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        assert line.startswith("#") or line[:4].isdigit(), line
