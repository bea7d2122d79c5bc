"""Days with marks beside them, misspelt or said in a way that no rule has: none becomes a label.

Each line is read on Wednesday 25 November 2026, 5:30; as it is meant, or it is refused.
"""

import pytest

from tests.core.phrase.lines import answer, local, read, refusal

NOW = local("2026-11-25 05:30")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("tomorrow: 7:15", "Thu 26 Nov 07:15, once, in 1 d 1 h"),
        ("monday: 7:15", "Mon 30 Nov 07:15, once, in 5 d 1 h"),
        ("Montag: 7:15", "Mo 30. Nov 07:15, einmal, in 5 d 1 h"),
        ("weekdays: 7:15", "Wed 25 Nov 07:15, weekdays, in 1 h 45 min"),
        ("every day: 8 pills", "Wed 25 Nov 08:00, every day, “pills”, in 2 h 30 min"),
        ("mon,wed: 7", "Wed 25 Nov 07:00, Mon, Wed, in 1 h 30 min"),
        ("24 dec: 9:00", "Thu 24 Dec 09:00, once, in 29 d 3 h"),
        ("tomorrow: exam 7:15", "Thu 26 Nov 07:15, once, “exam”, in 1 d 1 h"),
        ("exam tomorrow: 7:15", "Thu 26 Nov 07:15, once, “exam”, in 1 d 1 h"),
        ("friday; 9:00", "Fri 27 Nov 09:00, once, in 2 d 3 h"),
        ("7:15; tomorrow", "Thu 26 Nov 07:15, once, in 1 d 1 h"),
        ("7:15 tomorrow: exam", "Thu 26 Nov 07:15, once, “exam”, in 1 d 1 h"),
        ("tomorrow:7:15", "Thu 26 Nov 07:15, once, in 1 d 1 h"),
        ("monday:7", "Mon 30 Nov 07:00, once, in 5 d 1 h"),
        ("friday;9:00", "Fri 27 Nov 09:00, once, in 2 d 3 h"),
        ("7:15: gym", "Wed 25 Nov 07:15, once, “gym”, in 1 h 45 min"),
        ("gym: 7:15", "Wed 25 Nov 07:15, once, “gym”, in 1 h 45 min"),
        ("7:15 note: buy milk", "Wed 25 Nov 07:15, once, “note: buy milk”, in 1 h 45 min"),
        ("7:15 read vol 2", "Wed 25 Nov 07:15, once, “read vol 2”, in 1 h 45 min"),
        ("7:15 plan (new)", "Wed 25 Nov 07:15, once, “plan (new)”, in 1 h 45 min"),
        ('7:15 "flight (tomorrow)"', "Wed 25 Nov 07:15, once, “flight (tomorrow)”, in 1 h 45 min"),
    ],
)
def test_a_colon_stands_between_a_day_and_a_time(line, shown):
    """As a comma does; within the label it is part of it."""
    assert answer(line, NOW) == shown


@pytest.mark.parametrize(
    ("line", "position", "word"),
    [
        ("[friday] 9:00", 1, "friday"),
        ("(friday) 9:00", 1, "friday"),
        ("tomorrow. 7:15", 0, "tomorrow"),
        ("tomorrow! 7:15", 0, "tomorrow"),
        ("exam (friday) 7:15", 6, "friday"),
        ("exam (24 dec) 7:15", 6, "24 dec"),
        ("7:15 flight (tomorrow)", 13, "tomorrow"),
        ("7:15 flight (24 dec)", 13, "24 dec"),
        ("7:15 (friday) exam", 6, "friday"),
        ("7:15 /tomorrow", 6, "tomorrow"),
        ("7:15 exam, tomorrow!", 11, "tomorrow"),
        ("7:15 bus (8:02)", 10, "8:02"),
        ("7:15 Flug (morgen)", 11, "morgen"),
    ],
)
def test_a_day_in_brackets_is_no_label(line, position, word):
    """Nor is one with another mark beside it."""
    error = refusal(line, NOW)
    assert (error.position, str(error)) == (position, f"“{word}” can be a time or a day.")
    assert error.hint.startswith(("Write it without the marks", "Put the day first"))


