"""Alarms and timers in one line of words: “weekdays 7:15 gym”, “in 20 min tea”."""

from alarmclock.core.phrase.answer import Answer, answer, describe
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.grammar import parse, read
from alarmclock.core.phrase.languages import ENGLISH, GERMAN, language_of
from alarmclock.core.phrase.reader import DayOrder
from alarmclock.core.phrase.reading import Reading
from alarmclock.core.phrase.rule_writer import write_rule
from alarmclock.core.phrase.writer import write
from alarmclock.core.phrase.writing import Language

__all__ = [
    "ENGLISH",
    "GERMAN",
    "Answer",
    "DayOrder",
    "Language",
    "PhraseError",
    "Reading",
    "answer",
    "describe",
    "language_of",
    "parse",
    "read",
    "write",
    "write_rule",
]
