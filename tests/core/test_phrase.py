"""Phrases: what each line means, what it answers, and how it is refused."""

import time as stopwatch
from dataclasses import replace
from datetime import UTC, date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core import phrase
from alarmclock.core.alarm import Alarm
from alarmclock.core.phrase import PhraseError, describe, parse
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.rule import EVERY_DAY, WEEKEND, WORKDAYS, Once, OnDate, Weekday, Weekdays
from alarmclock.core.schedule import next_occurrence
from alarmclock.core.timer import Timer
from tests.core.builders import BERLIN, SUNDAY_EVENING, local, weekly

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday


def read(text, now=SUNDAY_EVENING, zone=BERLIN):
    """Parse a line as if it were typed in Berlin, on Sunday 22 November 2026, 20:30."""
    return parse(text, now, zone, None)


def answer(text, now=SUNDAY_EVENING, zone=BERLIN):
    """Give what is shown while a line is typed."""
    return describe(read(text, now, zone), now, zone)


def refusal(text, now=SUNDAY_EVENING):
    """Give the error of a line that is refused."""
    with pytest.raises(PhraseError) as caught:
        read(text, now)
    return caught.value


@pytest.mark.parametrize(
    ("line", "seconds", "label"),
    [
        ("in 5 s", 5, ""),
        ("in 20 min tea", 1200, "tea"),
        ("20 min tea", 1200, "tea"),
        ("20min tea", 1200, "tea"),
        ("90s", 90, ""),
        ("90 seconds", 90, ""),
        ("in 1h30", 5400, ""),
        ("1h30m nap", 5400, "nap"),
        ("1m30", 90, ""),
        ("in 1 h 30 min 5 s", 5405, ""),
        ("IN 20 MIN Tea", 1200, "Tea"),
        ("1.5 h", 5400, ""),
        ("0.5 min", 30, ""),
        ("90 min", 5400, ""),
        ("99 h 59 min 59 s", 359999, ""),
        ('10 min "7:15 train"', 600, "7:15 train"),
        ("10 min, eggs", 600, "eggs"),
    ],
)
def test_a_length_is_a_timer(line, seconds, label):
    """A line that begins with a length makes a timer that is not yet started."""
    timer = read(line)
    assert isinstance(timer, Timer)
    assert (timer.length, timer.label) == (timedelta(seconds=seconds), label)
    assert (timer.ends_at, timer.left) == (None, None)


@pytest.mark.parametrize(
    ("line", "wall"),
    [
        ("7", time(7)),
        ("07", time(7)),
        ("0", time(0)),
        ("23", time(23)),
        ("7:15", time(7, 15)),
        ("07:15", time(7, 15)),
        ("7.15", time(7, 15)),
        ("0715", time(7, 15)),
        ("2026", time(20, 26)),
        ("7:15:30", time(7, 15, 30)),
        ("7pm", time(19)),
        ("7 PM", time(19)),
        ("7:15 am", time(7, 15)),
        ("7.15pm", time(19, 15)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("noon", time(12)),
        ("midnight", time(0)),
        ("at 7", time(7)),
        ("  7:15\t", time(7, 15)),
    ],
)
def test_a_time_is_an_alarm(line, wall):
    """A line that is a time makes an alarm that rings once, armed now."""
    alarm = read(line)
    assert isinstance(alarm, Alarm)
    assert (alarm.time, alarm.rule, alarm.label) == (wall, Once(), "")
    assert alarm.armed_at == SUNDAY_EVENING
    assert alarm.zone is None


def on(text):
    """Name a date."""
    return OnDate(date.fromisoformat(text))


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("today 22:00", on("2026-11-22")),
        ("tomorrow 7", on("2026-11-23")),
        ("tomorrow at 7", on("2026-11-23")),
        ("7 tomorrow", on("2026-11-23")),
        ("tonight 22:30", on("2026-11-22")),
        ("tonight midnight", on("2026-11-23")),
        ("tonight 2:30", on("2026-11-23")),
        ("mon 7:15", on("2026-11-23")),
        ("on monday at 7:15", on("2026-11-23")),
        ("7:15 mon", on("2026-11-23")),
        ("sun 23", on("2026-11-22")),
        ("sun 7", on("2026-11-29")),
        ("this friday 9", on("2026-11-27")),
        ("next friday 9", on("2026-11-27")),
        ("next sunday 23", on("2026-11-29")),
        ("weekdays 7:15", Weekdays(WORKDAYS)),
        ("7:15 weekdays", Weekdays(WORKDAYS)),
        ("every weekday 7:15", Weekdays(WORKDAYS)),
        ("weekends 9", Weekdays(WEEKEND)),
        ("every weekend 9", Weekdays(WEEKEND)),
        ("every day 22:30", Weekdays(EVERY_DAY)),
        ("daily 22:30", Weekdays(EVERY_DAY)),
        ("every mon 7", weekly(MON)),
        ("mondays 7", weekly(MON)),
        ("mon,wed,fri 6", weekly(MON, WED, FRI)),
        ("mon, wed and fri 6", weekly(MON, WED, FRI)),
        ("mon-thu 6:30", weekly(MON, TUE, WED, THU)),
        ("mon – thu 6:30", weekly(MON, TUE, WED, THU)),
        ("mon to wed, sat 6:30", weekly(MON, TUE, WED, SAT)),
        ("sat-tue 6:30", weekly(SAT, SUN, MON, TUE)),
        ("every tue and thu 6", weekly(TUE, THU)),
        ("24 dec 10:00", on("2026-12-24")),
        ("24. Dec 10:00", on("2026-12-24")),
        ("24th december 10:00", on("2026-12-24")),
        ("dec 24 10:00", on("2026-12-24")),
        ("dec 24, 10:00", on("2026-12-24")),
        ("10:00 24 dec", on("2026-12-24")),
        ("24 dec 0715", on("2026-12-24")),
        ("24 dec 2027 10:00", on("2027-12-24")),
        ("2026-12-24 10:00", on("2026-12-24")),
        ("22 nov 20:31", on("2026-11-22")),
        ("22 nov 20:30", on("2027-11-22")),
        ("1 may 9", on("2027-05-01")),
        ("29 feb 9", on("2028-02-29")),
    ],
)
def test_a_day_is_a_rule(line, rule):
    """A day before or after the time says on which dates it rings."""
    assert read(line).rule == rule


