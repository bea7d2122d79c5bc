import asyncio
import contextvars
import gc
import logging
import os
import signal
import socket
import statistics
import sys
import threading
import time
import warnings

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget

from alarmclock.desktop.loop.loop import LONGEST_TURN_S, AlarmLoop
from alarmclock.desktop.loop.loop_by_hand import CutOff
from alarmclock.desktop.loop.loop_pulse import LoopPulse

DAY_S = 24 * 60 * 60
tag = contextvars.ContextVar("tag", default="none")


def block(seconds: float) -> None:
    """Keep the thread busy, as a slow callback does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def raise_(error: BaseException) -> None:
    """Raise an error where only a call is possible."""
    raise error


class TestOrder:
    """Calls as soon as possible."""

    def test_call_soon_is_first_in_first_out(self, run_on_loop):
        """Calls run in the order they were asked for, also those from callbacks."""

        async def main():
            loop = asyncio.get_running_loop()
            order = []
            for n in range(100):
                loop.call_soon(order.append, n)
            loop.call_soon(lambda: loop.call_soon(order.append, 101))
            loop.call_soon(order.append, 100)
            await asyncio.sleep(0.01)
            return order

        assert run_on_loop(main()) == list(range(102))

    def test_calls_for_one_instant_keep_their_order(self, run_on_loop):
        """Calls for the same instant run in the order they were armed."""

        async def main():
            loop = asyncio.get_running_loop()
            order = []
            due = loop.time() + 0.01
            for n in range(50):
                loop.call_at(due, order.append, n)
            await asyncio.sleep(0.03)
            return order

        assert run_on_loop(main()) == list(range(50))

    def test_cancelled_call_does_not_run(self, run_on_loop):
        """A call cancelled in the same turn doesn't run."""

        async def main():
            loop = asyncio.get_running_loop()
            ran = []
            handle = loop.call_soon(ran.append, 1)
            loop.call_soon(ran.append, 2)
            handle.cancel()
            await asyncio.sleep(0.005)
            return ran

        assert run_on_loop(main()) == [2]

    def test_what_a_call_makes_ready_comes_before_qt(self, run_on_loop):
        """A ring that takes two calls doesn't wait until the window has been painted."""

        async def main():
            loop = asyncio.get_running_loop()
            order = []
            both = loop.create_future()

            def note(who: str) -> None:
                order.append(who)
                if len(order) == 2:
                    both.set_result(None)

            def come_due() -> None:
                QTimer.singleShot(0, lambda: note("window"))
                loop.call_soon(note, "ring")

            loop.call_soon(come_due)
            await both
            return order

        assert run_on_loop(main()) == ["ring", "window"]

    def test_what_came_due_in_a_long_turn_comes_before_the_next(self, run_on_loop):
        """However early in it the next was asked for: between two turns all others have one."""

        async def main():
            loop = asyncio.get_running_loop()
            order = []
            both = loop.create_future()

            def note(who: str) -> None:
                order.append(who)
                if len(order) == 2:
                    both.set_result(None)

            def take_long() -> None:
                loop.call_soon(note, "next turn")
                QTimer.singleShot(2, lambda: note("window"))
                block(2 * LONGEST_TURN_S)

            loop.call_soon(take_long)
            await both
            return order

        assert run_on_loop(main()) == ["window", "next turn"]

    def test_endless_calls_leave_qt_its_turn(self, run_on_loop):
        """A callback that asks for itself again and again doesn't starve Qt's events."""

        async def main():
            loop = asyncio.get_running_loop()
            seen_by_qt = loop.create_future()
            QTimer.singleShot(5, lambda: seen_by_qt.set_result(None))

            def again() -> None:
                if not seen_by_qt.done():
                    loop.call_soon(again)

            again()
            await asyncio.wait_for(seen_by_qt, 2)

        run_on_loop(main())

    def test_a_long_queue_is_run_in_several_turns(self, run_on_loop):
        """A queue of slow calls gives Qt a turn in between."""

        async def main():
            loop = asyncio.get_running_loop()
            left_when_qt_came = loop.create_future()
            ran = []
            QTimer.singleShot(1, lambda: left_when_qt_came.set_result(100 - len(ran)))
            for _ in range(100):
                loop.call_soon(lambda: ran.append(block(0.002)))
            return await left_when_qt_came

        assert run_on_loop(main()) > 50

    def test_two_thousand_daemons_do_not_stop_the_window(self, run_on_loop):
        """Two thousand daemons woken at one instant leave no gap of 50 ms between Qt's turns."""

        async def daemon(due: float) -> None:
            await asyncio.sleep(due - asyncio.get_running_loop().time())
            block(0.0001)

        async def main():
            due = asyncio.get_running_loop().time() + 0.2
            daemons = [asyncio.create_task(daemon(due)) for _ in range(2_000)]
            await asyncio.sleep(0.1)
            pulse = LoopPulse()
            pulse.start()
            await asyncio.gather(*daemons)
            return pulse.stop()

        # The least of three, because another program can hold this machine up as well.
        assert min(run_on_loop(main()) for _ in range(3)) < 0.05

    def test_idle_loop_takes_no_turns(self, run_on_loop):
        """A loop that only waits costs nothing."""

        async def main():
            started = time.process_time()
            await asyncio.sleep(0.2)
            return time.process_time() - started

        assert run_on_loop(main()) < 0.05

    def test_what_was_run_already_asks_for_no_turn(self, run_on_loop, monkeypatch):
        """A second of the clock wakes several parts one after the other, all in one turn."""
        ended = []
        run_ready = AlarmLoop._run_ready

        def counted(loop):
            run_ready(loop)
            ended.append(len(loop._ready))

        async def main():
            loop = asyncio.get_running_loop()
            await asyncio.sleep(0.05)
            monkeypatch.setattr(AlarmLoop, "_run_ready", counted)
            loop.call_later(0.01, loop.call_soon, loop.call_soon, int)
            await asyncio.sleep(0.05)
            return len(ended)

        assert run_on_loop(main()) <= 2


