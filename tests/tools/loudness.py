"""Loudness and true peak of mono audio, as ITU-R BS.1770 measures them."""

import math
from collections.abc import Iterator, Sequence

BLOCK_S = 0.4
HOP_S = 0.1
ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = -10.0
OFFSET_LUFS = -0.691

OVERSAMPLING = 4
TAPS_EACH_SIDE = 8
# An inter-sample peak stands less than 6 dB over its neighbours in anything but test signals.
PEAK_NEIGHBOUR_SHARE = 0.5

Biquad = tuple[float, float, float, float, float]


def loudness_lufs(samples: Sequence[float], rate: int) -> float:
    """Return the gated loudness of a loop, heard round and round."""
    powers = list(_block_powers(_weighted_power(samples, rate), rate))
    audible = [power for power in powers if _lufs(power) > ABSOLUTE_GATE_LUFS]
    if not audible:
        return -math.inf
    gate = _lufs(sum(audible) / len(audible)) + RELATIVE_GATE_LU
    kept = [power for power in audible if _lufs(power) > gate]
    return _lufs(sum(kept) / len(kept))


def true_peak(samples: Sequence[float]) -> float:
    """Return the highest level of a loop, also between its samples, by four-fold oversampling."""
    heights = list(map(abs, samples))
    peak, count = max(heights), len(heights)
    threshold = peak * PEAK_NEIGHBOUR_SHARE
    phases = [_interpolator(step / OVERSAMPLING) for step in range(1, OVERSAMPLING)]
    for index, height in enumerate(heights):
        if height < max(threshold, heights[index - 1], heights[(index + 1) % count]):
            continue
        for before in (index - 1, index):
            first = before - TAPS_EACH_SIDE + 1
            window = [samples[(first + tap) % count] for tap in range(2 * TAPS_EACH_SIDE)]
            peak = max(peak, *(abs(sum(map(float.__mul__, taps, window))) for taps in phases))
    return peak


def decibels(amplitude: float) -> float:
    """Return an amplitude relative to full scale in dB."""
    return 20 * math.log10(amplitude) if amplitude else -math.inf


def _lufs(power: float) -> float:
    return OFFSET_LUFS + 10 * math.log10(power) if power > 0 else -math.inf


def _weighted_power(samples: Sequence[float], rate: int) -> list[float]:
    """Apply the shelf and the high-pass of the K weighting and square."""
    (b0, b1, b2, a1, a2), (c0, c1, c2, d1, d2) = _shelf(rate), _high_pass(rate)
    s1 = s2 = t1 = t2 = 0.0
    powers = []
    for x in samples:
        y = b0 * x + s1
        s1 = b1 * x - a1 * y + s2
        s2 = b2 * x - a2 * y
        z = c0 * y + t1
        t1 = c1 * y - d1 * z + t2
        t2 = c2 * y - d2 * z
        powers.append(z * z)
    return powers


def _block_powers(powers: list[float], rate: int) -> Iterator[float]:
    """Yield the mean power of overlapping blocks, the last ones running on into the start."""
    hop = round(HOP_S * rate)
    hops = [sum(powers[start : start + hop]) for start in range(0, len(powers) - hop + 1, hop)]
    per_block = round(BLOCK_S / HOP_S)
    for index in range(len(hops)):
        yield sum(hops[(index + step) % len(hops)] for step in range(per_block)) / (per_block * hop)


def _shelf(rate: int) -> Biquad:
    """The head's effect: about 4 dB more above 1.7 kHz."""
    k = math.tan(math.pi * 1681.974450955533 / rate)
    gain, quality = 10 ** (3.999843853973347 / 20), 0.7071752369554196
    band = gain**0.4996667741545416
    norm = 1 + k / quality + k * k
    return (
        (gain + band * k / quality + k * k) / norm,
        2 * (k * k - gain) / norm,
        (gain - band * k / quality + k * k) / norm,
        2 * (k * k - 1) / norm,
        (1 - k / quality + k * k) / norm,
    )


def _high_pass(rate: int) -> Biquad:
    """The ear's weakness for the lowest tones."""
    k = math.tan(math.pi * 38.13547087602444 / rate)
    quality = 0.5003270373238773
    norm = 1 + k / quality + k * k
    return 1.0, -2.0, 1.0, 2 * (k * k - 1) / norm, (1 - k / quality + k * k) / norm


def _interpolator(fraction: float) -> list[float]:
    """Return windowed-sinc taps for the point this far after the middle sample."""
    offsets = [tap - TAPS_EACH_SIDE + 1 - fraction for tap in range(2 * TAPS_EACH_SIDE)]
    taps = [
        math.sin(math.pi * x) / (math.pi * x) * (0.5 + 0.5 * math.cos(math.pi * x / TAPS_EACH_SIDE))
        for x in offsets
    ]
    total = sum(taps)
    return [tap / total for tap in taps]
