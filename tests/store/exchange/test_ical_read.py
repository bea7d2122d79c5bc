"""Calendars as other programs write them."""

from datetime import date, time

import pytest

from alarmclock.core.alarm import LONGEST_LABEL
from alarmclock.core.rules.rule import OnDate, OnDates
from alarmclock.core.words.rule_words import alarm_rule_words
from tests.store.exchange.world import calendar, read, read_file, told

BERLIN = "Europe/Berlin"


def rows(imported):
    """Give alarms as a person tells them apart: when, rule, label, zone."""
    return [
        (f"{alarm.time:%H:%M}", alarm_rule_words(alarm), alarm.label, alarm.zone)
        for alarm in imported.items
    ]


SAMPLES = {
    "thunderbird.ics": [
        (
            "07:00",
            "Mon, Wed, Fri until Wed 30 Jun 2027 except on Fri 25 Dec 2026",
            "Gymnastik, früh",
            BERLIN,
        ),
        ("18:00", "every 2nd Monday", "Bins out", None),
        ("09:55", "Tue except on Tue 1 Dec 2026", "Team call", BERLIN),
        ("13:55", "once on Tue 1 Dec 2026", "Team call (later)", BERLIN),
        ("18:00", "once on Mon 14 Dec 2026", "Tax return", BERLIN),
    ],
    "gnome-calendar.ics": [
        ("08:00", "1st of the month", "Rent", BERLIN),
        ("09:00", "yearly on 3 January", "Anna’s birthday", None),
        ("15:50", "last Friday of the month", "Backup", BERLIN),
    ],
    "google.ics": [
        ("14:00", "once on Mon 30 Nov 2026", "Dentist", BERLIN),
        ("13:30", "once on Tue 1 Dec 2026", "Dentist", BERLIN),
        ("09:00", "weekdays from Mon 23 Nov 2026 10 times", "Stand-up", BERLIN),
        ("16:00", "fourth Tuesday of the month", "Book club", BERLIN),
    ],
    "apple.ics": [
        ("18:50", "every 3 days", "Water the plants", BERLIN),
        ("09:00", "yearly on 24 December", "Christmas Eve", None),
        (
            "11:00",
            "on Tue 1 Dec 2026, Tue 2 Mar 2027, Tue 1 Jun 2027 and 5 more",
            "Quarterly check",
            BERLIN,
        ),
    ],
    "kalarm.ics": [
        ("06:20", "every day from Tue 24 Nov 2026", "Wake up", BERLIN),
        ("06:30", "every day from Tue 24 Nov 2026", "Wake up", BERLIN),
        ("12:00", "weekends from Sat 28 Nov 2026", "Weekend lunch", None),
    ],
}
REMARKS = {
    "thunderbird.ics": [
        "“Done already”: It is done, so it does not ring.",
        "“Long ago”: It is over.",
        "“Lunch”: It has no reminder, so nothing is to ring.",
    ],
    "gnome-calendar.ics": [],
    "google.ics": [
        "“Dentist”: Its reminder is a mail; Alarm Clock sends none. Set an alarm by hand instead.",
        "“Called off”: It is cancelled, so it does not ring.",
    ],
    "apple.ics": [
        (
            "“Look up”: Its rule can't be kept here, and it rings more than 366 times in two "
            "years. Set it by hand."
        ),
        (
            "“Christmas Eve”: It is to ring several times in a row; here it rings once, until it "
            "is answered."
        ),
        (
            "“Quarterly check”: Its rule can't be kept here. It is taken as a list of 8 rings, the "
            "last on Tue 5 Sep 2028; import it again before then."
        ),
    ],
    "kalarm.ics": [
        (
            "“Nightly script”: A program that it would start is left out: Alarm Clock starts none. "
            "Set an alarm by hand."
        ),
        (
            "“Weekend lunch”: A program that it would start is left out: Alarm Clock starts none. "
            "Set an alarm by hand."
        ),
        (
            "“Monthly report”: Its reminder is a mail; Alarm Clock sends none. Set an alarm by "
            "hand instead."
        ),
    ],
}


@pytest.mark.parametrize("name", SAMPLES)
def test_files_of_other_programs_become_alarms(name):
    """Each rings when its reminder does."""
    assert rows(read_file(name)) == SAMPLES[name]


