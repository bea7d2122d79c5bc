"""Days, dates and hours as they are joined and shortened: read as meant, or refused.

Each line is read on Wednesday 25 November 2026, 5:30.
"""

import pytest

from tests.core.phrase.lines import answer, local, refusal

NOW = local("2026-11-25 05:30")
QUOTES = "put the label in quotes."


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Mo.-Fr. 7", "Mi 25. Nov 07:00, werktags, in 1 h 30 min"),
        ("Mo.–Fr. 7:15", "Mi 25. Nov 07:15, werktags, in 1 h 45 min"),
        ("7:15 Mo.-Fr.", "Mi 25. Nov 07:15, werktags, in 1 h 45 min"),
        ("7:15 mon.-fri. work", "Wed 25 Nov 07:15, weekdays, “work”, in 1 h 45 min"),
        ("Schule Mo.-Fr. 7:15", "Mi 25. Nov 07:15, werktags, “Schule”, in 1 h 45 min"),
        ("Sa.+So. 9:00", "Sa 28. Nov 09:00, wochenends, in 3 d 3 h"),
        ("Mo.,Mi.,Fr. 7", "Mi 25. Nov 07:00, Mo,Mi,Fr, in 1 h 30 min"),
        ("Mo., Mi., Fr. 7", "Mi 25. Nov 07:00, Mo,Mi,Fr, in 1 h 30 min"),
        ("tgl. 7:15", "Mi 25. Nov 07:15, täglich, in 1 h 45 min"),
        ("tägl. 7:15", "Mi 25. Nov 07:15, täglich, in 1 h 45 min"),
        ("werktägl. 7:15", "Mi 25. Nov 07:15, werktags, in 1 h 45 min"),
        ("arbeitstags 7:15", "Mi 25. Nov 07:15, werktags, in 1 h 45 min"),
        ("überübermorgen 9:00", "Sa 28. Nov 09:00, einmal, in 3 d 3 h"),
        ("business days 7:15", "Wed 25 Nov 07:15, weekdays, in 1 h 45 min"),
        ("all days 7:15", "Wed 25 Nov 07:15, every day, in 1 h 45 min"),
        ("7:15 gym snooze off", "Wed 25 Nov 07:15, once, “gym”, no snooze, in 1 h 45 min"),
        ("7:15 gym without snooze", "Wed 25 Nov 07:15, once, “gym”, no snooze, in 1 h 45 min"),
        ("in 19.30 h", "Timer of 19 h 18 min"),
        ("1.75 h", "Timer of 1 h 45 min"),
        ("1,25 h", "Timer of 1 h 15 min"),
        ("exam 3rd dec 9", "Thu 3 Dec 09:00, once, “exam”, in 8 d 3 h"),
        ("exam 3rd tomorrow 9", "Thu 26 Nov 09:00, once, “exam 3rd”, in 1 d 3 h"),
        ("take 3rd pill 7", "Wed 25 Nov 07:00, once, “take 3rd pill”, in 1 h 30 min"),
        ("tomorrow 7!", "Thu 26 Nov 07:00, once, in 1 d 1 h"),
        ("gym at 7:15.", "Wed 25 Nov 07:15, once, “gym”, in 1 h 45 min"),
        ("7:15 ready?", "Wed 25 Nov 07:15, once, “ready?”, in 1 h 45 min"),
        ("10:00 24.12.", "Thu 24 Dec 10:00, once, in 29 d 4 h"),
        ("weekdays 7 but not friday", "Wed 25 Nov 07:00, Mon, Tue, Wed, Thu, in 1 h 30 min"),
        ("werktags 7 aber nicht freitags", "Mi 25. Nov 07:00, Mo,Di,Mi,Do, in 1 h 30 min"),
        ("7:15 Mimi", "Wed 25 Nov 07:15, once, “Mimi”, in 1 h 45 min"),
        ("7:15 first of many", "Wed 25 Nov 07:15, once, “first of many”, in 1 h 45 min"),
        ("don't forget pills 7", "Wed 25 Nov 07:00, once, “don't forget pills”, in 1 h 30 min"),
    ],
)
def test_what_is_shortened_is_read(line, shown):
    """As people write it."""
    assert answer(line, NOW) == shown


@pytest.mark.parametrize(
    ("line", "position", "sentence", "hint"),
    [
        ("19.30 h Kino", 0, "“19.30 h” can be a time or a length.", "Write “19:30” or"),
        ("8.15h Zahnarzt", 0, "“8.15h” can be a time or a length.", "Write “8:15” or"),
        ("3rd 7:00", 0, "Of which month?", "Write “24 dec 10:00”"),
        ("24th at 9", 0, "Of which month?", "Write “24 dec 10:00”"),
        ("exam 3rd 9:00", 5, "Of which month?", "Write “24 dec 10:00”"),
        ("exam 3rd at 9", 5, "Of which month?", "Write “24 dec 10:00”"),
        ("Prüfung 3. 9:00", 8, "Of which month?", "Write “24 dec 10:00”"),
        ("first of december 7:00", 0, "“first of december” can be a date.", "as in “7 dec 8:00”"),
        ("first december 7", 0, "“first december” can be a date.", "as in “7 dec 8:00”"),
        ("December the first 7:00", 0, "“December the first” can be a date.", "“7 dec 8:00”"),
        ("ersten Dezember 7:00", 0, "“ersten Dezember” can be a date.", "as in “7 dec 8:00”"),
        ("mon-wed-fri 7:15", 7, "These days are joined in no known way.", "“mon,wed,fri”"),
        ("mon;wed 7:15", 3, "These days are joined in no known way.", "“mon,wed,fri”"),
        ("mon.wed 7:15", 3, "These days are joined in no known way.", "“mon,wed,fri”"),
        ("Mo~Fr 7:15", 2, "These days are joined in no known way.", "“mon,wed,fri”"),
        ("MWF 7:15", 0, "“MWF” can be days of the week.", "“mon,wed,fri”"),
        ("7:15 MonWedFri", 5, "“MonWedFri” can be days of the week.", "“mon,wed,fri”"),
        ("MoMiFr 7:15", 0, "“MoMiFr” can be days of the week.", "“mon,wed,fri”"),
        ("tu,th 7:15", 0, "“tu,th” can be days of the week.", "“mon,wed,fri”"),
        ("M/W/F 7:15", 0, "“M/W” can be days of the week.", "“mon,wed,fri”"),
        ("school days 7:15", 0, "No rule is told by “school days”.", QUOTES),
        ("alternate mondays 9", 0, "No rule is told by “alternate”.", QUOTES),
        ("jd. Mo 7:15", 0, "No rule is told by “jd.”.", QUOTES),
        ("übernächsten Montag 9", 0, "No rule is told by “übernächsten”.", QUOTES),
        ("don't wake me at 7", 0, "A line only adds alarms and timers.", QUOTES),
        ("turn off 7", 0, "A line only adds alarms and timers.", QUOTES),
        ("7:15 no alarm", 5, "A line only adds alarms and timers.", QUOTES),
    ],
)
def test_what_could_be_something_else_is_refused(line, position, sentence, hint):
    """None of it becomes a label or a timer unseen."""
    error = refusal(line, NOW)
    assert (str(error), error.position) == (sentence, position)
    assert hint in error.hint
