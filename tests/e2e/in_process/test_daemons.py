"""The daemons as the window shows them: the model run, rings, snoozes and failures."""

from datetime import timedelta

from PySide6.QtCore import Qt

HALF_SECOND = 0.5
MINUTE = timedelta(minutes=1)


def live(person):
    """Read the lines of the activity without their times."""
    return [row.split(" ", 1)[1] for row in person.rows("activityList")]


def test_the_model_run(person):
    """Five ticks in one line, a second apart, then ALARM!."""
    person.say("in 5 s tea")
    seen = []
    for _ in range(5):
        person.wait(1)
        seen.append([line for line in live(person) if "tick" in line])
    assert seen[:4] == [[f"tick, tea · tick {n} of 5"] for n in (1, 2, 3, 4)]
    assert live(person)[0] == "ALARM!, tea · on time"
    assert person.text("ringLabel") == "tea"


def test_an_alarm_ticks_with_its_countdown(person):
    """An armed alarm tells each second how long it is."""
    person.say("7:15 gym")
    person.wait(1)
    first = live(person)[0]
    person.wait(1)
    assert first == "tick, gym · in 9 h 12 min 13 s"
    assert live(person)[0] == "tick, gym · in 9 h 12 min 12 s"


def test_nothing_ticks_while_nobody_looks(person):
    """A minimised window costs nothing; the ring comes all the same."""
    person.say("in 5 s tea")
    person.window.showMinimized()
    person.settle()
    person.wait(3)
    assert not [line for line in live_of_model(person) if "tick" in line]
    person.wait(2)
    assert person.ring_window is not None


def live_of_model(person):
    """Read the activity although nobody sees it."""
    model = person.program.shell.activity
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_enter_stops_a_ring(person):
    """The window goes, the sound ends, the activity says dismissed."""
    person.say("in 5 s tea")
    person.wait(6)
    assert person.sounding == ["tea"]
    person.press(Qt.Key.Key_Return, on=person.ring_window)
    assert person.ring_window is None
    assert person.sounding == []
    assert live(person)[0].startswith("dismissed, tea")


def test_space_snoozes_a_ring_from_the_press(person):
    """The row says until when, and it rings again then."""
    person.say("22:03 gym")
    person.wait(16)
    person.press(Qt.Key.Key_Space, on=person.ring_window)
    assert person.ring_window is None
    assert "snoozed until 22:08:02" in person.rows("alarmList")[0]
    person.sleep(5 * MINUTE)
    assert person.text("ringLabel") == "gym"
    assert person.sounding == ["gym"]


def test_keys_are_ignored_for_the_first_half_second(person):
    """Typing elsewhere stops no alarm."""
    person.say("in 5 s tea")
    person.wait(5)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        person.press(key, on=person.ring_window)
        assert person.sounding == ["tea"]
    person.wait(HALF_SECOND)
    person.press(Qt.Key.Key_Return, on=person.ring_window)
    assert person.sounding == []


def test_two_alarms_at_one_instant_are_answered_one_by_one(person):
    """Stopping one leaves the other ringing."""
    person.say("22:03 gym")
    person.say("22:03 pills")
    person.wait(15)
    assert sorted(person.texts("ringLabel")) == ["gym", "pills"]
    assert person.sounding == ["gym", "pills"]
    stopped = person.text("ringLabel")
    person.click("stop")
    assert len(person.texts("ringLabel")) == 1
    assert person.sounding == [({"gym", "pills"} - {stopped}).pop()]


def test_a_ring_window_that_is_closed_goes_on_ringing(person):
    """Only an answer ends a ring."""
    person.say("in 5 s tea")
    person.wait(5)
    person.ring_window.close()
    person.settle()
    assert person.ring_window is not None
    assert person.sounding == ["tea"]


def test_deleting_a_ringing_alarm_stops_its_sound(person):
    """What is gone rings no more."""
    person.say("22:03 gym")
    person.wait(15)
    person.press(Qt.Key.Key_Delete, on=person.choose(0))
    assert person.sounding == []
    assert person.ring_window is None


def test_editing_a_ringing_alarm_stops_its_sound(person):
    """A saved change ends the ring."""
    person.say("22:03 gym")
    person.wait(15)
    person.press(Qt.Key.Key_Return, on=person.choose(0))
    person.type_into("label", "pool")
    person.click("save")
    assert person.sounding == []
    assert person.ring_window is None


def test_a_ring_that_nobody_answers_is_missed_until_acknowledged(person):
    """After the ring length the sound ends; the notice stays."""
    person.say("22:03 gym")
    person.wait(15)
    person.sleep(10 * MINUTE)
    assert person.sounding == []
    assert person.text("missedText") == "Missed: gym, 22:03 (nobody answered)."
    assert "missed 22:03" in person.rows("alarmList")[0]
    person.click("acknowledge")
    assert not person.sees("missedNotice")


def test_a_daemon_that_fails_is_shown_and_armed_again(person, caplog):
    """It says why, disturbs no other, and rings a second later."""
    person.say("in 5 s tea")
    answering, calls = person.program.answering, []
    reach = answering.reach

    def fail_once(goal):
        calls.append(goal)
        if len(calls) == 1:
            raise RuntimeError("the kettle is broken")
        reach(goal)

    answering.reach = fail_once
    person.wait(5)
    assert any("failed, tea · the kettle is broken" in line for line in live(person))
    person.wait(2)
    assert person.sounding == ["tea"]
    assert "failed" in caplog.text
    caplog.clear()


def test_no_sound_device_is_said_in_the_ring_window(person):
    """The alarm rings on the screen, and says why it is silent."""
    from alarmclock.core.player import NO_DEVICE

    person.program.player.status = NO_DEVICE
    person.say("in 5 s tea")
    person.wait(7)
    assert person.text("soundProblem") == NO_DEVICE.sentence