@pytest.mark.parametrize("name", REMARKS)
def test_what_is_not_taken_is_told(name):
    """Before anything is changed, and nothing is left out silently."""
    imported = read_file(name)
    assert told([*imported.refused, *imported.notes]) == REMARKS[name]


def series(*exception):
    """Make a calendar of a weekly event and of an exception to it."""
    weekly = (
        "BEGIN:VEVENT\r\nUID:one\r\nSUMMARY:Team\\, all\r\nDTSTART:20261123T090000\r\n"
        "RRULE:FREQ=WEEKLY\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT0S\r\nEND:VALARM\r\n"
        "END:VEVENT\r\n"
    )
    body = "".join(f"{line}\r\n" for line in exception)
    other = f"BEGIN:VEVENT\r\nUID:one\r\nSUMMARY:Team\\, all\r\n{body}END:VEVENT\r\n"
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{weekly}{other}END:VCALENDAR\r\n"


def test_a_cancelled_start_of_a_series_is_left_out_and_told():
    """Though it has no reminder of its own."""
    moved = ("RECURRENCE-ID:20261130T090000", "DTSTART:20261130T090000", "STATUS:CANCELLED")
    imported = read(series(*moved))
    (alarm,) = imported.items
    assert alarm.limits.excepted == {date(2026, 11, 30)}
    assert told([*imported.refused, *imported.notes]) == [
        "“Team, all”: It is cancelled on Mon 30 Nov 2026, so it does not ring then."
    ]


def test_a_start_that_moved_without_a_reminder_rings_no_more():
    """Its series does not ring then either."""
    imported = read(series("RECURRENCE-ID:20261130T090000", "DTSTART:20261130T150000"))
    assert [alarm.limits.excepted for alarm in imported.items] == [{date(2026, 11, 30)}]


