import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.daemons.clock import settle
from alarmclock.daemons.wakeups import Wakeups


@pytest.fixture
def firsts():
    """Give the list of all that `first_changed` was told."""
    return []


@pytest.fixture
def wakeups(firsts):
    """Give wake-ups that tell their first to the list."""
    return Wakeups(firsts.append)


async def test_only_the_due_wake(wakeups):
    """A sleeper wakes at its nanosecond, and those after it sleep on."""
    sleepers = [wakeups.sleep_until(moment) for moment in (30, 10, 20)]
    wakeups.wake(20)
    assert [sleeper.done() for sleeper in sleepers] == [False, True, True]
    assert len(wakeups) == 1


async def test_nobody_wakes_early(wakeups):
    """One nanosecond before its moment nobody wakes."""
    sleeper = wakeups.sleep_until(10)
    wakeups.wake(9)
    assert not sleeper.done()


async def test_sleepers_of_one_moment_wake_in_the_order_in_which_they_lay_down(wakeups):
    """Sleepers that are due together go on one after the other, the first first."""
    woken = []
    for name in "abc":
        wakeups.sleep_until(10).add_done_callback(lambda _, name=name: woken.append(name))
    wakeups.wake(10)
    await settle()
    assert woken == ["a", "b", "c"]


async def test_first_is_told_when_it_changes(wakeups, firsts):
    """Only a sleeper that is due before all others is news."""
    wakeups.sleep_until(20)
    wakeups.sleep_until(30)
    wakeups.sleep_until(10)
    assert firsts == [20, 10]


async def test_first_is_told_after_each_wake_up(wakeups, firsts):
    """A wake-up source that has gone off is armed anew, even if nobody was due."""
    wakeups.sleep_until(20)
    wakeups.wake(10)
    assert firsts == [20, 20]


async def test_nobody_left_is_told_as_none(wakeups, firsts):
    """When the last sleeper has woken there is nothing to wake up for."""
    wakeups.sleep_until(20)
    wakeups.wake(20)
    assert firsts == [20, None]
    assert wakeups.first is None


async def test_a_cancelled_first_is_first_no_more(wakeups, firsts):
    """Nobody is woken for a sleeper that was cancelled, however many sleep after it."""
    first = wakeups.sleep_until(10)
    for moment in (20, 30, 40):
        wakeups.sleep_until(moment)
    first.cancel()
    await settle()
    assert firsts == [10, 20]
    assert wakeups.first == 20


async def test_a_sleeper_woken_by_hand_leaves_no_trace(wakeups):
    """A sleeper whose result was set early is forgotten."""
    wakeups.sleep_until(10).set_result(None)
    await settle()
    assert (len(wakeups), wakeups.first) == (0, None)


async def test_wake_in_the_turn_of_a_cancellation_counts_right(wakeups):
    """A sleeper that is cancelled and due in the same turn is not counted twice."""
    wakeups.sleep_until(10).cancel()
    for moment in (20, 30, 40):
        wakeups.sleep_until(moment)
    wakeups.wake(10)
    await settle()
    assert len(wakeups) == 3


async def test_many_cancelled_leave_nothing(wakeups):
    """Of two thousand cancelled sleepers none stays in memory."""
    sleepers = [wakeups.sleep_until(moment) for moment in range(2000)]
    for sleeper in sleepers:
        sleeper.cancel()
    await settle()
    assert (len(wakeups), wakeups._heap) == (0, [])


async def test_cancelled_among_living_leave_the_heap(wakeups):
    """The cancelled never outnumber the living in memory."""
    sleepers = [wakeups.sleep_until(moment) for moment in range(1000)]
    for sleeper in sleepers[100:]:
        sleeper.cancel()
    await settle()
    assert len(wakeups) == 100
    assert len(wakeups._heap) <= 200


MOMENTS = st.integers(0, 50)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("sleep"), MOMENTS),
        st.tuples(st.sampled_from(["cancel", "rouse"]), MOMENTS),
        st.tuples(st.just("pass"), st.integers(0, 20)),
        st.tuples(st.just("turn"), st.just(0)),
    ),
    max_size=60,
)


class Model:
    """What wake-ups must do, in the plainest way: a list that is searched."""

    def __init__(self) -> None:
        self.firsts: list[int | None] = [None]
        self.wakeups = Wakeups(self.firsts.append)
        self.now = 0
        self.asleep: list[tuple[int, int, asyncio.Future[None]]] = []
        self.woken: list[int] = []
        self.expected: list[int] = []
        self.number = 0

    def sleep(self, moment: int) -> None:
        """Begin a sleep."""
        sleeper = self.wakeups.sleep_until(moment)
        number = self.number = self.number + 1
        sleeper.add_done_callback(lambda _: self.woken.append(number))
        self.asleep.append((moment, number, sleeper))

    def cancel(self, which: int) -> None:
        """Cancel one that sleeps."""
        self._take(which, lambda sleeper: sleeper.cancel())

    def rouse(self, which: int) -> None:
        """Wake one by hand."""
        self._take(which, lambda sleeper: sleeper.set_result(None))

    def pass_time(self, by: int) -> None:
        """Wake whoever is due after so long."""
        self.now += by
        due = sorted(entry for entry in self.asleep if entry[0] <= self.now)
        self.asleep = [entry for entry in self.asleep if entry[0] > self.now]
        self.expected += [number for _, number, _ in due]
        self.wakeups.wake(self.now)

    def check(self) -> None:
        """Compare with what has to be."""
        assert self.woken == self.expected
        assert not any(sleeper.done() for _, _, sleeper in self.asleep)
        assert len(self.wakeups) == len(self.asleep)
        first = min((moment for moment, _, _ in self.asleep), default=None)
        assert self.wakeups.first == self.firsts[-1] == first
        assert len(self.wakeups._heap) <= 2 * len(self.asleep)

    def _take(self, which, end) -> None:
        if self.asleep:
            _, number, sleeper = self.asleep.pop(which % len(self.asleep))
            self.expected.append(number)
            end(sleeper)


@given(STEPS)
def test_any_order_of_sleeps_cancels_and_wakes(steps):
    """Whatever is done in whatever order, exactly the due wake, in order, and first is true."""

    async def run():
        model = Model()
        act = {
            "sleep": model.sleep,
            "cancel": model.cancel,
            "rouse": model.rouse,
            "pass": model.pass_time,
            "turn": lambda _: None,
        }
        for name, number in steps:
            act[name](number)
            if name == "turn":
                await settle()
                model.check()
        await settle()
        model.check()

    asyncio.run(run())
