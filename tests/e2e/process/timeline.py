"""When what was recorded came out of the speakers, by the clock that the program goes by."""

import threading
import time
from datetime import UTC, datetime

from tests.sound_servers import RATE, eventually

LOOK_EVERY_S = 0.003


class Timeline:
    """Notes all the time how long a recording is, so that each sample has its moment.

    A sample is in the file some time after it was played: never before, often in lumps. Of all
    notes within a second of it, the one that came with the least delay tells best when it was
    played. What remains is the shortest way from the sink to the file: one block of the sink and
    one of the recorder, together 10 to 30 ms. So every moment is told too late by so much, never
    too early, which makes the tests a little harder than what they claim.
    """

    def __init__(self, recording):
        self.recording = recording
        self._notes = []
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._note, daemon=True)

    def start(self):
        """Take notes from now on."""
        self._thread.start()
        return self

    def stop(self):
        """Take notes no more."""
        self._is_over.set()
        self._thread.join()

    def moment(self, sample):
        """Give the instant at which a sample was played."""
        near = [note for note in list(self._notes) if abs(note[1] - sample) < RATE]
        assert near, "nothing was noted near this sample"
        seconds = min(at_s - (length - sample) / RATE for at_s, length in near)
        return datetime.fromtimestamp(seconds, UTC)

    def first_sound(self, since=None):
        """Give the instant of the first sound, of those since an instant."""
        moments = self._loud_moments(since)
        assert moments, "nothing was heard"
        return moments[0]

    def last_sound(self, since=None):
        """Give the instant at which the last sound was over, of those since an instant."""
        moments = self._loud_moments(since)
        assert moments, "nothing was heard"
        return moments[-1]

    def wait_until_silent(self, seconds=0.3):
        """Wait until nothing was heard for so long."""

        def is_silent():
            recording = self.recording
            start = recording.length() - round(seconds * RATE)
            return start > 0 and not recording.loud_blocks(start)

        eventually(is_silent, "it does not fall silent")

    def hear(self, within_s=5.0):
        """Wait until something is heard."""
        eventually(self.recording.is_loud_now, "nothing is heard", within_s)

    def _loud_moments(self, since):
        ends = (place + self.recording.BLOCK for place in self.recording.loud_blocks())
        moments = [self.moment(end) for end in ends]
        return [moment for moment in moments if since is None or moment >= since]

    def _note(self):
        known = -1
        while not self._is_over.wait(LOOK_EVERY_S):
            length = self.recording.length()
            if length != known:
                known = length
                self._notes.append((time.time(), length))
