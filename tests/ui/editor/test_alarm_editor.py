from dataclasses import replace
from datetime import date, time, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QSlider,
    QWidget,
)

from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import RingSettings, Task
from alarmclock.core.rules.rule import WORKDAYS, Once, OnDate, Weekday, Weekdays
from alarmclock.ui.editor import AlarmEditor
from alarmclock.ui.editor.sentence import Tone
from tests.ui.editor.builders import NOW, make_alarm

# A list or a dialog that opens is a window, and the offscreen platform says what it can't do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

GERMAN = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
NAMES = {
    "time": "Time",
    "label": "Label",
    "ruleOnce": "Once",
    "ruleOnDate": "On a date",
    "ruleWeekdays": "Weekdays",
    "moreRules": "More",
    "date": "Date",
    "dayMon": "Monday",
    "dayTue": "Tuesday",
    "dayWed": "Wednesday",
    "dayThu": "Thursday",
    "dayFri": "Friday",
    "daySat": "Saturday",
    "daySun": "Sunday",
    "zone": "Time zone",
    "sound": "Sound",
    "preview": "Play the sound",
    "chooseSound": "Choose a sound file",
    "volume": "Volume",
    "ramp": "Rises over",
    "tryNow": "Try it now",
    "snoozeLength": "Snooze length",
    "snoozeLimit": "Snooze limit",
    "ringLength": "Ring length",
    "again": "If unanswered",
    "againEvery": "Again after",
    "task": "Before Stop",
    "awakeAfter": "Still awake?",
    "lateLimit": "Late limit",
    "save": "Save",
    "cancel": "Cancel",
    "delete": "Delete",
}


def part(editor, name):
    """Give a part of the editor by its object name."""
    found = editor.findChild(QWidget, name)
    assert found is not None
    return found


def sentence(editor):
    """Give the sentence below the time, and its look."""
    label = part(editor, "nextRings")
    return label.text(), label.property("look")


def retype(qtbot, editor, name, text):
    """Replace what is in a field by typing."""
    field = part(editor, name)
    field.setFocus()
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    line.selectAll()
    if text:
        qtbot.keyClicks(field, text)
    else:
        qtbot.keyClick(field, Qt.Key.Key_Delete)