class TestContext:
    """Context variables."""

    @pytest.mark.parametrize("ask", ["call_soon", "call_soon_threadsafe", "call_later", "call_at"])
    def test_given_context_is_used(self, run_on_loop, ask):
        """Every way to ask for a call runs it in the context it was given."""
        context = contextvars.copy_context()
        context.run(tag.set, "given")

        async def main():
            loop = asyncio.get_running_loop()
            seen = loop.create_future()
            when = {"call_later": (0.001,), "call_at": (loop.time(),)}.get(ask, ())
            getattr(loop, ask)(*when, lambda: seen.set_result(tag.get()), context=context)
            return await seen

        assert run_on_loop(main()) == "given"

    def test_current_context_is_copied(self, run_on_loop):
        """Without a given context a call runs in a copy of the one it was asked for in."""

        async def main():
            loop = asyncio.get_running_loop()
            seen = loop.create_future()
            tag.set("asked")
            loop.call_soon(lambda: seen.set_result(tag.get()))
            tag.set("later")
            return await seen

        assert run_on_loop(main()) == "asked"


class TestRunningLoop:
    """Which loop asyncio sees as the running one."""

    def test_set_even_if_something_reset_it(self, run_on_loop):
        """Callbacks see the loop although asyncio's mark was lost on the way through Qt."""

        async def main():
            loop = asyncio.get_running_loop()
            seen = loop.create_future()
            QTimer.singleShot(0, lambda: asyncio._set_running_loop(None))
            loop.call_later(0.02, lambda: seen.set_result(asyncio.get_running_loop()))
            assert await seen is loop
            assert asyncio.get_running_loop() is loop

        run_on_loop(main())

    def test_not_set_after_the_run(self, run_on_loop):
        """After the run no loop is the running one."""
        run_on_loop(asyncio.sleep(0))
        with pytest.raises(RuntimeError):
            asyncio.get_running_loop()

    def test_second_run_inside_is_refused(self, run_on_loop):
        """A loop can't be run inside itself."""

        async def main():
            with pytest.raises(RuntimeError, match="already running"):
                asyncio.get_running_loop().run_forever()

        run_on_loop(main())


