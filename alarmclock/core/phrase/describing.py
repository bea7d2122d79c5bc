"""What is answered to a phrase while it is being typed."""

from datetime import datetime, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.phrase.languages import ENGLISH
from alarmclock.core.phrase.reading import Reading
from alarmclock.core.phrase.ring_writer import ring_phrases
from alarmclock.core.phrase.rule_writer import write_rule
from alarmclock.core.phrase.spoken_language import spoken_language
from alarmclock.core.phrase.writing import Language
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.schedule import next_occurrence
from alarmclock.core.timer import Timer
from alarmclock.core.words.rule_words import alarm_rule_words
from alarmclock.core.words.wording import countdown, rough_length, wall_time, zone_words
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
    """Say what a line sets, and ask where its time may be meant otherwise, in its language."""
    language = spoken_language(reading)
    sentence = describe(reading.item, now, zone, reading.base, language)
    other = reading.other_half(now, zone)
    if other is None:
        return Answer(sentence)
    time = wall_time(other.time)
    asking = f"{sentence}; {language.telling.question.format(time=time)}"
    return Answer(asking, time, reading.with_time(other.time))


def describe(
    item: Alarm | Timer,
    now: datetime,
    zone: tzinfo,
    base: RingSettings | None = None,
    language: Language = ENGLISH,
) -> str:
    """Say what a line sets: “Mon 23 Nov 07:15, weekdays, “gym”, in 10 h 45 min”.

    How it rings is said as far as it differs from a base.
    """
    label = [f"“{item.label}”"] if item.label else []
    settings = [] if base is None else ring_phrases(item.ring, base, language)
    telling, off = language.telling, language.writing.off
    if isinstance(item, Timer):
        length = telling.timer.format(length=countdown(item.length))
        return ", ".join([length, *label, *settings])
    parts = [_rule_words(item, language), *label, *settings]
    occurrence = next_occurrence(item, now, zone)
    if occurrence is None:
        over = off if item.armed_at is None else telling.over
        return ", ".join([wall_time(item.time), *parts, over])
    left = telling.left.format(length=rough_length(occurrence.due - now))
    there = zone_words(item, occurrence.due)
    place = [] if there is None else [there]
    when = _when(occurrence.due.astimezone(zone), now.astimezone(zone).year, language)
    return ", ".join([when, *place, *parts, off if item.armed_at is None else left])


def _rule_words(alarm: Alarm, language: Language) -> str:
    """Say the rule; a date is said already by the next ring."""
    if not alarm.rule.repeats:
        return language.writing.once
    return alarm_rule_words(alarm) if language is ENGLISH else write_rule(alarm, language)


def _when(local: datetime, year_now: int, language: Language) -> str:
    writing = language.writing
    name = writing.short_days[local.weekday()].capitalize()
    month = writing.months[local.month - 1][:3].capitalize()
    day = language.telling.day.format(name=name, day=local.day, month=month)
    year = f" {local.year}" if local.year != year_now else ""
    return f"{day}{year} {wall_time(local.time())}"
