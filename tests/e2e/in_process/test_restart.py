"""The program is closed in the midst of something, and opened again on the same data."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from alarmclock.core.ring_settings import Task
from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.surroundings.media import PaperPlayers
from alarmclock.core.surroundings.outlet import FixedOutlet, Output

MINUTE = timedelta(minutes=1)
# The alarms here are for 22:03.
UNTIL_DUE = timedelta(seconds=14)
RETURN = Qt.Key.Key_Return
SPEAKERS = Output("Speakers", is_muted=False, volume=62)


@pytest.fixture
def machine():
    """Give another computer each time, as after a restart of its desktop."""
    return lambda: Machine(outlet=FixedOutlet(SPEAKERS), media=PaperPlayers(["Music"]))


@pytest.fixture
def reopen(person, open_program, clock, machine):
    """Give a call that closes the program and opens it again after a while."""

    def close_and_open(after=timedelta(seconds=5)):
        person.program.finish()
        assert person.program.player.sounding == {}
        clock.advance(after)
        return open_program(machine=machine())

    return close_and_open


def ring(person, words="22:03 gym", **choices):
    """Let an alarm of such choices ring, past the half second."""
    person.say(words)
    for item in list(person.program.book):
        person.program.editing.replace(replace(item, ring=replace(item.ring, **choices)))
    person.wait_past(UNTIL_DUE, 2)


def shown(person):
    """Give the titles of the notifications."""
    return [notice.title for notice in person.program.machine.notifier.shown.values()]


def test_while_it_rings(person, reopen):
    """It rings on, with everything around it, and is stopped."""
    ring(person)
    again = reopen()
    assert again.sounding == ["gym"]
    assert again.text("ringLabel") == "gym"
    assert shown(again) == ["gym"]
    assert again.program.machine.media.paused == ["Music"]
    assert again.program.machine.wakefulness.reason == "gym rings"
    again.wait(1)
    again.press(RETURN, on=again.ring_window)
    assert (again.sounding, again.ring_window, shown(again)) == ([], None, [])
    assert again.program.machine.media.playing == ["Music"]


def test_while_it_rings_and_nobody_came_back_in_time(person, reopen):
    """It is missed, since the program was closed."""
    ring(person)
    again = reopen(after=11 * MINUTE)
    again.wait(1)
    assert again.sounding == []
    assert again.text("missedText") == "Missed: gym, 22:03 (the program was closed)."


def test_while_it_waits_to_ring_again(person, reopen):
    """It does, at its time."""
    ring(person, ring_length=MINUTE, again=2, again_every=3 * MINUTE, rise=timedelta(0))
    person.sleep(MINUTE)
    again = reopen()
    assert again.sounding == []
    assert "rings again 22:07" in again.rows("alarmList")[0]
    again.sleep(3 * MINUTE)
    again.wait(1)
    assert again.sounding == ["gym"]
    assert again.text("ringLabel") == "gym"


def test_while_it_waits_to_ring_again_and_that_passes(person, reopen):
    """It rings as late as it may."""
    ring(person, ring_length=MINUTE, again=2, again_every=3 * MINUTE, rise=timedelta(0))
    person.sleep(MINUTE)
    again = reopen(after=9 * MINUTE)
    again.wait(1)
    assert again.sounding == ["gym"]


def test_while_it_waits_to_ask(person, reopen):
    """It asks at its time."""
    ring(person, awake_after=3 * MINUTE)
    person.press(RETURN, on=person.ring_window)
    again = reopen()
    assert again.ring_window is None
    assert "asks at 22:06:02" in again.rows("alarmList")[0]
    again.sleep(3 * MINUTE)
    again.wait(1)
    assert again.text("awakeQuestion") == "Still awake?"
    assert shown(again) == ["Still awake?"]


def test_while_it_asks(person, reopen):
    """It asks on, and rings if nobody answers."""
    ring(person, awake_after=3 * MINUTE)
    person.press(RETURN, on=person.ring_window)
    person.sleep(3 * MINUTE)
    person.wait(1)
    again = reopen()
    assert again.text("awakeQuestion") == "Still awake?"
    assert again.sounding == []
    again.sleep(MINUTE)
    again.wait(1)
    assert again.sounding == ["gym"]


def test_while_it_asks_and_is_answered_after(person, reopen):
    """It is over."""
    ring(person, awake_after=3 * MINUTE)
    person.press(RETURN, on=person.ring_window)
    person.sleep(3 * MINUTE)
    person.wait(1)
    again = reopen()
    again.wait(1)
    again.click("stillAwake")
    assert again.ring_window is None
    again.sleep(5 * MINUTE)
    assert again.sounding == []


def test_near_a_due_in_doubt(person, open_program, clock):
    """It is warned of at once, and the computer kept awake."""
    person.say("22:08 gym")
    person.program.finish()
    clock.advance(MINUTE)
    muted = replace(SPEAKERS, is_muted=True)
    again = open_program(machine=Machine(outlet=FixedOutlet(muted)))
    again.wait(3)
    assert shown(again) == ["gym at 22:08 will not be heard"]
    assert again.program.machine.wakefulness.reason == "gym rings soon"


def test_seconds_before_a_due(person, reopen):
    """Its sound is made ready, and it rings at its time."""
    person.say("22:03 gym")
    again = reopen(after=timedelta(seconds=9))
    assert again.program.player.ready == ["daybreak"]
    again.wait(4)
    assert again.sounding == []
    again.wait(1)
    assert again.sounding == ["gym"]


def test_a_task_comes_before_stop_after_a_restart_as_well(person, reopen):
    """To close the program is no way around it."""
    ring(person, task=Task.SUM)
    again = reopen()
    again.wait(1)
    again.press(RETURN, on=again.ring_window)
    assert again.sees("taskPrompt")
    assert again.sounding == ["gym"]


def test_what_was_chosen_around_rings_is_kept(person, reopen):
    """The settings of the page of settings."""
    person.click("navSettings")
    for name, words in (
        ("settingRaiseTo", "70 %"),
        ("settingPauseMedia", "Play on"),
        ("settingStayAwake", "Never"),
        ("settingNoticeBefore", "30 min"),
    ):
        person.choose_in(person.find(name), words)
    again = reopen()
    again.click("navSettings")
    assert "70 %" in again.find("settingRaiseTo").currentText()
    assert again.find("settingPauseMedia").currentText() == "Play on"
    assert again.find("settingStayAwake").currentText() == "Never"
    assert again.find("settingNoticeBefore").currentText() == "30 min before"
