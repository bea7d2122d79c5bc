"""Whatever is typed is understood, or refused with a place and a hint; nothing else happens."""

from dataclasses import fields, replace
from datetime import UTC
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from alarmclock.core import phrase
from alarmclock.core.alarm import Alarm
from alarmclock.core.phrase import ENGLISH, GERMAN, DayOrder, PhraseError, write
from alarmclock.core.phrase.words import Sayings, Words
from alarmclock.core.schedule import next_occurrence
from tests.core.builders import utc
from tests.core.phrase import values
from tests.core.phrase.lines import reading

MARKS = (
    "7 7:15 0715 7. .15 : 5 30 99 2026 2026-12-24 24.12. 12/24 5/6 31 1h30 , - – ' \" “ ” / %"
    " x ² ٣ İ ſ ß ü \ud800 \x00 \n Europe/Lisbon lisbon utc marimba dawn 9999-12-31 0001-01-01"
)
PLACES = ("Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Etc/GMT+12")


def vocabulary():
    """List all words and sayings of both languages."""
    tables = (
        getattr(language.words, one.name)
        for language in (ENGLISH, GERMAN)
        for one in fields(Words)
        if one.init
    )
    return [
        word
        for table in tables
        for word in sorted(table.meanings if isinstance(table, Sayings) else table)
    ]


PIECES = st.sampled_from([*vocabulary(), *MARKS.split(" ")])
LANGUAGES = st.sampled_from([ENGLISH, GERMAN])
LINES = st.one_of(
    st.text(),
    st.lists(PIECES, max_size=12).map(" ".join),
    st.lists(PIECES, max_size=12).map("".join),
    st.text(alphabet="0123456789:.- hmsapn,\"'/", max_size=20),
)


EARLIEST, LATEST = utc("1990-01-01 00:00"), utc("2090-01-01 00:00")
INSTANTS = st.datetimes(
    EARLIEST.replace(tzinfo=None), LATEST.replace(tzinfo=None), timezones=st.just(UTC)
)


@st.composite
def spoilt(draw):
    """Write an alarm, and change some words of the line."""
    words = write(draw(values.alarms()), draw(LANGUAGES)).split(" ")
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(words) - 1))
        change = draw(st.sampled_from(["leave out", "repeat", "insert", "cut", "swap"]))
        if change == "leave out" and len(words) > 1:
            del words[place]
        elif change == "repeat":
            words.insert(place, words[place])
        elif change == "insert":
            words.insert(place, draw(PIECES))
        elif change == "cut":
            words[place] = words[place][: len(words[place]) // 2]
        else:
            words[0], words[place] = words[place], words[0]
    return " ".join(words)


def outcome(line, now, zone, **known):
    """Give what a line is read as, or its refusal."""
    try:
        return reading(line, now, zone, **known)
    except PhraseError as error:
        return error


@settings(max_examples=300)
@given(
    LINES | spoilt(),
    INSTANTS,
    st.sampled_from([ZoneInfo(name) for name in PLACES]),
    LANGUAGES,
    st.sampled_from(DayOrder),
)
def test_any_line_is_understood_or_refused(line, now, zone, language, order):
    """What is understood rings, is described, and can be written and read again."""
    found = outcome(line, now, zone, language=language, order=order)
    if isinstance(found, PhraseError):
        assert 0 <= found.position <= len(line)
        assert str(found).endswith((".", "?"))
        assert found.hint.endswith(".")
        return
    assert phrase.answer(found, now, zone).sentence
    if isinstance(found.item, Alarm) and found.item.armed_at is not None:
        assert next_occurrence(found.item, now, zone) is not None
    again = reading(write(found.item, language), now, zone, language=language).item
    assert replace(again, id="") == replace(found.item, id="")
