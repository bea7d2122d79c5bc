"""Decoded sound in memory: what the mixer plays, whatever file it came from."""

import math
from array import array

from alarmclock.values import dataclass

RATE = 44_100
CHANNELS = 2
FRAME_BYTES = 2 * CHANNELS
LOUDEST = 32_767

BEEP_HERTZ = 880
BEEP_FRAMES = RATE // 4
BEEP_LEVEL = 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """Signed 16-bit samples at 44.1 kHz, left and right in turn."""

    samples: "array[int]"

    @property
    def frames(self) -> int:
        """Its length in pairs of samples."""
        return len(self.samples) // CHANNELS

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        return len(self.samples) * self.samples.itemsize


def beep() -> Clip:
    """Make a plain beep and a pause: what is left when no file can be read at all."""
    wave = [math.sin(math.tau * BEEP_HERTZ * frame / RATE) for frame in range(BEEP_FRAMES)]
    samples = array("h")
    for height in wave:
        samples.extend([int(height * BEEP_LEVEL * LOUDEST)] * CHANNELS)
    samples.frombytes(bytes(BEEP_FRAMES * FRAME_BYTES))
    return Clip(samples)
