"""Makes the sounds out of plain tones, so that nobody else's are needed: sines with a soft beginning and end.

Run ``python -m assets.recipes.sounds``; it writes the files that sounds.toml names: 16 bits, one channel.
"""

import tomllib
import wave
from array import array
from math import exp, pi, sin
from pathlib import Path
from sys import byteorder
from typing import Final

HERE: Final = Path(__file__).parent
SOUNDS: Final = HERE.parent / "sounds"
RATE: Final = 22_050
LOUDEST: Final = 0.5
"""Of what a sample can hold, whatever is played together: headphones may be turned up for the voice."""
_RISE_MS: Final = 12.0
_FALL: Final = 4.0

Note = tuple[float, float, float, float]


def main() -> None:
    """Write every sound."""
    SOUNDS.mkdir(exist_ok=True)
    for name, notes in recipes().items():
        write(SOUNDS / f"{name}.wav", samples(notes))


def recipes() -> dict[str, list[Note]]:
    """The notes of each sound: start and length in ms, pitch in Hz, how loud."""
    return {
        name: [(note[0], note[1], note[2], note[3]) for note in notes]
        for name, notes in tomllib.loads((HERE / "sounds.toml").read_text(encoding="utf-8")).items()
    }


def samples(notes: list[Note]) -> list[int]:
    """A sound as numbers of 16 bits, `RATE` a second, starting and ending in silence."""
    length_ms = max(start + length for start, length, _, _ in notes)
    wave_form = [0.0] * (int(length_ms * RATE / 1000) + 1)
    for start_ms, tone_ms, pitch, loud in notes:
        first = int(start_ms * RATE / 1000)
        for place in range(int(tone_ms * RATE / 1000)):
            wave_form[first + place] += loud * _tone(place / RATE, pitch) * _swell(1000 * place / RATE, tone_ms)
    most = max(1.0, *map(abs, wave_form))
    return [round(value / most * LOUDEST * 32_767) for value in wave_form]


def write(file: Path, values: list[int]) -> None:
    """Write a WAV file."""
    numbers = array("h", values)
    if byteorder == "big":
        numbers.byteswap()
    with wave.open(str(file), "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE)
        written.writeframes(numbers.tobytes())


def _tone(at_s: float, pitch: float) -> float:
    turn = 2 * pi * pitch * at_s
    return (sin(turn) + 0.25 * sin(2 * turn)) / 1.25


def _swell(at_ms: float, length_ms: float) -> float:
    """From silence to silence: a click at either end is what makes a tone harsh."""
    rise, left = min(1.0, at_ms / _RISE_MS), min(1.0, (length_ms - at_ms) / (2 * _RISE_MS))
    return rise * max(0.0, left) * exp(-_FALL * at_ms / length_ms)


if __name__ == "__main__":
    main()
