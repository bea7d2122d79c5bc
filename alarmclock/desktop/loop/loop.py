"""The one loop that Qt and asyncio share: qasync's, hardened so that no call is early or lost."""

# ruff: noqa: SLF001 - a loop is what runs the handles of asyncio.

import asyncio
import contextvars
import logging
import math
import signal
import sys
import threading
from asyncio.base_events import _format_handle  # type: ignore[attr-defined]  # no public one.
from collections.abc import Callable, Coroutine
from typing import TypeVar, TypeVarTuple

import qasync
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from alarmclock.desktop.loop.loop_by_hand import ByHand, CutOff
from alarmclock.desktop.loop.loop_nesting import is_entered, set_aside
from alarmclock.desktop.loop.loop_timers import TimerQueue
from alarmclock.desktop.loop.loop_wakeup import WakeUp

LONGEST_TURN_S = 0.01
"""After this long the rest of the calls waits for the next turn, and the window comes first."""
ROUNDS = 4
"""What calls make ready is run in the same turn, so often: from a due to its ring take two rounds,
and to paint the window between them would make the ring wait for it."""
DEEPEST_TURN = 8
"""So many turns may run inside each other, through Qt loops nested in callbacks."""

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

logger = logging.getLogger(__name__)


def run(app: QCoreApplication, main: Coroutine[object, object, T]) -> T:
    """Run main on an AlarmLoop of this application to its end, and leave nothing behind.

    Closing the last window doesn't end the application: main does, by returning.
    """
    if isinstance(app, QGuiApplication):
        app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: AlarmLoop(app)) as runner:
        return runner.run(main)


