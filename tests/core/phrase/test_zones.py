"""Time zones, by their names and by places."""

import pytest

from tests.core.phrase.lines import answer, local, read, refusal


@pytest.mark.parametrize(
    ("line", "zone", "label"),
    [
        ("7:15 in Europe/Lisbon", "Europe/Lisbon", ""),
        ("7:15 in europe/lisbon gym", "Europe/Lisbon", "gym"),
        ("7:15 gym in Europe/Lisbon", "Europe/Lisbon", "gym"),
        ("mon 7:15 in Europe/Lisbon, gym", "Europe/Lisbon", "gym"),
        ("mon in Lisbon 7:15", "Europe/Lisbon", ""),
        ("7:15 lisbon time", "Europe/Lisbon", ""),
        ("7:15 in lisbon gym", "Europe/Lisbon", "gym"),
        ("7:15 New York time call", "America/New_York", "call"),
        ("7:15 call new york time", "America/New_York", "call"),
        ("7:15 in Buenos Aires", "America/Argentina/Buenos_Aires", ""),
        ("7:15 in Port-au-Prince", "America/Port-au-Prince", ""),
        ("7:15 in America/Port-au-Prince", "America/Port-au-Prince", ""),
        ("7:15 europe/lisbon", "Europe/Lisbon", ""),
        ("7:15 and/or", None, "and/or"),
        ("7:15 utc", "UTC", ""),
        ("7:15 UTC time meeting", "UTC", "meeting"),
        ("7:15 in Etc/GMT+5", "Etc/GMT+5", ""),
        ("7:15 in Lissabon", "Europe/Lisbon", ""),
        ("7:15 Lissaboner Zeit", "Europe/Lisbon", ""),
        ("7:15 Berliner Zeit", "Europe/Berlin", ""),
        ("7:15 New Yorker Zeit Anruf", "America/New_York", "Anruf"),
        ("7:15 in Zürich", "Europe/Zurich", ""),
        ("7:15 meeting in the garden", None, "meeting in the garden"),
        ("7:15 christmas time", None, "christmas time"),
        ("7:15 tour in factory", None, "tour in factory"),
        ("7:15 lunch time", None, "lunch time"),
        ('7:15 "dinner in Rome"', None, "dinner in Rome"),
    ],
)
def test_a_zone_is_read_as_it_is_said(line, zone, label):
    """By its name anywhere, by a place right after the time."""
    alarm = read(line)
    assert (alarm.zone, alarm.label) == (zone, label)


@pytest.mark.parametrize(
    ("line", "position", "sentence"),
    [
        ("7:15 in Europe/Nowhere", 8, "There is no time zone “Europe/Nowhere”."),
        ("7:15 in ../../etc/passwd", 8, "There is no time zone"),
        ("7:15 in Istanbul", 8, "There are several time zones of “istanbul”."),
        ("7:15 dinner in Rome", 12, "can be the time zone or belong to the label."),
        ("7:15 dinner in Japan", 12, "can be the time zone or belong to the label."),
        ("7:15 utc in Lisbon", 9, "The time zone is said twice."),
        ("7:15 book Lisbon time slots", 10, "“Lisbon” in the label can mean something else."),
        ("7:15 EST", 5, "“EST” can be the time of several places."),
        ("7:15 eastern time", 5, "“eastern time” can be the time of several places."),
        ("7:15 call Pacific Time", 10, "“Pacific Time” can be the time of several places."),
        ("7:15 Ortszeit", 5, "“Ortszeit” can be the time of several places."),
        ("in 20 min utc", 10, "A timer has no time zone."),
        ("tomorrow 7:15 in Asia/Tokyo", 0, "Today is Sun 22 Nov here and Mon 23 Nov in Tokyo."),
    ],
)
def test_a_zone_that_is_in_doubt_is_refused(line, position, sentence):
    """With the place where that begins."""
    error = refusal(line)
    assert sentence in str(error)
    assert error.position == position


def test_a_day_is_meant_in_the_zone():
    """Monday, 7:15 in Tokyo is Sunday here."""
    assert answer("mon 7:15 in Tokyo").startswith("Sun 22 Nov 23:15, 07:15 Tokyo, once")


def test_tomorrow_is_clear_where_both_have_the_same_date():
    """In the morning of Berlin it is the same day in Tokyo."""
    line = "tomorrow 7:15 in Asia/Tokyo"
    assert read(line, local("2026-11-22 10:00")).zone == "Asia/Tokyo"
