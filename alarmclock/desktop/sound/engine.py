"""The player of real sounds: voices for the rings, one mixer, one watched device."""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from alarmclock.core.player import (
    NO_RISE,
    PREVIEW,
    PREVIEW_LENGTH,
    QUIET,
    STARTING,
    Condition,
    Sounding,
    SoundStatus,
)
from alarmclock.desktop.sound.clip import RATE, Clip, beep
from alarmclock.desktop.sound.hardware import Hardware, Nowhere
from alarmclock.desktop.sound.loudness import gain
from alarmclock.desktop.sound.mixer import Mixer
from alarmclock.desktop.sound.output import Output
from alarmclock.desktop.sound.patience import PatientHardware
from alarmclock.desktop.sound.shelf import Shelf
from alarmclock.desktop.sound.voice import Voice

logger = logging.getLogger(__name__)

# A device that hangs while it is closed is not waited for any longer.
CLOSE_S = 4.0
AFTER_CRASH_S = 1.0


def real_hardware() -> Hardware:
    """Give the devices of this computer; the import is heavy, so it waits for the first sound."""
    from alarmclock.desktop.sound.devices import MiniaudioHardware

    return PatientHardware(MiniaudioHardware())


@dataclass(slots=True)
class _Wish:
    """What somebody asked for, and whether the mixer has it yet."""

    sounding: Sounding
    length: timedelta | None = None
    is_loaded: bool = False


class SoundEngine:
    """Plays the rings. It starts its threads with the first voice and ends them after the last."""

    def __init__(self, make_hardware: Callable[[], Hardware] = real_hardware) -> None:
        self._make_hardware = make_hardware
        self._lock = threading.Lock()
        self._news = threading.Event()
        self._mixer = Mixer()
        self._shelf = Shelf()
        self._wishes: dict[str, _Wish] = {}
        self._hardware: Hardware | None = None
        self._output: Output | None = None
        self._worker: threading.Thread | None = None
        self._loaders: list[threading.Thread] = []
        self._is_closed = False

    @property
    def status(self) -> SoundStatus:
        """Tell whether what should be heard is heard."""
        with self._lock:
            if not self._wished():
                return QUIET
            status = self._output.status if self._output else STARTING
        return STARTING if status.condition is Condition.QUIET else status

    @property
    def sounding(self) -> Mapping[str, Sounding]:
        """Give what sounds now, by voice."""
        with self._lock:
            return {voice_id: wish.sounding for voice_id, wish in self._wished().items()}

    def prepare(self, sound: str) -> None:
        """Decode a sound and keep it ready. Raises Invalid when it can't be used."""
        self._shelf.take(sound)

    def play(self, voice_id: str, sound: str, volume: int, rise: timedelta) -> None:
        """Loop a sound until it is stopped; a voice that sounds already starts anew."""
        self._wish(voice_id, _Wish(Sounding(sound, volume, rise)))

    def preview(self, sound: str, volume: int) -> None:
        """Play a sound for a moment, in place of any preview that sounds."""
        self._wish(PREVIEW, _Wish(Sounding(sound, volume, NO_RISE), PREVIEW_LENGTH))

    def stop(self, voice_id: str) -> None:
        """End one voice; the others go on."""
        with self._lock:
            self._wishes.pop(voice_id, None)
            self._mixer.stop(voice_id)

    def stop_all(self) -> None:
        """End every voice."""
        for voice_id in list(self.sounding):
            self.stop(voice_id)

    def close(self) -> None:
        """End every voice and give the device back; nothing plays afterwards."""
        with self._lock:
            self._is_closed = True
            self._wishes.clear()
            if self._output:
                self._output.end()
            threads = [*self._loaders, *([self._worker] if self._worker else [])]
        self._news.set()
        for thread in threads:
            thread.join(CLOSE_S)
        self._mixer.clear()

    def _wish(self, voice_id: str, wish: _Wish) -> None:
        loader = threading.Thread(
            target=self._load, args=(voice_id, wish), name="sound loader", daemon=True
        )
        with self._lock:
            if self._is_closed:
                return
            self._wishes[voice_id] = wish
            self._mixer.stop(voice_id)
            self._loaders = [thread for thread in self._loaders if thread.is_alive()]
            self._loaders.append(loader)
            loader.start()
            self._begin_work()
        self._news.set()

    def _begin_work(self) -> None:
        if self._worker is None:
            self._worker = threading.Thread(target=self._work, name="sound", daemon=True)
            self._worker.start()

    def _wished(self) -> dict[str, _Wish]:
        """Give what should be heard; a preview that has come to its end is forgotten."""
        playing = self._mixer.voice_ids
        self._wishes = {
            voice_id: wish
            for voice_id, wish in self._wishes.items()
            if not wish.is_loaded or voice_id in playing
        }
        return self._wishes

    def _is_wanted(self) -> bool:
        with self._lock:
            return bool(self._wished())

    def _load(self, voice_id: str, wish: _Wish) -> None:
        """Decode a sound on a thread of its own and let it sound, if it is still wished for."""
        clip, note = self._clip(wish.sounding.sound)
        with self._lock:
            if self._wishes.get(voice_id) is not wish:
                return
            wish.sounding = replace(wish.sounding, note=note)
            wish.is_loaded = True
            self._mixer.add(voice_id, _voice(clip, wish))

    def _clip(self, sound: str) -> tuple[Clip, str]:
        try:
            return self._shelf.take_or_replace(sound)
        except Exception:
            logger.exception("A sound could not be decoded.")
            return beep(), "The sound could not be read. It rings with a beep instead."

    def _work(self) -> None:
        """Keep the output running until nothing is wished for, on a thread of its own."""
        while True:
            try:
                self._new_output().run()
            except Exception:
                logger.exception("The sound output failed and starts anew.")
                self._wait(AFTER_CRASH_S)
            with self._lock:
                self._output = None
                if self._is_closed or not self._wished():
                    self._worker = None
                    self._mixer.clear()
                    return

    def _new_output(self) -> Output:
        if self._hardware is None:
            self._hardware = self._found_hardware()
        output = Output(self._hardware, self._mixer.render, self._is_wanted, self._wait)
        with self._lock:
            self._output = output
            if self._is_closed:
                output.end()
        return output

    def _found_hardware(self) -> Hardware:
        try:
            return self._make_hardware()
        except (ImportError, OSError):
            logger.exception("The sound library can't be used.")
            return Nowhere()

    def _wait(self, seconds: float) -> None:
        self._news.wait(seconds)
        self._news.clear()


def _voice(clip: Clip, wish: _Wish) -> Voice:
    return Voice(
        clip,
        gain(wish.sounding.volume),
        rise_frames=round(wish.sounding.rise.total_seconds() * RATE),
        length_frames=None if wish.length is None else round(wish.length.total_seconds() * RATE),
    )