@pytest.mark.parametrize(
    ("line", "position", "meant"),
    [
        ("tommorow 7", 0, "tomorrow"),
        ("7 tommorow", 2, "tomorrow"),
        ("tmrw 7", 0, "tomorrow"),
        ("tmr 7", 0, "tomorrow"),
        ("7 tmrw", 2, "tomorrow"),
        ("gym tmrw 7", 4, "tomorrow"),
        ("7:15 tomrow", 5, "tomorrow"),
        ("wensday 7", 0, "wednesday"),
        ("wendsday 7", 0, "wednesday"),
        ("7:15 wensday gym", 5, "wednesday"),
        ("satterday 7", 0, "saturday"),
        ("daly 7", 0, "daily"),
        ("dayly 7", 0, "daily"),
        ("7:15 daly", 5, "daily"),
        ("7:15 vol 40", 5, "volume"),
        ("7:15 vol. 40", 5, "volume"),
        ("vol 40 7:15", 0, "volume"),
    ],
)
def test_a_word_that_is_often_misspelt_is_no_label(line, position, meant):
    """Nor is one that people shorten."""
    error = refusal(line, NOW)
    assert error.position == position
    assert str(error).endswith(f"” looks like “{meant}”.")
    assert error.hint == f"Write “{meant}”, or put the label in quotes."


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("7 thirty", "Wed 25 Nov 07:30, once, in 2 h"),
        ("7 fifteen", "Wed 25 Nov 07:15, once, in 1 h 45 min"),
        ("7 forty five", "Wed 25 Nov 07:45, once, in 2 h 15 min"),
        ("7 fifteen pm gym", "Wed 25 Nov 19:15, once, “gym”, in 13 h 45 min"),
        ("tomorrow 7 thirty", "Thu 26 Nov 07:30, once, in 1 d 2 h"),
        ("seven o five", "Wed 25 Nov 07:05, once, in 1 h 35 min"),
        ("7 oh five", "Wed 25 Nov 07:05, once, in 1 h 35 min"),
        ("7 dreißig", "Mi 25. Nov 07:30, einmal, in 2 h"),
        ("two days from now 9", "Fri 27 Nov 09:00, once, in 2 d 3 h"),
        ("2 days later 9", "Fri 27 Nov 09:00, once, in 2 d 3 h"),
        ("2 days from now 9", "Fri 27 Nov 09:00, once, in 2 d 3 h"),
        ("3 weeks from now 9", "Wed 16 Dec 09:00, once, in 21 d 3 h"),
        ("a week from now 9", "Wed 2 Dec 09:00, once, in 7 d 3 h"),
        ("a week from today 9", "Wed 2 Dec 09:00, once, in 7 d 3 h"),
        ("a week from tomorrow 9", "Thu 3 Dec 09:00, once, in 8 d 3 h"),
        ("a week from friday 9", "Fri 4 Dec 09:00, once, in 9 d 3 h"),
        ("two weeks from friday 9", "Fri 11 Dec 09:00, once, in 16 d 3 h"),
        ("week from monday 7", "Mon 7 Dec 07:00, once, in 12 d 1 h"),
        ("a week on friday 9", "Fri 4 Dec 09:00, once, in 9 d 3 h"),
        ("friday week 9", "Fri 4 Dec 09:00, once, in 9 d 3 h"),
        ("wednesday week 4", "Wed 2 Dec 04:00, once, in 6 d 22 h"),
        ("gym a week from friday 9", "Fri 4 Dec 09:00, once, “gym”, in 9 d 3 h"),
        ("7:15 a week from friday", "Fri 4 Dec 07:15, once, in 9 d 1 h"),
        ("Freitag in einer Woche 9 Uhr", "Fr 4. Dez 09:00, einmal, in 9 d 3 h"),
        ("heute in einer Woche 9 Uhr", "Mi 2. Dez 09:00, einmal, in 7 d 3 h"),
        ("morgen in 2 Wochen 9 Uhr", "Do 10. Dez 09:00, einmal, in 15 d 3 h"),
        ("in 1000 days at 9", "Tue 21 Aug 2029 09:00, once, in 1000 d 2 h"),
        ("24/12/26 9", "Thu 24 Dec 09:00, once, in 29 d 3 h"),
        ("12/24/26 9", "Thu 24 Dec 09:00, once, in 29 d 3 h"),
        ("24-12-2026 9", "Thu 24 Dec 09:00, once, in 29 d 3 h"),
        ("2026-12-24T10:00", "Thu 24 Dec 10:00, once, in 29 d 4 h"),
        ("2026-12-24T10:00 flight", "Thu 24 Dec 10:00, once, “flight”, in 29 d 4 h"),
        ("7:15 silent disco", "Wed 25 Nov 07:15, once, “silent disco”, in 1 h 45 min"),
        ("day off 7:15", "Wed 25 Nov 07:15, once, “day off”, in 1 h 45 min"),
        ("7:15 then lunch", "Wed 25 Nov 07:15, once, “then lunch”, in 1 h 45 min"),
        ("7:15 christmas shopping", "Wed 25 Nov 07:15, once, “christmas shopping”, in 1 h 45 min"),
    ],
)
def test_what_people_say_of_days_and_minutes_is_understood(line, shown):
    """Each word of it counts."""
    assert answer(line, NOW) == shown


