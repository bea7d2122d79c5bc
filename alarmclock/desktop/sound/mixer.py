"""All voices in one stream: whoever sounds is heard, and nothing is distorted."""

import threading
import time
from array import array
from collections.abc import Callable
from operator import add

from alarmclock.desktop.sound.clip import CHANNELS, FRAME_BYTES, LOUDEST, RATE
from alarmclock.desktop.sound.meter import Meter
from alarmclock.desktop.sound.voice import SHIFT, Voice

# After loud voices were turned down together, it takes this long to turn them up again.
RECOVERY_FRAMES = RATE


class Mixer:
    """The voices that sound, by name. Any thread may call it; the device's thread renders."""

    def __init__(self, elapsed_s: Callable[[], float] = time.monotonic) -> None:
        self._meter = Meter(elapsed_s)
        self._lock = threading.Lock()
        self._voices: dict[str, Voice] = {}
        self._leaving: list[Voice] = []
        self._guard = 1.0

    @property
    def level(self) -> float:
        """Give the peak of what a device was given in the last second, from 0 to 1."""
        return self._meter.peak

    @property
    def voice_ids(self) -> frozenset[str]:
        """The names of the voices that sound."""
        with self._lock:
            return frozenset(self._voices)

    def add(self, voice_id: str, voice: Voice) -> None:
        """Let a voice sound, in place of another of its name."""
        with self._lock:
            self._let_go(voice_id)
            self._voices[voice_id] = voice

    def stop(self, voice_id: str) -> None:
        """Let a voice fade out, or drop it if nothing of it was heard yet; the others go on."""
        with self._lock:
            self._let_go(voice_id)

    def clear(self) -> None:
        """Drop every voice at once, without a fade: nobody hears it any more."""
        with self._lock:
            self._voices.clear()
            self._leaving.clear()

    def render(self, frames: int) -> bytes:
        """Give the next frames of all voices together."""
        with self._lock:
            voices = [*self._voices.values(), *self._leaving]
        if not voices or frames <= 0:
            return bytes(max(frames, 0) * FRAME_BYTES)
        blocks = [voice.render(frames) for voice in voices]
        self._forget_the_ended()
        mixed = self._mixed(blocks)
        self._meter.note(mixed)
        return mixed.tobytes()

    def _let_go(self, voice_id: str) -> None:
        voice = self._voices.pop(voice_id, None)
        if voice is not None and voice.has_begun:
            voice.leave()
            self._leaving.append(voice)

    def _forget_the_ended(self) -> None:
        with self._lock:
            self._voices = {name: one for name, one in self._voices.items() if not one.is_over}
            self._leaving = [voice for voice in self._leaving if not voice.is_over]

    def _mixed(self, blocks: "list[array[int]]") -> "array[int]":
        if len(blocks) == 1:
            return blocks[0]
        total = list(blocks[0])
        for block in blocks[1:]:
            total = list(map(add, total, block))
        return array("h", self._guarded(total))

    def _guarded(self, total: list[int]) -> list[int]:
        """Turn the sum down as far as it would clip; cutting its peaks off would sound broken."""
        highest, lowest = max(total), min(total)
        peak = max(highest, -lowest, 1)
        recovered = self._guard + len(total) / CHANNELS / RECOVERY_FRAMES
        self._guard = min(1.0, recovered, LOUDEST / peak)
        if self._guard == 1.0:
            return total
        factor = int(self._guard * (1 << SHIFT))
        return [sample * factor >> SHIFT for sample in total]