def press_keys(qtbot, editor, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key where the keyboard is."""
    qtbot.keyClick(editor.focusWidget(), key, modifier)


def saved(qtbot, editor):
    """Save and give the alarm that is to be kept."""
    with qtbot.waitSignal(editor.save_requested, timeout=500) as heard:
        qtbot.mouseClick(part(editor, "save"), Qt.MouseButton.LeftButton)
    return heard.args[0]


def test_the_names_for_automation(editor):
    """Every control is found by its object name and says its accessible name."""
    assert (editor.objectName(), editor.accessibleName()) == ("alarmEditor", "Alarm editor")
    assert {name: part(editor, name).accessibleName() for name in NAMES} == NAMES


def test_every_control_is_reached_with_tab(qtbot, editor):
    """The keyboard alone gets everywhere, in the order in which things are seen."""
    editor.edit(make_alarm(rule=OnDate(date(2026, 11, 28)), ring=RingSettings(again=3)))
    reached = []
    for _ in range(50):
        reached.append(editor.focusWidget().objectName())
        press_keys(qtbot, editor, Qt.Key.Key_Tab)
        if editor.focusWidget() is part(editor, "time"):
            break
    order = [*NAMES]
    order.insert(order.index("date") + 1, "pickDate")
    assert reached == order


def test_every_control_has_a_tooltip(editor):
    """People who point at a control read what it is for."""
    controls = (QAbstractButton, QComboBox, QLineEdit, QSlider)
    bare = [
        each.objectName()
        for each in editor.findChildren(QWidget)
        if isinstance(each, controls) and each.objectName() in NAMES and not each.toolTip()
    ]
    assert bare == []


# A new alarm


def test_a_new_alarm_is_ready_to_be_typed(qtbot, editor):
    """Its time is selected, so that typing and Enter are enough."""
    editor.create(RingSettings())
    assert part(editor, "editorTitle").text() == "New alarm"
    assert not part(editor, "delete").isVisible()
    with qtbot.waitSignal(editor.save_requested) as heard:
        qtbot.keyClicks(part(editor, "time"), "715")
        press_keys(qtbot, editor, Qt.Key.Key_Return)
    alarm = heard.args[0]
    assert (alarm.time, alarm.rule, alarm.armed_at) == (time(7, 15), Once(), NOW)


def test_a_new_alarm_takes_the_settings(qtbot, editor):
    """It rings as people chose for new alarms."""
    settings = RingSettings(sound="harp", volume=35, snooze_limit=None)
    editor.create(settings)
    assert saved(qtbot, editor).ring == settings


def test_the_keyboard_is_in_the_time_when_it_opens(theme, clock, on_screen):
    """An editor that opens in a window takes the keyboard, all of the time selected."""
    window = QWidget()
    elsewhere = QLineEdit(window)
    editor = AlarmEditor(theme, clock, window)
    editor.hide()
    on_screen(window)
    elsewhere.setFocus()
    editor.create(RingSettings())
    editor.show()
    time_field = part(editor, "time")
    assert (time_field.hasFocus(), time_field.selectedText()) == (True, "07:00")


# An alarm of the book


@pytest.mark.parametrize(
    "alarm",
    [
        make_alarm(label="Gym", rule=Weekdays(WORKDAYS)),
        make_alarm(second=30, rule=OnDate(date(2026, 11, 28)), zone="Asia/Tokyo"),
        make_alarm(ring=RingSettings(sound="/tmp/own.flac", snooze_length=timedelta(minutes=7))),
        make_alarm(armed_at=NOW - timedelta(days=3), label="  two  spaces  "),
    ],
    ids=["weekdays", "on a date", "unusual values", "armed before"],
)
def test_an_alarm_that_is_only_looked_at_stays_as_it_is(qtbot, editor, alarm):
    """Save without a change gives the very same alarm, its id included."""
    editor.edit(alarm)
    assert part(editor, "editorTitle").text() == "Edit alarm"
    assert not editor.is_changed
    assert saved(qtbot, editor) == alarm


def test_every_field_is_saved(qtbot, editor):
    """What a person enters is what the alarm becomes."""
    alarm = make_alarm()
    editor.edit(alarm)
    retype(qtbot, editor, "time", "6:30")
    retype(qtbot, editor, "label", "Bakery")
    qtbot.keyClick(part(editor, "dayTue"), Qt.Key.Key_Space)
    retype(qtbot, editor, "zone", "Europe/Lisbon")
    part(editor, "sound").setCurrentText("Harp")
    qtbot.keyClick(part(editor, "volume"), Qt.Key.Key_PageUp)
    retype(qtbot, editor, "ramp", "10")
    retype(qtbot, editor, "snoozeLength", "7")
    retype(qtbot, editor, "snoozeLimit", "4")
    retype(qtbot, editor, "ringLength", "1 h")
    retype(qtbot, editor, "again", "4")
    retype(qtbot, editor, "againEvery", "7")
    part(editor, "task").setCurrentText("Hard sums")
    retype(qtbot, editor, "awakeAfter", "12")
    retype(qtbot, editor, "lateLimit", "always")
    expected = replace(
        alarm,
        time=time(6, 30),
        label="Bakery",
        rule=Weekdays(frozenset({Weekday.TUESDAY})),
        zone="Europe/Lisbon",
        ring=RingSettings(
            sound="harp",
            volume=90,
            rise=timedelta(seconds=10),
            snooze_length=timedelta(minutes=7),
            snooze_limit=4,
            ring_length=timedelta(hours=1),
            late_limit=None,
            task=Task.HARD_SUM,
            awake_after=timedelta(minutes=12),
            again=4,
            again_every=timedelta(minutes=7),
        ),
    )
    assert editor.is_changed
    assert saved(qtbot, editor) == expected


def test_an_alarm_that_was_off_is_turned_on(qtbot, editor):
    """Save turns it on, and the sentence says so before."""
    editor.edit(make_alarm(armed_at=None))
    assert sentence(editor) == (
        "rings tomorrow, Mon 23 Nov, in 9 h 12 min; Save turns it on",
        "good",
    )
    assert saved(qtbot, editor).armed_at == NOW


def test_a_pasted_label_becomes_one_line(qtbot, editor):
    """Line ends and hard spaces of a pasted text are no reason to refuse it."""
    editor.edit(make_alarm())
    QGuiApplication.clipboard().setText("Milk\nand\u00a0bread ")
    part(editor, "label").setFocus()
    press_keys(qtbot, editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert saved(qtbot, editor).label == "Milk and bread"


# Keys and buttons


@pytest.mark.parametrize(
    "name",
    ["time", "label", "ruleWeekdays", "dayWed", "zone", "sound", "volume", "ramp", "lateLimit"],
)
def test_enter_saves_from_any_field(qtbot, editor, name):
    """Wherever the keyboard is, Enter saves."""
    editor.edit(make_alarm())
    part(editor, name).setFocus()
    with qtbot.waitSignal(editor.save_requested):
        press_keys(qtbot, editor, Qt.Key.Key_Return)


@pytest.mark.parametrize("name", ["time", "label", "dayWed", "zone", "volume", "ramp", "save"])
def test_esc_closes_from_anywhere(qtbot, editor, name):
    """Wherever the keyboard is, Esc closes, and nothing is saved."""
    editor.edit(make_alarm())
    part(editor, name).setFocus()
    with qtbot.waitSignal(editor.closed), qtbot.assertNotEmitted(editor.save_requested):
        press_keys(qtbot, editor, Qt.Key.Key_Escape)


def test_ctrl_s_saves(qtbot, editor):
    """The usual keys save, too."""
    editor.edit(make_alarm())
    with qtbot.waitSignal(editor.save_requested):
        press_keys(qtbot, editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(("name", "signal"), [("cancel", "closed"), ("delete", "delete_requested")])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_on_a_button_presses_it(qtbot, editor, name, signal, key):
    """Enter on another button must never save."""
    editor.edit(make_alarm())
    part(editor, name).setFocus()
    with qtbot.waitSignal(getattr(editor, signal)), qtbot.assertNotEmitted(editor.save_requested):
        press_keys(qtbot, editor, key)


def test_delete_names_the_alarm(qtbot, editor):
    """The request says which alarm is meant."""
    alarm = make_alarm()
    editor.edit(alarm)
    with qtbot.waitSignal(editor.delete_requested) as heard:
        qtbot.mouseClick(part(editor, "delete"), Qt.MouseButton.LeftButton)
    assert heard.args == [alarm.id]


# The sentence


def test_the_sentence_follows_each_change(qtbot, editor):
    """Before saving, people read when it rings."""
    editor.edit(make_alarm())
    said = [sentence(editor)[0]]
    retype(qtbot, editor, "time", "23:00")
    said.append(sentence(editor)[0])
    qtbot.keyClick(part(editor, "dayWed"), Qt.Key.Key_Space)
    said.append(sentence(editor)[0])
    assert said == [
        "rings tomorrow, Mon 23 Nov, in 9 h 12 min",
        "rings today, Sun 22 Nov, in 57 min",
        "rings on Wed 25 Nov, in 3 d",
    ]


def test_the_sentence_counts_down(editor, clock):
    """As time passes, the sentence says what is left."""
    editor.edit(make_alarm())
    clock.advance(timedelta(hours=2))
    editor.show_time(clock.now())
    assert sentence(editor)[0] == "rings today, Mon 23 Nov, in 7 h 12 min"


def test_the_clock_never_moves_the_cursor(qtbot, editor, clock):
    """A tick while somebody types changes nothing in the fields."""
    editor.edit(make_alarm(label="Gym"))
    retype(qtbot, editor, "label", "Swim")
    press_keys(qtbot, editor, Qt.Key.Key_Left)
    clock.advance(timedelta(seconds=1))
    editor.show_time(clock.now())
    label = part(editor, "label")
    assert (label.text(), label.cursorPosition(), label.hasFocus()) == ("Swim", 3, True)


def test_the_system_moves_to_another_zone(editor, clock):
    """A traveller's alarm follows, and its sentence too."""
    editor.edit(make_alarm())
    clock.set_zone(ZoneInfo("Asia/Tokyo"))
    editor.show_time(clock.now())
    assert part(editor, "zone").currentText() == "Local (Asia/Tokyo)"
    assert sentence(editor)[0] == "rings today, Mon 23 Nov, in 1 h 12 min"


# What can't be saved


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Type a time, such as 7:15 or 19:30."),
        ("25:00", "There is no 25:00. A day goes from 00:00 to 23:59."),
        ("soon", "“soon” is no time. Type one such as 7:15 or 7 pm."),
    ],
    ids=["empty", "impossible", "no time"],
)
def test_a_wrong_time_is_told_and_kept(qtbot, editor, text, said):
    """The field is marked, the sentence says why, saving leads back, and nothing is lost."""
    editor.edit(make_alarm(label="Gym"))
    retype(qtbot, editor, "time", text)
    part(editor, "label").setFocus()
    field = part(editor, "time")
    assert (sentence(editor), field.property("invalid")) == ((said, "bad"), True)
    with qtbot.assertNotEmitted(editor.save_requested):
        qtbot.mouseClick(part(editor, "save"), Qt.MouseButton.LeftButton)
    assert (field.hasFocus(), field.text()) == (True, text)
    assert part(editor, "label").text() == "Gym"


