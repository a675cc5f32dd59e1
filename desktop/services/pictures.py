"""Pictures: find one by everyday words, the groups behind "Something else", and taking in a photo safely."""

import io
import re
import warnings
from collections import ChainMap, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from pathlib import Path
from typing import ClassVar, Final

from PIL import Image, ImageOps

from assets import asset, asset_table, has_picture, is_photo, is_picture_id
from desktop.problems import KnownProblem
from desktop.services.picture_words import SAME_STEM, WordIndex, split
from desktop.services.standins import TAKEN

PHOTO_LIMIT_BYTES: Final = 20_000_000
PHOTO_SIDE_PX: Final = 512
_PHOTO_PIXELS: Final = 60_000_000  # more than a good phone takes; beyond is a decompression bomb
_PHOTO_KINDS: Final = ("JPEG", "PNG", "WEBP", "BMP")
_MAY_MOVE: Final = ("PNG", "WEBP")  # a JPEG of a phone may hold a second picture, which is no film
_SHRINKS_WELL: Final = ("RGB", "RGBA", "L")
_JPEG_QUALITY: Final = 85
_TONE: Final = re.compile("-1F3F[B-F]")
_VARIATION: Final = "FE0F"


class BadPhoto(KnownProblem):
    """This file cannot be used as a photo; the message says why and what to try."""

    code: ClassVar[str] = "bad_photo"
    picture: ClassVar[str] = "gh:photo"
    easy_words: ClassVar[str] = "problem.bad_photo"


@dataclass(frozen=True, slots=True)
class PictureFound:
    """A picture that fits the words: its id and its name; photo: its bytes, if it is of a pack."""

    id: str
    name: str
    photo: bytes | None = None


@dataclass(frozen=True, slots=True)
class PictureGroup:
    """One group behind "Something else": what it is called, its picture, and up to twelve labelled pictures."""

    name: str
    label: str
    picture: str
    pictures: tuple[PictureFound, ...]


class Pictures:
    """The built-in pictures of one language, found by everyday words; English words work in every language.

    Those of the centre's own packs may be found beside them.
    """

    def __init__(self, language: str = "en") -> None:
        self._language = language
        self._built_in = WordIndex()
        self._toned: dict[str, str] = {}
        self._ignored: set[str] = set()
        for rows in ("en",) if language == "en" else ("en", language):
            self._learn_drawings(rows)
            self._learn_own(rows)

    def search(self, words: str, limit: int = 60, *, beside: WordIndex | None = None) -> list[PictureFound]:
        """The pictures that fit the words, best first: all words before some, names before other words.

        A word may be the beginning of one ("swe" finds the broom), its ending does not matter ("tidied"), and one
        letter may be wrong where nothing else fits ("brom"). beside: other pictures to find with them.
        """
        marks: defaultdict[str, list[int]] = defaultdict(list)
        places = (self._built_in,) if beside is None else (self._built_in, beside)
        names = ChainMap(*(index.names for index in places))
        typed = split(words)
        for word in [word for word in typed if word not in self._ignored] or typed:
            for index in places:
                for picture, weight in index.matches(word).items():
                    marks[picture].append(weight)
        exact = " ".join(typed)
        best = nsmallest(limit, marks, key=lambda one: _rank(one, names[one].lower(), exact, marks[one]))
        return [PictureFound(one, names[one]) for one in best]

    def named(self, text: str) -> str | None:
        """The picture id a person means by an id, code points ("1F9F9"), an emoji, or words; None if there is none.

        Code points of a person without a skin tone mean the one that search finds.
        """
        text = text.strip()
        if is_photo(text) or has_picture(text):
            return text
        if is_picture_id(text):
            return None
        for code in (text.upper(), *_code_points(text)):
            if has_picture(f"om:{code}"):
                return self._toned.get(code, f"om:{code}")
        return next((found.id for found in self.search(text, limit=1)), None)

    def fitting(self, label: str) -> str:
        """The picture that shows what a label says, "" if none surely does; none by which members find their way."""
        said = {
            picture
            for word in split(label)
            if word not in self._ignored
            for picture, weight in self._built_in.matches(word).items()
            if weight >= SAME_STEM
        }
        return next((one.id for one in self.search(label) if one.id in said - TAKEN), "")

    def name(self, picture: str) -> str:
        """What a picture shows, in the language; "" for photos and pictures it does not know."""
        return self._built_in.names.get(picture, "")

    def groups(self) -> tuple[PictureGroup, ...]:
        """The six groups behind "Something else", with labels that say what somebody did."""
        return tuple(
            PictureGroup(
                name=name,
                label=group["label"],
                picture=group["picture"],
                pictures=tuple(PictureFound(picture, label) for picture, label in group["pictures"].items()),
            )
            for name, group in asset_table("words", f"pictures.{self._language}.toml")["groups"].items()
        )

    def _learn_drawings(self, language: str) -> None:
        for line in asset("words", f"pictures.{language}.tsv").read_text(encoding="utf-8").splitlines():
            code, name, words, own = line.split("\t")
            self._built_in.learn(f"om:{code}", name, words=words, own=own)
            self._toned[_TONE.sub("", code)] = f"om:{code}"

    def _learn_own(self, language: str) -> None:
        table = asset_table("words", f"pictures.{language}.toml")
        for file, name in table["own"].items():
            self._built_in.learn(f"gh:{file}", name, own=table["words"].get(file, ""))
        self._ignored.update(split(table["search"]["ignored"]))
        for file, name in table["people"].items():
            self._built_in.learn(f"gh:person-{file}", name, words="person people face")