class TestErrors:
    """Exceptions in callbacks and tasks."""

    @pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
    def test_exit_from_a_callback_ends_the_run(self, alarm_loop, spin_qt, qt_timers, error):
        """KeyboardInterrupt and SystemExit end the run, are raised there, and no timer spins."""
        alarm_loop.call_soon(raise_, error("out"))
        with pytest.raises(error, match="out"):
            alarm_loop.run_until_complete(asyncio.sleep(60))
        spin_qt(5)
        assert 0 not in qt_timers(alarm_loop)

    @pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
    def test_exit_from_the_main_task_ends_the_runner(self, run_on_loop, error):
        """The Runner shuts down in order when main itself raises it."""
        finished = []

        async def daemon() -> None:
            try:
                await asyncio.sleep(60)
            finally:
                await asyncio.sleep(0.001)
                finished.append(True)

        async def main():
            other = asyncio.create_task(daemon())
            await asyncio.sleep(0)
            assert not other.done()
            raise error("out")

        with pytest.raises(error, match="out"):
            run_on_loop(main())
        assert finished == [True]

    def test_exit_inside_a_nested_qt_loop(self, run_on_loop):
        """KeyboardInterrupt inside a dialog's loop closes the dialog's loop and ends the run."""

        async def main():
            asyncio.get_running_loop().call_later(0.005, raise_, KeyboardInterrupt("out"))
            QDialog().exec()
            await asyncio.sleep(60)

        with pytest.raises(KeyboardInterrupt, match="out"):
            run_on_loop(main())

    def test_error_in_a_callback_goes_to_the_handler(self, run_on_loop):
        """An ordinary exception is reported and disturbs no other call."""

        async def main():
            loop = asyncio.get_running_loop()
            reports = []
            loop.set_exception_handler(lambda _loop, report: reports.append(report["exception"]))
            loop.call_soon(raise_, ValueError("broken"))
            await asyncio.sleep(0.005)
            return [str(error) for error in reports]

        assert run_on_loop(main()) == ["broken"]

    def test_daemon_that_raises_disturbs_no_other(self, run_on_loop):
        """The error of one task reaches who awaits it; the others go on."""

        async def main():
            results = await asyncio.gather(
                asyncio.sleep(0.005, "fine"),
                asyncio.to_thread(raise_, OSError("broken")),
                return_exceptions=True,
            )
            return [str(result) for result in results]

        assert run_on_loop(main()) == ["fine", "broken"]

    def test_quitting_the_application_is_told(self, qapp, run_on_loop):
        """app.quit() under the run is an error that says so, not a result."""

        async def main():
            QTimer.singleShot(0, qapp.quit)
            await asyncio.sleep(0.05)

        with pytest.raises(CutOff, match="The screen is gone"):
            run_on_loop(main())


class TestRun:
    """The run_on_loop() function and the Runner."""

    def test_returns_the_result(self, run_on_loop):
        """What main returns is what run returns."""
        assert run_on_loop(asyncio.sleep(0, "result")) == "result"

    def test_closing_the_last_window_does_not_end_the_run(self, run_on_loop):
        """Main decides when the program ends, not the last window."""

        async def main():
            window = QWidget()
            window.show()
            await asyncio.sleep(0.01)
            window.close()
            await asyncio.sleep(0.02)
            return "to the end"

        assert run_on_loop(main()) == "to the end"

    def test_cancels_every_task_in_the_end(self, run_on_loop):
        """Pending tasks are cancelled and may still await while they report it."""
        reports = []

        async def daemon(n: int) -> None:
            try:
                await asyncio.sleep(400 * DAY_S)
            except asyncio.CancelledError:
                await asyncio.sleep(0.001)
                reports.append(n)
                raise

        async def main():
            global_tasks.extend(asyncio.create_task(daemon(n)) for n in range(20))
            await asyncio.sleep(0.005)

        global_tasks: list[asyncio.Task[None]] = []
        run_on_loop(main())
        assert sorted(reports) == list(range(20))
        assert all(task.cancelled() for task in global_tasks)

    def test_asynchronous_generators_are_closed(self, run_on_loop):
        """A generator left half-way runs its finally block, awaits included."""
        closed = []

        async def ticks():
            try:
                yield 1
                yield 2
            finally:
                await asyncio.sleep(0)
                closed.append(True)

        async def main():
            generator = ticks()
            kept.append(generator)
            return await anext(generator)

        kept: list[object] = []
        assert run_on_loop(main()) == 1
        assert closed == [True]

    def test_can_run_again_and_again(self, qapp):
        """One Runner runs several coroutines, one after the other."""
        with asyncio.Runner(loop_factory=lambda: AlarmLoop(qapp)) as runner:
            assert [runner.run(asyncio.sleep(0.001, n)) for n in range(3)] == [0, 1, 2]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal handlers in asyncio.")
