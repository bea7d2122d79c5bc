"""While it rings: what is not heard is told and helped, and the computer is arranged around it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from alarmclock.core.player import NO_DEVICE, SOUNDING
from alarmclock.core.surroundings.last_resort import PaperResort
from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.surroundings.media import PaperPlayers
from alarmclock.core.surroundings.notifier import Press
from alarmclock.core.surroundings.outlet import FixedOutlet, Output
from alarmclock.core.surroundings.wakefulness import PaperWakefulness

MINUTE = timedelta(minutes=1)
# The alarms here are for 22:03.
UNTIL_DUE = timedelta(seconds=14)
RETURN, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
SPEAKERS = Output("Speakers", is_muted=False, volume=62)
MUTED = replace(SPEAKERS, is_muted=True)


@pytest.fixture
def outlet():
    """Give speakers that are on."""
    return FixedOutlet(SPEAKERS)


@pytest.fixture
def machine(outlet):
    """Give the computer, on which music plays."""
    return Machine(outlet=outlet, media=PaperPlayers(["Music"]))


@pytest.fixture
def person(open_program, machine):
    """Give a person at this computer."""
    return open_program(machine=machine)


def ring(person, seconds=2, **choices):
    """Let an alarm ring, past the half second."""
    person.say("22:03 gym")
    for item in list(person.program.book):
        person.program.editing.replace(replace(item, ring=replace(item.ring, **choices)))
    person.wait_past(UNTIL_DUE, seconds)


def setting(person, name, words):
    """Choose on the settings page."""
    person.click("navSettings")
    person.choose_in(person.find(name), words)
    person.click("navAlarms")


def activity(person, words):
    """Give the lines of the activity that say this."""
    return [row for row in person.rows("activityList") if words in row]


def turn(person, status):
    """Let the player stand so."""
    person.program.player.status = status


# Proof


def test_what_is_heard_is_proved_in_the_activity(person, outlet):
    """By what came out, and of which device; once."""
    turn(person, SOUNDING)
    outlet.peak = 0.41
    ring(person, seconds=6)
    [line] = activity(person, "heard")
    assert "0.41" in line
    assert "Speakers" in line


# Muted


def test_the_window_says_that_it_is_muted_and_unmutes(person, outlet):
    """One press, and the sentence goes."""
    outlet.change(MUTED)
    ring(person)
    assert person.text("volumeProblem") == "“Speakers” is muted, so that nobody can hear this."
    assert person.text("unmute") == "Unmute"
    person.wait(1)
    person.click("unmute")
    assert outlet.output == SPEAKERS
    person.wait(1)
    assert not person.sees("volumeProblem")
    assert not person.sees("unmute")
    assert person.sounding == ["gym"]


def test_muted_while_it_rings(person, outlet):
    """It is told within a second."""
    ring(person)
    outlet.change(MUTED)
    person.wait(1)
    assert person.sees("unmute")


def test_a_volume_that_is_too_low_is_turned_up(person, outlet):
    """The button says so."""
    outlet.change(replace(SPEAKERS, volume=0))
    ring(person)
    assert person.text("unmute") == "Turn up"
    person.wait(1)
    person.click("unmute")
    assert outlet.output.volume == 60


def test_what_was_muted_all_the_time_could_not_be_heard(person, outlet, machine):
    """After five seconds it flashes and beeps; the activity says why."""
    outlet.change(MUTED)
    ring(person, seconds=4)
    assert machine.last_resort.volume is None
    person.wait(4)
    assert machine.last_resort.volume == 80
    assert person.ring_window.isFullScreen()
    [line] = activity(person, "could not be heard")
    assert "“Speakers” is muted" in line
    assert "the beep" in line


# No device


def test_a_missing_device_is_told_at_once(person):
    """Nobody waits for what does not come."""
    turn(person, NO_DEVICE)
    ring(person)
    assert person.text("soundProblem") == NO_DEVICE.sentence


def test_after_five_seconds_all_is_tried(person, machine):
    """And all of it is ended by Stop, in the same moment."""
    turn(person, NO_DEVICE)
    ring(person, seconds=7)
    assert machine.last_resort.volume == 80
    assert person.ring_window.isFullScreen()
    assert len(activity(person, "could not be heard")) == 1
    person.press(RETURN, on=person.ring_window)
    assert machine.last_resort.volume is None
    assert person.ring_window is None
    assert not person.program.shell.ring_window.isFullScreen()


def test_stop_ends_the_last_resort_with_the_window_minimised(person, machine):
    """Nobody need look at the clock for that."""
    turn(person, NO_DEVICE)
    ring(person, seconds=7)
    person.window.showMinimized()
    person.settle()
    [name] = machine.notifier.shown
    machine.notifier.press(name, Press.STOP)
    assert machine.last_resort.volume is None


def test_snooze_ends_the_last_resort(person, machine):
    """And the next ring is looked at anew."""
    turn(person, NO_DEVICE)
    ring(person, seconds=7)
    person.press(SPACE, on=person.ring_window)
    assert machine.last_resort.volume is None
    person.sleep(5 * MINUTE)
    person.wait(1)
    assert machine.last_resort.volume is None
    person.wait(6)
    assert machine.last_resort.volume == 80


def test_a_device_that_comes_ends_the_last_resort(person, machine):
    """The alarm is heard now."""
    turn(person, NO_DEVICE)
    ring(person, seconds=7)
    turn(person, SOUNDING)
    person.wait(1)
    assert machine.last_resort.volume is None
    assert not person.sees("soundProblem")
    assert not person.ring_window.isFullScreen()
    assert person.sounding == ["gym"]


def test_what_was_never_heard_is_missed_for_that(person):
    """The notice says why."""
    turn(person, NO_DEVICE)
    ring(person, seconds=7)
    person.sleep(10 * MINUTE)
    person.wait(1)
    assert "it could not be heard" in person.text("missedText")


def test_a_display_that_fails_keeps_nobody_from_listening(person, machine, may_complain):
    """The last resort comes all the same."""
    may_complain.append("What is done each second failed")

    def fail(_now):
        raise RuntimeError("no picture")

    turn(person, NO_DEVICE)
    person.program.shell.show_time = fail
    ring(person, seconds=8)
    assert machine.last_resort.volume == 80
    person.press(RETURN, on=person.ring_window)
    assert machine.last_resort.volume is None


def test_the_last_resort_ends_with_the_program(person, machine):
    """Nothing beeps on."""
    turn(person, NO_DEVICE)
    ring(person, seconds=7)
    person.program.finish()
    assert machine.last_resort.volume is None


# Arranged around the ring


def test_other_players_pause_for_the_ring(person, machine):
    """And play on after Stop; the activity names them."""
    ring(person)
    assert (machine.media.playing, machine.media.paused) == ([], ["Music"])
    assert len(activity(person, "Paused Music.")) == 1
    person.press(RETURN, on=person.ring_window)
    assert machine.media.playing == ["Music"]


def test_other_players_stay_paused_over_a_snooze(person, machine):
    """Whoever snoozes wants to sleep."""
    ring(person)
    person.press(SPACE, on=person.ring_window)
    assert machine.media.playing == []
    person.sleep(5 * MINUTE)
    person.wait(1)
    person.press(RETURN, on=person.ring_window)
    assert machine.media.playing == ["Music"]


def test_other_players_play_on_if_so_chosen(person, machine):
    """On the settings page."""
    setting(person, "settingPauseMedia", "Play on")
    ring(person)
    assert machine.media.playing == ["Music"]


def test_the_volume_is_raised_for_the_ring_if_so_chosen(person, outlet):
    """And is as before after it; both are told."""
    setting(person, "settingRaiseTo", "70 %")
    outlet.change(MUTED)
    person.settle()
    person.say("22:03 gym")
    assert person.text("readyHeadline") == "Ready to ring"
    assert "raised to 70 %" in person.text("readyDetail")
    person.wait_past(UNTIL_DUE, 2)
    assert outlet.output == replace(SPEAKERS, volume=70)
    assert not person.sees("unmute")
    assert len(activity(person, "is turned up to 70 %")) == 1
    person.press(RETURN, on=person.ring_window)
    assert outlet.output == MUTED
    assert len(activity(person, "The volume is muted at 62 % again.")) == 1


def test_a_volume_that_is_known_later_is_raised_then(person, outlet):
    """The sound server begins after the ring; once, since a person may turn it down."""
    setting(person, "settingRaiseTo", "70 %")
    outlet.change(Output())
    ring(person)
    outlet.change(replace(SPEAKERS, volume=30))
    assert outlet.output.volume == 70
    outlet.change(replace(SPEAKERS, volume=50))
    assert outlet.output.volume == 50


def test_the_volume_is_left_alone_by_default(person, outlet):
    """It is somebody's choice."""
    outlet.change(replace(SPEAKERS, volume=30))
    ring(person)
    assert outlet.output.volume == 30