class AlarmLoop(qasync.QEventLoop):  # type: ignore[misc]  # qasync has no types.
    """An asyncio loop driven by Qt, with asyncio's own promises about order, time and handles.

    Calls wait in asyncio's ready queue and in one TimerQueue. Qt gives the loop turns; a turn runs
    what was ready when it began. A turn may happen inside a callback that runs a Qt loop of its own
    (a modal dialog, processEvents); the task being stepped is set aside for it, so every other
    task goes on in time.
    """

    # asyncio's own, because qasync's drop the context, the handle or the end of the executor.
    call_later = asyncio.BaseEventLoop.call_later
    call_soon_threadsafe = asyncio.BaseEventLoop.call_soon_threadsafe
    run_in_executor = asyncio.BaseEventLoop.run_in_executor
    run_until_complete = asyncio.BaseEventLoop.run_until_complete
    set_default_executor = asyncio.BaseEventLoop.set_default_executor

    def __init__(self, app: QCoreApplication) -> None:
        self._waiting = TimerQueue()
        self._wake_up = WakeUp(self._turn, self.time)
        self._depth = 0
        self._held: list[asyncio.Handle] = []
        self._fatal: BaseException | None = None
        self._is_stopped = False
        super().__init__(app)

    @property
    def timer_count(self) -> int:
        """How many calls wait for their instant."""
        return len(self._waiting)

    def call_soon(
        self,
        callback: Callable[[*Ts], object],
        *args: *Ts,
        context: contextvars.Context | None = None,
    ) -> asyncio.Handle:
        """Run callback in the next turn, after all that was asked for before."""
        handle = asyncio.BaseEventLoop.call_soon(self, callback, *args, context=context)
        self._wake_up.soon()
        return handle

    def call_at(
        self,
        when: float,
        callback: Callable[[*Ts], object],
        *args: *Ts,
        context: contextvars.Context | None = None,
    ) -> asyncio.TimerHandle:
        """Run callback when the loop's clock shows this instant, never before."""
        self._check_closed()
        if self.get_debug():
            self._check_thread()
            self._check_callback(callback, "call_at")
        if math.isnan(when):
            raise ValueError("The instant of a call must be a number, not NaN.")
        handle = asyncio.TimerHandle(when, callback, args, self, context)
        self._waiting.add(handle)
        self._wake_up.at(self._waiting.next_due)
        return handle

    def run_forever(self) -> None:
        """Run until stop(), and raise what a callback raised to end the program.

        Raises CutOff when Qt ends by itself; from then on the loop is turned without it.
        """
        self._check_closed()
        self._check_running()
        self._is_stopped = False
        super().run_forever()
        fatal, self._fatal = self._fatal, None
        if fatal is not None:
            raise fatal
        if not self._is_stopped:
            self._QEventLoop__app = ByHand(self._turn)
            raise CutOff

    def stop(self) -> None:
        """Let run_forever return after this turn."""
        self._is_stopped = True
        super().stop()

    def close(self) -> None:
        """Give back every timer, file descriptor, signal handler and thread."""
        if self._default_executor is not None and not self.is_running():
            self._default_executor.shutdown(wait=True)
        super().close()
        self._waiting.clear()
        self._held.clear()
        self._wake_up.stop()

    def _turn(self) -> None:
        if self._depth >= DEEPEST_TURN:
            return  # The turn around this one asks for the next.
        self._depth += 1
        try:
            with set_aside(self):
                self._run_ready()
        except (KeyboardInterrupt, SystemExit) as error:
            if self._thread_id is None:
                raise
            self._fatal = error
            self.stop()
        finally:
            self._depth -= 1
            self._ask_for_next_turn()

    def _run_ready(self) -> None:
        self._ready.extend(self._waiting.pop_due(self.time()))
        end = self.time() + LONGEST_TURN_S
        was_stopped = self._is_stopped
        for _ in range(ROUNDS):
            self._run_round(end)
            if not self._ready or self.time() >= end or self._is_stopped != was_stopped:
                return

    def _run_round(self, end: float) -> None:
        """Run what is ready now, and not what that makes ready."""
        for _ in range(len(self._ready)):
            if not self._ready:
                return  # A turn inside this one ran the rest.
            handle = self._ready.popleft()
            if self._depth > 1 and is_entered(handle):
                self._held.append(handle)
            elif not handle.cancelled():
                self._run_handle(handle)
            if self.time() >= end:
                return

    def _run_handle(self, handle: asyncio.Handle) -> None:
        if not self.get_debug():
            handle._run()
            return
        started = self.time()
        handle._run()
        seconds = self.time() - started
        if seconds >= self.slow_callback_duration:
            logger.warning("Executing %s took %.3f seconds", _format_handle(handle), seconds)

    def _ask_for_next_turn(self) -> None:
        if self._depth == 0 and self._held:
            self._ready.extendleft(reversed(self._held))
            self._held.clear()
        if self._ready:
            self._wake_up.later()
        else:
            self._wake_up.not_soon()
        self._wake_up.at(self._waiting.next_due)

    # What asyncio and qasync call on their loop.

    def _add_callback(self, handle: asyncio.Handle) -> None:
        self._ready.append(handle)
        self._wake_up.soon()

    def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
        self._waiting.forget(handle)
        self._wake_up.at(self._waiting.next_due)

    def _write_to_self(self) -> None:
        self._wake_up.asked_from_any_thread.emit()

    def _before_run_forever(self) -> None:
        super()._before_run_forever()
        self._thread_id: int | None = threading.get_ident()
        self._set_coroutine_origin_tracking(self.get_debug())
        self._hooks_around = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(self._asyncgen_firstiter_hook, self._asyncgen_finalizer_hook)
        if _can_hear_signals():
            # Qt sleeps through a signal; this lets Python's own handlers, as Runner's, run at once.
            signal.set_wakeup_fd(self._csock.fileno())

    def _after_run_forever(self) -> None:
        if _can_hear_signals() and not self._signal_handlers:
            signal.set_wakeup_fd(-1)
        sys.set_asyncgen_hooks(*self._hooks_around)
        self._set_coroutine_origin_tracking(False)
        self._thread_id = None
        super()._after_run_forever()


def _can_hear_signals() -> bool:
    on_main_thread = threading.current_thread() is threading.main_thread()
    return sys.platform != "win32" and on_main_thread