class TestSignals:
    """Signals while Qt is idle."""

    @pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM], ids=str)
    def test_handler_is_called_at_once(self, run_on_loop, signum):
        """A signal handler runs although Qt sleeps, also inside a Runner."""

        async def main():
            loop = asyncio.get_running_loop()
            heard = loop.create_future()
            loop.add_signal_handler(signum, lambda: heard.set_result(loop.time()))
            sender = threading.Timer(0.02, os.kill, (os.getpid(), signum))
            sender.start()
            await asyncio.wait_for(heard, 2)
            sender.join()

        run_on_loop(main())

    def test_pythons_handlers_are_put_back(self, run_on_loop):
        """After the run SIGINT and SIGTERM do again what they did before."""
        before = [signal.getsignal(s) for s in (signal.SIGINT, signal.SIGTERM)]

        async def main():
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGINT, print)
            loop.add_signal_handler(signal.SIGTERM, print)

        run_on_loop(main())
        assert [signal.getsignal(s) for s in (signal.SIGINT, signal.SIGTERM)] == before
        assert signal.set_wakeup_fd(-1) == -1

    def test_interrupt_without_a_handler_cancels_main(self, run_on_loop):
        """Without a handler the Runner's own takes SIGINT at once, and main can clean up."""
        cleaned = []

        async def main():
            sender = threading.Timer(0.02, os.kill, (os.getpid(), signal.SIGINT))
            sender.start()
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                sender.join()
                cleaned.append(True)
                raise

        with pytest.raises(KeyboardInterrupt):
            run_on_loop(main())
        assert cleaned == [True]


class TestThreads:
    """Calls from threads and into threads."""

    def test_calls_from_threads_all_arrive(self, run_on_loop):
        """Calls from several threads all run, on the loop's thread, each thread's in order."""

        async def main():
            loop = asyncio.get_running_loop()
            seen: dict[int, list[int]] = {}

            def note(thread: int, n: int) -> None:
                assert threading.current_thread() is threading.main_thread()
                seen.setdefault(thread, []).append(n)

            def call_often(thread: int) -> None:
                for n in range(500):
                    loop.call_soon_threadsafe(note, thread, n)

            await asyncio.gather(*(asyncio.to_thread(call_often, t) for t in range(4)))
            await asyncio.sleep(0.02)
            return seen

        assert run_on_loop(main()) == {t: list(range(500)) for t in range(4)}

    def test_call_from_a_thread_wakes_an_idle_loop(self, run_on_loop):
        """A call from a thread runs within milliseconds although Qt sleeps."""

        async def main():
            loop = asyncio.get_running_loop()
            arrived = loop.create_future()
            handles = []

            def call() -> None:
                asked = time.monotonic()
                handles.append(
                    loop.call_soon_threadsafe(lambda: arrived.set_result(time.monotonic() - asked))
                )

            thread = threading.Timer(0.02, call)
            thread.start()
            latency = await asyncio.wait_for(arrived, 2)
            thread.join()
            return latency, handles[0]

        latency, handle = run_on_loop(main())
        assert latency < 0.05
        assert isinstance(handle, asyncio.Handle)

    def test_work_in_threads(self, run_on_loop):
        """to_thread and run_in_executor return what the thread returned."""

        async def main():
            loop = asyncio.get_running_loop()
            other = await asyncio.to_thread(threading.get_ident)
            return other != threading.get_ident(), await loop.run_in_executor(None, abs, -3)

        assert run_on_loop(main()) == (True, 3)

    def test_closing_leaves_no_thread(self, qapp):
        """After close() every thread the loop started has ended, also without a Runner."""
        before = threading.active_count()
        loop = AlarmLoop(qapp)
        loop.run_until_complete(loop.run_in_executor(None, abs, -3))
        assert threading.active_count() == before + 1
        loop.close()
        assert threading.active_count() == before

    def test_closing_waits_for_a_thread_at_work(self, qapp, caplog):
        """A thread still at work when the loop closes ends first and has nothing to complain of."""
        before = threading.active_count()
        loop = AlarmLoop(qapp)
        loop.run_in_executor(None, time.sleep, 0.02)
        loop.close()
        assert threading.active_count() == before
        assert caplog.text == ""

    def test_call_on_a_closed_loop_is_refused(self, qapp):
        """A closed loop takes no calls, from any thread."""
        loop = AlarmLoop(qapp)
        loop.close()
        for ask in (loop.call_soon, loop.call_soon_threadsafe):
            with pytest.raises(RuntimeError, match="closed"):
                ask(print)
        with pytest.raises(RuntimeError, match="closed"):
            loop.call_later(1, print)
        with pytest.raises(RuntimeError, match="closed"):
            loop.run_forever()


