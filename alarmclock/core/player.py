"""How the program asks for sound, and a fake that records what would be heard."""

from collections.abc import Mapping
from datetime import timedelta
from enum import Enum
from typing import Protocol

from alarmclock.core.errors import Invalid
from alarmclock.values import dataclass, replace

PREVIEW = "preview"
PREVIEW_LENGTH = timedelta(seconds=10)
NO_RISE = timedelta(0)
# Of the voice that lets a person try a whole ring.
TRIAL = "trial"
READY_FOR = timedelta(seconds=20)


class Condition(Enum):
    """Whether what should be heard is heard."""

    QUIET = "quiet"
    STARTING = "starting"
    SOUNDING = "sounding"
    SILENT_NO_DEVICE = "silent: no device"
    SILENT_STALLED = "silent: stalled"


@dataclass(frozen=True, slots=True)
class SoundStatus:
    """The condition of the sound, with a sentence for people when they should know of it.

    ``device`` is the name of what plays, as the sound system calls it, where it is known.
    """

    condition: Condition
    sentence: str = ""
    device: str = ""

    @property
    def is_silent(self) -> bool:
        """True while something should be heard and is not."""
        return self.condition in {Condition.SILENT_NO_DEVICE, Condition.SILENT_STALLED}


QUIET = SoundStatus(Condition.QUIET)
STARTING = SoundStatus(Condition.STARTING)
SOUNDING = SoundStatus(Condition.SOUNDING)
NO_DEVICE = SoundStatus(
    Condition.SILENT_NO_DEVICE,
    "No sound device was found, so the alarm rings on the screen.",
)
STALLED = SoundStatus(
    Condition.SILENT_STALLED,
    "The sound device does not answer, so the alarm rings on the screen.",
)


def sounding_on(device: str) -> SoundStatus:
    """Say that it is heard, and on which device."""
    return SoundStatus(Condition.SOUNDING, f"It plays on {device}.", device) if device else SOUNDING


@dataclass(frozen=True, slots=True)
class Sounding:
    """One voice as it was asked for; ``note`` says in a sentence when it sounds otherwise."""

    sound: str
    volume: int
    rise: timedelta = NO_RISE
    note: str = ""


class Player(Protocol):
    """Plays the sounds of rings. No call but ``prepare`` raises, and none waits for a device.

    ``sound`` is the name of a bundled sound or the absolute path of a sound file, ``volume`` is
    in percent, ``rise`` is how long the volume takes to get there.
    """

    @property
    def status(self) -> SoundStatus:
        """Tell whether what should be heard is heard."""

    @property
    def sounding(self) -> Mapping[str, Sounding]:
        """Give what sounds now, by voice; a preview is the voice named PREVIEW."""

    @property
    def level(self) -> float:
        """Give the peak of what was mixed for the device in the last second, from 0 to 1."""

    def prepare(self, sound: str) -> None:
        """Decode a sound and keep it ready. Raises Invalid with the reason when it can't be used.

        A long file takes about a second: better not asked on the loop.
        """

    def get_ready(self, sound: str) -> None:
        """Decode a sound and open the device in the background, so that a ring begins at once.

        The device stays open for READY_FOR; what can't be decoded is told when it is played.
        """

    def probe(self) -> bool:
        """Tell whether any device plays, by letting it play nothing; about a second, on no loop."""

    def go_elsewhere(self) -> None:
        """Go on at another device or back end: what this one is given does not come out."""

    def play(self, voice_id: str, sound: str, volume: int, rise: timedelta) -> None:
        """Loop a sound until it is stopped; a voice that sounds already starts anew."""

    def preview(self, sound: str, volume: int) -> None:
        """Play a sound for a moment, in place of any preview that sounds."""

    def stop(self, voice_id: str) -> None:
        """End one voice; the others go on."""

    def stop_all(self) -> None:
        """End every voice."""

    def close(self) -> None:
        """End every voice and give the device back; nothing plays afterwards."""


class SilentPlayer:
    """A player without a device. It records what a person would hear; tests set its status."""

    def __init__(self) -> None:
        self.status = QUIET
        self.heard: list[tuple[str, Sounding]] = []
        self.unplayable: set[str] = set()
        self.is_closed = False
        self.level = 0.0
        self.has_device = True
        self.ready: list[str] = []
        self.moves = 0
        self._sounding: dict[str, Sounding] = {}

    @property
    def sounding(self) -> Mapping[str, Sounding]:
        """Give what would sound now."""
        return dict(self._sounding)

    def prepare(self, sound: str) -> None:
        """Refuse what was put in ``unplayable``."""
        if sound in self.unplayable:
            raise Invalid("sound", "This sound can't be played.")

    def get_ready(self, sound: str) -> None:
        """Record what is to be ready."""
        self.ready.append(sound)

    def probe(self) -> bool:
        """Say what ``has_device`` says."""
        return self.has_device

    def go_elsewhere(self) -> None:
        """Count how often it was sent to another device."""
        self.moves += 1

    def play(self, voice_id: str, sound: str, volume: int, rise: timedelta) -> None:
        """Record a voice, with a note when its sound was put in ``unplayable``."""
        if self.is_closed:
            return
        voice = Sounding(sound, volume, rise)
        if sound in self.unplayable:
            voice = replace(voice, note="This sound can't be played.")
        self.heard.append((voice_id, voice))
        self._sounding[voice_id] = voice

    def preview(self, sound: str, volume: int) -> None:
        """Record a preview; it sounds until it is stopped."""
        self.play(PREVIEW, sound, volume, NO_RISE)

    def stop(self, voice_id: str) -> None:
        """Forget one voice."""
        self._sounding.pop(voice_id, None)

    def stop_all(self) -> None:
        """Forget every voice."""
        self._sounding.clear()

    def close(self) -> None:
        """Forget every voice and take no more."""
        self.stop_all()
        self.is_closed = True