NO_DATE = "Write “24 dec 10:00”, or put the label in quotes."
NO_MONTH_END = "Write “31 dec 10:00” or “last day of the month 10:00”, or put the label in quotes."
OVER = "Write “tomorrow 7:15”, or put the label in quotes."
SILENT = "Write “quiet” or “volume 10”, or put the label in quotes."
NO_MINUTES = "Write the whole time, as in “7:05”, or put the label in quotes."


@pytest.mark.parametrize(
    ("line", "position", "sentence", "hint"),
    [
        ("christmas day 9:00", 0, "“christmas day” is no date here.", NO_DATE),
        ("7:15 christmas day", 5, "“christmas day” is no date here.", NO_DATE),
        ("7:15 christmas", 5, "“christmas” is no date here.", NO_DATE),
        ("new year's day 9", 0, "“new year's day” is no date here.", NO_DATE),
        ("new years day 9", 0, "“new years day” is no date here.", NO_DATE),
        ("erster Weihnachtstag 9", 0, "“erster Weihnachtstag” is no date here.", NO_DATE),
        ("good friday 9", 0, "“good friday” is no date here.", NO_DATE),
        ("easter monday 9", 0, "“easter monday” is no date here.", NO_DATE),
        ("a month from now 9", 8, "“from now” is no date here.", NO_DATE),
        ("last friday 9", 0, "“last” is over.", OVER),
        ("letzten Freitag 9", 0, "“letzten” is over.", OVER),
        ("last week 7", 0, "“last week” is over.", OVER),
        ("end of month 9", 0, "“end of month” is no date here.", NO_MONTH_END),
        ("end of the month 9", 0, "“end of the month” is no date here.", NO_MONTH_END),
        ("Monatsende 9", 0, "“Monatsende” is no date here.", NO_MONTH_END),
        ("yesterday 7", 0, "“yesterday” is over.", OVER),
        ("7:15 yesterday", 5, "“yesterday” is over.", OVER),
        ("gestern: 7", 0, "“gestern” is over.", OVER),
        ("7:15 yesterday!", 5, "“yesterday” is over.", OVER),
        ("christmas: 9", 0, "“christmas” is no date here.", NO_DATE),
        ("gestern 7", 0, "“gestern” is over.", OVER),
        ("7 gestern", 2, "“gestern” is over.", OVER),
        ("off 7:15", 0, "“off” is no label.", "Write “7:15, off”, or put the label in quotes."),
        ("off, 7:15", 0, "“off” is no label.", "Write “7:15, off”, or put the label in quotes."),
        ("7:15 off", 5, "“off” is no label.", "Write “7:15, off”, or put the label in quotes."),
        ("7:15 gym, mute", 10, "“mute” is no setting.", SILENT),
        ("7:15 gym, lautlos", 10, "“lautlos” is no setting.", SILENT),
        ("7 five", 2, "“five” is one number too many.", NO_MINUTES),
        ("aus 7:15", 0, "“aus” is no label.", "Write “7:15, aus”, or put the label in quotes."),
        ("7:15 mute", 5, "“mute” is no setting.", SILENT),
        ("7:15 silent", 5, "“silent” is no setting.", SILENT),
        ("weekdays 7:15 muted", 14, "“muted” is no setting.", SILENT),
        ("silent 7:15", 0, "“silent” is no setting.", SILENT),
        ("7:15 lautlos", 5, "“lautlos” is no setting.", SILENT),
        ("7:15 stumm", 5, "“stumm” is no setting.", SILENT),
        ("7 then 8", 2, "A line sets one time.", "Add an alarm for each time."),
        ("7 dann 8", 2, "A line sets one time.", "Add an alarm for each time."),
        (
            "exactly 7",
            0,
            "An alarm rings at an exact time.",
            "Write the time alone, as in “7:15”.",
        ),
        ("genau 7", 0, "An alarm rings at an exact time.", "Write the time alone, as in “7:15”."),
        ("5 nach", 2, "Something is missing after “nach”.", NO_MINUTES),
        ("5 vor", 2, "Something is missing after “vor”.", NO_MINUTES),
        ("5 past", 2, "Something is missing after “past”.", NO_MINUTES),
        ("10 to", 3, "Something is missing after “to”.", NO_MINUTES),
        (
            "heute in 8 Tagen 9 Uhr",
            0,
            "“heute in 8 Tagen” can be two days.",
            "Write “in 8 Tagen” alone, or name the date, as in “24 dec”.",
        ),
    ],
)
def test_what_is_no_day_and_no_setting_is_no_label(line, position, sentence, hint):
    """It says what to write instead."""
    error = refusal(line, NOW)
    assert (error.position, str(error), error.hint) == (position, sentence, hint)


