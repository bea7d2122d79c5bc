"""What is answered to a phrase while it is being typed."""

from datetime import datetime, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.phrase.languages import ENGLISH
from alarmclock.core.phrase.reading import Reading
from alarmclock.core.phrase.ring_writer import ring_phrases
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rule_words import alarm_rule_words
from alarmclock.core.schedule import next_occurrence
from alarmclock.core.timer import Timer
from alarmclock.core.wording import countdown, rough_length, short_day, wall_time, zone_words
from alarmclock.values import dataclass


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
    sentence = describe(reading.item, now, zone, reading.base)
    other = reading.other_half(now, zone)
    if other is None:
        return Answer(sentence)
    asking = f"{sentence}; {other.question}"
    return Answer(asking, wall_time(other.time), reading.with_time(other.time))


def describe(
    item: Alarm | Timer, now: datetime, zone: tzinfo, base: RingSettings | None = None
) -> str:
    """Say what a line sets: “Mon 23 Nov 07:15, weekdays, “gym”, in 10 h 45 min”.

    How it rings is said as far as it differs from a base.
    """
    label = [f"“{item.label}”"] if item.label else []
    settings = [] if base is None else ring_phrases(item.ring, base, ENGLISH)
    if isinstance(item, Timer):
        return ", ".join([f"Timer of {countdown(item.length)}", *label, *settings])
    parts = [_rule_words(item), *label, *settings]
    occurrence = next_occurrence(item, now, zone)
    if occurrence is None:
        over = "off" if item.armed_at is None else "is over"
        return ", ".join([wall_time(item.time), *parts, over])
    left = "off" if item.armed_at is None else f"in {rough_length(occurrence.due - now)}"
    there = zone_words(item, occurrence.due)
    place = [] if there is None else [there]
    return ", ".join([_when(occurrence.due, now, zone), *place, *parts, left])


def _rule_words(alarm: Alarm) -> str:
    """Say the rule; a date is said already by the next ring."""
    return alarm_rule_words(alarm) if alarm.rule.repeats else "once"


def _when(due: datetime, now: datetime, zone: tzinfo) -> str:
    local = due.astimezone(zone)
    day = short_day(local.date())
    if local.year != now.astimezone(zone).year:
        day += f" {local.year}"
    return f"{day} {wall_time(local.time())}"
