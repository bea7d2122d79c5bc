"""A user at random at the whole program: whatever it does, what must be true stays true.

The short form is a machine of hypothesis, which finds the shortest way to what it breaks. The long
one is a walk of ten thousand steps through one window that stays open; MONKEY_SEED chooses another.
"""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from tests.e2e.in_process.monkey import deeds
from tests.e2e.in_process.monkey.cage import Cage
from tests.e2e.in_process.monkey.size import measure, tidy
from tests.e2e.in_process.monkey.walk import DEEDS, Walk, chosen

WALKS, STEPS_OF_A_WALK, FIRST_ITEMS = 7, 45, 5
# To find the shortest way takes minutes, which an automatic run has not got.
PHASES = [Phase.generate] if "CI" in os.environ else [Phase.generate, Phase.shrink]
LONG_WALK, MEASURED_EVERY, WARM_UP = 10_000, 1000, 2000
MOST_GROWTH_MB = 1.0
# What is shown last stays: the lines of a plan, of the verdict, of the next five rings.
MOST_KEPT_OBJECTS = 250

OFTEN = [deed for deed, weight in DEEDS.items() for _ in range(weight)]


class Monkey(RuleBasedStateMachine):
    """Uses a program of its own, closes it in the end and finds everything there again."""

    def __init__(self) -> None:
        super().__init__()
        self._place = Path.cwd()
        self._folder = tempfile.TemporaryDirectory()
        os.chdir(self._folder.name)
        self.cage = Cage(Path(self._folder.name))
        self.walk = Walk(self.cage)
        self.walk.begin()
        self.cage.open()

    @initialize(chance=st.randoms(use_true_random=False))
    def begin_with_some(self, chance):
        """Have something to use from the beginning."""
        for _ in range(FIRST_ITEMS):
            self.walk.step(deeds.say, chance)

    @rule(deed=st.sampled_from(OFTEN), chance=st.randoms(use_true_random=False))
    def do(self, deed, chance):
        """Do anything."""
        self.walk.step(deed, chance)

    @rule(chance=st.randoms(use_true_random=False))
    def open_again(self, chance):
        """Close the program and open it again."""
        self.walk.step(deeds.open_again, chance)

    def teardown(self):
        """Close the program; the file that it leaves is whole."""
        try:
            deeds.close_popups()
            self.cage.close()
            assert self.cage.integrity() == "ok"
            assert self.walk.complaints() == []
        finally:
            self.walk.end()
            os.chdir(self._place)
            self._folder.cleanup()


def test_a_monkey_breaks_nothing(qapp):
    """List, disk and daemons agree after each step, undo undoes, and nobody complains."""
    run_state_machine_as_test(
        Monkey,
        settings=settings(
            max_examples=WALKS,
            stateful_step_count=STEPS_OF_A_WALK,
            deadline=None,
            derandomize=True,
            phases=PHASES,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.long
def test_ten_thousand_steps_leave_nothing_behind(qapp, tmp_path, monkeypatch, record_property):
    """Nothing that was shown, asked or done stays in memory for ever."""
    seed = os.environ.get("MONKEY_SEED", "1")
    monkeypatch.chdir(tmp_path)
    cage = Cage(tmp_path)
    cage.open()
    sizes = {}
    with Walk(cage) as walk:
        for number in range(1, LONG_WALK + 1):
            walk.step(*chosen(seed, number))
            if number % MEASURED_EVERY == 0:
                tidy(cage)
                sizes[number] = measure()
    cage.close()
    memory = {number: round(size.memory_mb, 1) for number, size in sizes.items()}
    record_property("MB after so many steps", memory)
    print(f"MB after so many steps of seed {seed}: {memory}")  # noqa: T201 - what it was run for
    early, late = sizes[WARM_UP], sizes[LONG_WALK]
    thousands = (LONG_WALK - WARM_UP) / 1000
    assert (late.memory_mb - early.memory_mb) / thousands < MOST_GROWTH_MB, memory
    grown = late.grown_since(early)
    assert sum(grown.values()) < MOST_KEPT_OBJECTS, grown.most_common(20)