def test_of_many_that_are_left_out_some_are_named():
    """And the others are counted."""
    names = ["", *(f"Lunch\\, {n}" for n in range(1, 8))]
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}\r\nSUMMARY:{names[n]}\r\n"
        "DTSTART:20261123T120000\r\nEND:VEVENT\r\n"
        for n in range(8)
    )
    imported = read(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
    lines = told(imported.refused)
    assert lines[:2] == [
        "“without a name”: It has no reminder, so nothing is to ring.",
        "“Lunch, 1”: It has no reminder, so nothing is to ring.",
    ]
    assert lines[5:] == ["3 more have no reminder, so nothing is to ring."]


def test_an_event_without_a_name_is_called_by_its_time():
    """So that people find it."""
    content = calendar("DTSTART:20261123T120000", "EXRULE:FREQ=DAILY").replace(
        "SUMMARY:Gym\r\n", ""
    )
    (remark,) = read(content).refused
    assert remark.name == "Mon 23 Nov 2026 12:00"


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_gives_the_same_identities_each_time(name):
    """Else a second import would add everything again."""
    first, second = (read_file(name).items for _ in range(2))
    assert [item.id for item in first] == [item.id for item in second]
    assert len({item.id for item in first}) == len(first)


def test_kalarms_disabled_alarms_arrive_turned_off():
    """As they were there."""
    *on, off = read_file("kalarm.ics").items
    assert all(alarm.armed_at for alarm in on)
    assert off.armed_at is None


def test_kalarms_sound_is_looked_at_later():
    """Here it is but a path."""
    sounds = {alarm.ring.sound for alarm in read_file("kalarm.ics").items}
    assert sounds == {"daybreak", "/usr/share/sounds/none-such.ogg"}


ONE_EVENT = {
    "floating": ("DTSTART:20261201T071500", time(7, 15), date(2026, 12, 1), None),
    "of a zone": (
        "DTSTART;TZID=Europe/Lisbon:20261201T071500",
        time(7, 15),
        date(2026, 12, 1),
        "Europe/Lisbon",
    ),
    "of a zone as Windows calls it": (
        "DTSTART;TZID=W. Europe Standard Time:20261201T071500",
        time(7, 15),
        date(2026, 12, 1),
        BERLIN,
    ),
    "in quotes": (
        'DTSTART;TZID="Europe/Lisbon":20261201T071500',
        time(7, 15),
        date(2026, 12, 1),
        "Europe/Lisbon",
    ),
    "UTC is meant here": ("DTSTART:20261201T231500Z", time(0, 15), date(2026, 12, 2), BERLIN),
    "all day": ("DTSTART;VALUE=DATE:20261201", time(0), date(2026, 12, 1), None),
    "unknown zone": (
        "DTSTART;TZID=Middle-earth/Shire:20261201T071500",
        time(7, 15),
        date(2026, 12, 1),
        None,
    ),
}


@pytest.mark.parametrize(("line", "at", "day", "zone"), ONE_EVENT.values(), ids=ONE_EVENT)
def test_a_beginning_is_read_in_its_zone(line, at, day, zone):
    """What has none follows the traveller."""
    (alarm,) = read(calendar(line)).items
    assert (alarm.time, alarm.rule, alarm.zone) == (at, OnDate(day), zone)


def test_a_zone_that_nobody_knows_is_told():
    """The alarm rings by local time then."""
    imported = read(calendar("DTSTART;TZID=Middle-earth/Shire:20261201T071500"))
    assert told(imported.notes) == [
        "“Gym”: Nobody here knows its time zone “Middle-earth/Shire”; it rings by local time."
    ]


TRIGGERS = {
    "at the beginning": ("TRIGGER:PT0S", "10:00", 1),
    "before": ("TRIGGER:-PT1H30M", "08:30", 1),
    "the evening before": ("TRIGGER:-PT16H", "18:00", -30),
    "a week before": ("TRIGGER:-P1W", "10:00", -24),
    "after": ("TRIGGER;RELATED=START:PT15M", "10:15", 1),
    "before the end": ("TRIGGER;RELATED=END:-PT5M", "10:55", 1),
    "at an instant": ("TRIGGER;VALUE=DATE-TIME:20261130T060000Z", "07:00", -30),
    "missing": ("DESCRIPTION:none", "10:00", 1),
}


@pytest.mark.parametrize(("line", "at", "day"), TRIGGERS.values(), ids=TRIGGERS)
def test_the_reminder_says_when_it_rings(line, at, day):
    """Not the event."""
    lines = (
        "DTSTART;TZID=Europe/Berlin:20261201T100000",
        "DTEND;TZID=Europe/Berlin:20261201T110000",
    )
    (alarm,) = read(calendar(*lines, alarm=(line,))).items
    month = 12 if day > 0 else 11
    assert (f"{alarm.time:%H:%M}", alarm.rule) == (at, OnDate(date(2026, month, abs(day))))


RULES = {
    "daily": ("FREQ=DAILY", "every day from Mon 23 Nov 2026"),
    "daily with an interval": ("FREQ=DAILY;INTERVAL=10", "every 10 days"),
    "daily on weekdays": ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "weekdays"),
    "weekly": ("FREQ=WEEKLY", "Mon"),
    "every other week on two days": (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
        "Mon, Thu every 2nd week",
    ),
    "monthly on the day": ("FREQ=MONTHLY", "23rd of the month"),
    "last day": ("FREQ=MONTHLY;BYMONTHDAY=-1", "last day of the month"),
    "nth weekday": ("FREQ=MONTHLY;BYDAY=4MO", "fourth Monday of the month"),
    "nth weekday by position": (
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=4",
        "fourth Monday of the month",
    ),
    "last weekday by position": (
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1",
        "last Monday of the month",
    ),
    "yearly": ("FREQ=YEARLY", "yearly on 23 November"),
    "yearly by month": ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=23", "yearly on 23 November"),
    "with a count": ("FREQ=DAILY;COUNT=5", "every day from Mon 23 Nov 2026 5 times"),
    "until a date": (
        "FREQ=DAILY;UNTIL=20261130",
        "every day from Mon 23 Nov 2026 until Mon 30 Nov 2026",
    ),
    "until an instant before its time": (
        "FREQ=DAILY;UNTIL=20261130T050000Z",
        "every day from Mon 23 Nov 2026 until Sun 29 Nov 2026",
    ),
    "the time once more": (
        "FREQ=DAILY;BYHOUR=7;BYMINUTE=0;BYSECOND=0",
        "every day from Mon 23 Nov 2026",
    ),
}