def test_a_wrong_time_is_mended(qtbot, editor):
    """With a right time the mark goes, and the sentence is good again."""
    editor.edit(make_alarm())
    retype(qtbot, editor, "time", "25:00")
    retype(qtbot, editor, "time", "21:00")
    assert not part(editor, "time").property("invalid")
    assert sentence(editor) == ("rings tomorrow, Mon 23 Nov, in 22 h 57 min", "good")


@pytest.mark.parametrize(("name", "text"), [("time", "71"), ("zone", "lis"), ("date", "28 N")])
def test_nobody_is_blamed_while_typing(qtbot, editor, name, text):
    """A beginning is marked as wrong only when it is left."""
    editor.edit(make_alarm(rule=OnDate(date(2026, 11, 28))))
    retype(qtbot, editor, name, text)
    typing = sentence(editor)[1]
    part(editor, "zone").completer().popup().hide()
    part(editor, "label").setFocus()
    field = part(editor, name)
    assert (typing, sentence(editor)[1], field.property("invalid")) == ("muted", "bad", True)


@pytest.mark.parametrize(
    ("name", "text"),
    [("date", "30 Feb"), ("date", "1 Nov 2026"), ("zone", "Atlantis")],
    ids=["no date", "a date that is over", "no zone"],
)
def test_what_never_rings_is_refused(qtbot, editor, name, text):
    """Without a next ring there is nothing to save."""
    editor.edit(make_alarm(rule=OnDate(date(2026, 11, 28))))
    retype(qtbot, editor, name, text)
    part(editor, "zone").completer().popup().hide()
    with qtbot.assertNotEmitted(editor.save_requested):
        editor.save()
    assert sentence(editor)[1] == "bad"
    assert part(editor, name).hasFocus()
    assert part(editor, name).property("invalid")


