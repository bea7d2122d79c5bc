"""The thread that keeps the output running while something is wanted, and rests otherwise."""

import logging
import threading
import time
from collections.abc import Callable

from alarmclock.core.player import STARTING, SoundStatus
from alarmclock.desktop.sound.hardware import Fill, Hardware, Nowhere
from alarmclock.desktop.sound.output import Output

logger = logging.getLogger(__name__)

# A device that hangs while it is closed is not waited for any longer.
CLOSE_S = 4.0
AFTER_CRASH_S = 1.0


class Worker:
    """Runs an output on a thread of its own, from ``wake`` until it may rest.

    ``may_rest`` is asked when nothing is wanted any more; what is wanted after it has agreed is
    followed by another ``wake``.
    """

    def __init__(
        self,
        make_hardware: Callable[[], Hardware],
        render: Fill,
        is_wanted: Callable[[], bool],
        may_rest: Callable[[], bool],
        elapsed_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._make_hardware = make_hardware
        self._render = render
        self._is_wanted = is_wanted
        self._may_rest = may_rest
        self._elapsed_s = elapsed_s
        self._lock = threading.Lock()
        self._news = threading.Event()
        self._hardware: Hardware | None = None
        self._output: Output | None = None
        self._thread: threading.Thread | None = None
        self._is_closed = False

    @property
    def status(self) -> SoundStatus:
        """Tell whether a device takes what it is given."""
        output = self._output
        return output.status if output else STARTING

    @property
    def is_heard(self) -> bool:
        """True while a device plays, be it silence."""
        output = self._output
        return output is not None and output.is_heard

    def wake(self) -> None:
        """Open a device, unless one is open."""
        with self._lock:
            if self._thread is None and not self._is_closed:
                self._thread = threading.Thread(target=self._work, name="sound", daemon=True)
                self._thread.start()
        self._news.set()

    def go_elsewhere(self) -> None:
        """Give up the place that is played at."""
        output = self._output
        if output:
            output.go_elsewhere()
            self._news.set()

    def begin_anew(self) -> None:
        """Forget which places were given up."""
        output = self._output
        if output:
            output.begin_anew()

    def close(self) -> None:
        """Give the device back, and wait for that as long as is reasonable."""
        with self._lock:
            self._is_closed = True
            if self._output:
                self._output.end()
            thread = self._thread
        self._news.set()
        if thread:
            thread.join(CLOSE_S)

    def _work(self) -> None:
        while True:
            try:
                self._new_output().run()
            except Exception:
                logger.exception("The sound output failed and starts anew.")
                self._wait(AFTER_CRASH_S)
            with self._lock:
                self._output = None
                if self._is_closed or self._may_rest():
                    self._thread = None
                    return

    def _new_output(self) -> Output:
        if self._hardware is None:
            self._hardware = self._found_hardware()
        output = Output(self._hardware, self._render, self._is_wanted, self._wait, self._elapsed_s)
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
