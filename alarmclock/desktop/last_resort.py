"""A noise without the program's own sound: a player of the system, and the beep of the computer."""

import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import wave
from array import array
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from alarmclock.desktop.sound.clip import CHANNELS, RATE, beep
from alarmclock.desktop.sound.loudness import gain
from alarmclock.values import dataclass

logger = logging.getLogger(__name__)

# The best first: those of the sound servers, then the one that goes to the card itself. PipeWire
# may be there for pictures only, and pw-play would wait for a device that never comes.
PLAYERS: tuple[tuple[str, ...], ...] = (
    ("paplay",),
    ("pw-play",),
    ("aplay", "-q"),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet"),
    ("mpv", "--no-video", "--really-quiet"),
    ("cvlc", "--play-and-exit", "--quiet"),
    ("afplay",),
)
QUIET_WITHIN_S = 0.1


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a last resort waits for what."""

    # Beeps in one file: each start of a player costs a gap and some work.
    beeps: int = 8
    # Whoever takes so much longer than the file lasts, plays to nobody.
    patience_s: float = 2.0
    # Whoever ends sooner has not played the file.
    failed_within_s: float = 1.0
    # When none can play: a device or a server may come.
    pause_s: float = 1.0
    beep_every_s: float = 1.0


STEADY = Pace()


class SystemResort:
    """Starts the first player that works over and over, and lets the computer beep.

    `ring_bell` is called on a thread of its own. `find` tells whether a program is there, and
    where.
    """

    def __init__(
        self,
        ring_bell: Callable[[], None] | None = None,
        *,
        find: Callable[[str], str | None] = shutil.which,
        players: Sequence[Sequence[str]] = PLAYERS,
        pace: Pace = STEADY,
    ) -> None:
        self._ring_bell = ring_bell
        self._find = find
        self._players = players
        self._pace = pace
        self._noises: list[_Noise] = []

    def begin(self, volume: int) -> str:
        """Make a noise until `end`, and name what is tried; the empty text is nothing at all."""
        self.end()
        players = [
            _Player(words[0], (found, *words[1:]))
            for words in self._players
            if (found := self._find(words[0])) is not None
        ]
        means = []
        if players:
            self._noises.append(_Playing(players, volume, self._pace))
            means.append(players[0].name)
        if self._ring_bell is not None:
            self._noises.append(_Beeping(self._ring_bell, self._pace))
            means.append("the beep")
        for noise in self._noises:
            noise.start()
        return " and ".join(means)

    def end(self) -> None:
        """Be quiet within 100 ms."""
        noises, self._noises = self._noises, []
        for noise in noises:
            noise.end()
        for noise in noises:
            noise.join(QUIET_WITHIN_S)


@dataclass(frozen=True, slots=True)
class _Player:
    """A program that plays the file that is named after these words."""

    name: str
    words: tuple[str, ...]


class _Noise(threading.Thread):
    """Makes a noise until it is ended."""

    def __init__(self) -> None:
        super().__init__(name="last resort", daemon=True)
        self._ended = threading.Event()

    def end(self) -> None:
        """End it now."""
        self._ended.set()


class _Beeping(_Noise):
    """Lets the computer beep."""

    def __init__(self, ring_bell: Callable[[], None], pace: Pace) -> None:
        super().__init__()
        self._pace = pace
        self._ring_bell = ring_bell

    def run(self) -> None:
        """Beep each second."""
        try:
            self._ring_bell()
            while not self._ended.wait(self._pace.beep_every_s):
                self._ring_bell()
        except Exception:  # it is given from outside and may fail in any way; the player goes on.
            logger.exception("The computer can't beep.")


class _Playing(_Noise):
    """Lets the first player that works play, again and again."""

    def __init__(self, players: Sequence[_Player], volume: int, pace: Pace) -> None:
        super().__init__()
        self._pace = pace
        self._players = players
        self._volume = volume
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        """Play until ended."""
        # The folder of a session lies in memory: it has room when the disk has none.
        place = os.environ.get("XDG_RUNTIME_DIR") or None
        try:
            with tempfile.TemporaryDirectory(prefix="alarmclock-", dir=place) as folder:
                file = Path(folder) / "beeps.wav"
                length_s = write_beeps(file, self._volume, self._pace.beeps)
                while not self._ended.is_set():
                    self._go_through(file, length_s)
                    self._ended.wait(self._pace.pause_s)
        except OSError:
            logger.exception("The sound for other players can't be written.")

    def end(self) -> None:
        """End the player as well."""
        with self._lock:
            super().end()
            if self._process is not None:
                _kill(self._process)

    def _go_through(self, file: Path, length_s: float) -> None:
        for player in self._players:
            while self._plays(player, file, length_s):
                pass
            if self._ended.is_set():
                return
            logger.warning("%s could not play.", player.name)

    def _plays(self, player: _Player, file: Path, length_s: float) -> bool:
        """Play the file once, and tell whether it seems to have been heard."""
        begun_s = time.monotonic()
        with self._lock:
            if self._ended.is_set():
                return False
            try:
                self._process = _started(player, file)
            except OSError:
                return False
        status = _status(self._process, length_s + self._pace.patience_s)
        with self._lock:
            self._process = None
        return status == 0 and time.monotonic() - begun_s > self._pace.failed_within_s


def write_beeps(file: Path, volume: int, beeps: int) -> float:
    """Write beeps of a volume in percent as every player knows them, and give their seconds."""
    factor = gain(volume)
    samples = array("h", [round(sample * factor) for sample in beep().samples]) * beeps
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(CHANNELS)
        sound.setsampwidth(samples.itemsize)
        sound.setframerate(RATE)
        sound.writeframes(samples.tobytes())
    return len(samples) / CHANNELS / RATE


def _started(player: _Player, file: Path) -> "subprocess.Popen[bytes]":
    """Start it as the head of a group of its own: some players are scripts that start others."""
    return subprocess.Popen(  # noqa: S603 - the words are ours and the program was found.  # nosec B603
        [*player.words, str(file)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _status(process: "subprocess.Popen[bytes]", patience_s: float) -> int:
    """Wait for its end; one that hangs is ended."""
    try:
        return process.wait(patience_s)
    except subprocess.TimeoutExpired:
        _kill(process)
        process.wait()
        return -1


def _kill(process: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        process.kill()
    elif process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