class TestFileDescriptors:
    """Readers and writers."""

    def test_reader_is_called_soon(self, run_on_loop):
        """A reader hears of data within milliseconds."""

        async def main():
            loop = asyncio.get_running_loop()
            here, there = socket.socketpair()
            latencies = []
            with here, there:
                for _ in range(20):
                    arrived = loop.create_future()
                    loop.add_reader(here, lambda arrived=arrived: arrived.set_result(here.recv(10)))
                    await asyncio.sleep(0.001)
                    asked = time.monotonic()
                    there.send(b"x")
                    await asyncio.wait_for(arrived, 2)
                    latencies.append(time.monotonic() - asked)
                    loop.remove_reader(here)
            return statistics.median(latencies)

        assert run_on_loop(main()) < 0.005

    def test_closing_a_descriptor_is_silent(self, run_on_loop):
        """A reader removed before or after its descriptor is closed leaves no Qt warning."""

        async def main():
            loop = asyncio.get_running_loop()
            for close_first in (False, True):
                here, there = socket.socketpair()
                number = here.fileno()
                loop.add_reader(number, print)
                loop.add_writer(number, lambda number=number: loop.remove_writer(number))
                await asyncio.sleep(0.002)
                if close_first:
                    here.close()
                assert loop.remove_reader(number)
                here.close()
                there.close()
                await asyncio.sleep(0.002)

        run_on_loop(main())

    def test_a_number_used_again_gets_the_new_reader(self, run_on_loop):
        """A descriptor's number can be watched anew at once after it was closed."""

        async def main():
            loop = asyncio.get_running_loop()
            heard = []
            for n in range(5):
                here, there = socket.socketpair()
                with here, there:
                    loop.add_reader(here, lambda n=n, here=here: heard.append((n, here.recv(9))))
                    there.send(b"x")
                    await asyncio.sleep(0.005)
                    loop.remove_reader(here)
            return heard

        assert run_on_loop(main()) == [(n, b"x") for n in range(5)]

    def test_streams(self, run_on_loop):
        """Asyncio's streams carry data both ways over a socket."""

        async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(await reader.readline())
            await writer.drain()
            writer.close()

        async def main():
            server = await asyncio.start_server(echo, "127.0.0.1", 0)
            port = server.sockets[0].getsockname()[1]
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"ring\n")
            answer = await reader.readline()
            writer.close()
            await writer.wait_closed()
            server.close()
            await server.wait_closed()
            return answer

        assert run_on_loop(main()) == b"ring\n"

    def test_closing_the_loop_is_silent(self, qapp):
        """A loop closed with a reader left leaves neither Qt warning nor ResourceWarning."""
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            here, there = socket.socketpair()
            with here, there:
                loop = AlarmLoop(qapp)
                loop.add_reader(here, print)
                loop.run_until_complete(asyncio.sleep(0.001))
                loop.close()
            del loop
            gc.collect()
            qapp.processEvents()
        assert [str(warning.message) for warning in caught] == []


class TestDebugMode:
    """loop.set_debug(True)."""

    def test_everything_works(self, run_on_loop):
        """Timers, threads and tasks work in debug mode, switched on while running."""

        async def main():
            loop = asyncio.get_running_loop()
            loop.set_debug(True)
            await asyncio.sleep(0.002)
            async with asyncio.timeout(1):
                return await asyncio.to_thread(abs, -3)

        assert run_on_loop(main()) == 3

    def test_slow_calls_are_logged(self, run_on_loop, caplog):
        """A callback over the limit is named in the log, as asyncio does."""

        async def main():
            loop = asyncio.get_running_loop()
            loop.set_debug(True)
            loop.slow_callback_duration = 0.01
            loop.call_soon(block, 0.02)
            await asyncio.sleep(0.03)

        with caplog.at_level(logging.WARNING):
            run_on_loop(main())
        assert "block" in caplog.text

    def test_call_soon_from_another_thread_is_refused(self, run_on_loop):
        """Debug mode tells of a call that should have been call_soon_threadsafe."""

        async def main():
            loop = asyncio.get_running_loop()
            loop.set_debug(True)
            with pytest.raises(RuntimeError, match="Non-thread-safe"):
                await asyncio.to_thread(loop.call_soon, print)
            with pytest.raises(RuntimeError, match="Non-thread-safe"):
                await asyncio.to_thread(loop.call_later, 1, print)

        run_on_loop(main())