NO_LENGTH = "Write a day with a time, as in “tomorrow 18:00”, or put the label in quotes."
NO_UNIT = "Write a time as “7:30”; a length stands alone, as in “in 2 h”."
ONE_EACH = "Add one alarm for each time, or put the label in quotes: 7:15 “train 8:02”."


@pytest.mark.parametrize(
    ("line", "position", "hint"),
    [
        ("7:15 dentist tomorrow", 13, "Put the day first: “tomorrow 7:15 dentist”."),
        ("7:15 dentist on monday", 13, "Put the day first: “on monday 7:15 dentist”."),
        ("7:15 dentist friday 24 dec", 13, "Put the day first: “friday 24 dec 7:15 dentist”."),
        ("7:15 Zahnarzt am Montag", 14, "Put the day first: “am Montag 7:15 Zahnarzt”."),
        ("7:15 exam: tomorrow", 11, "Put the day first: “tomorrow 7:15 exam”."),
        ("7:15 flight (tomorrow)", 13, "Put the day first: “tomorrow 7:15 flight”."),
        (
            "7:15 review (friday demo)",
            13,
            "Write the day before the time, as in “tomorrow 7:15”.",
        ),
        ("20 min tea tomorrow", 11, NO_LENGTH),
        ("8am, 8pm pills", 5, ONE_EACH),
        ("7:15, 7:20", 6, ONE_EACH),
        ("7:15 gym, 8:15 run", 10, ONE_EACH),
        ("18h tomorrow", 4, NO_LENGTH),
        ("tomorrow 18h", 11, NO_UNIT),
        ("morgen 7h30", 8, NO_UNIT),
        ("in 2 months at 9", 5, "Name the date, as in “24 dec 10:00”."),
        ("next year 9", 0, "Name the date, as in “24 dec 10:00”."),
        ("7:15 7:20", 5, ONE_EACH),
        ("mon-fri 7:15 sat 9:00", 13, ONE_EACH),
        ("mon-fri 7:15, sat 9:00", 14, ONE_EACH),
        ("7 30", 2, "Write “7:30”, or put a label with numbers in quotes: 7:15 “train 8:02”."),
        ("7 15 pm", 2, "Write “7:15”, or put a label with numbers in quotes: 7:15 “train 8:02”."),
        ("in 2 h 30", 7, "Name the unit, as in “1 h 30 min”, or put the label in quotes."),
        ("2 h 30", 4, "Name the unit, as in “1 h 30 min”, or put the label in quotes."),
        ("friday the 13th 9:00", 0, "Write “24 dec 10:00” or “monthly on the 24th 10:00”."),
        ("Freitag der 13. 9:00", 0, "Write “24 dec 10:00” or “monthly on the 24th 10:00”."),
        ("in 1000 days", 12, "Add one, as in “tomorrow 7:15”."),
        ("24/12/26", 8, "Add one, as in “tomorrow 7:15”."),
        ("24-12-2026", 10, "Add one, as in “tomorrow 7:15”."),
        ("5/6/26 9", 0, "Name the month, as in “24 dec”."),
        ("next month 1st", 0, "Name the date, as in “24 dec 10:00”."),
        ("next month 7", 0, "Name the date, as in “24 dec 10:00”."),
        ("nächsten Monat 7", 0, "Name the date, as in “24 dec 10:00”."),
        (
            "first weekday of the month",
            0,
            "Write “first monday of the month 9” or “monthly on the 1st 9”.",
        ),
        ("today 2", 0, "Write “today 14:00” or “tomorrow 02:00”."),
        ("heute 2", 0, "Write “today 14:00” or “tomorrow 02:00”."),
        ("today 2am", 0, "Choose a later date or time."),
        ("(friday 9:00)", 0, "Write it without “(”, as in “friday 7:15”."),
    ],
)
def test_a_hint_shows_the_way(line, position, hint):
    """It can be done as it says."""
    error = refusal(line, NOW)
    assert (error.position, error.hint) == (position, hint)


@pytest.mark.parametrize(
    "line",
    [
        "7:15 dentist tomorrow",
        "7:15 dentist on monday",
        "7:15 Zahnarzt am Montag",
        "7:15 exam: tomorrow",
        "7:15 flight (tomorrow)",
    ],
)
def test_the_line_of_a_hint_is_understood(line):
    """With the day first."""
    hint = refusal(line, NOW).hint
    meant = read(hint[hint.index("“") + 1 : hint.rindex("”")], NOW)
    assert meant.label in line
    assert meant.rule != read("7:15", NOW).rule