def test_what_somebody_changed_meanwhile_stays(person, outlet):
    """Their hand was last."""
    setting(person, "settingRaiseTo", "70 %")
    outlet.change(replace(SPEAKERS, volume=30))
    ring(person)
    outlet.change(replace(SPEAKERS, volume=45))
    person.press(RETURN, on=person.ring_window)
    assert outlet.output.volume == 45
    assert activity(person, "again.") == []


def test_with_two_rings_all_is_put_back_after_the_last(person, outlet, machine):
    """Not between them."""
    setting(person, "settingRaiseTo", "70 %")
    outlet.change(replace(SPEAKERS, volume=30))
    person.say("22:03 pills")
    ring(person)
    person.press(RETURN, on=person.ring_window)
    assert len(person.sounding) == 1
    assert (outlet.output.volume, machine.media.playing) == (70, [])
    person.press(RETURN, on=person.ring_window)
    assert (outlet.output.volume, machine.media.playing) == (30, ["Music"])


def test_closing_the_program_puts_all_back(person, outlet, machine):
    """In the midst of a ring."""
    setting(person, "settingRaiseTo", "70 %")
    outlet.change(replace(SPEAKERS, volume=30))
    ring(person)
    assert machine.wakefulness.is_held
    person.program.finish()
    assert (outlet.output.volume, machine.media.playing) == (30, ["Music"])
    assert not machine.wakefulness.is_held
    assert person.program.player.sounding == {}


