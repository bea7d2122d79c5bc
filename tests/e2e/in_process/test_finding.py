"""Finding alarms with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from alarmclock.ui.alarms.page import ALSO_HIDDEN

CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
ALARMS = ("weekdays 7:15 gym", "8:00 swim", "9:00 gymnastics", "every day 22:30 pills")


class Finder:
    """Finds among the alarms of a person."""

    def __init__(self, person, qtbot):
        self._person = person
        self._qtbot = qtbot

    def look_for(self, words):
        """Press Ctrl+F, and type."""
        self._person.press(Key.Key_F, CONTROL)
        self.type(words)

    def type(self, words):
        """Type where the keyboard is."""
        self._qtbot.keyClicks(self._person.window.focusWidget(), words)
        self._person.settle()

    @property
    def focus(self):
        """The name of what has the keyboard."""
        return self._person.window.focusWidget().objectName()

    @property
    def shown(self):
        """The labels in the list."""
        return [row.split(", ")[1] for row in self._person.rows("alarmList")]

    @property
    def chosen(self):
        """The label of the row that the keys are for."""
        cards = self._person.find("alarmList")
        return cards.currentIndex().data().split(", ")[1]


@pytest.fixture
def finder(person, qtbot):
    """Give a person's finder among four alarms, the keyboard being in the line for a new one."""
    for words in ALARMS:
        person.say(words)
    return Finder(person, qtbot)


def test_typing_narrows_the_list_and_escape_shows_all_again(person, finder):
    """How many were found stands beside it; the keyboard goes back to where it was."""
    assert finder.focus == "quickAdd"
    finder.look_for("gym")
    assert finder.focus == "findWords"
    assert finder.shown == ["gym", "gymnastics"]
    assert person.text("findCount") == "2 of 4"
    person.press(Key.Key_Escape)
    assert len(finder.shown) == 4
    assert not person.sees("findWords")
    assert finder.focus == "quickAdd"


def test_a_count_is_shown_before_anything_is_typed(person, finder):
    """And a screen reader says it with the name of the line."""
    person.press(Key.Key_F, CONTROL)
    assert person.text("findCount") == "4 alarms"
    finder.type("week 07")
    line = person.find("findWords")
    assert (line.accessibleName(), line.accessibleDescription()) == ("Find alarms", "1 of 4")


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Down])
def test_enter_and_down_go_into_the_list(person, finder, key):
    """There the keys do what they always do, to what is seen."""
    finder.look_for("gym")
    person.press(key)
    assert (finder.focus, finder.chosen) == ("alarmList", "gym")
    person.press(Key.Key_Down)
    assert finder.chosen == "gymnastics"
    person.press(Key.Key_Delete)
    assert finder.shown == ["gym"]
    assert person.text("findCount") == "1 of 3"
    person.press(Key.Key_Up)
    assert finder.focus == "findWords"


def test_the_chosen_alarm_stays_chosen(person, finder):
    """Where it is shown, where it is hidden meanwhile, and after all are shown again."""
    person.choose(finder.shown.index("swim"))
    finder.look_for("s")
    assert finder.chosen == "swim"
    finder.type("wim")
    assert finder.chosen == "swim"
    finder.look_for("gym")
    person.press(Key.Key_Escape)
    assert (finder.focus, finder.chosen) == ("alarmList", "swim")


def test_what_was_found_stays_chosen_among_all(person, finder):
    """Esc in the list shows all again, around what was found."""
    finder.look_for("gymn")
    person.press(Key.Key_Return)
    person.press(Key.Key_Escape)
    assert (finder.focus, finder.chosen) == ("alarmList", "gymnastics")
    assert len(finder.shown) == 4


def test_nothing_found_is_said(person, finder):
    """With a button that clears what was typed, within reach of Tab."""
    finder.look_for("den<b>tist  ")
    assert person.text("nothingFound") == "No alarm has “den<b>tist”."
    assert person.text("findCount") == "0 of 4"
    person.press(Key.Key_Return)
    assert finder.focus == "findWords"
    person.press(Key.Key_Tab)
    assert finder.focus == "closeFind"
    person.press(Key.Key_Tab)
    assert finder.focus == "clearFind"
    person.press(Key.Key_Space)
    assert (finder.focus, person.text("findWords"), len(finder.shown)) == ("findWords", "", 4)


def test_ctrl_f_again_replaces_what_was_typed(person, finder):
    """From the list, and from the line itself."""
    finder.look_for("gym")
    person.press(Key.Key_Return)
    finder.look_for("swim")
    assert (person.text("findWords"), finder.shown) == ("swim", ["swim"])
    finder.look_for("pills")
    assert finder.shown == ["pills"]


