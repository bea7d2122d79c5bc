"""What runs on the thread of the outlet: follows the device, reconnects, measures, turns up."""

import logging
import time
from collections import deque
from collections.abc import Callable
from queue import Empty, SimpleQueue

from alarmclock.core.surroundings.outlet import UNKNOWN_OUTPUT, Output
from alarmclock.desktop.outlet.bell import Bell
from alarmclock.desktop.outlet.device import Device, Devices
from alarmclock.desktop.outlet.raising import Raising
from alarmclock.desktop.outlet.server import Gone, PulseServer

logger = logging.getLogger(__name__)

# The first try is at once: a server that was started anew may be there already.
BACK_OFF_S = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0)
EAGER_BACK_OFF_S = 10.0
# A connection that lived for less has failed like one that never was.
STEADY_S = 1.0
WINDOW_S = 0.25
PEAK_AGE_S = 1.0

Report = Callable[[Output, float | None], None]
Probe = Callable[[], bool]
Connect = Callable[[], PulseServer]


class Worker:
    """Lives on one thread. Only `do` and `close` may be called from others."""

    def __init__(
        self,
        bell: Bell,
        connect: Connect,
        report: Report,
        probe: Probe | None,
        elapsed_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bell = bell
        self._make_server = connect
        self._report = report
        self._probe = probe
        self._elapsed_s = elapsed_s
        self._commands: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._raising = Raising()
        self._server: PulseServer | None = None
        self._since_s = 0.0
        self._failures = 0
        self._is_closing = False
        self._is_measuring = False
        self._peaks: deque[tuple[float, float]] = deque()
        self._output = UNKNOWN_OUTPUT

    def do(self, command: Callable[[], None]) -> None:
        """Do this on the thread, and look at the device then."""
        self._commands.put(command)
        self._bell.ring()

    def close(self) -> None:
        """Put back and come to an end, soon even when the server hangs."""
        self._is_closing = True
        if (server := self._server) is not None:
            server.hurry()
        self._bell.ring()

    def look(self) -> None:
        """Look now: whatever wakes the thread lets it do so."""

    def measure(self, *, wanted: bool) -> None:
        """Begin or end to measure."""
        self._is_measuring = wanted
        self._peaks.clear()

    def raise_to(self, volume: int, *, for_good: bool) -> None:
        """Turn the default device up."""
        self._raising.want(volume, for_good=for_good)

    def put_back(self) -> None:
        """Put back what was turned up."""
        self._raising.end()

    def run(self) -> None:
        """Follow the device until closed."""
        try:
            while not self._is_closing:
                self._turn()
            self._leave()
        except Exception:  # without its outlet the clock still rings, and nothing is known of it.
            logger.exception("The volume of the computer can't be followed any more.")
            self._tell(UNKNOWN_OUTPUT, None)
        finally:
            self._drop()
            self._bell.close()

    def _turn(self) -> None:
        try:
            server = self._server or self._connect()
            self._tell_devices(server, self._look(server))
            if self._commands.empty():
                server.wait(WINDOW_S if self._is_measuring else None)
        except Gone:
            self._lose()
        self._obey()

    def _connect(self) -> PulseServer:
        server = self._make_server()
        self._server = server
        if self._is_closing:
            server.hurry()
        server.connect()
        self._since_s = self._elapsed_s()
        return server

    def _look(self, server: PulseServer) -> Devices:
        devices = server.devices()
        while moves := self._raising.moves(devices):
            for move in moves:
                self._raising.moved(move, server.put(*move))
            devices = server.devices()
        return devices

    def _tell_devices(self, server: PulseServer, devices: Devices) -> None:
        measured = devices.default if self._is_measuring else None
        server.listen_to(measured)
        peak = None if measured is None else self._peak(server, measured)
        self._tell(devices.output, peak)

    def _peak(self, server: PulseServer, device: Device) -> float | None:
        """Give the highest of the last second; a device that is suspended plays nothing."""
        now_s, peak = self._elapsed_s(), server.take_peak()
        if peak is not None:
            self._peaks.append((now_s, peak))
        while self._peaks and self._peaks[0][0] < now_s - PEAK_AGE_S:
            self._peaks.popleft()
        if device.output.is_missing:
            return None
        if self._peaks:
            return device.heard(max(peak for _, peak in self._peaks))
        return 0.0 if device.is_suspended else None

    def _lose(self) -> None:
        """Do without a server for a while, and ask somebody else whether there is a device."""
        if self._server is not None and self._since_s:
            lived_s = self._elapsed_s() - self._since_s
            self._failures = 0 if lived_s > STEADY_S else self._failures
        self._drop()
        self._tell(self._output, None)
        pause_s = BACK_OFF_S[min(self._failures, len(BACK_OFF_S) - 1)]
        self._failures += 1
        if not pause_s or self._is_closing or not self._commands.empty():
            return
        self._tell(self._alone(), None)
        is_eager = self._is_measuring or self._raising.is_on
        self._bell.wait(min(pause_s, EAGER_BACK_OFF_S) if is_eager else pause_s)

    def _alone(self) -> Output:
        if self._probe is None:
            return UNKNOWN_OUTPUT
        try:
            return Output(is_missing=not self._probe())
        except Exception:  # whatever asks the hardware may fail in any way.
            logger.exception("It could not be found out whether there is a sound device.")
            return UNKNOWN_OUTPUT

    def _obey(self) -> None:
        """Do one command after the other, with a look between two while there is a server."""
        self._bell.hush()
        while True:
            try:
                command = self._commands.get_nowait()
            except Empty:
                return
            command()
            if self._server is not None:
                return

    def _leave(self) -> None:
        self._raising.end()
        if self._server is None or not self._raising.owes:
            return
        try:
            self._server.hurry()
            self._look(self._server)
        except Gone:
            logger.warning("The volume of the computer could not be put back.")

    def _drop(self) -> None:
        self._peaks.clear()
        self._since_s = 0.0
        server, self._server = self._server, None
        if server is not None:
            server.close()

    def _tell(self, output: Output, peak: float | None) -> None:
        self._output = output
        self._report(output, peak)
