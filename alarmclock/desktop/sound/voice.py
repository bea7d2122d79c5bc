"""One sound that loops: its place in the clip, its rise, and its soft end."""

from array import array

from alarmclock.desktop.sound.clip import CHANNELS, RATE, Clip
from alarmclock.desktop.sound.loudness import rise_gain

# The volume of a rise is set anew this often; each step is far below what the ear can tell.
GRAIN_FRAMES = RATE // 400
# Cut off within a sample it would click.
FADE_FRAMES = RATE * 15 // 1000
# Fixed-point arithmetic halves the cost of a multiplication by a float.
SHIFT = 15


class Voice:
    """Loops a clip without a gap. Rendered by one thread; ``leave`` may be called by another."""

    def __init__(
        self, clip: Clip, gain: float, rise_frames: int = 0, length_frames: int | None = None
    ) -> None:
        self._clip = clip
        self._gain = gain
        self._rise_frames = rise_frames
        self._length_frames = length_frames
        self._place = 0
        self._played = 0
        self._faded: int | None = None
        self._leaves = False

    @property
    def has_begun(self) -> bool:
        """True once any of its frames was rendered."""
        return self._played > 0

    @property
    def is_over(self) -> bool:
        """True when its fade has ended: it is silent from here on."""
        return self._faded is not None and self._faded >= FADE_FRAMES

    def leave(self) -> None:
        """Fade out, beginning with the next frame rendered."""
        self._leaves = True

    def render(self, frames: int) -> "array[int]":
        """Give the next frames."""
        samples = array("h")
        left = frames
        while left > 0:
            count = min(left, GRAIN_FRAMES) if self._played < self._rise_frames else left
            samples.extend(_scaled(self._next(count), self._gain_now()))
            left -= count
        if self._leaves or self._is_past_its_length():
            self._fade(samples)
        return samples

    def _gain_now(self) -> float:
        # Told by the end of the grain, so that the last one has the whole volume.
        if self._played >= self._rise_frames:
            return self._gain
        return self._gain * rise_gain(self._played / self._rise_frames)

    def _next(self, frames: int) -> "array[int]":
        wanted = frames * CHANNELS
        samples = self._clip.samples[self._place : self._place + wanted]
        while len(samples) < wanted:
            samples.extend(self._clip.samples[: wanted - len(samples)])
        self._place = (self._place + wanted) % len(self._clip.samples)
        self._played += frames
        return samples

    def _is_past_its_length(self) -> bool:
        return self._length_frames is not None and self._played >= self._length_frames

    def _fade(self, samples: "array[int]") -> None:
        done = self._faded or 0
        for index, sample in enumerate(samples):
            left = FADE_FRAMES - done - index // CHANNELS
            samples[index] = sample * left // FADE_FRAMES if left > 0 else 0
        self._faded = done + len(samples) // CHANNELS


def _scaled(samples: "array[int]", gain: float) -> "array[int]":
    factor = round(gain * (1 << SHIFT))
    if factor == 1 << SHIFT:
        return samples
    return array("h", [sample * factor >> SHIFT for sample in samples])
