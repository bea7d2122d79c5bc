"""What is no label although it stands where one can: mistyped days, and what begins like one."""

import pytest

from alarmclock.core.phrase import ENGLISH, GERMAN
from tests.core.phrase.lines import read, refusal


@pytest.mark.parametrize(
    ("line", "position", "sentence"),
    [
        ("7:15 mondya", 5, "“mondya” looks like “monday”."),
        ("7:15 on tuesdya", 8, "“tuesdya” looks like “tuesday”."),
        ("7:15 every mornin", 11, "“mornin” looks like “morning”."),
        ("7:15 this evenin", 10, "“evenin” looks like “evening”."),
        ("7:15 tomorow gym", 5, "“tomorow” looks like “tomorrow”."),
        ("7:15 gym weekdys", 9, "“weekdys” looks like “weekdays”."),
        ("7:15 evrey day", 5, "“evrey” looks like “every”."),
        ("7:15 gym until fridya", 15, "“fridya” looks like “friday”."),
        ("gym 7 tomorow", 6, "“tomorow” looks like “tomorrow”."),
        ("20 min tea tomorow", 11, "“tomorow” looks like “tomorrow”."),
        ("yaerly 24 dec 18:00", 0, "“yaerly” looks like “yearly”."),
        ("7:15 thr", 5, "“thr” looks like “thu”."),
        ("thr 7", 0, "“thr” looks like “thu”."),
        ("mon thr 7", 4, "“thr” looks like “thu”."),
        ("mon and thr 7", 8, "“thr” looks like “thu”."),
        ("mon to thr 7", 7, "“thr” looks like “thu”."),
        ("mon - thr 7", 6, "“thr” looks like “thu”."),
        ("7:15 volme 40", 5, "“volme” looks like “volume”."),
        ("7:15 snoze 10 min", 5, "“snoze” looks like “snooze”."),
        ("7:15 Lautstärk 40", 5, "“Lautstärk” looks like “lautstärke”."),
        ("7:15 jeden Morgne", 11, "“Morgne” looks like “morgen”."),
        ("7:15 am Montga", 8, "“Montga” looks like “montag”."),
        ("7:15 bis Freitga", 9, "“Freitga” looks like “freitag”."),
        ("7:15 Sport werktgas", 11, "“werktgas” looks like “werktags”."),
    ],
)
def test_a_mistyped_day_or_setting_is_no_label(line, position, sentence):
    """Wherever in the label it is; the hint says what was meant."""
    error = refusal(line)
    assert (error.position, str(error)) == (position, sentence)
    meant = sentence.split("“")[2].removesuffix("”.")
    assert error.hint == f"Write “{meant}”, or put the label in quotes."


@pytest.mark.parametrize(
    ("line", "position", "sentence"),
    [
        ("mon-thr 7", 4, "“thr” looks like “thu”."),
        ("mon/thr 7", 4, "“thr” looks like “thu”."),
        ("mon,thr 7", 4, "“thr” looks like “thu”."),
        ("mno-thu 7", 0, "“mno” looks like “mon”."),
        ("mo-dn 7", 3, "“dn” looks like “di”."),
        ("7:15 mon-thr", 9, "“thr” looks like “thu”."),
        ("7:15 mon,wed,thr", 13, "“thr” looks like “thu”."),
        ("7:15 gym mon-thr", 13, "“thr” looks like “thu”."),
        ("monday-thursdya 7", 7, "“thursdya” looks like “thursday”."),
    ],
)
def test_days_that_are_joined_are_no_label(line, position, sentence):
    """One of them may be mistyped in any letter."""
    error = refusal(line)
    assert (error.position, str(error)) == (position, sentence)


@pytest.mark.parametrize(
    ("line", "position", "word"),
    [
        ("7:15 in the mourning 99", 8, "in"),
        ("7:15 on foo", 8, "on"),
        ("7:15 at foo", 8, "at"),
        ("7:15 every foo", 11, "every"),
        ("7:15 until foo", 11, "until"),
        ("7:15 from foo", 10, "from"),
        ("7:15 next foo", 10, "next"),
        ("7:15 for foo", 9, "for"),
        ("7:15 except foo", 12, "except"),
        ("7:15 gym, every foo", 16, "every"),
        ("on foo 7", 3, "on"),
        ("weekdays until foo 7", 15, "until"),
        ("7:15 in der Küche", 8, "in"),
        ("19:15 am Foo", 9, "am"),
        ("7:15 um Foo", 8, "um"),
        ("7:15 jeden Foo", 11, "jeden"),
        ("7:15 bis Foo", 9, "bis"),
        ("7:15 ab Foo", 8, "ab"),
        ("7:15 nächsten Foo", 14, "nächsten"),
        ("7:15 außer Foo", 11, "außer"),
    ],
)
def test_no_label_begins_as_something_else_does(line, position, word):
    """What follows is not understood; it may have been meant."""
    german = {"am", "um", "jeden", "bis", "ab", "nächsten", "außer"}
    error = refusal(line, language=GERMAN if word in german else ENGLISH)
    assert (error.position, str(error)) == (position, f"What follows “{word}” is not understood.")
    assert error.hint == f"Leave out “{word}”, or put the label in quotes."


def test_a_line_that_breaks_off_is_refused():
    """As it is while it is typed."""
    assert str(refusal("7:15 every")) == "Something is missing after “every”."


@pytest.mark.parametrize(
    ("line", "position", "sentence"),
    [
        ("in 5", 3, "“5” is not understood as a length."),
        ("in 5 gym", 5, "“gym” is not understood as a length."),
        ("gym in 5", 7, "“5” after “in” is not understood."),
        ("gym in five", 7, "“five” after “in” is not understood."),
        ("gym on 7", 7, "“7” after “on” is not understood."),
        ("table for 7:30", 10, "“7:30” after “for” is not understood."),
        ("gym every 7:30", 10, "“7:30” after “every” is not understood."),
        ("Sport am 7", 9, "“7” after “am” is not understood."),
        ("7:15 gym in 5", 12, "“5” after “in” is not understood."),
        ("7:15 gym at 5", 12, "“5” after “at” is not understood."),
        ("7:15 Sport um fünf", 14, "“fünf” after “um” is not understood."),
        ("7:15 alle 2 Tgae", 10, "“2” after “alle” is not understood."),
        ("7:15 gym for 3 weeks", 13, "“3” in the label can be a time or a day."),
    ],
)
def test_a_number_that_counts_something_is_no_part_of_a_label(line, position, sentence):
    """It is not said what."""
    error = refusal(line)
    assert (error.position, str(error)) == (position, sentence)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("check in 15:00", "check in"),
        ("lights on 7:30", "lights on"),
        ("check in at 9", "check in"),
        ("sat-nav update 7", "sat-nav update"),
        ("mon, run 7", "run"),
        ("mon to buy milk 7", "to buy milk"),
        ("wake me for work at 7", "work"),
        ("weck mich für die Arbeit um 7", "die Arbeit"),
        ("letter from mum 7", "letter from mum"),
        ("7:15 on-call handover", "on-call handover"),
        ("7:15 dinner for 2", "dinner for 2"),
        ('7:15 "in bed"', "in bed"),
        ('"mon-thr" 7', "mon-thr"),
        ('7:15 "mondya"', "mondya"),
    ],
)
def test_what_can_mean_nothing_else_is_a_label(line, label):
    """And whatever is in quotes."""
    assert read(line).label == label
