"""The guard rings when the loop is stuck, and only then. It goes by the real clock."""

import threading
import time
from datetime import UTC, datetime, timedelta

import pytest

from alarmclock.core.goal import Aim, Goal
from alarmclock.daemons.guard import PATIENCE_S, Guard

LONGEST_S = 5.0


class Post:
    """A loop that can be stuck: what is posted is called when it turns."""

    def __init__(self):
        self.calls = []

    def __call__(self, call):
        """Keep a call for the next turn."""
        self.calls.append(call)

    def turn(self):
        """Call what was posted."""
        calls, self.calls = self.calls, []
        for call in calls:
            call()


class Scene:
    """A guard, and what it did."""

    def __init__(self):
        self.rung, self.given = [], []
        self.has_rung = threading.Event()
        self.post = Post()
        self.guard = Guard(self._ring, self.given.extend)

    def _ring(self, goal):
        self.rung.append((goal.item_id, time.time()))
        self.has_rung.set()

    def start(self, *goals):
        """Stand guard over these."""
        self.guard.start(self.post)
        self.guard.expect(goals)
        return self


@pytest.fixture
def scene():
    """Give a guard that is closed in the end."""
    scene = Scene()
    yield scene
    scene.guard.close()
    assert "guard" not in [thread.name for thread in threading.enumerate()]


def goal_in(seconds, item_id="gym"):
    """Make a goal that is due in so many seconds."""
    return Goal(item_id, Aim.RING, datetime.now(UTC) + timedelta(seconds=seconds))


def test_a_stuck_loop_is_rung_for_a_second_after_the_due(scene):
    """Soon after, and never before that."""
    goal = goal_in(0.2)
    scene.start(goal)
    assert scene.has_rung.wait(LONGEST_S)
    (item_id, at), *others = scene.rung
    late_s = at - goal.at.timestamp()
    assert (item_id, others) == ("gym", [])
    assert PATIENCE_S <= late_s < PATIENCE_S + 0.4


def test_it_hands_over_when_the_loop_turns_again(scene):
    """With what it rang, and how late that was."""
    goal = goal_in(0)
    scene.start(goal)
    assert scene.has_rung.wait(LONGEST_S)
    deadline = time.monotonic() + LONGEST_S
    while not scene.post.calls and time.monotonic() < deadline:
        scene.guard._thread.join(0.01)
    assert scene.given == []
    scene.post.turn()
    ((given, late),) = scene.given
    assert given == goal
    assert late >= timedelta(seconds=PATIENCE_S)


def test_a_loop_that_does_its_work_is_left_alone(scene):
    """What is reached is expected no more."""
    scene.start(goal_in(0.1), goal_in(1.6, "later"))
    time.sleep(0.3)  # the due passes, and the loop answers
    scene.guard.expect([goal_in(60, "later")])
    assert not scene.has_rung.wait(PATIENCE_S + 0.5)


def test_what_is_due_together_rings_together_and_once(scene):
    """Two alarms at one instant, and one a little later."""
    first = goal_in(0.1)
    second = Goal("tea", Aim.RING, first.at)
    scene.start(first, second, goal_in(0.5, "later"))
    deadline = time.monotonic() + LONGEST_S
    while len(scene.rung) < 3 and time.monotonic() < deadline:
        scene.has_rung.wait(0.05)
        time.sleep(0.02)
    assert sorted(item_id for item_id, _ in scene.rung) == ["gym", "later", "tea"]


def test_a_due_that_passes_while_another_is_waited_for_has_its_own_second(scene):
    """It is no later than one that was alone."""
    first, second = goal_in(0.1), goal_in(0.8, "second")
    scene.start(first, second)
    deadline = time.monotonic() + LONGEST_S
    while len(scene.rung) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert dict(scene.rung)["second"] - second.at.timestamp() < PATIENCE_S + 0.4


def test_what_the_loop_attends_to_is_let_go(scene):
    """Even before it is told what comes next."""
    scene.start(goal_in(0.1))
    scene.guard.let_go({"gym"})
    assert not scene.has_rung.wait(PATIENCE_S + 0.5)


def test_one_that_fails_keeps_no_other_from_ringing(caplog):
    """Each is rung for itself."""
    rung = threading.Event()

    def ring(goal):
        if goal.item_id == "bad":
            raise RuntimeError("no sound")
        rung.set()

    guard = Guard(ring, lambda _given: None)
    guard.start(Post())
    bad = goal_in(0, "bad")
    guard.expect([bad, Goal("good", Aim.RING, bad.at)])
    assert rung.wait(LONGEST_S)
    guard.close()
    assert "could not ring" in caplog.text


def test_closed_before_the_due_it_never_rings(scene):
    """It ends at once."""
    scene.start(goal_in(0.5))
    begun = time.monotonic()
    scene.guard.close()
    assert time.monotonic() - begun < 0.4
    assert not scene.has_rung.wait(PATIENCE_S + 0.7)


def test_it_waits_without_waking_up(scene):
    """A guard over a far due costs nothing."""
    scene.start(goal_in(3600))
    time.sleep(0.2)  # it settles
    before = time.process_time()
    time.sleep(1.0)  # what is measured
    assert time.process_time() - before < 0.05
