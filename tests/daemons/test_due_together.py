"""What is due at one moment is reached together, and fails each for itself."""

import asyncio
from contextlib import contextmanager
from datetime import timedelta

import pytest

from alarmclock.core.activity.events import Cancelled, Rang
from alarmclock.core.goal import Aim, Goal
from alarmclock.daemons import due_together
from alarmclock.daemons.due_together import DueTogether
from tests.daemons.builders import NOW, make_alarm


class Group:
    """Notes what is reached, and where one group ends and the next begins."""

    def __init__(self):
        self.story = []
        self.broken = set()
        self.fails = None

    def reach(self, goal):
        """Reach a goal, or fail."""
        if goal.item_id in self.broken:
            raise RuntimeError(f"{goal.item_id} is broken")
        self.story.append(goal.item_id)

    @contextmanager
    def together(self):
        """Mark the beginning and the end, which may fail as well."""
        self.story.append("(")
        yield
        self.story.append(")")
        if self.fails is not None:
            raise self.fails

    @contextmanager
    def told(self):
        """Mark what is told as one."""
        self.story.append("[")
        yield
        self.story.append("]")


@pytest.fixture
def group():
    """A group that fails in nothing."""
    return Group()


async def reach_all(group, *names):
    """Let daemons of these names reach their goals at once, and give what came of each."""
    due = DueTogether(group.reach, group.together, group.told)
    goals = [Goal(name, NOW, Aim.RING_AGAIN) for name in names]
    return await asyncio.gather(*map(due.reach, goals), return_exceptions=True)


async def test_what_is_due_at_once_is_one_group(group):
    """In the order in which it came."""
    assert await reach_all(group, "a", "b", "c") == [None, None, None]
    assert group.story == ["(", "a", "b", "c", ")"]


@pytest.fixture
def of_one(monkeypatch):
    """Let each group be of one."""
    monkeypatch.setattr(due_together, "FIRST_S", 0.0)
    monkeypatch.setattr(due_together, "LONGEST_S", 0.0)


async def test_a_turn_is_not_longer_than_the_window_can_wait(group, of_one):
    """What is left comes in the next turn; each brings at least one, the first told at once."""
    await reach_all(group, "a", "b")
    assert "".join(group.story) == "(a)[(b)]"


async def test_of_many_groups_some_are_told_as_one(group, of_one):
    """The window is painted anew after each telling, which would take longer than the groups."""
    await reach_all(group, *"abcdef")
    assert "".join(group.story) == "(a)[(b)(c)][(d)(e)][(f)]"


async def test_the_loop_goes_on_between_groups_and_tellings(group, of_one):
    """Each has a turn of its own."""
    loop = asyncio.get_running_loop()
    turns = []

    def count():
        turns.append("".join(group.story))
        if len(turns) < 7:
            loop.call_soon(count)

    loop.call_soon(count)
    await reach_all(group, *"abc")
    steps = ["", "(a)", "(a)[(b)", "(a)[(b)(c)", "(a)[(b)(c)]"]
    assert list(dict.fromkeys(turns)) == steps[: len(set(turns))]
    assert len(set(turns)) >= len(steps) - 1


async def test_what_comes_due_before_the_others_are_told_is_reached(group, of_one):
    """None of them waits for ever."""
    due = DueTogether(group.reach, group.together, group.told)
    first = asyncio.gather(*(due.reach(Goal(name, NOW, Aim.RING_AGAIN)) for name in "ab"))
    for _ in range(3):
        await asyncio.sleep(0)
    assert "".join(group.story) == "(a)[(b)"
    await asyncio.gather(first, due.reach(Goal("c", NOW, Aim.RING_AGAIN)))
    assert "".join(group.story) == "(a)[(b)](c)"


async def test_one_that_fails_fails_alone(group):
    """Its own daemon hears of it."""
    group.broken = {"b"}
    first, second, third = await reach_all(group, "a", "b", "c")
    assert (first, third) == (None, None)
    assert str(second) == "b is broken"
    assert group.story == ["(", "a", "c", ")"]


async def test_a_group_that_fails_as_a_whole_is_told_to_all(group):
    """No daemon waits for ever."""
    group.fails = RuntimeError("no")
    assert await reach_all(group, "a", "b") == [group.fails, group.fails]


async def test_a_group_that_can_not_begin_is_told_to_all(group):
    """And is not tried again without a pause."""
    group.together = lambda: 1 / 0
    failed = await reach_all(group, "a", "b")
    assert [type(failure) for failure in failed] == [ZeroDivisionError] * 2
    assert group.story == []


async def test_who_is_cancelled_in_that_very_moment_is_left_out(group):
    """The others go on."""
    due = DueTogether(group.reach, group.together, group.told)
    tasks = [
        asyncio.ensure_future(due.reach(Goal(name, NOW, Aim.RING_AGAIN))) for name in ("a", "b")
    ]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert group.story == ["(", "b", ")"]


async def test_many_alarms_of_one_minute_ring_in_it(world):
    """Each by its own daemon, none twice."""
    alarms = [make_alarm(id=f"alarm {n}") for n in range(300)]
    await world.start(alarms)
    due = world.book.due("alarm 0")
    await world.run_for(seconds=(due - NOW).total_seconds())
    assert len(world.of(Rang)) == 300
    assert len({event.item_id for event in world.of(Rang)}) == 300
    assert {event.late for event in world.of(Rang)} == {timedelta(0)}
    assert len(world.book.ringing()) == 300


async def test_a_daemon_whose_ring_was_claimed_elsewhere_ends_without_a_word(world):
    """Another program rang it; nothing was cancelled."""
    alarms = [make_alarm(id=f"alarm {n}") for n in range(3)]
    await world.start(alarms)
    taken = world.book.goal("alarm 1").occurrence
    world.journal.claims.add((taken.item_id, taken.day, taken.time))
    await world.run_for(seconds=(taken.due - NOW).total_seconds())
    assert sorted(event.item_id for event in world.of(Rang)) == ["alarm 0", "alarm 2"]
    assert world.of(Cancelled) == []
    assert len(world.keeper) == 2