@pytest.mark.parametrize(
    ("line", "now", "day"),
    [
        ("tonight 3:00", "2026-11-23 01:00", "2026-11-23"),
        ("tonight 0:30", "2026-11-23 01:00", "2026-11-24"),
        ("tonight 22:30", "2026-11-23 01:00", "2026-11-23"),
        ("tonight 3:00", "2026-11-23 10:00", "2026-11-24"),
        ("mon 7:15", "2026-11-23 07:14", "2026-11-23"),
        ("mon 7:15", "2026-11-23 07:15", "2026-11-30"),
        ("next mon 7:15", "2026-11-23 07:14", "2026-11-30"),
        ("31 dec 9", "2026-12-31 09:00", "2027-12-31"),
        ("tomorrow 9", "2026-12-31 09:00", "2027-01-01"),
        ("29 feb 9", "2096-02-29 10:00", "2104-02-29"),
    ],
)
def test_a_day_counts_from_now(line, now, day):
    """Which date a day is depends on the time at which it is typed."""
    assert read(line, local(now)).rule == on(day)


def test_today_is_the_day_of_the_zone():
    """Late in the evening of New York, tomorrow is not yet the day after UTC's today."""
    now = local("2026-11-22 21:00", ZoneInfo("America/New_York"))
    assert read("tomorrow 7", now, ZoneInfo("America/New_York")).rule == on("2026-11-23")


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("7:15 gym", "gym"),
        ("7 gym", "gym"),
        ("7:15 Feed the  cat", "Feed the cat"),
        ("7:15, gym", "gym"),
        ("weekdays, 7:15, gym", "gym"),
        ("7:15 tomorrow gym", "gym"),
        ("7:15 room 5", "room 5"),
        ("7:15 today's plan", "today's plan"),
        ("7:15 our next meeting", "our next meeting"),
        ("7:15 mum's pills", "mum's pills"),
        ('7:15 "train 8:02"', "train 8:02"),
        ("7:15 “train 8:02” ", "train 8:02"),
        ("7:15 „Zug 8:02“", "Zug 8:02"),
        ("7:15 'sun cream'", "sun cream"),
        ('7:15 sun "cream"', "cream"),
        ('7:15 ""', ""),
        ("7:15 Größe ⏰ 日本", "Größe ⏰ 日本"),
        ("every day 22:30 pills", "pills"),
        ("7:15 café", "café"),
    ],
)
def test_the_words_left_over_are_the_label(line, label):
    """What comes after time and day, or is in quotes, is the label as it was typed."""
    assert read(line).label == label


