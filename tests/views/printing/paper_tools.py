"""Looks at PDFs as a person with a printer would: as pixels, as text, as sizes."""

import re
import subprocess
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import zxingcpp
from PIL import Image

POINTS_A_MM = 72 / 25.4
_HTML_SCALE = 1.5  # pdftohtml counts in two thirds of a point


@dataclass
class Paper:
    """A PDF file and what Poppler sees in it."""

    path: Path
    _pages: dict[tuple[int, bool], list[Image.Image]] = field(default_factory=dict)

    def pages(self, dpi: int, *, grey: bool = False) -> list[Image.Image]:
        """Every page as pixels."""
        if (dpi, grey) not in self._pages:
            self._pages[dpi, grey] = self._rasterised(dpi, grey=grey)
        return self._pages[dpi, grey]

    def _rasterised(self, dpi: int, *, grey: bool) -> list[Image.Image]:
        target = self.path.with_suffix(f".{dpi}{'g' if grey else ''}")
        target.mkdir(exist_ok=True)
        _run("pdftoppm", "-r", str(dpi), *(["-gray"] if grey else []), str(self.path), str(target / "page"))
        return [Image.open(BytesIO(found.read_bytes())) for found in sorted(target.iterdir())]

    def symbols(self, dpi: int, *, grey: bool = False) -> list[str]:
        """The text of every QR, page by page, from the top, left before right."""
        found = []
        for page in self.pages(dpi, grey=grey):
            read = zxingcpp.read_barcodes(page)
            found += sorted(read, key=lambda one: (round(one.position.top_left.y / dpi), one.position.top_left.x))
        return [one.text for one in found]

    def text(self) -> str:
        """All words, in the order of the page."""
        return _run("pdftotext", "-layout", str(self.path), "-")

    def words(self) -> str:
        """All words with single spaces, hyphens at line ends gone: to look for names that were broken."""
        return " ".join(re.sub(r"-\n\s*", "", _run("pdftotext", "-raw", str(self.path), "-")).split())

    def sizes_mm(self) -> list[tuple[int, int]]:
        """Width and height of every page."""
        told = _run("pdfinfo", "-l", "-1", str(self.path))
        found = re.findall(r"Page.*size:\s+([\d.]+) x ([\d.]+) pts", told)
        return [(round(float(w) / POINTS_A_MM), round(float(h) / POINTS_A_MM)) for w, h in found]

    def least_pt(self) -> float:
        """The size of the smallest letters."""
        told = _run("pdftohtml", "-xml", "-i", "-stdout", str(self.path))
        return min(int(size) for size in re.findall(r'<fontspec id="\d+" size="(\d+)"', told)) / _HTML_SCALE

    def has_only_embedded_fonts(self) -> bool:
        """Whether the file brings every font along, with a table that makes its text readable."""
        rows = _run("pdffonts", str(self.path)).splitlines()[2:]
        return bool(rows) and all(row.split()[-5] == "yes" and row.split()[-3] == "yes" for row in rows)


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
