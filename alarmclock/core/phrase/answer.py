"""What is answered to a phrase while it is being typed."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.phrase.reading import Reading
from alarmclock.core.rule import Weekdays
from alarmclock.core.rule_words import rule_words
from alarmclock.core.schedule import next_occurrence
from alarmclock.core.timer import Timer
from alarmclock.core.wording import countdown, rough_length, short_day, wall_time


@dataclass(frozen=True, slots=True)
class Answer:
    """What a line sets, in a sentence.

    Where it asks whether the other half of the day was meant, `other_time` is that time, and
    `other_line` is the line that sets it.
    """

    sentence: str
    other_time: str = ""
    other_line: str = ""


def answer(reading: Reading, now: datetime, zone: tzinfo) -> Answer:
    """Say what a line sets, and ask where its time may be meant otherwise."""
    sentence = describe(reading.item, now, zone)
    other = reading.other_half(now, zone)
    if other is None:
        return Answer(sentence)
    asking = f"{sentence}; {other.question}"
    return Answer(asking, wall_time(other.time), reading.with_time(other.time))


def describe(item: Alarm | Timer, now: datetime, zone: tzinfo) -> str:
    """Say what a line sets: “Mon 23 Nov 07:15, weekdays, “gym”, in 10 h 45 min”."""
    label = f", “{item.label}”" if item.label else ""
    if isinstance(item, Timer):
        return f"Timer of {countdown(item.length)}{label}"
    rule = rule_words(item.rule) if isinstance(item.rule, Weekdays) else "once"
    occurrence = next_occurrence(item, now, zone)
    if occurrence is None:
        return f"{wall_time(item.time)}, {rule}{label}, is over"
    local = occurrence.due.astimezone(zone)
    day = short_day(local.date())
    if local.year != now.astimezone(zone).year:
        day += f" {local.year}"
    when = f"{day} {wall_time(local.time())}"
    return f"{when}, {rule}{label}, in {rough_length(occurrence.due - now)}"