def said_in_bad_look(editor):
    """List the sentences that are seen in the look of an error."""
    return [
        label.text()
        for label in editor.findChildren(QLabel)
        if label.isVisible() and label.property("look") == "bad"
    ]


def test_a_label_of_10000_characters_is_refused_whole(qtbot, editor):
    """It is told, marked, and not cut in silence."""
    editor.edit(make_alarm())
    QGuiApplication.clipboard().setText("x" * 10_000)
    part(editor, "label").setFocus()
    press_keys(qtbot, editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    with qtbot.assertNotEmitted(editor.save_requested):
        press_keys(qtbot, editor, Qt.Key.Key_Return)
    assert said_in_bad_look(editor) == ["A label has at most 200 characters; this one has 10,000."]
    label = part(editor, "label")
    assert (len(label.text()), label.hasFocus(), label.property("invalid")) == (10_000, True, True)


def test_a_wrong_length_is_told_below_its_field(qtbot, editor):
    """Far down, the field is scrolled to, and the sentence stands below it."""
    editor.resize(400, 560)
    editor.edit(make_alarm())
    part(editor, "snoozeLength").setEditText("soon")
    editor.save()
    field = part(editor, "snoozeLength")
    assert said_in_bad_look(editor) == ["Type a length, such as 45 s, 7 min or 1 h."]
    assert (field.hasFocus(), field.visibleRegion().boundingRect()) == (True, field.rect())


def test_an_error_of_the_book_is_shown(editor, clock):
    """What core or the store of sounds refuses is said at its field, and stays while time goes."""
    editor.edit(make_alarm())
    editor.show_error(Invalid("sound", "This file holds no sound."))
    clock.advance(timedelta(seconds=1))
    editor.show_time(clock.now())
    assert said_in_bad_look(editor) == ["This file holds no sound."]
    assert part(editor, "sound").property("invalid")
    assert part(editor, "sound").hasFocus()


def test_an_error_goes_with_the_next_change(qtbot, editor):
    """Nobody is reproached for what is mended."""
    editor.edit(make_alarm())
    editor.show_error(Invalid("label", "A label is one line of text."))
    qtbot.keyClicks(part(editor, "label"), "x")
    assert said_in_bad_look(editor) == []
    assert not part(editor, "label").property("invalid")


def test_an_error_of_no_field_is_said_too(editor):
    """A sentence is never dropped because nobody knows its field."""
    editor.edit(make_alarm())
    editor.show_error(Invalid("elsewhere", "Something else is wrong."))
    assert sentence(editor) == ("Something else is wrong.", "bad")


# Preview


def test_a_sound_is_asked_for_and_stopped(qtbot, editor):
    """The button plays what is chosen, and stops it while it plays."""
    editor.edit(make_alarm(ring=RingSettings(sound="harp", volume=35)))
    with qtbot.waitSignal(editor.preview_requested) as heard:
        qtbot.mouseClick(part(editor, "preview"), Qt.MouseButton.LeftButton)
    assert (heard.args[0].sound, heard.args[0].volume) == ("harp", 35)
    editor.show_previewing(True)
    with qtbot.waitSignal(editor.preview_stopped):
        qtbot.mouseClick(part(editor, "preview"), Qt.MouseButton.LeftButton)


def test_another_sound_is_heard_at_once(qtbot, editor):
    """While one plays, choosing another plays that."""
    editor.edit(make_alarm())
    editor.show_previewing(True)
    with qtbot.waitSignal(editor.preview_requested) as heard:
        part(editor, "sound").setCurrentText("Harp")
    assert heard.args[0].sound == "harp"


@pytest.mark.parametrize(
    "leave", [lambda editor: editor.hide(), lambda editor: editor.edit(make_alarm())]
)
def test_a_sound_ends_with_its_alarm(qtbot, editor, leave):
    """No sound plays on for an alarm that is edited no more."""
    editor.edit(make_alarm())
    editor.show_previewing(True)
    with qtbot.waitSignal(editor.preview_stopped):
        leave(editor)


# A trial


def test_a_trial_is_of_what_is_entered(qtbot, editor):
    """What a person sees is what rings, saved or not."""
    alarm = make_alarm(label="Gym")
    editor.edit(alarm)
    retype(qtbot, editor, "label", "Swim")
    retype(qtbot, editor, "ramp", "5 s")
    with qtbot.waitSignal(editor.trial_requested) as heard:
        qtbot.mouseClick(part(editor, "tryNow"), Qt.MouseButton.LeftButton)
    ring = RingSettings(rise=timedelta(seconds=5))
    assert heard.args == [replace(alarm, label="Swim", ring=ring)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_trial_is_begun_and_ended_by_the_keyboard(qtbot, editor, key):
    """Enter on the button tries, and saves nothing."""
    editor.edit(make_alarm())
    part(editor, "tryNow").setFocus()
    with (
        qtbot.waitSignal(editor.trial_requested),
        qtbot.assertNotEmitted(editor.save_requested),
    ):
        press_keys(qtbot, editor, key)
    editor.show_trial(True)
    with qtbot.waitSignal(editor.trial_stopped):
        press_keys(qtbot, editor, key)


@pytest.mark.parametrize(
    ("name", "text"), [("time", "25:00"), ("awakeAfter", "2 h"), ("snoozeLength", "soon")]
)
def test_a_trial_of_a_wrong_entry_is_refused_at_its_field(qtbot, editor, name, text):
    """Nothing rings, and the field says why."""
    editor.edit(make_alarm())
    retype(qtbot, editor, name, text)
    with qtbot.assertNotEmitted(editor.trial_requested):
        qtbot.mouseClick(part(editor, "tryNow"), Qt.MouseButton.LeftButton)
    assert part(editor, name).hasFocus()
    assert part(editor, name).property("invalid")


@pytest.mark.parametrize(
    "leave", [lambda editor: editor.hide(), lambda editor: editor.edit(make_alarm())]
)
def test_a_trial_ends_with_its_alarm(qtbot, editor, leave):
    """Nothing rings on for an alarm that is edited no more, and its result comes too late."""
    editor.edit(make_alarm())
    editor.show_trial(True)
    with qtbot.waitSignal(editor.trial_stopped):
        leave(editor)
    editor.show()
    editor.show_trial_result("heard: peak 0.41 on Speakers", Tone.GOOD)
    assert part(editor, "tryNow").text() == "Try it now"
    assert not part(editor, "tryResult").isVisible()


def test_preview_and_trial_make_way_for_each_other(qtbot, editor):
    """Only one of them is heard."""
    editor.edit(make_alarm())
    editor.show_previewing(True)
    with qtbot.waitSignals([editor.preview_stopped, editor.trial_requested], order="strict"):
        qtbot.mouseClick(part(editor, "tryNow"), Qt.MouseButton.LeftButton)
    editor.show_trial(True)
    with qtbot.waitSignals([editor.trial_stopped, editor.preview_requested], order="strict"):
        qtbot.mouseClick(part(editor, "preview"), Qt.MouseButton.LeftButton)


def test_a_chosen_file_is_told_before_it_is_saved(qtbot, editor):
    """Whoever keeps the sounds can begin to prepare it."""
    editor.edit(make_alarm())
    qtbot.mouseClick(part(editor, "chooseSound"), Qt.MouseButton.LeftButton)
    dialog = editor.window().findChild(QFileDialog, "soundDialog")
    with qtbot.waitSignal(editor.sound_chosen) as heard:
        dialog.fileSelected.emit("/tmp/own.flac")
    assert heard.args == ["/tmp/own.flac"]
    dialog.close()


# The other half of the day


def question(editor):
    """Give what is asked about the time, nothing where it is not."""
    asked = part(editor, "halfQuestion")
    return asked.text() if asked.isVisible() else ""


@pytest.fixture
def at_noon(clock):
    """Let the clock stand at 11:30 of that Sunday in Paris."""
    clock.set_wall(NOW.replace(hour=10, minute=30))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("6:30", "in 19 h; did you mean 18:30?"),
        ("630", "in 19 h; did you mean 18:30?"),
        ("6", "in 18 h; did you mean 18:00?"),
        ("6:30am", ""),
        ("10:30", "in 23 h; did you mean 22:30?"),
        ("18:30", ""),
        ("3:30", ""),
        ("3:31", "in 16 h; did you mean 15:31?"),
    ],
)
def test_a_bare_time_that_is_far_away_is_asked_about(qtbot, editor, at_noon, text, asked):
    """Without am or pm, more than 16 h away, people are asked, also after they left the field."""
    editor.edit(make_alarm())
    retype(qtbot, editor, "time", text)
    while_typing = question(editor)
    part(editor, "label").setFocus()
    assert (while_typing, question(editor)) == (asked, asked)


