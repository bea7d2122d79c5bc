"""What an alarm is found by."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alarmclock.core.alarm import Pause
from alarmclock.core.book.book import AlarmBook, State
from alarmclock.core.book.editing import Editing
from alarmclock.core.book.skipping import Skipping
from alarmclock.core.rules.rule import EVERY_DAY, WORKDAYS, Weekday, Weekdays
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.ui.alarms.find_text import find_text, folded, has_word, is_narrower, words_of
from alarmclock.ui.alarms.row_text import row_of
from tests.core.builders import BERLIN, SUNDAY_EVENING, MemoryJournal, make_alarm


@pytest.fixture
def book():
    """Give an empty book on a Sunday evening in Berlin."""
    return AlarmBook(FakeClock(SUNDAY_EVENING, BERLIN), MemoryJournal())


def is_found(book, alarm, typed, **other):
    """Tell whether an alarm has all the words."""
    row = replace(row_of(book, alarm), **other)
    text = find_text(row, *book.moment())
    return all(has_word(text, word) for word in words_of(typed))


@pytest.mark.parametrize(
    "typed",
    ["Gym", "gYM", "ym", "07:15", "7:15", "weekdays", "week gym 07", "  gym  ", "on", "", "Straße"],
)
def test_an_alarm_is_found_by_what_its_card_says(book, typed):
    """Its label, time, rule and switch, in parts and in any order."""
    alarm = make_alarm(7, 15, rule=Weekdays(WORKDAYS), label="GYM, STRASSE 5")
    Editing(book).add(alarm)
    assert is_found(book, alarm, typed)


@pytest.mark.parametrize("typed", ["swim", "gym swim", "8:15", "off", "mon", "gym07:15", "gým"])
def test_an_alarm_is_not_found_by_what_its_card_does_not_say(book, typed):
    """All words are wanted, no word goes over two fields, and accents count."""
    alarm = make_alarm(7, 15, rule=Weekdays(WORKDAYS), label="Gym")
    Editing(book).add(alarm)
    assert not is_found(book, alarm, typed)


def test_an_alarm_without_a_label_is_found_as_it_is_shown(book):
    """Its card says Alarm."""
    alarm = make_alarm()
    Editing(book).add(alarm)
    assert is_found(book, alarm, "alarm")


@pytest.mark.parametrize("typed", ["lisbon", "Europe/Lisbon", "08:00", "07:00"])
def test_an_alarm_of_another_place_is_found_by_it_and_by_both_times(book, typed):
    """The card shows the time here, and that one there below."""
    alarm = make_alarm(7, zone="Europe/Lisbon", label="call")
    Editing(book).add(alarm)
    assert is_found(book, alarm, typed)


def test_a_place_is_found_as_it_is_shown_and_as_it_is_named(book):
    """New York, and America/New_York."""
    alarm = make_alarm(zone="America/New_York")
    Editing(book).add(alarm)
    assert is_found(book, alarm, "new york")
    assert is_found(book, alarm, "new_york")


@pytest.mark.parametrize("state", [State.RINGING, State.SNOOZED, State.MISSED, State.PAUSED])
def test_an_alarm_is_found_by_its_state(book, state):
    """As snoozed, and as on, since its switch is."""
    alarm = make_alarm()
    Editing(book).add(alarm)
    assert not is_found(book, alarm, state.value)
    assert is_found(book, alarm, f"{state.value} on", state=state)


def test_an_alarm_is_found_by_its_skips_until_they_have_passed(book):
    """The card says so no longer, either."""
    alarm = make_alarm(rule=Weekdays(EVERY_DAY))
    Editing(book).add(alarm)
    Skipping(book).skip(alarm.id)
    skipping = book.item(alarm.id)
    assert is_found(book, skipping, "skips")
    book.clock.advance(timedelta(days=1))
    assert not is_found(book, skipping, "skips")


def test_a_paused_alarm_is_found(book):
    """By the state that its card tells."""
    alarm = replace(make_alarm(rule=Weekdays(EVERY_DAY)), pause=Pause(date(2026, 12, 24)))
    Editing(book).add(alarm)
    assert is_found(book, alarm, "paused")


@pytest.mark.parametrize(
    ("label", "is_on", "typed", "found"),
    [
        ("", True, "on", True),
        ("", False, "on", False),
        ("", False, "off", True),
        ("", True, "off", False),
        ("coffee", True, "off", True),
        ("once upon", False, "on", True),
        ("", False, "onc", True),
        ("", False, "mon", True),
    ],
)
def test_on_and_off_mean_the_switch_or_a_label(book, label, is_on, typed, found):
    """The rule “once” or “Mon” alone does not make an alarm that is off be found by “on”."""
    rule = Weekdays(frozenset({Weekday.MONDAY})) if typed == "mon" else make_alarm().rule
    alarm = make_alarm(label=label, rule=rule, armed_at=SUNDAY_EVENING if is_on else None)
    Editing(book).add(alarm)
    assert is_found(book, alarm, typed, is_on=is_on) is found


@pytest.mark.parametrize(
    ("one", "other"),
    [("ÄRGER", "ärger"), ("Stra\N{LATIN SMALL LETTER SHARP S}e", "STRASSE"), ("e\u0301", "\u00c9")],
)
def test_large_and_small_and_both_ways_to_write_an_accent_are_one(one, other):
    """Keyboards and programs differ in that."""
    assert folded(one) == folded(other)


def test_each_word_is_looked_for_once():
    """However it is written."""
    assert words_of(" Gym  gym\tGYM\n07 ") == ("gym", "07")


@pytest.mark.parametrize(
    ("before", "after", "narrower"),
    [
        ("", "g", True),
        ("g", "gy", True),
        ("gy", "gy 7", True),
        ("gy 7", "7 gym", True),
        ("gym", "gy", False),
        ("gym 7", "gym", False),
        ("o", "on", True),
        ("on", "once", False),
        ("on", "on 7", True),
        ("of", "off", True),
        ("off", "offi", False),
    ],
)
def test_more_letters_and_more_words_find_less(before, after, narrower):
    """But for “on”, which is a word of its own."""
    assert is_narrower(words_of(after), words_of(before)) is narrower
