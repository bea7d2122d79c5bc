"""A list of many alarms is made in steps, of what there was when it was asked for."""

from itertools import islice

from alarmclock.core.change import Change, ItemChange
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from tests.core.builders import make_alarm
from tests.core.service.world import World


def many(count):
    """Make alarms all over the day."""
    return [
        make_alarm(n % 24, n // 24, rule=Weekdays(EVERY_DAY), item_id=f"{n:06x}")
        for n in range(count)
    ]


def test_many_are_listed_in_steps():
    """The window has its turn in between."""
    steps = list(World(*many(500)).service.steps("list", {}))
    assert steps.count(None) > 10
    assert len(steps[-1].answer) == 500


def test_a_change_meanwhile_is_not_listed():
    """Half a list before it, and half after it, would be neither."""
    alarms = many(200)
    world = World(*alarms)
    steps = world.service.steps("list", {})
    list(islice(steps, 3))
    world.book.commit(Change(tuple(ItemChange(alarm, None) for alarm in alarms)))
    *_, reply = steps
    assert len(reply.answer) == 200
    assert {fields["state"] for fields in reply.answer} == {"armed"}