# Awake


def test_the_computer_stays_awake_from_ten_minutes_before(person, machine):
    """Until the ring is over."""
    awake = machine.wakefulness
    person.say("22:18 gym")
    person.sleep(5 * MINUTE)
    assert awake.reason is None
    person.wait(14)
    assert awake.reason == "gym rings soon"
    person.sleep(10 * MINUTE)
    assert awake.reason == "gym rings"
    person.wait(1)
    person.press(RETURN, on=person.ring_window)
    assert awake.reason is None


@pytest.mark.parametrize(
    ("words", "reason"), [("Never", None), ("While something is armed", "gym rings soon")]
)
def test_when_it_is_kept_awake_is_chosen(person, machine, words, reason):
    """On the settings page, and at once."""
    person.say("7:18 gym")
    setting(person, "settingStayAwake", words)
    assert machine.wakefulness.reason == reason


def test_while_it_rings_nothing_sleeps_whatever_is_chosen(person, machine):
    """A ring in the dark is none."""
    setting(person, "settingStayAwake", "Never")
    ring(person)
    assert machine.wakefulness.reason == "gym rings"


def test_what_is_turned_off_keeps_nobody_awake(person, machine):
    """The reason has gone."""
    person.say("22:08 gym")
    person.settle()
    assert machine.wakefulness.is_held
    person.click_switch(0)
    assert not machine.wakefulness.is_held


def test_the_device_is_opened_before_the_due(person):
    """So that the sound begins at once."""
    person.say("22:18 gym")
    person.sleep(14 * MINUTE + timedelta(seconds=58))
    assert person.program.player.ready == []
    person.wait(1)
    assert person.program.player.ready == ["daybreak"]


def test_a_computer_that_holds_nothing_rings_all_the_same(open_program, machine):
    """It can only be asked."""
    stubborn = PaperWakefulness(obeys=False)
    silent = PaperResort("")
    person = open_program(machine=replace(machine, wakefulness=stubborn, last_resort=silent))
    turn(person, NO_DEVICE)
    ring(person, seconds=8)
    assert person.sounding == ["gym"]
    [line] = activity(person, "could not be heard")
    assert "instead" not in line
