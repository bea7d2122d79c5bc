"""The player of real sounds: voices for the rings, one mixer, one watched device."""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from datetime import timedelta

from alarmclock.core.errors import Invalid
from alarmclock.core.player import (
    NO_RISE,
    PREVIEW,
    PREVIEW_LENGTH,
    QUIET,
    READY_FOR,
    STARTING,
    Condition,
    Sounding,
    SoundStatus,
)
from alarmclock.desktop.sound.clip import RATE, Clip, beep
from alarmclock.desktop.sound.hardware import Hardware
from alarmclock.desktop.sound.loudness import gain
from alarmclock.desktop.sound.mixer import Mixer
from alarmclock.desktop.sound.patience import PatientHardware
from alarmclock.desktop.sound.shelf import Shelf
from alarmclock.desktop.sound.voice import Voice
from alarmclock.desktop.sound.worker import Worker
from alarmclock.values import dataclass, replace

logger = logging.getLogger(__name__)

# A person waits for the answer of a probe, and a device that is awake answers in a third of it.
PROBE_S = 1.5
PROBE_LOOK_S = 0.02
# A file that is decoded while the program closes is not waited for any longer.
CLOSE_S = 2.0


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
    """Plays the rings. It starts its threads with the first voice and ends them after the last.

    Any thread may call it. Its own lock is never held while a device or a file is waited for.
    ``resolve`` gives the present place of a sound, should it have been moved.
    """

    def __init__(
        self,
        make_hardware: Callable[[], Hardware] = real_hardware,
        elapsed_s: Callable[[], float] = time.monotonic,
        resolve: Callable[[str], str] = str,
    ) -> None:
        self._resolve = resolve
        self._elapsed_s = elapsed_s
        self._lock = threading.Lock()
        self._mixer = Mixer(elapsed_s)
        self._shelf = Shelf()
        self._worker = Worker(
            make_hardware, self._mixer.render, self._is_wanted, self._may_rest, elapsed_s
        )
        self._wishes: dict[str, _Wish] = {}
        self._loading: dict[str, list[tuple[str, _Wish]]] = {}
        self._open_until_s = elapsed_s()
        self._loaders: list[threading.Thread] = []
        self._is_closed = False

    @property
    def status(self) -> SoundStatus:
        """Tell whether what should be heard is heard."""
        with self._lock:
            wishes = self._wished().values()
            if not wishes:
                return QUIET
            is_decoded = any(wish.is_loaded for wish in wishes)
        status = self._worker.status
        if status.condition is Condition.QUIET or not (is_decoded or status.is_silent):
            return STARTING
        return status

    @property
    def sounding(self) -> Mapping[str, Sounding]:
        """Give what sounds now, by voice."""
        with self._lock:
            return {voice_id: wish.sounding for voice_id, wish in self._wished().items()}

    @property
    def level(self) -> float:
        """Give the peak of what was mixed for the device in the last second, from 0 to 1."""
        return self._mixer.level

    def prepare(self, sound: str) -> None:
        """Decode a sound and keep it ready. Raises Invalid when it can't be used."""
        self._shelf.take(self._resolve(sound))

    def get_ready(self, sound: str) -> None:
        """Decode a sound and open the device in the background, so that a ring begins at once."""
        self._keep_open(READY_FOR.total_seconds())
        self._on_a_thread(lambda: self._decode_early(sound))

    def probe(self) -> bool:
        """Tell whether a device plays, by letting it play nothing beside what it plays."""
        self._keep_open(PROBE_S)
        end_s = time.monotonic() + PROBE_S
        while not self._worker.is_heard and time.monotonic() < end_s and not self._is_closed:
            time.sleep(PROBE_LOOK_S)
        return self._worker.is_heard

    def go_elsewhere(self) -> None:
        """Give up the place that is played at; it comes last for as long as something sounds."""
        self._worker.go_elsewhere()

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
            loaders = list(self._loaders)
        self._worker.close()
        for loader in loaders:
            loader.join(CLOSE_S)
        self._mixer.clear()

    def _wish(self, voice_id: str, wish: _Wish) -> None:
        with self._lock:
            if self._is_closed:
                return
            is_first = not self._wished()
            self._wishes[voice_id] = wish
            self._mixer.stop(voice_id)
            sound = wish.sounding.sound
            is_loading = sound in self._loading
            self._loading.setdefault(sound, []).append((voice_id, wish))
        if is_first:
            self._worker.begin_anew()
        self._worker.wake()
        if not is_loading:  # else it is read once for all who wait for it
            self._on_a_thread(lambda: self._load(sound))

    def _on_a_thread(self, load: Callable[[], None]) -> None:
        """Let nobody wait for a file: it may lie on a disk that sleeps."""
        loader = threading.Thread(target=load, name="sound loader", daemon=True)
        with self._lock:
            if self._is_closed:
                return
            self._loaders = [thread for thread in self._loaders if thread.is_alive()]
            self._loaders.append(loader)
            loader.start()

    def _keep_open(self, seconds: float) -> None:
        with self._lock:
            self._open_until_s = max(self._open_until_s, self._elapsed_s() + seconds)
        self._worker.wake()

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
            return self._is_device_wanted()

    def _may_rest(self) -> bool:
        with self._lock:
            if self._is_device_wanted():
                return False
            self._mixer.clear()
            return True

    def _is_device_wanted(self) -> bool:
        return bool(self._wished()) or self._elapsed_s() < self._open_until_s

    def _decode_early(self, sound: str) -> None:
        try:
            self._shelf.take(self._resolve(sound))
        except Invalid as error:
            logger.warning("A sound can't be made ready: %s", error)
        except Exception:
            logger.exception("A sound could not be decoded.")

    def _load(self, sound: str) -> None:
        """Decode a sound and let it sound for all who still wish for it."""
        clip, note = self._clip(sound)
        with self._lock:
            for voice_id, wish in self._loading.pop(sound, ()):
                if self._wishes.get(voice_id) is not wish:
                    continue
                wish.sounding = replace(wish.sounding, note=note)
                wish.is_loaded = True
                self._mixer.add(voice_id, _voice(clip, wish))

    def _clip(self, sound: str) -> tuple[Clip, str]:
        try:
            return self._shelf.take_or_replace(self._resolve(sound))
        except Exception:
            logger.exception("A sound could not be decoded.")
            return beep(), "The sound could not be read. It rings with a beep instead."


def _voice(clip: Clip, wish: _Wish) -> Voice:
    return Voice(
        clip,
        gain(wish.sounding.volume),
        rise_frames=round(wish.sounding.rise.total_seconds() * RATE),
        length_frames=None if wish.length is None else round(wish.length.total_seconds() * RATE),
    )
