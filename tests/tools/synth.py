"""A small additive synthesiser whose sounds run round a loop: every tail ends in the start."""

import cmath
import math
from collections.abc import Callable
from dataclasses import dataclass

RATE = 44100
# A partial is left out once it is 80 dB down.
SILENT = 1e-4
FULL_SCALE = 32767

COMB_DELAYS = (1557, 1617, 1491, 1422)
ALLPASS_DELAYS = (556, 225)
ALLPASS_GAIN = 0.5


@dataclass(frozen=True, slots=True)
class Partial:
    """One tone of a struck or plucked thing, relative to its note."""

    ratio: float
    level: float
    decay: float


@dataclass(frozen=True, slots=True)
class Voice:
    """A timbre: its partials, how long a note lasts and how softly it begins."""

    partials: tuple[Partial, ...]
    decay_s: float
    attack_s: float = 0.002


def note(name: str) -> float:
    """Return the frequency of a note such as A4, Bb3 or F#5."""
    steps = {"C": -9, "D": -7, "E": -5, "F": -4, "G": -2, "A": 0, "B": 2}
    step = steps[name[0]] + name.count("#") - name.count("b")
    return 440.0 * 2 ** (step / 12 + int(name[-1]) - 4)


class Loop:
    """A ring of samples to which sounds are added; what runs over the end goes on at the start."""

    def __init__(self, length_s: float) -> None:
        self.samples = [0.0] * round(length_s * RATE)

    def play(self, voice: Voice, at_s: float, pitch_hz: float, level: float = 1.0) -> None:
        """Strike one note."""
        for partial in voice.partials:
            pitch = pitch_hz * partial.ratio
            if pitch < RATE * 0.4:
                decay_s = voice.decay_s * partial.decay
                self._ring(at_s, pitch, level * partial.level, decay_s)
                self._ring(
                    at_s, pitch, -level * partial.level, 1 / (1 / decay_s + 1 / voice.attack_s)
                )

    def draw(
        self,
        at_s: float,
        length_s: float,
        pitch_hz: Callable[[float], float],
        level: Callable[[float], float],
        harmonics: tuple[float, ...] = (1.0,),
    ) -> None:
        """Add a tone whose pitch and level follow the share of its length that has passed."""
        count, start, phase = round(length_s * RATE), round(at_s * RATE), 0.0
        size, samples = len(self.samples), self.samples
        for index in range(count):
            share = index / count
            phase += 2 * math.pi * pitch_hz(share) / RATE
            tone = sum(part * math.sin(phase * (n + 1)) for n, part in enumerate(harmonics) if part)
            samples[(start + index) % size] += level(share) * tone

    def echo(self, delay_s: float, level: float, times: int) -> None:
        """Add fading repeats."""
        dry, shift = list(self.samples), round(delay_s * RATE)
        for turn in range(1, times + 1):
            gain, offset = level**turn, turn * shift % len(dry)
            moved = dry[-offset:] + dry[:-offset] if offset else dry
            self.samples = [a + gain * b for a, b in zip(self.samples, moved, strict=True)]

    def reverberate(self, wet: float, feedback: float = 0.78, damping: float = 0.35) -> None:
        """Put the loop into a room."""
        room = [0.0] * len(self.samples)
        for delay in COMB_DELAYS:
            tail = _comb(self.samples, delay, feedback, damping)
            room = [a + b for a, b in zip(room, tail, strict=True)]
        for delay in ALLPASS_DELAYS:
            room = _allpass(room, delay)
        gain = wet / len(COMB_DELAYS)
        self.samples = [a + gain * b for a, b in zip(self.samples, room, strict=True)]

    def _ring(self, at_s: float, pitch_hz: float, level: float, decay_s: float) -> None:
        """Add one decaying sine; decay_s is the time to fall to 1/e."""
        step = cmath.exp(complex(-1 / decay_s, 2 * math.pi * pitch_hz) / RATE)
        size, samples, start = len(self.samples), self.samples, round(at_s * RATE)
        value = complex(level)
        for index in range(start, start + round(-math.log(SILENT) * decay_s * RATE)):
            samples[index % size] += value.imag
            value *= step


def swell(share: float) -> float:
    """A level that rises and falls evenly."""
    return math.sin(math.pi * share) ** 2


def plateau(edge: float) -> Callable[[float], float]:
    """Return a level that is full except for soft edges of this share."""

    def level(share: float) -> float:
        distance = min(share, 1 - share) / edge
        return 1.0 if distance >= 1 else 0.5 - 0.5 * math.cos(math.pi * distance)

    return level


def steady(pitch_hz: float) -> Callable[[float], float]:
    """Return a pitch that stays."""
    return lambda _share: pitch_hz


def glide(start_hz: float, end_hz: float) -> Callable[[float], float]:
    """Return a pitch that slides evenly, as the ear hears it."""
    return lambda share: start_hz * (end_hz / start_hz) ** share


def _comb(source: list[float], delay: int, feedback: float, damping: float) -> list[float]:
    """Two turns round the loop: the second starts with what the first left in the room."""
    line, low, position = [0.0] * delay, 0.0, 0
    result: list[float] = []
    for _turn in range(2):
        result = []
        for sample in source:
            out = line[position]
            low += (out - low) * (1 - damping)
            line[position] = sample + low * feedback
            position = position + 1 if position + 1 < delay else 0
            result.append(out)
    return result


def _allpass(source: list[float], delay: int) -> list[float]:
    """As the comb, but it colours nothing and only thickens."""
    line, position = [0.0] * delay, 0
    result: list[float] = []
    for _turn in range(2):
        result = []
        for sample in source:
            stored = line[position]
            line[position] = sample + stored * ALLPASS_GAIN
            position = position + 1 if position + 1 < delay else 0
            result.append(stored - sample)
    return result
