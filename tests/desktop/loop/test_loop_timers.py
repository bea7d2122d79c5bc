import asyncio
import math
import statistics

import pytest

from alarmclock.desktop.loop.loop_timers import TimerQueue

DAY_S = 24 * 60 * 60


def test_never_early_and_hardly_late(run_on_loop):
    """Fifty sleeps of 5 to 60 ms end at their instant or some milliseconds later."""

    async def lateness(delay_s: float) -> float:
        loop = asyncio.get_running_loop()
        due = loop.time() + delay_s
        await asyncio.sleep(delay_s)
        return loop.time() - due

    async def main():
        delays = [0.005 + n * 0.0011 for n in range(50)]
        return await asyncio.gather(*map(lateness, delays))

    late = run_on_loop(main())
    assert min(late) >= 0
    assert statistics.median(late) < 0.005


def test_never_early_with_sub_millisecond_instants(run_on_loop):
    """A call is never early by the fraction of a millisecond that Qt can't count."""

    async def main():
        loop = asyncio.get_running_loop()
        early = []
        for n in range(30):
            due = loop.time() + 0.001 + n * 0.00009
            done = loop.create_future()
            loop.call_at(due, lambda due=due, done=done: done.set_result(loop.time() - due))
            early.append(await done)
        return early

    assert min(run_on_loop(main())) >= 0


@pytest.mark.parametrize("delay_s", [400 * DAY_S, 1e12, float("inf")], ids=str)
def test_far_calls_wait(run_on_loop, delay_s):
    """A delay that Qt can't count neither fails nor fires."""

    async def main():
        loop = asyncio.get_running_loop()
        rang = []
        handle = loop.call_later(delay_s, rang.append, "far")
        await asyncio.sleep(0.02)
        handle.cancel()
        return rang, loop.timer_count

    assert run_on_loop(main()) == ([], 0)


@pytest.mark.parametrize("delay_s", [0, -1, -1e12], ids=str)
def test_past_calls_run_at_once(run_on_loop, delay_s):
    """A delay of nothing or less runs in the next turn."""

    async def main():
        done = asyncio.Event()
        asyncio.get_running_loop().call_later(delay_s, done.set)
        await asyncio.wait_for(done.wait(), 1)

    run_on_loop(main())


def test_not_a_number_is_refused(alarm_loop):
    """An instant that can't be compared would put the other calls out of order."""
    with pytest.raises(ValueError, match="NaN"):
        alarm_loop.call_later(float("nan"), print)


def test_handle_is_asyncios_own(alarm_loop):
    """call_later and call_at return a TimerHandle that knows its instant."""
    before = alarm_loop.time()
    later = alarm_loop.call_later(5, print)
    at = alarm_loop.call_at(before + 7, print)
    assert isinstance(later, asyncio.TimerHandle)
    assert before + 5 <= later.when() <= alarm_loop.time() + 5
    assert at.when() == before + 7


def test_cancel_kills_the_qt_timer_at_once(alarm_loop, qt_timers):
    """A cancelled call leaves no Qt timer, without any turn of the loop."""
    handle = alarm_loop.call_later(60, print)
    assert len(qt_timers(alarm_loop)) == 1
    handle.cancel()
    assert len(qt_timers(alarm_loop)) == 0


def test_rearming_leaves_no_timer(alarm_loop, qt_timers):
    """Twenty thousand calls armed and cancelled leave no timer in the loop or in Qt."""
    handle = alarm_loop.call_later(60, print)
    for n in range(20_000):
        handle.cancel()
        handle = alarm_loop.call_later(60 + n % 7, print)
    assert alarm_loop.timer_count == 1
    handle.cancel()
    assert alarm_loop.timer_count == 0
    assert len(qt_timers(alarm_loop)) == 0


def test_many_calls_share_one_qt_timer(alarm_loop, qt_timers):
    """Two thousand waiting calls cost Qt one timer."""
    handles = [alarm_loop.call_later(60 + n, print) for n in range(2_000)]
    assert (alarm_loop.timer_count, len(qt_timers(alarm_loop))) == (2_000, 1)
    for handle in handles:
        handle.cancel()
    assert (alarm_loop.timer_count, len(qt_timers(alarm_loop))) == (0, 0)


