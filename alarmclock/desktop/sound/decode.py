"""From the name or path of a sound to samples in memory, or a sentence that says why not."""

import os
import stat
from array import array
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile
from pathlib import Path

from alarmclock import resources
from alarmclock.core.errors import Invalid
from alarmclock.desktop.sound.clip import CHANNELS, LOUDEST, RATE, Clip

# A longer file is played up to here and then looped: a ring needs no more, memory would.
LONGEST_FRAMES = 5 * 60 * RATE
SHORTEST_FRAMES = RATE // 20
# Forty decibels below the loudest: nobody wakes from less.
SILENCE_PEAK = LOUDEST // 100
CHUNK_FRAMES = RATE
# An encoder of MP3 puts up to this much silence before and after, which would gape in a loop.
PADDING_FRAMES = 2400
# A codec smears what it encodes a little into the silence, 46 decibels below the loudest.
PADDING_PEAK = LOUDEST // 200


def load(sound: str) -> Clip:
    """Decode a bundled sound, given its name, or a file, given its absolute path.

    Raises Invalid.
    """
    path, _ = locate(sound)
    samples = _decoded(path)
    if _is_mp3(path):
        _cut_padding(samples)
    if len(samples) < SHORTEST_FRAMES * CHANNELS:
        raise _refused(f"The sound file {path.name} is too short to be heard.")
    if _is_silence(samples):
        raise _refused(f"The sound file {path.name} is silent, so it would wake nobody.")
    return Clip(samples)


def locate(sound: str) -> tuple[Path, os.stat_result]:
    """Find the file of a sound and see that there is something in it. Raises Invalid."""
    path = Path(sound) if Path(sound).is_absolute() else _bundled(sound)
    status = _status(path)
    if stat.S_ISDIR(status.st_mode):
        raise _refused(f"{path} is a folder. Choose a sound file in it.")
    if not stat.S_ISREG(status.st_mode):
        raise _refused(f"{path} is not a sound file.")
    if status.st_size == 0:
        raise _refused(f"The sound file {path.name} is empty.")
    return path, status


def _bundled(sound: str) -> Path:
    try:
        return resources.sound(sound).path
    except (resources.UnknownSound, resources.ResourceMissing) as error:
        raise _refused(str(error)) from error


def _status(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except FileNotFoundError as error:
        raise _refused(f"The sound file {path} does not exist.") from error
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error


def _decoded(path: Path) -> "array[int]":
    samples = array("h")
    for chunk in _chunks(path):
        samples.extend(chunk)
        if len(samples) >= LONGEST_FRAMES * CHANNELS:
            break
    del samples[LONGEST_FRAMES * CHANNELS :]
    return samples


def _chunks(path: Path) -> Iterator["array[int]"]:
    try:
        path.open("rb").close()
        # Heavy: it is loaded when the first sound is needed, not when the program starts.
        import miniaudio

        yield from miniaudio.stream_file(
            str(path), nchannels=CHANNELS, sample_rate=RATE, frames_to_read=CHUNK_FRAMES
        )
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error
    except ImportError as error:
        raise _refused(
            "The sound library miniaudio is missing, so no file can be played."
        ) from error
    except miniaudio.MiniaudioError as error:
        sentence = (
            f"{path.name} is not a sound file of a known kind. Choose WAV, FLAC, MP3 or Ogg Vorbis."
        )
        raise _refused(sentence) from error


def _is_mp3(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            start = file.read(3)
    except OSError as error:
        raise _unreadable(path) from error
    return start == b"ID3" or (start[:1] == b"\xff" and start[1] & 0xE0 == 0xE0)


def _cut_padding(samples: "array[int]") -> None:
    """Take away the silence at both ends of which not every encoder says how much it added."""
    del samples[len(samples) - _padding(reversed(samples)) :]
    del samples[: _padding(samples)]


def _padding(samples: Iterable[int]) -> int:
    """Count the silent samples at the beginning, whole frames and no more than an encoder adds."""
    beginning = islice(samples, PADDING_FRAMES * CHANNELS)
    count = sum(1 for _ in takewhile(lambda sample: abs(sample) <= PADDING_PEAK, beginning))
    return count - count % CHANNELS


def _is_silence(samples: "array[int]") -> bool:
    step = CHUNK_FRAMES * CHANNELS
    chunks = (samples[start : start + step] for start in range(0, len(samples), step))
    return all(max(chunk) < SILENCE_PEAK and min(chunk) > -SILENCE_PEAK for chunk in chunks)


def _unreadable(path: Path) -> Invalid:
    return _refused(f"The sound file {path} can't be read.")


def _refused(sentence: str) -> Invalid:
    # A name that is no text, as some old disks have, can be neither shown nor kept.
    return Invalid("sound", sentence.encode("utf-8", "replace").decode("utf-8"))
