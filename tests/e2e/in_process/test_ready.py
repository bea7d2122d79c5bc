"""Before the ring: the card, the rows and the page of checks say whether it will be heard."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from alarmclock.core.settings import StayAwake
from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.surroundings.notifier import PaperNotifier
from alarmclock.core.surroundings.outlet import NO_OUTPUT, FixedOutlet, Output
from alarmclock.core.surroundings.wakefulness import Habits, PaperWakefulness

CONTROL = Qt.KeyboardModifier.ControlModifier
SPEAKERS = Output("Speakers", is_muted=False, volume=62)
MUTED = replace(SPEAKERS, is_muted=True)
MINUTE = timedelta(minutes=1)
GOOD_ROW = "07:15, gym, once, tomorrow · in 9 h 12 min, on"


@pytest.fixture
def outlet():
    """Give speakers that are on."""
    return FixedOutlet(SPEAKERS)


@pytest.fixture
def machine(outlet):
    """Give a computer with these speakers."""
    return Machine(outlet=outlet)


@pytest.fixture
def person(open_program, machine):
    """Give a person at an alarm for the morning."""
    someone = open_program(machine=machine)
    someone.say("7:15 gym")
    return someone


def give_ring(person, **choices):
    """Let every alarm ring with these choices."""
    for item in list(person.program.book):
        person.program.editing.replace(replace(item, ring=replace(item.ring, **choices)))
    person.settle()


def rings(person):
    """Give how each alarm rings."""
    return [item.ring for item in person.program.book]


# The card and the rows


def test_all_is_well(person):
    """The card says so, and of what it is made; the row warns of nothing."""
    assert person.text("readyHeadline") == "Ready to ring"
    assert person.text("readyDetail") == "Speakers on · volume 62 % · while this window is open"
    assert not person.sees("mend")
    assert person.rows("alarmList") == [GOOD_ROW]


def test_nothing_armed_is_not_ready(person):
    """There is nothing that could ring."""
    person.click_switch(0)
    assert person.text("readyHeadline") == "Nothing is armed"
    person.click_switch(0)
    assert person.text("readyHeadline") == "Ready to ring"


def test_a_muted_computer_is_told_and_unmuted(person, outlet):
    """The card and the row say so at once, and one press mends both."""
    outlet.change(MUTED)
    person.settle()
    assert person.text("readyHeadline") == "Will not be heard"
    assert person.rows("alarmList") == [
        f"{GOOD_ROW}, will not be heard: the computer is muted, so nothing would be heard"
    ]
    assert person.text("mend") == "Unmute"
    person.click("mend")
    assert outlet.output == SPEAKERS
    assert person.text("readyHeadline") == "Ready to ring"
    assert not person.sees("mend")
    assert person.rows("alarmList") == [GOOD_ROW]


def test_the_card_is_mended_by_keyboard(person, outlet):
    """Enter presses it as the mouse does."""
    outlet.change(MUTED)
    person.settle()
    person.press_in("mend", "Enter")
    assert outlet.output == SPEAKERS


def test_what_a_person_unmuted_stays_so_at_the_end(person, outlet):
    """It was not raised for a ring only."""
    outlet.change(MUTED)
    person.settle()
    person.click("mend")
    person.program.finish()
    assert outlet.output == SPEAKERS


def test_saving_while_muted_tells_it_below(person, outlet):
    """The sentence that says when it rings says this, too."""
    outlet.change(MUTED)
    person.say("8:00 tea")
    expected = "Will not be heard: the computer is muted, so nothing would be heard."
    assert person.text("message").endswith(expected)


def test_without_a_device_it_says_so_and_looks_again(person, outlet):
    """It would ring on the screen only."""
    outlet.change(NO_OUTPUT)
    person.settle()
    assert person.text("readyHeadline") == "Will not be heard"
    assert person.text("mend") == "Look again"
    looks = outlet.looks
    person.click("mend")
    assert outlet.looks > looks
    assert person.text("message") == "Looked again."


# The page of checks


def test_all_checks_are_shown_and_left(person):
    """Ctrl+R shows them; Esc goes back to where one was."""
    person.find("quickAdd").setFocus()
    person.press(Qt.Key.Key_R, CONTROL)
    assert person.text("checksHeadline") == "Ready to ring"
    assert "Sound comes out of Speakers at 62 %." in person.read_all("checksView")
    person.press(Qt.Key.Key_Escape)
    assert not person.sees("checksView")
    assert person.window.focusWidget() is person.find("quickAdd")


def test_the_card_opens_the_checks_and_has_the_focus_again(person):
    """By Enter, as by mouse."""
    person.press_in("readyCard", "Enter")
    assert person.sees("checksView")
    person.press(Qt.Key.Key_Escape)
    assert person.window.focusWidget() is person.find("readyCard")
    person.click("readyCard")
    assert person.sees("checksView")


def test_the_checks_are_left_from_another_page(person):
    """To that page."""
    person.click("navSettings")
    person.press(Qt.Key.Key_R, CONTROL)
    person.press(Qt.Key.Key_Escape)
    assert not person.sees("checksView")
    assert person.sees("settingTheme")
    assert person.window.focusWidget() is not None
    assert person.window.focusWidget().isVisible()


def test_a_new_alarm_takes_the_place_of_the_checks(person):
    """An editor that is open is seen."""
    person.press(Qt.Key.Key_R, CONTROL)
    person.press(Qt.Key.Key_N, CONTROL)
    assert person.sees("alarmEditor")
    assert not person.sees("checksView")
    assert person.window.focusWidget().objectName() == "time"


def test_check_again_looks_at_everything(person, outlet, machine):
    """And says when that was."""
    person.press(Qt.Key.Key_R, CONTROL)
    assert person.text("checkedAt") == "Last checked: 22:02:46"
    person.wait(10)
    looks = [outlet.looks, machine.notifier.looks, machine.wakefulness.looks]
    person.click("checkAgain")
    assert person.text("checkedAt") == "Last checked: 22:02:56"
    assert [outlet.looks, machine.notifier.looks, machine.wakefulness.looks] == [
        count + 1 for count in looks
    ]


def test_the_page_follows_the_computer(person, outlet):
    """What changes meanwhile is shown, and mended there."""
    person.press(Qt.Key.Key_R, CONTROL)
    outlet.change(MUTED)
    person.settle()
    assert person.text("checksHeadline") == "Will not be heard"
    person.click("mendUnmute")
    assert person.text("checksHeadline") == "Ready to ring"
    assert not person.sees("mendUnmute")


def test_the_focus_stays_in_sight_when_its_button_goes(person, outlet):
    """The keyboard is not lost with what was mended."""
    person.press(Qt.Key.Key_R, CONTROL)
    outlet.change(MUTED)
    person.settle()
    person.press_in("mendUnmute", "Enter")
    focused = person.window.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    person.press(Qt.Key.Key_Escape)
    assert not person.sees("checksView")


# What mends


MENDS = {
    "Turn the alarm up": ({"volume": 5}, "mendTurnAlarmUp", {"volume": 80}),
    "Rise faster": (
        {"rise": timedelta(seconds=60), "ring_length": timedelta(seconds=60)},
        "mendShortenRise",
        {"rise": timedelta(seconds=30)},
    ),
    "Ring longer": (
        {"ring_length": timedelta(seconds=20), "rise": timedelta(0)},
        "mendRingLonger",
        {"ring_length": MINUTE},
    ),
    "Ring even if late": (
        {"late_limit": 5 * MINUTE, "ring_length": 10 * MINUTE},
        "mendAllowLater",
        {"late_limit": 30 * MINUTE},
    ),
}


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
@pytest.mark.parametrize("mend", MENDS)
def test_an_alarm_is_mended_and_that_is_undone(person, mend, way):
    """From the card; undo brings the alarm back as it was, and its warning."""
    wrong, _, right = MENDS[mend]
    give_ring(person, **wrong)
    [before] = rings(person)
    assert person.text("mend") == mend
    person.click("mend") if way == "mouse" else person.press_in("mend", "Space")
    assert rings(person) == [replace(before, **right)]
    assert person.text("readyHeadline") == "Ready to ring"
    assert "gym" in person.text("message")
    person.press(Qt.Key.Key_Z, CONTROL)
    assert rings(person) == [before]
    assert person.text("mend") == mend


@pytest.mark.parametrize("mend", MENDS)
def test_every_alarm_that_needs_it_is_mended_from_the_page(person, mend):
    """One press for all, and one undo."""
    person.say("8:00 tea")
    wrong, button, _ = MENDS[mend]
    give_ring(person, **wrong)
    before = rings(person)
    person.press(Qt.Key.Key_R, CONTROL)
    person.click(button)
    assert person.text("checksHeadline") == "Ready to ring"
    assert "2 alarms" in person.text("message")
    person.press(Qt.Key.Key_Z, CONTROL)
    assert rings(person) == before


@pytest.mark.parametrize("mend", MENDS)
def test_the_editor_mends_its_own_fields(person, mend):
    """Nothing is saved until Save."""
    wrong, button, right = MENDS[mend]
    give_ring(person, **wrong)
    [before] = rings(person)
    person.press_in_list("Enter", 0)
    person.press_in(button, "Enter")
    assert not person.sees(button)
    assert rings(person) == [before]
    person.click("save")
    assert rings(person) == [replace(before, **right)]


def test_a_computer_that_sleeps_is_kept_awake(open_program, machine):
    """By the setting, which the settings page shows from then on."""
    awake = PaperWakefulness(Habits(may_sleep=True, sleeps_after=20 * MINUTE))
    person = open_program(machine=replace(machine, wakefulness=awake))
    person.say("7:15 gym")
    assert person.text("readyHeadline") == "May not ring"
    assert person.text("mend") == "Keep awake"
    person.click("mend")
    assert person.program.preferences.settings.stay_awake is StayAwake.WHILE_ARMED
    assert person.text("readyHeadline") == "Ready to ring"
    assert awake.reason == "gym rings soon"
    person.click("navSettings")
    assert person.find("settingStayAwake").currentText() == "While something is armed"


def test_a_sound_that_cannot_be_played_opens_the_editor_there(person):
    """The field says why, and has the focus."""
    give_ring(person, sound="/music/song.mp3")
    person.program.player.unplayable.add("/music/song.mp3")
    person.press(Qt.Key.Key_R, CONTROL)
    person.click("checkAgain")
    person.wait_until(lambda: person.sees("mendChooseSound"))
    person.click("mendChooseSound")
    assert person.sees("alarmEditor")
    assert person.window.focusWidget().objectName() == "sound"
    assert "This sound can't be played." in person.read_all("alarmEditor")


def test_an_editor_that_holds_changes_keeps_them(person):
    """The sound of another alarm is not told in it; it is asked to be saved first."""
    person.say("8:00 tea")
    tea = next(alarm for alarm in person.program.book.alarms() if alarm.label == "tea")
    person.program.editing.replace(replace(tea, ring=replace(tea.ring, sound="/music/song.mp3")))
    person.program.player.unplayable.add("/music/song.mp3")
    person.program.certainty.watch.look()
    person.wait_until(lambda: person.text("readyHeadline") == "Rings with another sound")
    person.press_in_list("Enter", 0)
    person.type_into("label", "pool")
    person.program.shell.choose_sound(tea.id)
    person.settle()
    assert person.text("label") == "pool"
    told = person.read_all("alarmEditor")
    assert "This sound can't be played." not in told
    assert any(text.startswith("Save this alarm first") for text in told)


def test_a_clock_in_doubt_is_accepted(person, open_program, machine, clock):
    """The card says it may ring at a wrong time, and one press says that the clock is right."""
    person.program.finish()
    clock.set_wall(clock.now().replace(year=2020))
    again = open_program(machine=machine)
    assert again.text("readyHeadline") == "May ring at a wrong time"
    assert again.text("mend") == "The clock is right"
    again.click("mend")
    assert again.text("readyHeadline") == "Ready to ring"
    assert not again.sees("clockBanner")


# The moments of looking


def test_it_looks_once_an_hour(person, outlet):
    """And on no other moment while nothing is due."""
    looks = outlet.looks
    person.sleep(59 * MINUTE)
    assert outlet.looks == looks
    person.sleep(MINUTE)
    assert outlet.looks == looks + 1


def test_a_server_of_notifications_that_comes_later_is_noticed(open_program, machine):
    """Until then the card says that it rings in its window only."""
    notifier = PaperNotifier(None)
    person = open_program(machine=replace(machine, notifier=notifier))
    person.say("7:15 gym")
    assert person.text("readyHeadline") == "Rings in its window only"
    notifier.change(PaperNotifier().server)
    person.settle()
    assert person.text("readyHeadline") == "Ready to ring"
