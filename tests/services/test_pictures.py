"""Pictures are found by everyday words, and a photo comes in clean or not at all."""

import io
import random
import time
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from assets import has_picture
from desktop.services.pictures import PHOTO_LIMIT_BYTES, BadPhoto, Pictures, clean_photo, photo_from_file, pictures_in


@pytest.fixture(scope="module")
def pictures() -> Pictures:
    return Pictures()


def jpeg(size: tuple[int, int] = (800, 400), *, exif: Image.Exif | None = None) -> bytes:
    photo = Image.new("RGB", size, "white")
    ImageDraw.Draw(photo).rectangle((0, 0, size[0] // 2, size[1]), fill="red")
    out = io.BytesIO()
    photo.save(out, "JPEG", exif=exif or Image.Exif())
    return out.getvalue()


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("broom", "Broom"),
        ("sweep", "Broom"),
        ("swept", "Broom"),
        ("tea", "Cup of tea"),
        ("swim", "Swimming"),
        ("swimming", "Swimming"),
        ("gardening", "Spade"),
        ("skittles", "Skittles"),
        ("hoover", "Broom"),
        ("zumba", "People dancing"),
        ("bus", "Bus"),
    ],
)
def test_everyday_words_find_what_they_mean(pictures: Pictures, word: str, name: str) -> None:
    assert name in [found.name for found in pictures.search(word)[:6]]


def test_the_beginning_of_a_word_is_enough(pictures: Pictures) -> None:
    assert "Broom" in [found.name for found in pictures.search("swe")]


def test_whole_words_come_before_beginnings(pictures: Pictures) -> None:
    names = [found.name for found in pictures.search("bus")]

    assert names.index("Bus") == 0


def test_all_words_come_before_some(pictures: Pictures) -> None:
    assert pictures.search("made tea")[0].name == "Cup of tea"
    assert pictures.search("sweeping up")[0].name == "Broom"


def test_nothing_is_found_for_nothing(pictures: Pictures) -> None:
    assert pictures.search("") == []
    assert pictures.search("xqzzy") == []
    assert pictures.search("!?") == []


def test_the_limit_holds(pictures: Pictures) -> None:
    assert len(pictures.search("person", limit=7)) == 7


def test_search_is_instant(pictures: Pictures) -> None:
    words = ("s", "sw", "person", "man woman", "made tea for everybody", "red", "a b c d e f g")
    started = time.process_time()
    for word in words:
        pictures.search(word)

    assert (time.process_time() - started) / len(words) < 0.02


def test_every_picture_found_can_be_drawn_and_has_a_name(pictures: Pictures) -> None:
    for letter in "abcdefghijklmnopqrstuvwxyz":
        for second in "aeiouhrl":
            for found in pictures.search(letter + second, limit=2000):
                assert has_picture(found.id), found
                assert found.name
                assert pictures.name(found.id) == found.name


@pytest.mark.parametrize("word", ["gun", "bomb", "kiss", "skull", "dagger", "poo", "devil", "sword", "coffin"])
def test_what_is_childish_or_cruel_is_not_offered(pictures: Pictures, word: str) -> None:
    assert word not in " ".join(found.name.lower() for found in pictures.search(word)).split()


def test_a_person_is_offered_once_and_never_yellow(pictures: Pictures) -> None:
    swimmers = [found for found in pictures.search("swimming") if "swimming" in found.name.lower()]

    assert len(swimmers) == 3  # a person, a man, a woman
    assert all("-1F3F" in found.id for found in swimmers)


@pytest.mark.parametrize("text", ["om:1F9F9", "1F9F9", "1f9f9", "🧹", " broom ", "swept"])
def test_a_picture_can_be_named_in_many_ways(pictures: Pictures, text: str) -> None:
    assert pictures.named(text) == "om:1F9F9"


def test_named_knows_own_pictures_photos_and_nonsense(pictures: Pictures) -> None:
    photo = "ph:" + "0" * 64

    assert pictures.named("gh:tick") == "gh:tick"
    assert pictures.named(photo) == photo
    assert pictures.named("♻️") == "om:267B"
    assert pictures.named("gh:nothing-like-it") is None
    assert pictures.named("") is None


def test_an_emoji_of_a_person_gets_a_skin_tone(pictures: Pictures) -> None:
    assert "-1F3F" in (pictures.named("🏊") or "")


def test_the_groups_are_six_of_at_most_twelve(pictures: Pictures) -> None:
    groups = pictures.groups()

    assert len(groups) == 6
    for group in groups:
        assert has_picture(group.picture)
        assert 6 <= len(group.pictures) <= 12
        for picture in group.pictures:
            assert has_picture(picture.id), picture
            assert 1 <= len(picture.name.split()) <= 4, picture


def test_a_photo_is_made_small_and_keeps_its_shape() -> None:
    with Image.open(io.BytesIO(clean_photo(jpeg()))) as photo:
        assert photo.format == "JPEG"
        assert photo.size == (512, 256)


def test_a_small_photo_is_not_blown_up() -> None:
    with Image.open(io.BytesIO(clean_photo(jpeg((100, 80))))) as photo:
        assert photo.size == (100, 80)