def test_nobody_is_asked_about_a_time_that_was_not_typed(qtbot, editor, at_noon):
    """An alarm that is only opened was meant; whoever steps sees where the hour stands."""
    editor.edit(make_alarm(6, 29))
    asked = [question(editor)]
    part(editor, "time").setFocus()
    press_keys(qtbot, editor, Qt.Key.Key_Up)
    asked.append(question(editor))
    assert (part(editor, "time").text(), asked) == ("06:30", ["", ""])


def test_a_step_ends_the_question(qtbot, editor, at_noon):
    """It would come and go while the hours pass."""
    editor.edit(make_alarm())
    retype(qtbot, editor, "time", "6:30")
    press_keys(qtbot, editor, Qt.Key.Key_Up)
    assert question(editor) == ""


def test_another_alarm_is_not_asked_about(qtbot, editor, at_noon):
    """What was typed for one alarm says nothing of the next."""
    editor.edit(make_alarm())
    retype(qtbot, editor, "time", "6:30")
    editor.edit(make_alarm(6, 30))
    assert question(editor) == ""


@pytest.mark.parametrize(
    "change",
    [
        lambda qtbot, editor: retype(qtbot, editor, "time", "soon"),
        lambda qtbot, editor: qtbot.keyClick(part(editor, "ruleOnDate"), Qt.Key.Key_Space),
    ],
    ids=["no time", "a named day"],
)
def test_the_question_goes_with_its_doubt(qtbot, editor, at_noon, change):
    """A day that was named was thought about, and no time is no doubt."""
    editor.edit(make_alarm())
    retype(qtbot, editor, "time", "6:30")
    change(qtbot, editor)
    assert question(editor) == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_other_half_is_taken(qtbot, editor, at_noon, key):
    """The button is next to the time; it changes it, and the keyboard is in the time again."""
    editor.edit(make_alarm())
    retype(qtbot, editor, "time", "6:30")
    press_keys(qtbot, editor, Qt.Key.Key_Tab)
    assert editor.focusWidget().accessibleName() == "Yes, 18:30"
    with qtbot.assertNotEmitted(editor.save_requested):
        press_keys(qtbot, editor, key)
    assert (part(editor, "time").text(), part(editor, "time").hasFocus()) == ("18:30", True)
    assert question(editor) == ""
    assert saved(qtbot, editor).time == time(18, 30)