@pytest.mark.parametrize(
    ("line", "position", "sentence"),
    [
        ("", 0, "a time is missing"),
        ("   ", 3, "a time is missing"),
        ("foo", 0, "“foo” is not understood as a time"),
        ("tomorrow", 8, "At what time?"),
        ("tomorrow gym", 9, "“gym” is not understood as a time"),
        ("24 dec 2026", 11, "At what time?"),
        ("in", 2, "a length is missing"),
        ("in 5", 3, "“5” is not understood as a length"),
        ("in 5 tea", 5, "“tea” is not understood as a length"),
        ("in 7:15", 4, "is not understood as a length"),
        ("in 5 s 1 h", 3, "in no order"),
        ("5 min 5 min", 0, "in no order"),
        ("24 dec 2027x 10", 11, "“x” is not understood"),
        ("1h90", 2, "“90” is too much"),
        ("in 1.5 s", 3, "whole seconds"),
        ("in 0 s", 3, "A timer lasts from 1 second"),
        ("in 100 h", 3, "A timer lasts from 1 second"),
        ("9999999 s", 0, "too long"),
        ("20 min 30 rolls", 7, "“30” is one number too many"),
        ("25:10", 0, "no such time"),
        ("24:00", 0, "no such time"),
        ("7:60", 0, "no such time"),
        ("7:5", 2, "two digits"),
        ("tomorrow 7:5", 11, "two digits"),
        ("715", 0, "“715” is no time"),
        ("7 15", 2, "“15” is one number too many"),
        ("7:15x", 4, "“x” is not understood"),
        ("13pm", 0, "from 1 to 12"),
        ("0:00 am", 0, "from 1 to 12"),
        ("0am", 0, "from 1 to 12"),
        ("tonight 20:00", 0, "is over"),
        ("today 20:30", 0, "Sun 22 Nov 2026, 20:30, is over"),
        ("7:15 today", 5, "is over"),
        ("2025-12-24 10:00", 0, "is over"),
        ("0001-01-01 0:00", 0, "is over"),
        ("9999-12-31 10:00", 0, "no such date"),
        ("2026-13-01 10:00", 0, "no such date"),
        ("0000-01-01 10:00", 0, "no such date"),
        ("31 nov 10", 0, "November has 30 days"),
        ("30 feb 10", 0, "February has 29 days"),
        ("29 feb 2027 10", 0, "February 2027 has 28 days"),
        ("7:15 sun cream", 5, "“sun” can be a day or belong to the label"),
        ("9:00 daily standup", 5, "“daily” can be a day or belong to the label"),
        ("7:15 gym tomorrow", 9, "“tomorrow” in the label"),
        ("7:15 gym mon", 9, "“mon” in the label"),
        ("7:15 gym 24 dec", 9, "“24” in the label"),
        ("7:15 train 8:02", 11, "“8:02” in the label"),
        ("7:15 call at 8 pm", 13, "“8” in the label"),
        ("7:15 walk 20 min", 10, "“20” in the label"),
        ("20 min tea at 7:15", 14, "“7:15” in the label"),
        ('7:15 "train', 5, "not closed"),
        ('7:15 "train" gym', 12, "goes on after the label"),
        ("7:15 " + "x" * 201, 5, "at most 200 characters"),
        ("7:15 a\x00b", 5, "without control characters"),
        ("x" * 10_000, 500, "10,000 characters"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_place(line, position, sentence):
    """A line that makes no sense, or two, is refused where it stops making sense."""
    error = refusal(line)
    assert sentence in str(error)
    assert error.position == position


def test_every_refusal_says_what_to_write_instead():
    """The hint is a sentence of its own."""
    assert refusal("foo").hint == "Try “7:15 gym”, “weekdays 7:15” or “in 20 min tea”."


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("weekdays 7:15 gym", "Mon 23 Nov 07:15, weekdays, “gym”, in 10 h 45 min"),
        ("7:15", "Mon 23 Nov 07:15, once, in 10 h 45 min"),
        ("22", "Sun 22 Nov 22:00, once, in 1 h 30 min"),
        ("20:30", "Mon 23 Nov 20:30, once, in 1 d"),
        ("mon,wed 7", "Mon 23 Nov 07:00, Mon, Wed, in 10 h 30 min"),
        ("1 jan 9 party", "Fri 1 Jan 2027 09:00, once, “party”, in 39 d 12 h"),
        ("20:30:10", "Sun 22 Nov 20:30:10, once, in 10 s"),
        ("20 min tea", "Timer of 20 min, “tea”"),
        ("90s", "Timer of 1 min 30 s"),
    ],
)
def test_the_answer_says_when_it_rings(line, shown):
    """While a line is typed, its answer tells the next ring, the rule and the label."""
    assert answer(line) == shown


def test_the_answer_to_a_time_that_does_not_exist_is_the_real_one():
    """Over the spring change, 02:30 rings at 03:30, and the answer says so."""
    shown = answer("2:30", local("2026-03-28 22:00"))
    assert shown == "Sun 29 Mar 03:30, once, in 4 h 30 min"


def test_an_answer_never_promises_a_ring_that_does_not_come():
    """An alarm whose date passes while its line stands there is said to be over."""
    alarm = read("today 22:00")
    shown = describe(alarm, local("2026-11-22 22:00"), BERLIN)
    assert shown == "22:00, once, is over"


def test_an_alarm_rings_as_the_settings_say():
    """The settings of a new alarm are those that were passed."""
    settings = RingSettings(volume=33)
    assert parse("7", SUNDAY_EVENING, BERLIN, settings).ring == settings


def test_a_timer_rings_at_full_volume_at_once():
    """A timer takes the settings too, but nobody sleeps beside it: its volume does not rise."""
    ring = parse("5 min", SUNDAY_EVENING, BERLIN, RingSettings(volume=33)).ring
    assert ring == RingSettings(volume=33, rise=timedelta(0))


VOCABULARY = (
    "in 7 7:15 0715 7. .15 : 5 30 99 2026 2026-12-24 24 31 29 h min s 1h30 am pm noon midnight"
    " today tomorrow tonight on at every next this mon sun mondays weekdays day daily"
    " dec feb may , - – and to \" ' “ ” gym tea x ² ٣ İ ſ \ud800 \x00 \n"
)
PIECES = st.sampled_from(VOCABULARY.split(" "))
LINES = st.one_of(
    st.text(),
    st.lists(PIECES, max_size=12).map(" ".join),
    st.lists(PIECES, max_size=12).map("".join),
    st.text(alphabet="0123456789:.- hmsapn,\"'", max_size=20),
)


def outcome(line, now=SUNDAY_EVENING):
    """Give what a line makes, or its refusal."""
    try:
        return read(line, now)
    except PhraseError as error:
        return error


@given(LINES)
def test_no_line_raises_anything_but_its_own_error(line):
    """Whatever is typed is an alarm, a timer or a refusal within the line, with a hint."""
    made = outcome(line)
    if isinstance(made, PhraseError):
        assert 0 <= made.position <= len(line)
        assert str(made).endswith((".", "?"))
        assert made.hint.endswith(".")
    else:
        assert describe(made, SUNDAY_EVENING, BERLIN)


@given(st.datetimes(local("1990-01-01").replace(tzinfo=None), timezones=st.just(UTC)), LINES)
def test_what_is_understood_rings_after_now(now, line):
    """At any moment, an alarm that is accepted has a ring ahead."""
    made = outcome(line, min(now, local("2090-01-01")))
    if isinstance(made, Alarm):
        assert made.armed_at is not None
        assert next_occurrence(made, made.armed_at, BERLIN) is not None


def test_reading_a_line_is_quick():
    """Reading takes so little that it can be done at every key: 200 µs, with room for slow CI."""
    line = "mon, wed and fri 6:30 run far away in the wood"
    runs = 200
    start = stopwatch.perf_counter()
    for _ in range(runs):
        read(line)
    assert (stopwatch.perf_counter() - start) / runs < 0.001


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("6:30", "18:30"),
        ("6:30 gym", "18:30 gym"),
        ("  at 6:30   gym", "  at 18:30   gym"),
        ("6 gym", "18:00 gym"),
        ("6.30", "18:30"),
        ("0630, gym", "18:30, gym"),
        ("06:30:15 gym", "18:30:15 gym"),
        ("weekdays 6:30 gym", "weekdays 18:30 gym"),
        ("6:30 every day", "18:30 every day"),
        ('6:30 "7:15 train"', '18:30 "7:15 train"'),
        ("6:30am", None),
        ("6:30 am gym", None),
        ("6 pm", None),
        ("noon", None),
        ("tomorrow 6", None),
        ("tomorrow 6:30 gym", None),
        ("24 nov 6:30", None),
        ("18:30", None),
        ("in 20 min tea", None),
    ],
)
def test_a_bare_time_that_is_far_away_may_mean_the_other_half(line, other):
    """The line is written anew with the other time; am, pm, noon and a named day leave no doubt."""
    now = local("2026-11-23 11:30")
    reading = phrase.read(line, now, BERLIN, None)
    found = reading.other_half(now, BERLIN)
    assert (reading.with_time(found.time) if found else None) == other


@pytest.mark.parametrize("line", ["6:30 gym", "6 gym", "weekdays 6:30", "6.30, every day"])
def test_the_line_with_the_other_half_is_the_same_alarm_at_another_time(line):
    """Rule and label stay what they were."""
    now = local("2026-11-23 11:30")
    reading = phrase.read(line, now, BERLIN, None)
    wall = reading.other_half(now, BERLIN).time
    other = phrase.read(reading.with_time(wall), now, BERLIN, None).item
    assert replace(other, id="", time=reading.item.time) == replace(reading.item, id="")
    assert other.time == time(18, reading.item.time.minute)