@pytest.mark.parametrize(("rule", "words"), RULES.values(), ids=RULES)
def test_rules_become_ours(rule, words):
    """Where ours say the same."""
    imported = read(calendar("DTSTART;TZID=Europe/Berlin:20261123T070000", f"RRULE:{rule}"))
    assert [row[1] for row in rows(imported)] == [words]
    assert told(imported.refused) == []


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("FREQ=HOURLY", "more than 366 times in two years"),
        ("FREQ=SECONDLY;COUNT=1000000000", "more than 366 times in two years"),
        ("FREQ=MINUTELY;BYDAY=MO", "rings several times a day"),
        ("FREQ=DAILY;BYMONTH=1,2,3,4,5,6,7", "rings more than 366 times in two years"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "no ring within two years"),
        ("FREQ=DAILY;BYEASTER=1", "BYEASTER"),
        ("FREQ=NEVER", "It can't be read"),
        ("FREQ=DAILY;INTERVAL=0", "It can't be read"),
        ("FREQ=WEEKLY;BYDAY=XX", "It can't be read"),
        ("FREQ=MONTHLY;BYMONTHDAY=99", "It can't be read"),
        ("COUNT=3", "It can't be read"),
    ],
)
def test_rules_that_can_t_be_kept_are_told(rule, sentence):
    """With the reason, and nothing is set instead."""
    imported = read(calendar("DTSTART:20261123T070000", f"RRULE:{rule}"))
    assert imported.items == ()
    (refusal,) = told(imported.refused)
    assert sentence in refusal


@pytest.mark.parametrize(
    ("rule", "count", "last"),
    [
        ("FREQ=MONTHLY;INTERVAL=2", 12, date(2028, 9, 23)),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", 48, date(2028, 11, 15)),
        ("FREQ=YEARLY;BYDAY=20MO", 2, date(2028, 5, 15)),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=5,11", 2, date(2028, 5, 23)),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", 3, date(2027, 1, 29)),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO", 105, date(2028, 11, 20)),
        ("FREQ=HOURLY;INTERVAL=24;COUNT=4", 4, date(2026, 11, 26)),
    ],
)
def test_rules_with_few_rings_become_a_list(rule, count, last):
    """That is said, with its last date."""
    imported = read(calendar("DTSTART:20261123T070000", f"RRULE:{rule}"))
    (alarm,) = imported.items
    assert isinstance(alarm.rule, OnDates)
    assert (len(alarm.rule.days), max(alarm.rule.days)) == (count, last)
    (note,) = told(imported.notes)
    assert f"a list of {count} rings" in note


def test_several_times_of_day_become_several_alarms():
    """One alarm has one time."""
    imported = read(calendar("DTSTART:20261123T070000", "RRULE:FREQ=HOURLY;INTERVAL=6;COUNT=6"))
    assert [
        (f"{alarm.time:%H:%M}", len(getattr(alarm.rule, "days", "1"))) for alarm in imported.items
    ] == [
        ("01:00", 1),
        ("07:00", 2),
        ("13:00", 2),
        ("19:00", 1),
    ]


def test_single_dates_are_a_list():
    """RDATE without a rule."""
    lines = ("DTSTART:20261201T070000", "RDATE:20261205T070000,20261210T070000")
    (alarm,) = read(calendar(*lines)).items
    assert alarm.rule == OnDates(frozenset({date(2026, 12, day) for day in (1, 5, 10)}))


def test_single_dates_beside_a_rule_are_an_alarm_of_their_own():
    """No rule of ours has both."""
    lines = ("DTSTART:20261201T070000", "RRULE:FREQ=WEEKLY", "RDATE:20261203T090000")
    words = [row[:2] for row in rows(read(calendar(*lines)))]
    assert words == [("07:00", "Tue from Tue 1 Dec 2026"), ("09:00", "once on Thu 3 Dec 2026")]


@pytest.mark.parametrize(
    ("summary", "label"),
    [
        ("Line one\\nline two", "Line one line two"),
        ("<b>bold</b> & 'co'", "<b>bold</b> & 'co'"),
        ("x" * 500, "x" * LONGEST_LABEL),
        ("\u2028tab\tand\x1bescape", "tab and escape"),
    ],
)
def test_labels_are_one_line_of_plain_text(summary, label):
    """Whatever a stranger writes."""
    content = calendar("DTSTART:20261201T070000").replace("SUMMARY:Gym", f"SUMMARY:{summary}")
    assert read(content).items[0].label == label


def test_a_broken_event_costs_no_other():
    """It is named."""
    good = calendar("DTSTART:20261201T070000")
    bad = good.replace("20261201T070000", "2026-12-01 at seven").replace("UID:one", "UID:two")
    both = good.replace("END:VCALENDAR\r\n", bad.partition("VERSION:2.0\r\n")[2])
    imported = read(both)
    assert len(imported.items) == 1
    assert told(imported.refused)[0].startswith("“Gym”: It can't be read: ")


