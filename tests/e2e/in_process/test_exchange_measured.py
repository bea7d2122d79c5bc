"""Files of two thousand alarms are written and read beside the loop: the window goes on."""

import pytest

from alarmclock.core.change import Change, ItemChange
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from alarmclock.desktop.loop.loop_pulse import LoopPulse
from tests.core.builders import make_alarm

MANY = 2000
# What is done on the loop leaves it one turn. On a quiet machine it stands for 50 ms at most, which
# is told; a machine that runs tests gives the process no time for longer than that.
TURNS = 4


@pytest.fixture
def full(person):
    """A program with many alarms, which are off: nothing else is to be done meanwhile."""
    daily = Weekdays(EVERY_DAY)
    alarms = [
        make_alarm(n % 24, n % 60, item_id=f"a{n}", rule=daily, label=f"Alarm {n}", armed_at=None)
        for n in range(MANY)
    ]
    person.program.book.commit(Change(tuple(ItemChange(None, alarm) for alarm in alarms)))
    person.settle()
    return person


class Watch:
    """Waits for what is done elsewhere, and counts the turns of the loop meanwhile."""

    def __init__(self, qtbot):
        self._qtbot = qtbot
        self.gaps_ms = []
        self.turns = 0

    def until(self, begin):
        """Begin something that calls back, and give what came of it."""
        answers, pulse = [], LoopPulse()
        self.turns = 0
        pulse.start()
        begin(answers.append)
        self._qtbot.waitUntil(lambda: self._is_there(answers), timeout=60_000)
        self.gaps_ms.append(round(pulse.stop() * 1000))
        return answers[0]

    def _is_there(self, answers):
        self.turns += 1
        return bool(answers)


@pytest.mark.parametrize("ending", ["ics", "json"])
def test_the_window_goes_on(qtbot, full, tmp_path, record_property, ending):
    """While a file is written, and while it is read and compared."""
    calls, path = full.program.exchanging.calls(), str(tmp_path / f"all.{ending}")
    watch = Watch(qtbot)
    said = watch.until(lambda done: calls.export(path, True, done))
    assert said.startswith("2,000 alarms")
    assert ending == "json" or watch.turns > TURNS
    imported = watch.until(lambda done: calls.read(path, done))
    assert ending == "json" or watch.turns > TURNS
    plan = watch.until(lambda done: calls.plan(imported, done))
    assert len(plan.leave) == MANY
    record_property(f"longest gaps with {ending}, ms", watch.gaps_ms)
