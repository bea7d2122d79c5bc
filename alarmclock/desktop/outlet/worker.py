"""What runs on the thread of the outlet: follows the device, reconnects, measures, turns up."""

import logging
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue

from alarmclock.core.surroundings.outlet import UNKNOWN_OUTPUT, Output
from alarmclock.desktop.arrivals import Arrivals
from alarmclock.desktop.outlet.back_off import PAUSES_S, BackOff
from alarmclock.desktop.outlet.bell import Bell
from alarmclock.desktop.outlet.connection import Gone, PulseConnection
from alarmclock.desktop.outlet.debts import Debts
from alarmclock.desktop.outlet.device import Devices
from alarmclock.desktop.outlet.peaks import Peaks
from alarmclock.desktop.outlet.raising import Move, Raising
from alarmclock.values import replace

logger = logging.getLogger(__name__)

# So often the peak is told.
WINDOW_S = 0.25

Report = Callable[[Output, float | None], None]
Probe = Callable[[], bool]
ReportBack = Callable[[Output], None]


class Worker:
    """Lives on one thread. Only `do` and `close` may be called from others.

    `arrivals` tell when a server or a device may have come: then nobody looks for one in vain.
    """

    def __init__(
        self,
        bell: Bell,
        make_connection: Callable[[], PulseConnection],
        report: Report,
        probe: Probe | None,
        elapsed_s: Callable[[], float] = time.monotonic,
        *,
        arrivals: Arrivals | None = None,
        debts: Debts | None = None,
        report_back: ReportBack = lambda _output: None,
    ) -> None:
        self._bell = bell
        self._arrivals = arrivals
        self._make_connection = make_connection
        self._report = report
        self._probe = probe
        self._elapsed_s = elapsed_s
        self._commands: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._raising = Raising()
        self._debts = debts
        self._report_back = report_back
        self._inherited: set[str] = set()
        self._server: PulseConnection | None = None
        self._since_s: float | None = None
        self._back_off = BackOff()
        self._is_closing = False
        self._is_measuring = False
        self._peaks = Peaks()
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
        self._back_off.hope()

    def raise_to(self, volume: int, *, for_good: bool) -> None:
        """Turn the default device up."""
        self._raising.want(volume, for_good=for_good)
        self._back_off.hope()

    def put_back(self) -> None:
        """Put back what was turned up."""
        self._raising.end()

    def run(self) -> None:
        """Follow the device until closed."""
        try:
            self._inherit()
            while not self._is_closing:
                self._turn()
            self._leave()
        finally:
            self._drop()
            self._bell.close()
            if self._arrivals is not None:
                self._arrivals.close()

    def _turn(self) -> None:
        try:
            server = self._server or self._connect()
            self._tell_devices(server, self._look(server))
            if self._commands.empty():
                server.wait(WINDOW_S if self._is_measuring else None)
        except Gone:
            self._lose()
        except Exception:  # another version of a library or a server may surprise in any way.
            logger.exception("The sound server is not understood.")
            self._lose()
        self._obey()

    def _connect(self) -> PulseConnection:
        server = self._make_connection()
        self._server = server
        if self._is_closing:
            server.hurry()
        server.connect()
        self._since_s = self._elapsed_s()
        return server

    def _look(self, server: PulseConnection) -> Devices:
        devices = server.devices()
        while moves := self._raising.moves(devices):
            self._keep_debts()
            for move in moves:
                self._carry_out(move, server)
            devices = server.devices()
        self._keep_debts()
        return devices

    def _carry_out(self, move: Move, server: PulseConnection) -> None:
        was_put_back = self._raising.moved(move, server.put(*move))
        name = move.device.name
        if was_put_back and name in self._inherited:
            self._inherited.remove(name)
            self._report_back(replace(move.device, stand=move.stand).output)

    def _inherit(self) -> None:
        """Take over what an earlier run left turned up."""
        if self._debts is not None:
            owed = self._debts.read()
            self._raising.owe(owed)
            self._inherited = set(owed)

    def _keep_debts(self) -> None:
        if self._debts is not None:
            self._debts.keep(self._raising.debts)

    def _tell_devices(self, server: PulseConnection, devices: Devices) -> None:
        measured = devices.default if self._is_measuring else None
        server.listen_to(measured)
        if measured is None:
            self._peaks.forget()
            self._tell(devices.output, None)
        else:
            peak = self._peaks.highest(measured, server.take_peak(), self._elapsed_s())
            self._tell(devices.output, peak)

    def _lose(self) -> None:
        """Do without a server for a while, and ask somebody else whether there is a device."""
        if self._since_s is not None:
            self._back_off.lived(self._elapsed_s() - self._since_s)
        self._drop()
        self._tell(self._output, None)
        pause_s = self._back_off.next_s(is_eager=self._is_measuring or self._raising.is_on)
        if pause_s and not self._is_closing:
            self._tell(self._alone(), None)
            if self._commands.empty():
                self._rest(pause_s)

    def _rest(self, pause_s: float) -> None:
        """Wait for the next try; after many in vain only for what may come, or for the bell."""
        arrivals = self._arrivals
        if arrivals is None or not arrivals.is_watching:
            self._bell.wait(pause_s)
            return
        longest_s = None if pause_s >= PAUSES_S[-1] else pause_s
        while self._bell.wait(longest_s, arrivals):
            if arrivals.take():
                self._back_off.hope()
                return

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
        self._peaks.forget()
        self._since_s = None
        server, self._server = self._server, None
        if server is not None:
            server.close()

    def _tell(self, output: Output, peak: float | None) -> None:
        self._output = output
        self._report(output, peak)