def test_letters_of_old_programs_are_guessed_and_told():
    """Western ones."""
    content = calendar("DTSTART:20261201T070000").replace("Gym", "Frühstück").encode("cp1252")
    imported = read(content)
    assert imported.items[0].label == "Frühstück"
    assert told(imported.notes) == ["The file is not UTF-8; look whether its letters are right."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marked_encodings_are_read(encoding):
    """Without a word."""
    content = calendar("DTSTART:20261201T070000").replace("Gym", "Frühstück").encode(encoding)
    imported = read(content)
    assert (imported.items[0].label, imported.notes) == ("Frühstück", ())


def rings_of(*lines):
    """List the times of day of what a calendar's single event becomes, with their dates."""
    imported = read(calendar("DTSTART;TZID=Europe/Berlin:20261124T090000", *lines))
    assert told(imported.refused) == []
    return [
        (f"{alarm.time:%H:%M}", sorted(day.day for day in _dates(alarm.rule)))
        for alarm in imported.items
    ]


def _dates(rule):
    return {rule.day} if isinstance(rule, OnDate) else rule.days


@pytest.mark.parametrize(
    ("lines", "rings"),
    [
        (
            ["RRULE:FREQ=HOURLY;UNTIL=20261124T100000Z"],
            [("09:00", [24]), ("10:00", [24]), ("11:00", [24])],
        ),
        (
            ["RRULE:FREQ=HOURLY;INTERVAL=8;UNTIL=20261125T000000Z"],
            [("01:00", [25]), ("09:00", [24]), ("17:00", [24])],
        ),
        (
            ["RRULE:FREQ=DAILY;BYHOUR=9,17;UNTIL=20261125T090000Z"],
            [("09:00", [24, 25]), ("17:00", [24])],
        ),
        (
            [
                "RRULE:FREQ=DAILY;BYHOUR=9,17;COUNT=4",
                "EXDATE;TZID=Europe/Berlin:20261125T170000",
            ],
            [("09:00", [24, 25]), ("17:00", [24])],
        ),
        (
            ["RRULE:FREQ=DAILY;BYHOUR=9,17;COUNT=4", "EXDATE;VALUE=DATE:20261125"],
            [("09:00", [24]), ("17:00", [24])],
        ),
    ],
)
def test_of_a_rule_with_several_rings_a_day_each_ring_is_its_own(lines, rings):
    """It ends at an instant, and a single ring of a day can be left out."""
    assert rings_of(*lines) == rings


def test_one_of_several_rings_a_day_is_moved():
    """The others of that day stay."""
    series = calendar(
        "DTSTART;TZID=Europe/Berlin:20261124T090000", "RRULE:FREQ=DAILY;BYHOUR=9,17;COUNT=2"
    )
    moved = calendar(
        "RECURRENCE-ID;TZID=Europe/Berlin:20261124T170000",
        "DTSTART;TZID=Europe/Berlin:20261124T180000",
    )
    event = moved[moved.index("BEGIN:VEVENT") : moved.index("END:VCALENDAR")]
    imported = read(series.replace("END:VCALENDAR", f"{event}END:VCALENDAR"))
    assert [f"{alarm.time:%H:%M}" for alarm in imported.items] == ["09:00", "18:00"]


@pytest.mark.parametrize(
    ("rule", "ends"),
    [
        ("FREQ=HOURLY;UNTIL=20261124T100000Z", "24 Nov 2026."),
        ("FREQ=HOURLY;COUNT=3", "24 Nov 2026."),
        ("FREQ=MONTHLY;INTERVAL=2", "2028; import it again before then."),
        ("FREQ=MONTHLY;INTERVAL=2;UNTIL=20400101T000000Z", "2028; import it again before then."),
    ],
)
def test_only_what_goes_on_is_to_be_imported_again(rule, ends):
    """A rule that ends is kept whole."""
    imported = read(calendar("DTSTART;TZID=Europe/Berlin:20261124T090000", f"RRULE:{rule}"))
    assert told(imported.notes)[0].endswith(ends)


def test_what_a_library_says_is_told_to_nobody():
    """It speaks of attributes and properties."""
    imported = read(calendar("DTSTART;TZID=Europe/Berlin:20261341T090000"))
    assert told(imported.refused) == ["“Gym”: It can't be read: it is damaged."]
