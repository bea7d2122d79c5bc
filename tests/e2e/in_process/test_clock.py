"""The whole program when the clock or the zone is not what it was."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.e2e.in_process.conftest import EVENING

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
LISBON = ZoneInfo("Europe/Lisbon")
WITHIN_MS = 1000


def test_a_new_zone_is_noticed_within_a_second(qtbot, tmp_path, clock, open_program):
    """Whoever exchanges the link of the system's zone sees the alarms follow at once."""
    localtime = tmp_path / "etc" / "localtime"
    localtime.parent.mkdir()
    localtime.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    person = open_program(localtime=localtime)
    person.say("7:15 gym")
    clock.set_zone(LISBON)
    fresh = localtime.with_name("fresh")
    fresh.symlink_to("/usr/share/zoneinfo/Europe/Lisbon")
    fresh.replace(localtime)
    qtbot.waitUntil(
        lambda: any("Europe/Lisbon" in row for row in person.rows("activityList")),
        timeout=WITHIN_MS,
    )
    person.settle()
    assert "in 10 h 12 min" in person.rows("alarmList")[0]


def test_a_flight_with_the_program_closed_misses_nothing(clock, open_program):
    """Set at ten for nine, it means tomorrow; at ten in the west that has not come."""
    first = open_program()
    first.say("21:00 gym")
    first.program.finish()
    clock.set_zone(ZoneInfo("America/New_York"))
    clock.set_wall(EVENING + 6 * HOUR + MINUTE)
    again = open_program()
    assert not again.sees("missedNotice")
    assert "tomorrow · in 22 h 56 min" in again.rows("alarmList")[0]


def test_a_ring_goes_on_in_the_moment_before_a_set_clock_is_told(clock, person):
    """What a daemon decides by the wall clock waits until it is known how that was set."""
    person.say("22:03 pills")
    person.wait(15)
    clock.set_wall(clock.now() - 2 * HOUR)
    clock.set_wall(clock.now() + 2 * HOUR, told=False)
    person.settle()
    assert person.sounding == ["pills"]
    assert "missed" not in person.rows("alarmList")[0]


# A clock that looks wrong


def banner(person):
    """Read the banner, empty when there is none."""
    return person.find("clockBanner").text() if person.sees("clockBanner") else ""


def test_a_clock_set_far_back_is_told_in_a_banner(clock, person):
    """It stays until the clock is right again, and counts along."""
    clock.set_wall(EVENING - 5 * HOUR)
    person.settle()
    assert "it says Sun 22 Nov 17:02, but Alarm Clock was open on Sun 22 Nov 22:02" in banner(
        person
    )
    person.wait(14)
    assert "it says Sun 22 Nov 17:03" in banner(person)
    clock.set_wall(EVENING + MINUTE)
    person.settle()
    assert banner(person) == ""


def test_a_program_opened_before_it_was_closed_tells_so(clock, open_program):
    """Nothing is counted as missed, and the last time alive is not forgotten."""
    first = open_program()
    first.say("every day 7:15 gym")
    first.program.finish()
    for _ in range(2):
        clock.set_wall(EVENING - 3 * DAY)
        again = open_program()
        assert "was open on Sun 22 Nov 22:02" in banner(again)
        again.sleep(HOUR)
        assert not again.sees("missedNotice")
        again.program.finish()


def test_a_person_says_that_the_clock_is_right(clock, person, open_program):
    """The banner goes, and does not come back at the next start."""
    clock.set_wall(EVENING - 5 * HOUR)
    person.settle()
    person.click("acceptClock")
    assert banner(person) == ""
    person.program.finish()
    assert banner(open_program()) == ""


def test_a_computer_without_a_battery_begins_in_1970(clock, open_program):
    """What was due while it was off is missed when the time is known, and not before."""
    first = open_program()
    first.say("7:15 gym")
    first.program.finish()
    clock.set_wall(datetime(1970, 1, 1, tzinfo=UTC))
    again = open_program()
    assert "1970" in banner(again)
    again.wait(3)
    assert not again.sees("missedNotice")
    clock.set_wall(EVENING + 12 * HOUR)
    again.settle()
    assert banner(again) == ""
    assert "Gym" in again.text("missedText") or "gym" in again.text("missedText")
    assert "the program was closed" in again.text("missedText")


# What a change of the clock did


def test_the_activity_says_what_a_change_did(clock, person):
    """The line of the clock, and below it in time the alarm that it passed."""
    person.say("23:00 gym")
    clock.set_wall(EVENING + 2 * HOUR)
    person.settle()
    told = "\n".join(person.rows("activityList"))
    assert "set 2 h forward" in told
    assert "the clock was set past it" in told
    assert "the clock was set past it" in person.text("missedText")


def test_a_sleep_of_the_computer_is_told_as_such(person):
    """The clock was not set, so nobody says so."""
    person.say("23:00 gym")
    person.sleep(2 * HOUR)
    assert "the computer was asleep" in person.text("missedText")
    assert "clock changed" not in "\n".join(person.rows("activityList"))


# The evening before clocks are set


def test_the_evening_before_clocks_are_set(clock, open_program):
    """It is told at eight, stays until it is closed, and is not repeated by a restart."""
    clock.set_wall(datetime(2027, 3, 27, 18, 59, 58, tzinfo=UTC))
    person = open_program()
    person.say("every day 2:30 feed the baby")
    person.click("closeMessage")
    person.wait(2)
    words = "02:30 does not exist tomorrow, rings 03:30"
    assert words in person.text("message")
    assert words in "\n".join(person.rows("activityList"))
    person.click("closeMessage")
    assert not person.sees("message")
    person.program.finish()
    again = open_program()
    assert words in "\n".join(again.rows("activityList"))
    assert not again.sees("message") or words not in again.text("message")
