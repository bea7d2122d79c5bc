"""Why an alarm has no ring to come: which of its entries is to blame, and what to do about it."""

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo

from alarmclock.core.alarm import NO_DATES, Alarm
from alarmclock.core.errors import Invalid
from alarmclock.core.goal import pending
from alarmclock.core.ringing import Ring
from alarmclock.core.rules.limits import NO_LIMITS, Limits
from alarmclock.core.rules.rule import OnDate, OnDates
from alarmclock.core.schedule import instant_of, zone_of
from alarmclock.core.words.wording import counted
from alarmclock.values import replace

NO_MORE = "This rule has no more rings"


def refuse_without_ring(
    alarm: Alarm, rings: Sequence[Ring], now: datetime, system_zone: tzinfo
) -> None:
    """Raise Invalid, naming the entry to blame, where an armed alarm can never ring again.

    What is skipped or paused can ring later: that is no reason.
    """
    plain = replace(alarm, skipped=NO_DATES, pause=None)
    if plain.armed_at is None or pending(plain, rings, now, system_zone) is not None:
        return
    for field, wider in _wider(plain.limits):
        if pending(replace(plain, limits=wider), rings, now, system_zone) is not None:
            raise Invalid(field, _limit_sentence(field, plain, now, system_zone))
    raise _rule_is_over(plain)


def _wider(limits: Limits) -> Iterator[tuple[str, Limits]]:
    """Take the limits away one after the other, each with the field that it is entered in."""
    if limits.excepted:
        yield "excepted", replace(limits, excepted=NO_DATES)
    if limits.times is not None:
        yield "times", Limits(first=limits.first, last=limits.last)
    if limits.last is not None:
        yield "lastDate", Limits(first=limits.first)
    if limits != NO_LIMITS:
        yield "firstDate", NO_LIMITS


def _limit_sentence(field: str, alarm: Alarm, now: datetime, system_zone: tzinfo) -> str:
    limits = alarm.limits
    if field == "excepted":
        return f"{NO_MORE}: every date that is left is excepted."
    if field == "times":
        return f"{NO_MORE}: {counted(limits.times or 0, 'time is', 'times are')} over."
    if field == "lastDate" and limits.last is not None:
        if instant_of(limits.last, alarm.time, zone_of(alarm, system_zone)) <= now:
            return f"{NO_MORE}: its last date is over."
        return f"{NO_MORE} until its last date. Choose a later one."
    return f"{NO_MORE} from its first date on. Choose an earlier one."


def _rule_is_over(alarm: Alarm) -> Invalid:
    if isinstance(alarm.rule, OnDates):
        return Invalid("dates", f"{NO_MORE}: all of its dates are over. Add a later one.")
    if isinstance(alarm.rule, OnDate):
        return Invalid("date", "This date and time are over. Choose a later one.")
    return Invalid("rule", f"{NO_MORE}.")
