"""Writes any alarm or timer as a phrase that is read back as the same."""

from alarmclock.core.alarm import Alarm
from alarmclock.core.phrase.building import base_ring
from alarmclock.core.phrase.languages import ENGLISH
from alarmclock.core.phrase.quotes import quoted
from alarmclock.core.phrase.ring_writer import length_phrase, ring_phrases
from alarmclock.core.phrase.rule_writer import limit_phrases, rule_phrase
from alarmclock.core.phrase.writing import Language
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.rule import Once
from alarmclock.core.timer import Timer
from alarmclock.core.words.wording import wall_time


def write(
    item: Alarm | Timer, language: Language = ENGLISH, base: RingSettings | None = None
) -> str:
    """Write the whole of an alarm or a timer: “weekdays 07:15 "gym", volume 40”.

    What rings as `base` does is not said; it is read back with the same settings. What passes,
    as what is skipped, paused or counting down, is no part of a phrase. One that is over is read
    back only while it is off, and one whose zone this system does not know is not.
    """
    if isinstance(item, Timer):
        parts, usual = _timer_parts(item, language), base_ring(base, for_timer=True)
        is_off = False
    else:
        parts, usual = _alarm_parts(item, language), base_ring(base, for_timer=False)
        is_off = item.armed_at is None
    settings = ring_phrases(item.ring, usual, language)
    off = [language.writing.off] if is_off else []
    return ", ".join([" ".join(parts), *settings, *off])


def _timer_parts(timer: Timer, language: Language) -> list[str]:
    length = length_phrase(timer.length, with_days=False)
    return [language.writing.timer.format(length=length), *_label(timer.label)]


def _alarm_parts(alarm: Alarm, language: Language) -> list[str]:
    rule = [] if alarm.rule == Once() else [rule_phrase(alarm.rule, language)]
    zone = [] if alarm.zone is None else [language.writing.zone.format(zone=alarm.zone)]
    limits = limit_phrases(alarm, language)
    return [*rule, wall_time(alarm.time), *zone, *_label(alarm.label), *limits]


def _label(label: str) -> list[str]:
    return [quoted(label)] if label else []
