"""The program is killed at random moments of all that people do with it.

What it had acknowledged is there afterwards, nothing that was answered rings again, and all that
was due meanwhile has rung or was missed for a reason.
"""

from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from alarmclock.core.activity.events import Dismissed, Rang, Snoozed
from alarmclock.core.ringing import Cause, Ending
from alarmclock.core.timer import Timer
from alarmclock.daemons.clock import SystemClock
from alarmclock.desktop.instance.client import Line
from alarmclock.desktop.zone import SystemZone
from alarmclock.store.store import Store
from tests.e2e.chaos.ledger import Ledger
from tests.e2e.chaos.lives import KINDS, Life
from tests.e2e.process.prepared import prepare
from tests.e2e.process.screen import PATIENCE_S, until

# Later than an alarm may ring by itself, and early enough to ring.
LONG_AGO = timedelta(hours=2)
JUST_NOW = timedelta(seconds=10)
ALL = 10_000
# What it takes on an idle machine; it is measured from then on.
A_START_S = 0.5


@pytest.mark.parametrize(
    "lives",
    [len(KINDS) * 2, *[pytest.param(25, marks=pytest.mark.long, id=f"{n}") for n in range(8)]],
)
def test_killed_at_any_moment_it_has_lost_nothing(house, chance, say, lives):
    """Each life is longer by what the one before has acknowledged."""
    ledger = Ledger()
    kinds = [kind for _ in range(lives) for kind in chance.sample(KINDS, len(KINDS))]
    begun, told, opened = [], [], [A_START_S]
    for number, kind in enumerate(kinds[:lives]):
        bring_overdue(house, ledger, number)
        begun.append(datetime.now(UTC))
        life = Life(house, ledger, chance, number, opened[-1])
        life.live(kind)
        opened.append(life.opens_within_s)
        told += life.told
    begun.append(datetime.now(UTC))
    last_life(house, ledger)
    say(f"{Counter(kinds[:lives])}; {len(ledger.items)} alarms and timers")
    say(f"{len(ledger.answered)} answered; opened after {max(opened):.2f} s at most")
    with closing(Store(house.folder_path, SystemClock(SystemZone()))) as store:
        assert store.open().sentences == ()
        insist_on_each_ring(ledger, store)
        insist_on_no_ring_twice(store, ledger, begun)
        insist_on_all_that_was_told(store, told)


def bring_overdue(house, ledger, number):
    """Let two timers end while no program runs: one long ago, and one just now."""
    now = datetime.now(UTC)
    names = {"long ago": now - LONG_AGO, "just now": now - JUST_NOW}
    timers = [Timer(LONG_AGO, f"{name} {number}", end) for name, end in names.items()]
    prepare(house.folder_path, *timers)
    ledger.brought |= {timer.label for timer in timers}


def last_life(house, ledger):
    """Open it once more, let everything be rung or missed, and close it as people do."""
    program = house.opened()
    with closing(Line(house.folder)) as line:
        ledger.compare(line.ask("list", {})["answer"])

        def is_settled():
            items = line.ask("list", {})["answer"]
            return not any(item["kind"] == "timer" and item["armed"] for item in items)

        until(is_settled, "all timers to ring or to be missed")
        assert line.ask("end", {})["status"] == 0
    assert program.wait(PATIENCE_S) == 0


def insist_on_each_ring(ledger, store):
    """Each timer has ended once, and rang or was missed for the right reason."""
    timers = {one["id"]: one["label"] for one in ledger.items.values() if one["kind"] == "timer"}
    found = [ring for _, _, ring in store.past_rings(ALL) if ring.item_id in timers]
    assert Counter(ring.item_id for ring in found) == dict.fromkeys(timers, 1)
    for ring in found:
        if timers[ring.item_id].startswith("long ago"):
            assert (ring.ending, ring.cause) == (Ending.MISSED, Cause.PROGRAM_CLOSED)
        else:
            assert ring.started_at is not None
            assert ring.ending in (None, Ending.DISMISSED)


def insist_on_no_ring_twice(store, ledger, begun):
    """What was answered is silent; what was cut off sounds on, once in each life."""
    answered, sounded, last_due = set(), Counter(), {}
    for _, event in reversed(store.events(ALL)):
        if isinstance(event, Rang):
            key = (event.item_id, event.due)
            last_due[event.item_id] = event.due
            assert key not in answered, event
            life = sum(start <= event.at for start in begun)
            sounded[key, life] += 1
        elif isinstance(event, Dismissed | Snoozed):
            answered.add((event.item_id, last_due[event.item_id]))
    assert set(sounded.values()) == {1}
    texts = {(item, f"{due.replace(tzinfo=None).isoformat()}Z") for item, due in answered}
    assert ledger.answered <= texts


def insist_on_all_that_was_told(store, told):
    """What somebody was told of is in the activity."""
    kept = Counter((event.item_id, event.at) for _, event in store.events(ALL))
    for event in told:
        at = datetime.fromisoformat(event["at"])
        assert kept[event["alarm_id"] or "", at], event