def test_a_photo_is_turned_upright_and_says_nothing_of_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the phone was held upright
    exif[0x010F] = "Phone of Ann Smith"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)

    clean = clean_photo(jpeg(exif=exif))

    with Image.open(io.BytesIO(clean)) as photo:
        assert photo.size == (256, 512)
        assert not dict(photo.getexif())
        assert max(photo.crop((100, 5, 150, 50)).getchannel("G").tobytes()) < 60, "the left was red, so the top is now"
    assert b"Ann Smith" not in clean
    assert b"Exif" not in clean


def test_what_is_see_through_becomes_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(out, "PNG")

    with Image.open(io.BytesIO(clean_photo(out.getvalue()))) as photo:
        assert photo.getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "LA", "I;16"])
def test_photos_of_odd_colours_come_in(mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (30, 20)).save(out, "JPEG" if mode == "CMYK" else "PNG")

    assert clean_photo(out.getvalue())


def test_text_is_no_photo() -> None:
    with pytest.raises(BadPhoto, match="no photo"):
        clean_photo(b"Dear Sir, here is my photo." * 100)


def test_nothing_is_no_photo() -> None:
    with pytest.raises(BadPhoto):
        clean_photo(b"")


def test_half_a_photo_is_refused() -> None:
    whole = jpeg((1200, 900))

    for part in (20, 200, len(whole) // 2, len(whole) - 40):
        with pytest.raises(BadPhoto):
            clean_photo(whole[:part])


@pytest.mark.parametrize("size", [(9_000, 7_000), (10_000, 9_500), (14_000, 13_000)])
def test_a_bomb_is_refused_before_it_is_unpacked(size: tuple[int, int]) -> None:
    """Beyond what phones take, beyond what Pillow warns of, and beyond what Pillow opens."""
    out = io.BytesIO()
    Image.new("1", size).save(out, "PNG", compress_level=1)
    assert len(out.getvalue()) < 500_000

    with pytest.raises(BadPhoto, match="too many dots"):
        clean_photo(out.getvalue())


def test_a_moving_picture_is_refused() -> None:
    out = io.BytesIO()
    frames = [Image.new("RGB", (10, 10), colour) for colour in ("red", "blue")]
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])

    with pytest.raises(BadPhoto, match="stands still"):
        clean_photo(out.getvalue())


def test_a_phone_photo_with_a_second_picture_in_it_comes_in() -> None:
    out = io.BytesIO()
    first, second = (Image.new("RGB", (40, 30), colour) for colour in ("red", "blue"))
    first.save(out, "MPO", save_all=True, append_images=[second])

    with Image.open(io.BytesIO(clean_photo(out.getvalue()))) as photo:
        assert getattr(photo, "n_frames", 1) == 1


def test_a_spoilt_photo_is_refused_and_never_breaks_anything() -> None:
    """Bytes changed at random give a photo or BadPhoto, nothing else."""
    chance = random.Random(2026)
    refused = 0
    for kind in ("JPEG", "PNG", "WEBP", "BMP"):
        out = io.BytesIO()
        Image.effect_mandelbrot((64, 48), (-2, -1, 1, 1), 40).convert("RGB").save(out, kind)
        for _ in range(60):
            raw = bytearray(out.getvalue())
            for _ in range(chance.randint(1, 12)):
                raw[chance.randrange(len(raw))] = chance.randrange(256)
            try:
                clean_photo(bytes(raw))
            except BadPhoto:
                refused += 1

    assert refused


def test_a_drawing_or_a_gif_is_no_photo() -> None:
    out = io.BytesIO()
    Image.new("P", (10, 10)).save(out, "GIF")

    for raw in (out.getvalue(), b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7 nothing"):
        with pytest.raises(BadPhoto):
            clean_photo(raw)


def test_a_file_of_200_megabytes_is_refused_without_reading_it(tmp_path: Path) -> None:
    large = tmp_path / "holiday.jpg"
    with large.open("wb") as file:
        file.truncate(200_000_000)
    started = time.process_time()

    with pytest.raises(BadPhoto, match="20 MB"):
        photo_from_file(large)

    assert time.process_time() - started < 1


def test_a_photo_comes_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "me.jpg"
    file.write_bytes(jpeg())

    assert photo_from_file(file)[:2] == b"\xff\xd8"


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadPhoto, match="cannot be opened"):
        photo_from_file(tmp_path / "gone.jpg")
    with pytest.raises(BadPhoto, match="cannot be opened"):
        photo_from_file(tmp_path)


def test_the_limit_is_the_one_we_tell() -> None:
    assert PHOTO_LIMIT_BYTES == 20_000_000
    with pytest.raises(BadPhoto, match="20 MB"):
        clean_photo(b"\xff\xd8" + bytes(PHOTO_LIMIT_BYTES))


def test_welsh_words_find_pictures_and_english_ones_still_do() -> None:
    welsh = Pictures("cy")

    assert welsh.search("ysgubo")[0].id == welsh.search("broom")[0].id == "om:1F9F9"
    assert welsh.name("om:1F9F9") == "Ysgubell"
    assert welsh.groups()[0].label == "Yn y gegin"


def test_the_words_of_a_language_are_learned_once() -> None:
    assert pictures_in("en") is pictures_in("en")


@pytest.mark.parametrize("slip", ["brom", "brooom", "borom", "brpom"])
def test_one_wrong_letter_finds_it_all_the_same(pictures: Pictures, slip: str) -> None:
    assert "Broom" in [found.name for found in pictures.search(slip)]
