"""Setting alarms: in words, in the editor, in the list."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("7:15 gym", "07:15, gym, once, tomorrow · in 9 h 12 min, on"),
        ("weekdays 7:15", "07:15, Alarm, weekdays, tomorrow · in 9 h 12 min, on"),
        ("mon,wed 6 swim", "06:00, swim, Mon, Wed, tomorrow · in 7 h 57 min, on"),
        ("22:03", "22:03, Alarm, once, today · in 14 s, on"),
        ("17:00 rent sound dawn loud", "17:00, rent, once, tomorrow · in 18 h 57 min, on"),
        ("werktags 7:15 Sport", "07:15, Sport, weekdays, tomorrow · in 9 h 12 min, on"),
    ],
)
def test_an_alarm_typed_in_words_stands_in_the_list(person, words, row):
    """The row says time, label, rule, next ring and state."""
    person.say(words)
    assert person.rows("alarmList") == [row]
    assert person.text("quickAdd") == ""


def test_the_answer_is_shown_while_typing(person):
    """Before Enter one reads what the line means."""
    person.type_into("quickAdd", "weekdays 7:15 gym")
    assert person.text("quickAddPreview") == "Mon 23 Nov 07:15, weekdays, “gym”, in 9 h 12 min"
    person.type_into("quickAdd", "weekdays 7:15 gym sound dawn loud")
    assert "“gym”, sound dawn-chorus, volume 100" in person.text("quickAddPreview")


@pytest.mark.parametrize(
    ("key", "row"),
    [
        (Qt.KeyboardModifier.NoModifier, "06:30, gym, once, tomorrow · in 18 h 57 min, on"),
        (CONTROL, "18:30, gym, once, today · in 6 h 57 min, on"),
    ],
    ids=["Enter", "Ctrl+Enter"],
)
def test_a_bare_time_that_is_far_away_is_asked_about(person, key, row):
    """Enter sets it as it is typed, Ctrl+Enter for the other half of the day."""
    person.sleep(timedelta(hours=13, minutes=30))
    person.type_into("quickAdd", "6:30 gym")
    assert person.text("quickAddPreview").endswith("in 18 h 57 min; did you mean 18:30?")
    person.press(Qt.Key.Key_Return, key, on=person.find("quickAdd"))
    assert person.rows("alarmList") == [row]
    assert person.text("quickAdd") == ""
    assert not person.sees("quickAddOtherHalf")


def test_the_other_half_is_taken_with_the_mouse(person):
    """The button beside the question adds it for the evening."""
    person.sleep(timedelta(hours=13, minutes=30))
    person.type_into("quickAdd", "6:30 gym")
    assert person.text("quickAddOtherHalf") == "Add 18:30"
    person.click("quickAddOtherHalf")
    assert person.rows("alarmList") == ["18:30, gym, once, today · in 6 h 57 min, on"]


def test_a_half_that_was_named_is_not_asked_about(person):
    """Nor one that is near."""
    person.sleep(timedelta(hours=13, minutes=30))
    for words in ("6:30 am gym", "18:30 gym", "11:45 gym"):
        person.type_into("quickAdd", words)
        assert "did you mean" not in person.text("quickAddPreview")
        assert not person.sees("quickAddOtherHalf")


def test_the_other_half_is_taken_in_the_editor(person):
    """The button beside the time changes it, and that is what is saved."""
    person.sleep(timedelta(hours=13, minutes=30))
    person.press(Qt.Key.Key_N, CONTROL)
    person.type_into("time", "6:30")
    assert person.text("halfQuestion") == "in 19 h; did you mean 18:30?"
    person.click("otherHalf")
    person.click("save")
    assert person.rows("alarmList") == ["18:30, Alarm, once, today · in 6 h 57 min, on"]


def test_what_is_not_understood_is_said_and_kept(person):
    """Nothing is guessed, and what was typed stays to be mended."""
    person.say("7:99 gym")
    assert person.text("quickAdd") == "7:99 gym"
    assert person.text("message")
    assert person.sees("noAlarms")


def test_a_timer_typed_in_words_runs(person):
    """It is next, and its daemon runs."""
    person.say("in 20 min tea")
    assert person.text("nextRing") == "Next: tea — in 20 min"
    assert person.text("daemonCount") == "1 daemon"


def test_the_editor_says_when_it_rings_and_saving_says_it_again(person):
    """The promise before and after saving is the same."""
    person.press(Qt.Key.Key_N, CONTROL)
    person.type_into("time", "7:15")
    person.type_into("label", "Gym")
    promise = person.text("nextRings")
    assert promise == "rings tomorrow, Mon 23 Nov, in 9 h 12 min"
    person.click("save")
    assert not person.sees("alarmEditor")
    assert person.rows("alarmList") == ["07:15, Gym, once, tomorrow · in 9 h 12 min, on"]
    assert person.text("message") == f"“Gym” {promise}."


@pytest.mark.parametrize("wrong", ["", "25:00", "7:61", "soon"])
def test_an_impossible_time_is_refused_beside_the_field(person, wrong):
    """The editor stays open with what was entered, and says what is wrong."""
    person.click("addAlarm")
    person.type_into("label", "Gym")
    time = person.find("time")
    time.setFocus()
    time.selectAll()
    person.press(Qt.Key.Key_Delete, on=time)
    person.type_into("time", wrong)
    person.click("save")
    assert person.sees("alarmEditor")
    assert person.text("label") == "Gym"
    assert person.text("nextRings")
    assert person.sees("noAlarms")


def test_a_label_of_ten_thousand_characters_is_refused(person):
    """The sentence says how long a label may be."""
    person.click("addAlarm")
    person.find("label").setText("x" * 10_000)
    person.click("save")
    assert person.sees("alarmEditor")
    assert any("at most 200" in text for text in person.read_all("alarmEditor"))
    assert person.sees("noAlarms")


def test_space_turns_an_alarm_off_and_on(person):
    """The row says so."""
    person.say("7:15 gym")
    cards = person.choose(0)
    person.press(Qt.Key.Key_Space, on=cards)
    assert person.rows("alarmList") == ["07:15, gym, once, off"]
    person.press(Qt.Key.Key_Space, on=cards)
    assert person.rows("alarmList")[0].endswith(", on")


def test_the_switch_turns_an_alarm_off(person):
    """A click on the switch is enough."""
    person.say("7:15 gym")
    person.click_switch(0)
    assert person.rows("alarmList") == ["07:15, gym, once, off"]


def test_enter_edits_and_escape_changes_nothing(person):
    """The editor shows the alarm; Esc closes it."""
    person.say("7:15 gym")
    cards = person.choose(0)
    person.press(Qt.Key.Key_Return, on=cards)
    assert person.text("label") == "gym"
    person.type_into("label", "pool")
    person.press(Qt.Key.Key_Escape, on=person.find("label"))
    assert not person.sees("alarmEditor")
    assert "gym" in person.rows("alarmList")[0]


def test_the_editor_closes_though_the_button_that_had_the_focus_is_gone(person):
    """As that of a missed ring which was answered meanwhile."""
    person.say("22:03 gym")
    person.say("22:03 tea")
    person.wait(15)
    person.sleep(timedelta(minutes=10))
    person.come_back()
    person.find("missedDone").setFocus()
    person.press(Qt.Key.Key_N, CONTROL)
    person.program.shell.desk.acknowledge(None)
    person.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    person.press(Qt.Key.Key_Escape, on=person.find("label"))
    assert not person.sees("alarmEditor")


def test_the_list_is_sorted_by_what_rings_next(person):
    """What is off comes last."""
    for words in ("9:00 c", "22:30 a", "7:15 b", "6:00 e"):
        person.say(words)
    last = next(n for n, row in enumerate(person.rows("alarmList")) if ", e," in row)
    person.click_switch(last)
    assert [row.split(", ")[1] for row in person.rows("alarmList")] == ["a", "b", "c", "e"]


def test_undo_and_redo_go_through_every_step(person):
    """Delete, duplicate, off: each is taken back exactly, and done again."""
    person.say("7:15 gym")
    saved = person.rows("alarmList")
    cards = person.choose(0)
    person.press(Qt.Key.Key_D, CONTROL, on=cards)
    assert len(person.rows("alarmList")) == 2
    person.press(Qt.Key.Key_Z, CONTROL)
    assert person.rows("alarmList") == saved
    person.press(Qt.Key.Key_Delete, on=person.choose(0))
    assert person.sees("noAlarms")
    person.press(Qt.Key.Key_Z, CONTROL)
    assert person.rows("alarmList") == saved
    person.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert person.sees("noAlarms")


def test_the_alarm_that_undo_brings_back_is_chosen(person):
    """One sees what came back, and goes on from there."""
    for words in ("7:15 gym", "8:00 tea", "9:00 run"):
        person.say(words)
    cards = person.choose(1)
    person.press(Qt.Key.Key_Delete, on=cards)
    person.choose(0)
    person.press(Qt.Key.Key_Z, CONTROL, on=cards)
    assert "tea" in cards.currentIndex().data()


def test_ctrl_z_in_the_line_takes_back_what_it_added(person):
    """The words don't come back, so that Enter adds nothing twice."""
    person.say("7:15 gym")
    line = person.find("quickAdd")
    person.press(Qt.Key.Key_Z, CONTROL, on=line)
    assert person.sees("noAlarms")
    assert line.text() == ""
    person.press(Qt.Key.Key_Z, CONTROL | SHIFT, on=line)
    assert len(person.rows("alarmList")) == 1


