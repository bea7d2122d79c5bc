"""Try it now: the whole ring of an alarm for ten seconds, and what it proved."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from alarmclock.core.player import NO_DEVICE, SOUNDING
from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.surroundings.media import PaperPlayers
from alarmclock.core.surroundings.outlet import FixedOutlet, Output

CONTROL = Qt.KeyboardModifier.ControlModifier
SPEAKERS = Output("Speakers", is_muted=False, volume=62)


@pytest.fixture
def outlet():
    """Give speakers out of which something comes."""
    speakers = FixedOutlet(SPEAKERS)
    speakers.peak = 0.41
    return speakers


@pytest.fixture
def machine(outlet):
    """Give the computer, on which music plays."""
    return Machine(outlet=outlet, media=PaperPlayers(["Music"]))


@pytest.fixture
def person(open_program, machine):
    """Give a person who edits a new alarm."""
    someone = open_program(machine=machine)
    someone.program.player.status = SOUNDING
    someone.press(Qt.Key.Key_N, CONTROL)
    someone.type_into("time", "7:15")
    someone.type_into("label", "gym")
    return someone


@pytest.fixture
def trial(person):
    """Give the person while the alarm is tried out."""
    person.click("tryNow")
    return person


def heard(person):
    """Give the voices that sound."""
    return set(person.program.player.sounding)


def is_over(person, machine):
    """Tell whether nothing of a trial is left."""
    left = person.ring_window, machine.notifier.shown, machine.media.paused
    return heard(person) == set() and left == (None, {}, [])


def test_it_rings_as_the_alarm_would(trial, machine):
    """By sound, window and notification; other players pause."""
    assert heard(trial) == {"trial"}
    assert trial.text("ringLabel") == "gym"
    assert [notice.title for notice in machine.notifier.shown.values()] == ["Trial: gym"]
    assert machine.media.paused == ["Music"]
    assert trial.text("tryNow") == "Stop the trial"
    trial.wait(3)
    assert trial.text("tryResult") == "Ringing for 7 s …"


def test_after_ten_seconds_it_says_what_was_proved(trial, machine):
    """And everything is as before; nothing was saved."""
    trial.wait(11)
    assert trial.text("tryResult") == "Heard: peak 0.41 on Speakers."
    assert trial.text("tryNow") == "Try it now"
    assert is_over(trial, machine)
    trial.press(Qt.Key.Key_Escape)
    assert trial.sees("noAlarms")


def test_by_keyboard(person, machine):
    """Enter begins it and ends it."""
    person.press_in("tryNow", "Enter")
    assert heard(person) == {"trial"}
    person.press_in("tryNow", "Enter")
    assert is_over(person, machine)
    assert person.sees("alarmEditor")


def test_it_is_stopped_early_in_the_editor(trial, machine):
    """What was proved until then is told."""
    trial.wait(2)
    trial.click("tryNow")
    assert is_over(trial, machine)
    assert trial.text("tryResult") == "Heard: peak 0.41 on Speakers."


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F12], ids=["Stop", "Stop all"])
def test_it_is_stopped_early_in_the_ring_window(trial, machine, key):
    """As a ring is."""
    trial.wait(2)
    trial.press(key, on=trial.ring_window)
    assert is_over(trial, machine)
    assert trial.text("tryNow") == "Try it now"


def test_without_a_device_it_says_why_it_was_not_heard(person):
    """The sentence of the player."""
    person.program.player.status = NO_DEVICE
    person.click("tryNow")
    person.wait(11)
    assert person.text("tryResult").startswith("Not heard. No sound device was found")


def test_another_entry_takes_the_result_back(trial):
    """It was proved of other settings."""
    trial.wait(11)
    trial.find("volume").setValue(30)
    trial.settle()
    assert not trial.sees("tryResult")


def test_a_real_ring_ends_the_trial(person, machine):
    """It goes before all; the window stays for it."""
    person.press(Qt.Key.Key_Escape)
    person.say("22:03 tea")
    person.press(Qt.Key.Key_N, CONTROL)
    person.wait(10)
    person.click("tryNow")
    person.wait(4)
    assert heard(person) == {person.program.book.alarms()[0].id}
    assert person.texts("ringLabel") == ["tea"]
    assert person.text("tryNow") == "Try it now"
    assert machine.media.paused == ["Music"]
    person.wait(1)
    person.press(Qt.Key.Key_Return, on=person.ring_window)
    assert is_over(person, machine)


def test_nothing_is_tried_while_something_rings(person):
    """What would be heard is the ring."""
    person.press(Qt.Key.Key_Escape)
    person.say("22:03 tea")
    person.wait(15)
    person.come_back()
    person.press(Qt.Key.Key_N, CONTROL)
    person.click("tryNow")
    assert person.texts("ringLabel") == ["tea"]
    assert "trial" not in heard(person)
    assert person.text("tryNow") == "Try it now"
    assert person.text("tryResult") == "Something rings at this moment. Stop it, and try again."


def test_closing_the_editor_ends_it(trial, machine):
    """Nobody waits for the result any more."""
    trial.press(Qt.Key.Key_Escape, on=trial.find("label"))
    assert is_over(trial, machine)
    trial.wait(12)
    trial.come_back()
    trial.press(Qt.Key.Key_N, CONTROL)
    assert not trial.sees("tryResult")
    assert trial.text("tryNow") == "Try it now"


def test_saving_ends_it(trial, machine):
    """The alarm is in the list."""
    trial.click("save")
    assert is_over(trial, machine)
    assert len(trial.rows("alarmList")) == 1


def test_closing_the_program_ends_it(trial, machine, outlet):
    """And all is put back."""
    trial.wait(2)
    trial.program.finish()
    assert trial.program.player.sounding == {}
    assert machine.notifier.shown == {}
    assert machine.media.playing == ["Music"]
    assert outlet.output == SPEAKERS


def test_it_ends_in_time_though_nobody_looks(trial, machine):
    """The main window is minimised meanwhile."""
    trial.wait(2)
    trial.window.showMinimized()
    trial.wait(10)
    assert is_over(trial, machine)


def test_show_on_its_notification_brings_the_ring_window(trial, machine):
    """There is nothing else to press."""
    [(name, notice)] = machine.notifier.shown.items()
    assert [words for _, words in notice.presses] == ["Show"]
    trial.ring_window.showMinimized()
    trial.settle()
    machine.notifier.press(name, notice.presses[0][0])
    trial.settle()
    assert not trial.ring_window.isMinimized()
    assert heard(trial) == {"trial"}


def test_it_does_not_change_what_is_written(trial):
    """Nothing rang, as far as the activity knows."""
    trial.wait(11)
    trial.press(Qt.Key.Key_Escape)
    assert not [row for row in trial.rows("activityList") if "rang" in row or "ALARM" in row]
    assert trial.program.book.ringing() == []


def test_the_clock_moved_in_the_midst_of_it_changes_nothing(trial, clock, machine):
    """Ten seconds are ten seconds."""
    trial.wait(2)
    clock.set_wall(clock.now() + timedelta(hours=3))
    trial.wait(1)
    assert heard(trial) == {"trial"}
    trial.wait(8)
    assert is_over(trial, machine)
