"""The sentences about times, lengths and rules."""

from datetime import UTC, date, time, timedelta

import pytest

from alarmclock.core.words import wording
from tests.core.builders import BERLIN, SUNDAY_EVENING, local, make_alarm, make_timer

S, M, H, D = (timedelta(**{unit: 1}) for unit in ("seconds", "minutes", "hours", "days"))
MS = timedelta(milliseconds=1)


def test_days():
    """A day is written short in rows and long in the head."""
    day = date(2026, 11, 22)
    assert wording.short_day(day) == "Sun 22 Nov"
    assert wording.long_day(day) == "Sunday 22 November"


@pytest.mark.parametrize(
    ("wall", "words"),
    [(time(7, 5), "07:05"), (time(0), "00:00"), (time(7, 5, 9), "07:05:09")],
)
def test_wall_time(wall, words):
    """Seconds are shown only where there are some."""
    assert wording.wall_time(wall) == words


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(0), "0 s"),
        (-S, "0 s"),
        (MS, "1 s"),
        (S, "1 s"),
        (S + MS, "2 s"),
        (59 * S + MS, "1 min"),
        (M, "1 min"),
        (9 * H + 12 * M + 12 * S, "9 h 12 min 12 s"),
        (9 * H + 12 * S, "9 h 12 s"),
        (2 * D + 3 * M, "2 d 3 min"),
    ],
)
def test_countdown(left, words):
    """A begun second counts whole, so that the countdown ends with its ring."""
    assert wording.countdown(left) == words


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(0), "0 s"),
        (45 * S, "45 s"),
        (M, "1 min"),
        (M + S, "1 min"),
        (9 * H + 12 * M + 59 * S, "9 h 12 min"),
        (2 * M - MS, "2 min"),
        (D - MS, "1 d"),
        (23 * H + 59 * M, "23 h 59 min"),
        (D, "1 d"),
        (D + 5 * M, "1 d"),
        (3 * D + 4 * H + 50 * M, "3 d 4 h"),
        (400 * D, "400 d"),
    ],
)
def test_rough_length(left, words):
    """Minutes are enough, from a day on hours are."""
    assert wording.rough_length(left) == words


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(0), "00:00"),
        (-S, "00:00"),
        (4 * M + 58 * S + MS, "04:59"),
        (H - MS, "1:00:00"),
        (H + 4 * M + 59 * S, "1:04:59"),
        (99 * H, "99:00:00"),
    ],
)
def test_clock_length(left, words):
    """In digits, with hours only where there are some."""
    assert wording.clock_length(left) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-22", "today"),
        ("2026-11-23", "tomorrow"),
        ("2026-11-21", "yesterday"),
        ("2026-11-25", "Wed"),
        ("2026-11-28", "Sat"),
        ("2026-11-29", "Sun 29 Nov"),
        ("2026-11-15", "Sun 15 Nov"),
        ("2027-01-02", "Sat 2 Jan 2027"),
    ],
)
def test_day_from(day, words):
    """Near days are named, far ones written."""
    assert wording.day_from(date.fromisoformat(day), date(2026, 11, 22)) == words


@pytest.mark.parametrize(
    ("due", "sentence"),
    [
        ("2026-11-22 22:00", "rings today, Sun 22 Nov, in 1 h 30 min"),
        ("2026-11-23 07:00", "rings tomorrow, Mon 23 Nov, in 10 h 30 min"),
        ("2026-11-25 07:00", "rings on Wed 25 Nov, in 2 d 10 h"),
        ("2027-01-01 00:00", "rings on Fri 1 Jan 2027, in 39 d 3 h"),
    ],
)
def test_rings_sentence(due, sentence):
    """The day by name and date, and how long that is."""
    assert wording.rings_sentence(local(due), SUNDAY_EVENING, BERLIN) == sentence


def test_a_length_over_a_change_of_clocks_is_the_real_one():
    """From ten in the evening to seven over the spring change it is eight hours."""
    sentence = wording.rings_sentence(local("2026-03-29 07:00"), local("2026-03-28 22:00"), BERLIN)
    assert sentence == "rings tomorrow, Sun 29 Mar, in 8 h"


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (make_alarm(7, 15, label="gym"), "gym"),
        (make_alarm(7, 15), "Alarm 07:15"),
        (make_timer(20, label="tea"), "tea"),
        (make_timer(90), "1 h 30 min timer"),
    ],
)
def test_item_name(item, name):
    """Without a label, it is called by what it is."""
    assert wording.item_name(item) == name


def test_next_line():
    """A row says the day and how long that is."""
    due = local("2026-11-23 07:00")
    assert wording.next_line(due, SUNDAY_EVENING, BERLIN) == "tomorrow · in 10 h 30 min"


@pytest.mark.parametrize(
    ("instant", "words"),
    [
        ("2026-11-22 20:35", "20:35"),
        ("2026-11-22 20:35:30.500", "20:35:30"),
        ("2026-11-23 00:05", "tomorrow 00:05"),
        ("2026-11-21 23:00", "yesterday 23:00"),
    ],
)
def test_instant_words(instant, words):
    """An instant of another day comes with its day."""
    assert wording.instant_words(local(instant), SUNDAY_EVENING, BERLIN) == words


@pytest.mark.parametrize(
    ("instant", "words"),
    [
        ("2026-11-22 20:35", "at 20:35"),
        ("2026-11-23 00:05", "tomorrow at 00:05"),
        ("2026-12-24 10:00", "Thu 24 Dec at 10:00"),
    ],
)
def test_at_words(instant, words):
    """Within a sentence the day comes before “at”."""
    assert wording.at_words(local(instant), SUNDAY_EVENING, BERLIN) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 alarms"), (1, "1 alarm"), (2, "2 alarms"), (2000, "2,000 alarms")],
)
def test_counted(count, words):
    """A number goes with the right form of its noun."""
    assert wording.counted(count, "alarm", "alarms") == words


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        (None, None),
        ("Europe/Lisbon", "07:40 Lisbon"),
        ("America/Sao_Paulo", "07:40 Sao Paulo"),
        ("America/Argentina/Buenos_Aires", "07:40 Buenos Aires"),
    ],
)
def test_zone_words(zone, words):
    """A pinned alarm says whose time it keeps."""
    alarm = make_alarm(7, 40, zone=zone)
    assert wording.zone_words(alarm, SUNDAY_EVENING.astimezone(UTC)) == words