@pytest.mark.parametrize(("words", "left"), [("8:30 tea", ""), ("8:30 gym two", "gym")])
def test_an_alarm_just_added_is_shown_and_chosen(person, finder, words, left):
    """What is looked for gives way to it, unless it is found by that."""
    finder.look_for("gym")
    person.press(Key.Key_L, CONTROL)
    finder.type(words)
    person.press(Key.Key_Return)
    assert person.text("findWords") == left
    assert words[5:] in finder.shown
    assert finder.chosen == words[5:]


def test_an_alarm_of_the_editor_is_shown(person, finder):
    """It has no other words than the others there."""
    finder.look_for("gym")
    person.press(Key.Key_N, CONTROL)
    person.type_into("time", "6:30")
    person.type_into("label", "run")
    person.press_in("label", "Enter")
    assert person.text("findWords") == ""
    assert finder.chosen == "run"


def test_what_was_edited_stays_until_other_words_are_typed(person, finder):
    """Nothing vanishes under one's hands."""
    finder.look_for("gym")
    person.press(Key.Key_Return)
    person.press(Key.Key_Return)
    person.type_into("label", "run")
    person.press_in("label", "Enter")
    assert (finder.focus, finder.shown) == ("alarmList", ["run", "gymnastics"])
    finder.look_for("gymn")
    assert finder.shown == ["gymnastics"]


def test_what_is_switched_off_stays_and_is_counted(person, finder):
    """As long as one looks for what is on."""
    finder.look_for("gym on")
    person.press(Key.Key_Return)
    person.press(Key.Key_Space)
    assert sorted(finder.shown) == ["gym", "gymnastics"]
    assert person.text("findCount") == "2 of 4"
    finder.look_for("gym off")
    assert finder.shown == ["gym"]


def test_what_is_undone_is_shown(person, finder):
    """A deleted alarm comes back, even where others are looked for meanwhile."""
    finder.look_for("swim")
    person.press(Key.Key_Return)
    person.press(Key.Key_Delete)
    assert person.text("nothingFound") == "No alarm has “swim”."
    finder.look_for("gym")
    person.press(Key.Key_Return)
    person.press(Key.Key_Z, CONTROL)
    assert finder.chosen == "swim"
    assert len(finder.shown) == 4


def test_what_comes_from_elsewhere_disturbs_nobody_who_types(person, finder):
    """An alarm added by a command waits, and is counted."""
    finder.look_for("gy")
    person.program.shell.desk.add_in_words("8:30 tea")
    finder.type("m")
    assert (person.text("findWords"), person.text("findCount")) == ("gym", "2 of 5")


def test_to_pause_all_says_that_it_means_all(person, finder):
    """Also those that are hidden at the moment, and it does."""
    person.press(Key.Key_P, CONTROL)
    assert ALSO_HIDDEN not in _choices(person)
    person.find("pauseMenu", QMenu).close()
    finder.look_for("gym")
    assert person.find("pauseAll").accessibleDescription() == ALSO_HIDDEN
    person.press(Key.Key_P, CONTROL)
    assert ALSO_HIDDEN in _choices(person)
    person.press(Key.Key_Down, on=person.find("pauseMenu", QMenu))
    person.press(Key.Key_Return, on=person.find("pauseMenu", QMenu))
    assert all(alarm.pause for alarm in person.program.book.alarms())
    assert "All alarms are paused" in person.text("pauseText")


def test_other_pages_leave_it_as_it_is(person, finder):
    """And their own Ctrl+F is for them."""
    finder.look_for("gym")
    person.press(Key.Key_4, CONTROL)
    person.press(Key.Key_F, CONTROL)
    assert finder.focus == "activitySearch"
    person.press(Key.Key_1, CONTROL)
    assert (person.text("findWords"), len(finder.shown)) == ("gym", 2)


def test_what_rings_next_is_told_though_it_is_hidden(person, finder):
    """It rings all the same."""
    finder.look_for("swim")
    assert person.find("nextRing").accessibleName().startswith("Next: pills")


def test_deleting_the_last_alarm_says_that_there_are_none(person, qtbot):
    """Not that none has the words."""
    person.say("7:15 gym")
    finder = Finder(person, qtbot)
    finder.look_for("gym")
    person.press(Key.Key_Return)
    person.press(Key.Key_Delete)
    assert person.sees("noAlarms")
    assert person.text("findCount") == "0 alarms"


def test_a_button_finds_where_alarms_are_many_and_there_is_room(person, qtbot):
    """A few can be looked over, and in a narrow window there is Ctrl+F."""
    for minute in range(9):
        assert not person.sees("findAlarms")
        person.say(f"7:1{minute} a")
    person.click("findAlarms")
    assert Finder(person, qtbot).focus == "findWords"
    person.window.resize(400, 560)
    person.settle()
    assert not person.sees("findAlarms")


def _choices(person):
    menu = person.find("pauseMenu", QMenu)
    return [action.text() for action in menu.actions()]