def test_ctrl_z_edits_the_words_while_one_types(person):
    """And nothing else."""
    person.say("7:15 gym")
    line = person.find("quickAdd")
    person.type_into("quickAdd", "8:00 tea")
    person.press(Qt.Key.Key_Z, CONTROL, on=line)
    assert line.text() == ""
    assert len(person.rows("alarmList")) == 1


def test_ctrl_z_in_the_empty_line_takes_back_a_pause_of_all(person):
    """What was typed before it and emptied is older."""
    person.say("every day 7:15 gym")
    person.type_into("quickAdd", "8:00")
    person.press_in("quickAdd", "Esc")
    person.program.shell.desk.pause_all(None)
    person.settle()
    assert person.sees("pauseNotice")
    person.press(Qt.Key.Key_1, CONTROL)
    person.press(Qt.Key.Key_Z, CONTROL, on=person.find("quickAdd"))
    assert not person.sees("pauseNotice")


def test_what_was_entered_and_not_saved_is_not_dropped(person):
    """Another alarm or page has to wait until it is saved or closed."""
    person.say("7:15 gym")
    person.click("addAlarm")
    person.type_into("label", "half done")
    person.press(Qt.Key.Key_Return, on=person.choose(0))
    assert person.text("label") == "half done"
    assert "Save this alarm first" in person.text("nextRings")


def test_the_first_picture_shows_the_time(open_program):
    """Not midnight, until a second has passed."""
    hero = open_program().find("hero")
    assert "22:02" in hero.accessibleName()


def test_the_last_day_of_the_month_is_set_in_the_window(person):
    """By keyboard through More; the row says the rule in words."""
    person.press(Qt.Key.Key_N, CONTROL)
    person.type_into("time", "8:00")
    person.press_in("moreRules", "Space")
    person.press_in("ruleMonthlyOnDay", "Space")
    person.type_into("monthDay", "last day")
    assert person.text("nextRings") == "rings on Mon 30 Nov, in 7 d 9 h"
    assert person.text("ringPlan").splitlines()[:2] == ["Mon 30 Nov, 08:00", "Thu 31 Dec, 08:00"]
    person.press_in("monthDay", "Enter")
    assert not person.sees("alarmEditor")
    assert "last day of the month" in person.rows("alarmList")[0]