@lru_cache(maxsize=4)
def pictures_in(language: str) -> Pictures:
    """The built-in pictures of a language, learned once; those of English for one they have no names in."""
    has_names = asset("words", f"pictures.{language}.tsv").is_file()
    return Pictures(language if has_names else "en")


def photo_from_file(path: Path, *, side_px: int = PHOTO_SIDE_PX) -> bytes:
    """A photo from a file, cleaned; never reads more than the limit. side_px: at most so large.

    Raises:
        BadPhoto: it cannot be read, is too large, or is no photo.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(PHOTO_LIMIT_BYTES + 1)
    except OSError as error:
        raise BadPhoto(f"{path.name} cannot be opened. Try copying it to this PC first.") from error
    return clean_photo(raw, side_px=side_px)


def clean_photo(raw: bytes, *, side_px: int = PHOTO_SIDE_PX) -> bytes:
    """A photo as JPEG, upright, at most 512 pixels a side (or `side_px`), with nothing in it but the picture.

    Raises:
        BadPhoto: too large, too many pixels, cut short, moving, or no photo at all.
    """
    if len(raw) > PHOTO_LIMIT_BYTES:
        raise BadPhoto("This photo is larger than 20 MB. Try a smaller copy of it.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(raw), formats=_PHOTO_KINDS) as photo:
                return _as_small_jpeg(photo, side_px)
    except BadPhoto:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise BadPhoto("This picture has too many dots to be a photo. Try another one.") from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise BadPhoto("This file is no photo, or it is damaged. Use a JPEG or PNG photo.") from error


def _as_small_jpeg(photo: Image.Image, side_px: int) -> bytes:
    if photo.width * photo.height > _PHOTO_PIXELS:
        raise BadPhoto("This picture has too many dots to be a photo. Try another one.")
    if photo.format in _MAY_MOVE and getattr(photo, "is_animated", False):
        raise BadPhoto("This is a moving picture. Use a photo that stands still.")
    first_px = 2 * side_px  # small before anything is copied: a large photo takes hundreds of megabytes
    photo.draft("RGB", (first_px, first_px))
    if photo.mode in _SHRINKS_WELL:
        photo.thumbnail((first_px, first_px))
    upright = ImageOps.exif_transpose(photo).convert("RGBA")
    upright.thumbnail((side_px, side_px))
    paper = Image.new("RGB", upright.size, "white")  # what was see-through would turn black
    paper.paste(upright, mask=upright.getchannel("A"))
    out = io.BytesIO()
    paper.save(out, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    return out.getvalue()


def _code_points(text: str) -> tuple[str, ...]:
    """An emoji's code points as OpenMoji may name them: as written, without, and with the variation mark."""
    points = [f"{ord(letter):04X}" for letter in text]
    bare = [point for point in points if point != _VARIATION]
    return "-".join(points), "-".join(bare), "-".join([*bare, _VARIATION])


def _rank(picture: str, name: str, exact: str, weights: list[int]) -> tuple[int, int, int, int, str]:
    return (-len(weights), -(name == exact), -sum(weights), len(name), picture)
