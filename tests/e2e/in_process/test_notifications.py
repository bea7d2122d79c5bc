"""What notifications say in the whole program, and what is pressed on them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from alarmclock.core.ring_settings import Task
from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.surroundings.notifier import NotificationServer, PaperNotifier, Press
from alarmclock.core.surroundings.outlet import FixedOutlet, Output

MINUTE = timedelta(minutes=1)
# The alarms here are for 22:03.
UNTIL_DUE = timedelta(seconds=14)
SPEAKERS = Output("Speakers", is_muted=False, volume=62)
MUTED = replace(SPEAKERS, is_muted=True)
OTHER = NotificationServer("other", has_actions=True)


@pytest.fixture
def outlet():
    """Give speakers that are on."""
    return FixedOutlet(SPEAKERS)


@pytest.fixture
def notifier():
    """Give a desktop that shows notifications."""
    return PaperNotifier()


@pytest.fixture
def machine(outlet, notifier):
    """Give the computer."""
    return Machine(outlet=outlet, notifier=notifier)


@pytest.fixture
def person(open_program, machine):
    """Give a person at this computer."""
    return open_program(machine=machine)


def titles(notifier):
    """Give the titles of what is shown."""
    return sorted(notice.title for notice in notifier.shown.values())


def name_of(notifier, kind):
    """Give the name under which the only notice of a kind is shown."""
    [name] = [name for name in notifier.shown if name.startswith(kind)]
    return name


def buttons(notifier, kind):
    """Give the buttons of the only notice of a kind."""
    return [words for _, words in notifier.shown[name_of(notifier, kind)].presses]


def press(person, notifier, kind, pressed):
    """Press something on the only notice of a kind."""
    notifier.press(name_of(notifier, kind), pressed)
    person.settle()


def choose(person, **choices):
    """Let every alarm ring with these choices."""
    for item in list(person.program.book):
        person.program.editing.replace(replace(item, ring=replace(item.ring, **choices)))


# Ten minutes before a due


def near_due(person, seconds=8 * 60):
    """Set an alarm for in a quarter of an hour, and wait until it is near."""
    person.say("22:18 gym")
    person.sleep(15 * MINUTE - timedelta(seconds=seconds))
    person.wait(3)


def test_a_doubt_is_told_ten_minutes_before(person, outlet, notifier):
    """By a notification with what mends it, and a line in the activity."""
    outlet.change(MUTED)
    person.say("22:18 gym")
    person.sleep(5 * MINUTE)
    person.wait(3)
    assert titles(notifier) == []
    person.sleep(14 * 1 * timedelta(seconds=1))
    person.wait(3)
    assert titles(notifier) == ["gym at 22:18 will not be heard"]
    assert buttons(notifier, "doubt") == ["Unmute", "Show"]
    assert notifier.shown[name_of(notifier, "doubt")].is_urgent
    lines = [row for row in person.rows("activityList") if "may not be heard" in row]
    assert len(lines) == 1
    assert "The computer is muted, so nothing would be heard." in lines[0]


def test_the_press_mends_it_and_the_warning_goes(person, outlet, notifier):
    """Nothing is left to be warned of."""
    outlet.change(MUTED)
    near_due(person)
    press(person, notifier, "doubt", Press.MEND)
    assert outlet.output == SPEAKERS
    assert titles(notifier) == []
    assert person.text("readyHeadline") == "Ready to ring"


def test_what_is_mended_elsewhere_takes_the_warning_back(person, outlet, notifier):
    """As with the keys of the keyboard."""
    outlet.change(MUTED)
    near_due(person)
    outlet.change(SPEAKERS)
    person.settle()
    assert titles(notifier) == []


def test_a_doubt_that_comes_within_ten_minutes_is_told(person, outlet, notifier):
    """At once."""
    near_due(person)
    assert titles(notifier) == []
    outlet.change(MUTED)
    person.settle()
    assert titles(notifier) == ["gym at 22:18 will not be heard"]


def test_a_volume_that_is_turned_while_low_is_warned_of_once(person, outlet, notifier):
    """Each step of the wheel is no news."""
    outlet.change(replace(SPEAKERS, volume=12))
    near_due(person)
    for volume in (11, 10, 9):
        outlet.change(replace(SPEAKERS, volume=volume))
        person.settle()
    lines = [row for row in person.rows("activityList") if "may not be heard" in row]
    assert len(lines) == 1
    assert len([name for name, _ in notifier.history if name.startswith("doubt")]) == 1


def test_an_alarm_that_was_turned_off_is_warned_of_no_more(person, outlet, notifier):
    """It will not ring."""
    outlet.change(MUTED)
    near_due(person)
    person.click_switch(0)
    assert titles(notifier) == []


def test_without_a_server_it_is_told_in_the_window(person, outlet, notifier):
    """Until it was mended."""
    notifier.change(None)
    outlet.change(MUTED)
    near_due(person)
    person.click("closeMessage")
    assert person.text("message") == (
        "gym at 22:18 will not be heard. The computer is muted, so nothing would be heard."
    )


def test_the_window_takes_back_what_was_mended(person, outlet, notifier):
    """As the notification does."""
    notifier.change(None)
    outlet.change(MUTED)
    near_due(person)
    person.click("closeMessage")
    assert person.sees("message")
    outlet.change(SPEAKERS)
    person.settle()
    assert not person.sees("message")


def test_a_snoozed_ring_in_doubt_stays_warned_of(person, outlet, notifier):
    """Whatever else is changed meanwhile."""
    person.say("22:03 gym")
    person.wait_past(UNTIL_DUE, 2)
    person.press(Qt.Key.Key_Space, on=person.ring_window)
    outlet.change(MUTED)
    person.wait(3)
    assert titles(notifier) == ["gym at 22:08:02 will not be heard"]
    person.say("9:00 tea")
    person.wait(1)
    assert titles(notifier) == ["gym at 22:08:02 will not be heard"]


# The ring


def ring(person, words="22:03 gym", **choices):
    """Let an alarm ring."""
    person.say(words)
    choose(person, **choices)
    person.wait_past(UNTIL_DUE, 2)


def test_a_ring_has_snooze_stop_and_show(person, notifier):
    """It is urgent, so that it stays."""
    ring(person)
    assert buttons(notifier, "ring") == ["Snooze 5 min", "Stop", "Show"]
    assert notifier.shown[name_of(notifier, "ring")].is_urgent
    assert titles(notifier) == ["gym"]


def test_stop_stops(person, notifier):
    """The sound, the window and the notification."""
    ring(person)
    press(person, notifier, "ring", Press.STOP)
    assert (person.sounding, person.ring_window, titles(notifier)) == ([], None, [])


def test_snooze_snoozes(person, notifier):
    """And it is shown again when it rings again."""
    ring(person)
    press(person, notifier, "ring", Press.SNOOZE)
    assert (person.sounding, titles(notifier)) == ([], [])
    assert "snoozed until 22:08:02" in person.rows("alarmList")[0]
    person.sleep(5 * MINUTE)
    assert titles(notifier) == ["gym"]
    assert "Snoozed once." in notifier.shown[name_of(notifier, "ring")].body


def test_show_brings_the_ring_window(person, notifier):
    """Nothing else happens."""
    ring(person)
    person.ring_window.showMinimized()
    person.settle()
    press(person, notifier, "ring", Press.OPEN)
    assert not person.ring_window.isMinimized()
    assert person.sounding == ["gym"]


def test_with_a_task_there_is_no_stop(person, notifier):
    """It is in the window, after the task."""
    ring(person, task=Task.SUM)
    assert buttons(notifier, "ring") == ["Snooze 5 min", "Show"]


def test_without_a_snooze_left_there_is_none(person, notifier):
    """The limit holds there, too."""
    ring(person, snooze_limit=0)
    assert buttons(notifier, "ring") == ["Stop", "Show"]


def test_another_server_is_told_what_rings(person, notifier):
    """As when the panel of the desktop was restarted."""
    ring(person)
    notifier.change(None)
    assert titles(notifier) == []
    notifier.change(OTHER)
    person.settle()
    assert titles(notifier) == ["gym"]
    press(person, notifier, "ring", Press.STOP)
    assert person.sounding == []


def test_closing_it_silences_nothing(person, notifier):
    """It rings on, and the notification stays closed."""
    ring(person)
    notifier.dismiss(name_of(notifier, "ring"))
    person.wait(3)
    assert person.sounding == ["gym"]
    assert person.sees("stop")
    assert titles(notifier) == []


def test_many_rings_share_one_notification(person, notifier):
    """Stop all ends all of them."""
    for n in range(6):
        person.say(f"22:03 a{n}")
    person.wait_past(UNTIL_DUE, 2)
    assert titles(notifier) == ["6 alarms ring"]
    press(person, notifier, "ring", Press.STOP)
    assert (person.sounding, titles(notifier)) == ([], [])


def test_still_awake_is_asked_and_answered(person, notifier):
    """The answer in the notification counts as the one in the window."""
    ring(person, awake_after=3 * MINUTE)
    press(person, notifier, "ring", Press.STOP)
    person.sleep(3 * MINUTE)
    person.wait(1)
    assert titles(notifier) == ["Still awake?"]
    press(person, notifier, "awake", Press.AWAKE)
    assert (person.ring_window, titles(notifier)) == (None, [])
    person.sleep(2 * MINUTE)
    assert person.sounding == []


def test_a_missed_ring_is_told_until_it_is_noted(person, notifier):
    """Done notes it in the window as well."""
    ring(person)
    person.sleep(10 * MINUTE)
    person.wait(1)
    assert titles(notifier) == ["Missed: gym"]
    press(person, notifier, "missed", Press.DONE)
    assert titles(notifier) == []
    assert not person.sees("missedNotice")


def test_a_missed_ring_that_was_closed_does_not_come_back(person, notifier):
    """Neither at midnight nor when something else is changed."""
    ring(person)
    person.sleep(10 * MINUTE)
    person.wait(1)
    notifier.dismiss(name_of(notifier, "missed"))
    person.sleep(timedelta(hours=3))
    person.say("9:00 tea")
    assert titles(notifier) == []
    assert person.sees("missedNotice")


def test_at_the_end_all_notifications_go(person, notifier):
    """Nobody would answer to them."""
    ring(person)
    person.program.finish()
    assert titles(notifier) == []


# Before an alarm


def notice_before(person, words):
    """Choose on the settings page how long before an alarm a notice comes."""
    person.click("navSettings")
    person.choose_in(person.find("settingNoticeBefore"), words)
    person.click("navAlarms")


def test_a_notice_comes_before_an_alarm(person, notifier):
    """As long before as was chosen."""
    notice_before(person, "30 min")
    person.say("22:50 gym")
    person.sleep(17 * MINUTE)
    assert titles(notifier) == []
    person.wait(15)
    assert titles(notifier) == ["gym rings at 22:50"]
    assert buttons(notifier, "soon") == ["Skip this one", "Show"]


def test_by_default_no_notice_comes(person, notifier):
    """Nobody asked for it."""
    person.say("22:50 gym")
    person.sleep(40 * MINUTE)
    assert titles(notifier) == []


@pytest.mark.parametrize(
    ("words", "said"), [("every day 22:50 gym", "skips tonight"), ("22:50 gym", "off")]
)
def test_skip_this_one(person, notifier, words, said):
    """What repeats skips one ring, what rings once is turned off."""
    notice_before(person, "30 min")
    person.say(words)
    person.sleep(17 * MINUTE)
    person.wait(15)
    press(person, notifier, "soon", Press.SKIP)
    assert titles(notifier) == []
    assert said in person.rows("alarmList")[0]
    person.sleep(30 * MINUTE)
    assert person.sounding == []


def test_the_notice_goes_when_the_ring_comes(person, notifier):
    """The ring has its own."""
    notice_before(person, "10 min")
    person.say("22:15 gym")
    person.sleep(2 * MINUTE)
    person.wait(15)
    assert titles(notifier) == ["gym rings at 22:15"]
    person.sleep(10 * MINUTE)
    assert titles(notifier) == ["gym"]


def test_the_notice_goes_with_its_alarm(person, notifier):
    """Deleted in the window."""
    notice_before(person, "30 min")
    person.say("22:50 gym")
    person.sleep(17 * MINUTE)
    person.wait(15)
    person.press_in_list("Del", 0)
    assert titles(notifier) == []
