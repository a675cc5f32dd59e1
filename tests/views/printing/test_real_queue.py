"""Slips through a real print queue: what comes out of CUPS is read like what went in. Only where CUPS-PDF is here."""

import io
import json
import subprocess
import sys
from pathlib import Path

import zxingcpp
from PIL import Image

from tests.views.printing import queue_of_its_own
from tests.views.printing.paper_tools import Paper

ROOT = Path(__file__).resolve().parents[3]


def test_eight_of_eight_slips_are_read_off_the_paper() -> None:
    """One test, for one process at a time looks at what was printed."""
    before = queue_of_its_own.files()
    with queue_of_its_own.queue() as environment, queue_of_its_own.new_files() as found:
        command = [sys.executable, "-m", "tests.views.printing.by_queue"]
        said = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        found.append(queue_of_its_own.wait_for_file(before))
        assert Paper(found[0]).sizes_mm() == [(210, 297)]
        tokens = sorted(json.loads(said))
        assert len(tokens) == 8
        assert [_tokens(found[0], dpi) for dpi in (150, 300)] == [tokens, tokens]


def _tokens(path: Path, dpi: int) -> list[str]:
    command = ["pdftoppm", "-r", str(dpi), "-gray", "-singlefile", str(path)]
    raw = subprocess.run(command, check=True, capture_output=True).stdout
    return sorted(found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(raw))))
