"""Synthesise the bundled alarm sounds, match their loudness and write them as FLAC.

Run from the top of the project: python -m tests.tools.make_sounds [ID ...]. It needs flac.
The same script makes the same samples each time.
"""

import logging
import math
import subprocess
import sys
import tempfile
import wave
from array import array
from collections import deque
from pathlib import Path

from tests.tools.loudness import decibels, loudness_lufs, true_peak
from tests.tools.scores import SCORES
from tests.tools.synth import FULL_SCALE, RATE

SOUNDS = Path(__file__).parents[2] / "resources" / "sounds"
LOUDNESS_LUFS = -16.0
CEILING_DBFS = -1.5
LIMITER_REACH_S = 0.006
MATCHING_TURNS = 3

logger = logging.getLogger(__name__)


def matched(samples: list[float]) -> list[float]:
    """Bring a loop to the common loudness, rounding off peaks that would stand too high."""
    for _turn in range(MATCHING_TURNS):
        gain = 10 ** ((LOUDNESS_LUFS - loudness_lufs(samples, RATE)) / 20)
        samples = limited([sample * gain for sample in samples])
    return samples


def limited(samples: list[float]) -> list[float]:
    """Lower the level around high peaks, slowly enough not to be heard."""
    ceiling = 10 ** (CEILING_DBFS / 20)
    reach = round(LIMITER_REACH_S * RATE)
    wanted = [min(1.0, ceiling / max(abs(sample), 1e-9)) for sample in samples]
    smooth = _window_mean(_window_minimum(wanted, 2 * reach), reach)
    return [sample * gain for sample, gain in zip(samples, smooth, strict=True)]


def write_flac(samples: list[float], target: Path) -> None:
    """Write mono 16 bit at the synthesiser's rate."""
    numbers = array("h", (round(sample * FULL_SCALE) for sample in samples))
    if sys.byteorder == "big":
        numbers.byteswap()
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.wav"
        with wave.open(str(plain), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(numbers.tobytes())
        options = ["--silent", "--force", "--best", "--exhaustive-model-search", "--no-padding"]
        command = ["flac", *options, "--no-seektable", f"--output-name={target}", str(plain)]
        subprocess.run(command, check=True)


def make(sound_id: str) -> None:
    """Synthesise one sound and say how loud it came out."""
    samples = matched(SCORES[sound_id]().samples)
    write_flac(samples, SOUNDS / f"{sound_id}.flac")
    logger.info(
        "%-12s %5.2f s %6.2f LUFS %6.2f dBTP %4d KB",
        sound_id,
        len(samples) / RATE,
        loudness_lufs(samples, RATE),
        decibels(true_peak(samples)),
        (SOUNDS / f"{sound_id}.flac").stat().st_size // 1000,
    )


def main() -> None:
    """Make the sounds named on the command line, or all."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    for sound_id in sys.argv[1:] or SCORES:
        make(sound_id)


def _window_minimum(values: list[float], width: int) -> list[float]:
    """Return the least value within half a width on either side, round the loop."""
    half, count = width // 2, len(values)
    waiting: deque[tuple[int, float]] = deque()
    result = []
    for index in range(-half, count + half):
        value = values[index % count]
        while waiting and waiting[-1][1] >= value:
            waiting.pop()
        waiting.append((index, value))
        centre = index - half
        while waiting[0][0] < centre - half:
            waiting.popleft()
        if centre >= 0:
            result.append(waiting[0][1])
    return result


def _window_mean(values: list[float], width: int) -> list[float]:
    """Return the running mean within half a width on either side, round the loop."""
    half, count = width // 2, len(values)
    total = math.fsum(values[index % count] for index in range(-half, half))
    result = []
    for index in range(count):
        total += values[(index + half) % count]
        result.append(total / (2 * half + 1))
        total -= values[index - half]
    return result


if __name__ == "__main__":
    main()
