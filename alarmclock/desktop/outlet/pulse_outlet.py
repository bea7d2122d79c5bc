"""The volume of a Linux desktop, by its PulseAudio or PipeWire."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress

from alarmclock.core.surroundings.outlet import UNKNOWN_OUTPUT, Output
from alarmclock.desktop.arrivals import Arrivals
from alarmclock.desktop.outlet.bell import Bell
from alarmclock.desktop.outlet.connection import PATIENCE_S, PulseConnection
from alarmclock.desktop.outlet.debts import Debts
from alarmclock.desktop.outlet.places import places_of_sound
from alarmclock.desktop.outlet.worker import Probe, Worker

LAST_WORDS_S = 1.0


class PulseOutlet:
    """An outlet whose every word with the sound server is spoken on a thread of its own.

    Where no server answers, `probe` is asked on that thread whether there is a device at all.
    What is turned up is written into `debts` before, so that a run after this one puts it back.
    """

    def __init__(
        self,
        probe: Probe | None = None,
        *,
        patience_s: float = PATIENCE_S,
        debts: Debts | None = None,
    ) -> None:
        self._probe = probe
        self._debts = debts
        self._told_back: list[Callable[[Output], None]] = []
        self._patience_s = patience_s
        self._output = UNKNOWN_OUTPUT
        self._peak: float | None = None
        self._listeners: list[Callable[[], None]] = []
        self._loop: asyncio.AbstractEventLoop | None = None
        self._worker: Worker | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to follow the device, in the running loop."""
        self._loop = asyncio.get_running_loop()
        bell = Bell()
        self._worker = Worker(
            bell,
            lambda: PulseConnection(bell, self._patience_s),
            self._hand_over,
            self._probe,
            debts=self._debts,
            report_back=self._hand_back,
            arrivals=Arrivals(places_of_sound()),
        )
        self._thread = threading.Thread(target=self._worker.run, name="outlet", daemon=True)
        self._thread.start()

    @property
    def output(self) -> Output:
        """Give the default device as it was told last; all is unknown before."""
        return self._output

    @property
    def peak(self) -> float | None:
        """Give the peak that came out of the device in the last second, from 0 to 1.

        It is what the device plays, by whomever, behind its volume and its mute; 0 is silence,
        and None is unknown, also while there is no device.
        """
        return self._peak

    def listen(self, changed: Callable[[], None]) -> None:
        """Call `changed` on the loop whenever the output is another one or stands differently."""
        self._listeners.append(changed)

    def on_put_back(self, told: Callable[[Output], None]) -> None:
        """Call `told` with how a device stands again that an earlier run had left turned up."""
        self._told_back.append(told)

    def look(self) -> None:
        """Look anew, and try at once to reach a server that was not there."""
        if self._worker is not None:
            self._worker.do(self._worker.look)

    def measure(self, *, wanted: bool) -> None:
        """Begin or end to measure the peak."""
        if (worker := self._worker) is not None:
            worker.do(lambda: worker.measure(wanted=wanted))

    def raise_to(self, volume: int, *, for_good: bool = False) -> None:
        """Unmute the default device and turn it up, at once or as soon as there is one."""
        if (worker := self._worker) is not None:
            worker.do(lambda: worker.raise_to(volume, for_good=for_good))

    def put_back(self) -> None:
        """Undo what `raise_to` did, unless somebody has changed the device since."""
        if self._worker is not None:
            self._worker.do(self._worker.put_back)

    def close(self) -> None:
        """Put back, and never call back again; a server that hangs is waited for up to 1 s."""
        self._listeners.clear()
        self._told_back.clear()
        worker, self._worker = self._worker, None
        if worker is None or self._thread is None:
            return
        worker.close()
        self._thread.join(LAST_WORDS_S)

    def _hand_over(self, output: Output, peak: float | None) -> None:
        """Called by the thread."""
        assert self._loop is not None
        try:
            self._loop.call_soon_threadsafe(self._take, output, peak)
        except RuntimeError:  # the loop is closed, and with it everything that would listen.
            return

    def _hand_back(self, output: Output) -> None:
        """Called by the thread."""
        assert self._loop is not None
        with suppress(RuntimeError):  # as above
            self._loop.call_soon_threadsafe(self._take_back, output)

    def _take_back(self, output: Output) -> None:
        for told in tuple(self._told_back):
            told(output)

    def _take(self, output: Output, peak: float | None) -> None:
        if self._worker is None:
            return
        is_other = output != self._output
        self._output, self._peak = output, peak
        if is_other:
            for changed in tuple(self._listeners):
                changed()