def test_saving_declines_the_question(qtbot, editor, at_noon):
    """The alarm is as it was typed."""
    editor.create(RingSettings())
    retype(qtbot, editor, "time", "6:30")
    with qtbot.waitSignal(editor.save_requested) as heard:
        press_keys(qtbot, editor, Qt.Key.Key_Return)
    assert heard.args[0].time == time(6, 30)


# Room


def place(editor, name):
    """Tell where in the editor a part is."""
    widget = part(editor, name)
    return QRect(widget.mapTo(editor, widget.rect().topLeft()), widget.size())


@pytest.mark.parametrize(("width", "height"), [(320, 560), (352, 560), (380, 640), (420, 900)])
def test_everything_has_its_room(qtbot, editor, width, height):
    """In a small window, too, nothing reaches over an edge or over anything else."""
    editor.resize(width, height)
    ring = RingSettings(sound=f"/tmp/{GERMAN}.flac", again=3)
    editor.edit(make_alarm(label=GERMAN, zone="America/Argentina/ComodRivadavia", ring=ring))
    editor.show_trial(True)
    editor.show_trial_progress(GERMAN)
    scrolled = [name for name in NAMES if name not in ("time", "save", "cancel", "delete", "date")]

    def has_room():
        places = {name: place(editor, name) for name in scrolled}
        pairs = combinations(scrolled, 2)
        overlaps = [pair for pair in pairs if places[pair[0]].intersects(places[pair[1]])]
        beyond = [name for name in scrolled if places[name].right() >= width - 23]
        assert (editor.width(), overlaps, beyond) == (width, [], [])

    qtbot.waitUntil(has_room)


@pytest.mark.parametrize(("width", "height"), [(320, 480), (400, 560), (420, 900)])
@pytest.mark.parametrize(
    "name", ["time", "halfQuestion", "otherHalf", "nextRings", "save", "cancel", "delete"]
)
def test_what_matters_most_is_always_seen(qtbot, editor, at_noon, width, height, name):
    """However low the window is, the time, what is said of it and the buttons stay in sight."""
    editor.resize(width, height)
    editor.edit(make_alarm(armed_at=None))
    retype(qtbot, editor, "time", "9:00")
    QApplication.processEvents()
    assert part(editor, name).visibleRegion().boundingRect() == part(editor, name).rect()


def test_the_digits_grow_where_there_is_room(editor):
    """In a high window the time has the height of the picture."""
    heights = []
    for height in (560, 900):
        editor.resize(400, height)
        QApplication.processEvents()
        heights.append(part(editor, "time").height())
    assert heights == [84, 116]
