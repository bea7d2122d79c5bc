"""Alarms and moments that the tests of the editor begin with."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.errors import Invalid
from alarmclock.core.rules.rule import Once

PARIS = ZoneInfo("Europe/Paris")
ONCE = Once()
# A Sunday evening, 22:03 in Paris.
NOW = datetime(2026, 11, 22, 21, 3, tzinfo=UTC)


def make_alarm(hour=7, minute=15, *, second=0, rule=ONCE, armed_at=NOW, **more):
    """Make an alarm that is on."""
    return Alarm(time=time(hour, minute, second), rule=rule, armed_at=armed_at, **more)


def refused_field(call):
    """Give the field that a call refuses, None where it refuses nothing."""
    try:
        call()
    except Invalid as error:
        return error.field
    return None
