"""The sounds that were decoded lately, so that a ring starts at once."""

import threading
from collections import OrderedDict
from pathlib import Path

from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import DEFAULT_SOUND
from alarmclock.desktop.sound.clip import Clip, beep
from alarmclock.desktop.sound.decode import load, locate

MOST_CLIPS = 8
MOST_BYTES = 64 * 1024 * 1024

# The same path, time of change and size: the same sound.
Fingerprint = tuple[Path, int, int]


class Shelf:
    """Decoded clips, the latest used last; a file that has changed is decoded anew."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._clips: OrderedDict[Fingerprint, Clip] = OrderedDict()
        self._decoding: dict[Fingerprint, threading.Event] = {}

    def take(self, sound: str) -> Clip:
        """Give the clip of a sound, decoded now if need be. Raises Invalid."""
        fingerprint = _fingerprint(sound)
        while (clip := self._kept(fingerprint)) is None:
            if self._is_my_turn(fingerprint):
                return self._decoded(fingerprint, sound)
        return clip

    def take_or_replace(self, sound: str) -> tuple[Clip, str]:
        """Give a clip in any case, with a note that says why it is another than asked for."""
        try:
            return self.take(sound), ""
        except Invalid as error:
            reason = str(error)
        try:
            clip = self.take(DEFAULT_SOUND)
        except Invalid:
            return beep(), f"{reason} It rings with a beep instead."
        return clip, f"{reason} It rings with the default sound instead."

    def _kept(self, fingerprint: Fingerprint) -> Clip | None:
        with self._lock:
            clip = self._clips.get(fingerprint)
            if clip is not None:
                self._clips.move_to_end(fingerprint)
            return clip

    def _is_my_turn(self, fingerprint: Fingerprint) -> bool:
        """Let one decode a sound; the others wait until that is done."""
        with self._lock:
            if fingerprint in self._clips:
                return False
            done = self._decoding.get(fingerprint)
            if done is None:
                self._decoding[fingerprint] = threading.Event()
                return True
        done.wait()
        return False

    def _decoded(self, fingerprint: Fingerprint, sound: str) -> Clip:
        try:
            clip = load(sound)
            self._keep(fingerprint, clip)
            return clip
        finally:
            with self._lock:
                self._decoding.pop(fingerprint).set()

    def _keep(self, fingerprint: Fingerprint, clip: Clip) -> None:
        with self._lock:
            self._clips[fingerprint] = clip
            while len(self._clips) > 1 and self._is_overfull():
                self._clips.popitem(last=False)

    def _is_overfull(self) -> bool:
        size = sum(clip.size for clip in self._clips.values())
        return len(self._clips) > MOST_CLIPS or size > MOST_BYTES


def _fingerprint(sound: str) -> Fingerprint:
    path, status = locate(sound)
    return path, status.st_mtime_ns, status.st_size