def test_a_sooner_call_goes_first(run_on_loop):
    """A call armed later for a sooner instant isn't held up by the one armed before."""

    async def main():
        loop = asyncio.get_running_loop()
        order = []
        loop.call_later(0.03, order.append, "late")
        loop.call_later(0.01, order.append, "soon")
        await asyncio.sleep(0.05)
        return order

    assert run_on_loop(main()) == ["soon", "late"]


def test_cancelling_the_soonest_call_keeps_the_next(run_on_loop):
    """The next call still comes after the one before it was cancelled."""

    async def main():
        loop = asyncio.get_running_loop()
        order = []
        loop.call_later(0.01, order.append, "cancelled").cancel()
        loop.call_later(0.02, order.append, "kept")
        await asyncio.sleep(0.04)
        return order

    assert run_on_loop(main()) == ["kept"]


def test_timer_is_dead_before_its_callback_runs(run_on_loop, qt_timers):
    """A callback finds no Qt timer of its own any more, so nothing in it can leave one spinning."""

    async def main():
        loop = asyncio.get_running_loop()
        timers_seen = loop.create_future()
        loop.call_later(0.005, lambda: timers_seen.set_result(qt_timers(loop)))
        return await timers_seen

    assert run_on_loop(main()) == []


def test_timeout(run_on_loop):
    """asyncio.timeout ends a wait and leaves no call behind."""

    async def main():
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await asyncio.sleep(60)
        return asyncio.get_running_loop().timer_count

    assert run_on_loop(main()) == 0


def make_handle(when: float) -> asyncio.TimerHandle:
    """Build a call for an instant, outside any real loop's queue."""
    return asyncio.TimerHandle(when, print, (), QueuedLoop())


class QueuedLoop(asyncio.AbstractEventLoop):
    """As much of a loop as a handle asks for."""

    def get_debug(self) -> bool:
        """Tell that handles need no traceback."""
        return False

    def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
        pass


def test_queue_pops_what_is_due_in_order():
    """Due calls come out soonest first, those of one instant in the order they came in."""
    queue = TimerQueue()
    late, first, second, early = (make_handle(when) for when in (9, 5, 5, 1))
    for handle in (late, first, second, early):
        queue.add(handle)
    assert [id(handle) for handle in queue.pop_due(5)] == [id(h) for h in (early, first, second)]
    assert queue.next_due == 9


def test_queue_pops_nothing_early():
    """A call due the smallest step of the clock later stays."""
    queue = TimerQueue()
    queue.add(make_handle(5.0))
    assert queue.pop_due(math.nextafter(5.0, 0)) == []
    assert len(queue.pop_due(5.0)) == 1


def test_queue_never_keeps_more_waste_than_use():
    """Cancelled calls that aren't the soonest are dropped by the time they would be the most."""
    queue = TimerQueue()
    handles = [make_handle(when) for when in range(1_000)]
    for handle in handles:
        queue.add(handle)
    sizes = []
    for left, handle in reversed(list(enumerate(handles))):
        queue.forget(handle)
        handle.cancel()
        sizes.append(len(queue) <= 2 * left + 1)
    assert all(sizes)
    assert len(queue) == 0
    assert queue.next_due is None


def test_queue_forgets_calls_that_already_left():
    """Cancelling a call after it was due harms none of the waiting ones."""
    queue = TimerQueue()
    gone, waiting = make_handle(1), make_handle(2)
    queue.add(gone)
    queue.add(waiting)
    queue.pop_due(1)
    queue.forget(gone)
    assert queue.pop_due(2) == [waiting]


def test_queue_clear():
    """A cleared queue holds nothing."""
    queue = TimerQueue()
    queue.add(make_handle(1))
    queue.clear()
    assert (len(queue), queue.next_due, queue.pop_due(1)) == (0, None, [])
