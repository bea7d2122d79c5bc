"""Closing the window, and opening it again."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication

from alarmclock.ui.main_window import PageNumber

NOTE = "They don't ring until Alarm Clock is opened again"


class Witness:
    """Reads the closing view while the program winds up."""

    def __init__(self, person, monkeypatch):
        self.rows, self.title, self.seconds = [], "", 0.0
        self._person = person
        close = person.window.close_for_good

        def look_and_close():
            view = person.window.closing_view
            if view is not None and view.isVisible():
                self.rows = person.rows("cancelledList")
                self.title = next(
                    child.accessibleName()
                    for child in view.children()
                    if NOTE in getattr(child, "accessibleName", str)()
                )
            close()

        monkeypatch.setattr(person.window, "close_for_good", look_and_close)

    def close(self, how="close"):
        """Close the window and wait for the end."""
        begun = time.monotonic()
        person = self._person
        person.window.close() if how == "close" else person.program.end()
        person.program.finish_when_ended()
        self.seconds = time.monotonic() - begun
        return self


@pytest.fixture
def witness(person, monkeypatch):
    """Give somebody who watches the window close."""
    return Witness(person, monkeypatch)


def set_closing_time(person, seconds):
    """Choose how long the closing view stays."""
    preferences = person.program.preferences
    preferences.settings = replace(preferences.settings, closing_time=timedelta(seconds=seconds))


def test_closing_after_three_seconds_shows_three_ticks_and_the_cancellation(person, witness):
    """The model: the loop ends first, the task is cancelled and says so."""
    person.say("in 5 s tea")
    ticks = []
    for _ in range(3):
        person.wait(1)
        ticks += [row for row in person.rows("activityList") if "tick" in row]
    assert [row.split(" · ")[1] for row in ticks] == [f"tick {n} of 5" for n in (1, 2, 3)]
    witness.close()
    assert witness.rows == ["00:02 tea, timer, 2 s left: Alarm cancelled"]
    assert witness.title.startswith("Closing — 1 timer cancelled. " + NOTE)


def test_every_daemon_is_listed(person, witness):
    """Alarms and timers alike, each with its next ring."""
    for words in ("weekdays 7:15 gym", "9:00 plants", "in 20 min tea"):
        person.say(words)
    witness.close()
    assert witness.rows == [
        "20:00 tea, timer, 20 min left: Alarm cancelled",
        "07:15 gym, tomorrow · in 9 h 12 min: Alarm cancelled",
        "09:00 plants, tomorrow · in 10 h 57 min: Alarm cancelled",
    ]
    assert witness.title.startswith("Closing — 2 alarms and 1 timer cancelled")


def test_with_nothing_armed_it_closes_at_once(person, witness):
    """There is nothing to show."""
    set_closing_time(person, 10)
    witness.close()
    assert witness.rows == []
    assert witness.seconds < 1


def test_the_closing_view_stays_as_long_as_was_chosen(person, witness):
    """It goes by itself."""
    person.say("7:15 gym")
    set_closing_time(person, 0.4)
    witness.close()
    assert 0.4 <= witness.seconds < 2


@pytest.mark.parametrize("way", ["Enter", "Esc", "Close now", "close again", "end again"])
def test_it_can_be_hurried(person, witness, qtbot, way):
    """Nobody has to wait ten seconds."""
    from PySide6.QtCore import QTimer

    person.say("7:15 gym")
    set_closing_time(person, 10)

    def hurry():
        match way:
            case "Enter":
                qtbot.keyClick(person.window, Qt.Key.Key_Return)
            case "Esc":
                qtbot.keyClick(person.window, Qt.Key.Key_Escape)
            case "Close now":
                qtbot.mouseClick(person.find("closeNow"), Qt.MouseButton.LeftButton)
            case "close again":
                person.window.close()
            case _:
                person.program.end()

    QTimer.singleShot(300, hurry)
    witness.close()
    assert 0.2 < witness.seconds < 4
    assert len(witness.rows) == 1


def test_alarms_are_armed_again(person, open_program):
    """The window says how many, and the rows are as they were."""
    for words in ("weekdays 7:15 gym", "9:00 plants"):
        person.say(words)
    rows = person.rows("alarmList")
    person.program.finish()
    again = open_program()
    assert again.rows("alarmList") == rows
    assert again.text("message") == "2 alarms armed again."


def test_what_was_due_meanwhile_is_told(person, open_program, clock):
    """Missed ones are counted and stay in the notice, over another restart too."""
    for words in ("weekdays 7:15 gym", "6:00 flight", "9:00 plants"):
        person.say(words)
    person.program.finish()
    clock.advance(timedelta(hours=10))
    again = open_program()
    assert again.text("message") == "2 alarms armed again; 2 were missed while closed."
    expected = ["2 alarms were missed.", "The program was closed", "07:15 · gym", "06:00 · flight"]
    assert again.read_all("missedNotice") == expected
    again.program.finish()
    assert open_program().read_all("missedNotice") == expected


def test_a_late_ring_within_its_limit_rings_at_once(person, open_program, clock):
    """A quarter of an hour late is better than not at all."""
    person.say("7:15 gym")
    person.program.finish()
    clock.advance(timedelta(hours=9, minutes=25))
    again = open_program()
    again.wait(1)
    assert again.text("ringLabel") == "gym"


def test_a_timer_runs_on_at_its_true_remaining_time(person, open_program, clock):
    """Time passed while the program was closed."""
    person.say("in 20 min tea")
    person.program.finish()
    clock.advance(timedelta(minutes=7))
    assert open_program().text("nextRing") == "Next: tea — in 13 min"


def test_a_snooze_is_still_pending(person, open_program, clock):
    """It was promised, and it comes."""
    person.say("22:03 gym")
    person.wait(16)
    person.press(Qt.Key.Key_Space, on=person.ring_window)
    person.program.finish()
    clock.advance(timedelta(minutes=2))
    again = open_program()
    assert "snoozed until 22:08:02" in again.rows("alarmList")[0]
    again.sleep(timedelta(minutes=3, seconds=1))
    assert again.text("ringLabel") == "gym"


def test_size_and_page_are_as_they_were(person, open_program):
    """The window is found as it was left."""
    person.window.resize(QSize(700, 600))
    person.click("navTimers")
    person.program.finish()
    again = open_program()
    assert again.window.size() == QSize(700, 600)
    assert again.window.page_number is PageNumber.TIMERS


def test_a_window_beyond_the_screens_comes_back_onto_one(person, open_program):
    """A screen that is gone takes no window with it."""
    person.window.move(QPoint(50_000, 50_000))
    person.program.finish()
    again = open_program()
    screen = QApplication.primaryScreen().availableGeometry()
    assert screen.intersects(again.window.frameGeometry())


def test_what_was_undone_is_undone_on_disk(person, open_program):
    """What the window said is saved is there after a restart."""
    person.say("7:15 gym")
    person.press(Qt.Key.Key_Delete, on=person.choose(0))
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.program.finish()
    assert open_program().rows("alarmList") == ["07:15, gym, once, tomorrow · in 9 h 12 min, on"]
