"""Reads lines as if they were typed in Berlin, on Sunday 22 November 2026, 20:30."""

import pytest

from alarmclock.core import phrase
from alarmclock.core.phrase import DayOrder, PhraseError
from tests.core.builders import BERLIN, SUNDAY_EVENING, local

SOUNDS = ("daybreak", "dawn-chorus", "marimba", "harp", "music-box", "glass", "bells")


def reading(text, now=SUNDAY_EVENING, zone=BERLIN, **known):
    """Give what a line is read as."""
    settings = known.pop("settings", None)
    return phrase.read(text, now, zone, settings, **{"sounds": SOUNDS, **known})


def read(text, now=SUNDAY_EVENING, zone=BERLIN, **known):
    """Give what a line sets."""
    return reading(text, now, zone, **known).item


def refusal(text, now=SUNDAY_EVENING, zone=BERLIN, **known):
    """Give the error of a line that is refused, which has a place and a hint."""
    with pytest.raises(PhraseError) as caught:
        read(text, now, zone, **known)
    error = caught.value
    assert 0 <= error.position <= len(text)
    assert error.hint.endswith(".")
    return error


def answer(text, now=SUNDAY_EVENING, zone=BERLIN, **known):
    """Give what is shown while a line is typed."""
    return phrase.answer(reading(text, now, zone, **known), now, zone).sentence


__all__ = ["SOUNDS", "DayOrder", "answer", "local", "read", "reading", "refusal"]
