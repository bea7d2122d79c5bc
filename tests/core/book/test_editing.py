"""Editing: what a person does to alarms and timers, and takes back."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.alarm import Alarm, Pause
from alarmclock.core.book.book import State
from alarmclock.core.book.editing import first_ring
from alarmclock.core.book.skipping import Skipping
from alarmclock.core.errors import Invalid, NoSuchItem, NotSaved
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.rule import EVERY_DAY, WEEKEND, WORKDAYS, OnDate, Weekday, Weekdays
from tests.core.builders import (
    HOUR,
    MINUTE,
    ONCE,
    SUNDAY_EVENING,
    Desk,
    local,
    make_alarm,
    make_timer,
)

NOW = SUNDAY_EVENING
DAILY = Weekdays(EVERY_DAY)


def on(text):
    """Make the rule of one date."""
    return OnDate(date.fromisoformat(text))


def ringing(alarm=None):
    """Give a desk at Monday, 7:00, where a daily alarm rings."""
    desk = Desk(alarm or make_alarm(rule=DAILY)).at("2026-11-23 07:00")
    assert desk.bring()
    return desk


# Alarms


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        (Weekdays(WORKDAYS), {"2026-11-23", "2026-11-24"}),
        (Weekdays(frozenset({Weekday.TUESDAY})), {"2026-11-24"}),
        (Weekdays(WEEKEND), set()),
        (ONCE, set()),
        (OnDate(date(2026, 11, 24)), set()),
    ],
    ids=["still rings then", "on one of the days", "on other days", "once", "on one date"],
)
def test_what_is_skipped_stays_where_the_new_schedule_rings(rule, kept):
    """Else it would be left standing, and come back when the alarm repeats again."""
    skipped = frozenset({date(2026, 11, 23), date(2026, 11, 24)})
    desk = Desk(replace(make_alarm(rule=DAILY), skipped=skipped))
    desk.editing.replace(replace(desk.items()["alarm"], rule=rule))
    after = desk.items()["alarm"]
    assert {day.isoformat() for day in after.skipped} == kept
    desk.editing.undo()
    assert desk.items()["alarm"].skipped == skipped


def test_what_was_skipped_and_is_over_stays():
    """It explains why there was no ring."""
    over = frozenset({date(2026, 11, 20)})
    desk = Desk(replace(make_alarm(rule=DAILY), skipped=over))
    desk.editing.replace(replace(desk.items()["alarm"], rule=Weekdays(WEEKEND)))
    assert desk.items()["alarm"].skipped == over


def test_add():
    """A new alarm is in the book and on disk."""
    desk = Desk()
    desk.editing.add(make_alarm())
    assert desk.items() == desk.journal.items == {"alarm": make_alarm()}


@pytest.mark.parametrize("armed_at", [NOW, NOW - timedelta(days=1)])
def test_an_alarm_that_could_never_ring_is_refused(armed_at):
    """A date that is over gets its sentence instead of an alarm that stays silent."""
    desk = Desk()
    with pytest.raises(Invalid, match="are over") as caught:
        desk.editing.add(make_alarm(rule=on("2026-11-21"), armed_at=armed_at))
    assert caught.value.field == "date"
    assert desk.items() == {}


def test_an_alarm_that_is_off_may_have_any_date():
    """Only an armed one must ring."""
    desk = Desk()
    desk.editing.add(make_alarm(rule=on("2026-11-21"), armed_at=None))
    assert desk.book.state("alarm") is State.OFF


def test_an_unknown_zone_is_refused():
    """People choose from what this system knows."""
    desk = Desk()
    with pytest.raises(Invalid, match="Atlantis/Capital") as caught:
        desk.editing.add(make_alarm(zone="Atlantis/Capital"))
    assert caught.value.field == "zone"


def test_an_edit_of_the_label_does_not_move_the_arming():
    """What was due since the alarm was armed stays due."""
    desk = Desk(make_alarm()).at("2026-11-22 22:00")
    desk.editing.replace(make_alarm(label="gym", armed_at=desk.clock.now()))
    assert desk.book.item("alarm") == make_alarm(label="gym", armed_at=NOW)


def test_an_edit_of_the_time_arms_anew():
    """Set to a time that has passed today, it rings tomorrow and was not missed."""
    desk = Desk(make_alarm(7, rule=DAILY)).at("2026-11-22 22:00")
    desk.editing.replace(make_alarm(21, rule=DAILY, armed_at=NOW))
    assert desk.local_due() == "2026-11-23 21:00"


def test_an_edit_after_the_ring_to_a_later_time_rings_the_same_day():
    """The ring at seven does not keep the one at eight away."""
    desk = ringing()
    desk.answering.dismiss("alarm")
    desk.editing.replace(make_alarm(8, rule=DAILY))
    assert desk.local_due() == "2026-11-23 08:00"


def test_an_edit_that_turns_an_alarm_on_arms_it_now():
    """It counts from now, not from when it was last on."""
    desk = Desk(make_alarm(20, armed_at=None))
    desk.editing.replace(make_alarm(20, armed_at=NOW - 3 * HOUR))
    assert desk.local_due() == "2026-11-23 20:00"


@pytest.mark.parametrize(
    "command",
    [
        lambda desk: desk.editing.replace(make_alarm(rule=DAILY, label="gym")),
        lambda desk: desk.editing.replace(make_alarm(8, rule=DAILY)),
        lambda desk: desk.editing.remove("alarm"),
        lambda desk: desk.editing.switch("alarm", on=False),
    ],
    ids=["label", "time", "remove", "switch off"],
)
def test_an_edit_ends_the_ring(command):
    """Whoever changes or deletes a ringing alarm wants silence."""
    desk = ringing()
    command(desk)
    assert desk.book.ringing() == []
    assert desk.book.open_ring("alarm") is None
    assert not any(ring.is_open for ring in desk.journal.rings.values())


def test_an_edit_ends_a_snooze():
    """A snoozed alarm does not come back after an edit."""
    desk = ringing()
    desk.answering.snooze("alarm")
    desk.editing.replace(make_alarm(8, rule=DAILY))
    assert desk.local_due() == "2026-11-23 08:00"


def test_what_is_gone_can_not_be_changed():
    """Each command says so."""
    desk = Desk()
    for command in (
        lambda: desk.editing.replace(make_alarm()),
        lambda: desk.editing.remove("alarm"),
        lambda: desk.editing.duplicate("alarm"),
        lambda: desk.editing.switch("alarm", on=True),
        lambda: desk.editing.pause("alarm"),
    ):
        with pytest.raises(NoSuchItem):
            command()


def test_a_duplicate_is_a_second_one_like_it():
    """All is the same but the identity; it is armed now."""
    desk = Desk(make_alarm(label="gym", rule=DAILY)).at("2026-11-22 22:00")
    twin = desk.editing.duplicate("alarm")
    assert twin != "alarm"
    expected = make_alarm(label="gym", rule=DAILY, item_id=twin, armed_at=desk.clock.now())
    assert desk.book.item(twin) == expected


def test_a_duplicate_of_one_that_is_off_is_off():
    """Nothing begins to ring by being copied."""
    desk = Desk(make_alarm(armed_at=None))
    assert desk.book.state(desk.editing.duplicate("alarm")) is State.OFF


def test_switching_off_and_on():
    """Off it waits for nothing; on again it counts from now."""
    desk = Desk(make_alarm(20, 35, rule=DAILY))
    desk.editing.switch("alarm", on=False)
    assert desk.local_due() is None
    desk.at("2026-11-22 20:40").editing.switch("alarm", on=True)
    assert desk.local_due() == "2026-11-23 20:35"


def test_switching_on_a_date_that_is_over_is_refused():
    """It says so instead of showing a switch that is on and never rings."""
    desk = Desk(make_alarm(rule=on("2026-11-20"), armed_at=None))
    with pytest.raises(Invalid, match="are over"):
        desk.editing.switch("alarm", on=True)
    assert not desk.book.is_on("alarm")


def test_switching_on_what_rang_before_the_clock_was_set_back_is_refused():
    """The ring of that date is taken: the switch must not promise another."""
    desk = Desk(make_alarm(rule=on("2026-11-23"))).at("2026-11-23 07:00")
    desk.bring()
    desk.answering.dismiss("alarm")
    desk.at("2026-11-23 06:50")
    with pytest.raises(Invalid):
        desk.editing.switch("alarm", on=True)


@pytest.mark.parametrize("is_on", [True, False])
def test_switching_to_what_it_is_already_changes_nothing(is_on):
    """There is nothing to undo, and the arming stays."""
    alarm = make_alarm(armed_at=NOW if is_on else None)
    desk = Desk(alarm).at("2026-11-22 22:00")
    desk.editing.switch("alarm", on=is_on)
    assert desk.book.item("alarm") == alarm
    assert desk.editing.undo() is None


def test_first_ring_is_what_the_book_will_say():
    """The editor's preview and the row after saving agree."""
    desk = Desk(make_alarm())
    edited = make_alarm(21)
    shown = first_ring(edited, desk.clock.now(), desk.book)
    desk.editing.replace(edited)
    assert shown == desk.book.due("alarm") == local("2026-11-22 21:00")


def test_first_ring_knows_what_has_rung():
    """With the clock set back, the preview does not promise the ring of today again."""
    desk = ringing()
    desk.answering.dismiss("alarm")
    desk.at("2026-11-23 06:50")
    alarm = desk.book.item("alarm")
    assert first_ring(alarm, desk.clock.now(), desk.book) == local("2026-11-24 07:00")


def test_first_ring_of_a_date_that_is_over_is_none():
    """The editor says that it would not ring."""
    desk = Desk()
    assert first_ring(make_alarm(rule=on("2026-11-20")), NOW, desk.book) is None


# Timers


def running(minutes=10):
    """Give a desk where a timer has just been started."""
    desk = Desk()
    desk.editing.start(make_timer(minutes))
    return desk


def test_start():
    """A new timer runs at once."""
    desk = running()
    assert desk.book.state("timer") is State.RUNNING
    assert desk.book.due("timer") == NOW + 10 * MINUTE


def test_pause_and_resume():
    """The end moves by the pause."""
    desk = running().at("2026-11-22 20:34")
    desk.editing.pause("timer")
    assert desk.book.state("timer") is State.PAUSED
    desk.at("2026-11-22 21:00").editing.resume("timer")
    assert desk.local_due("timer") == "2026-11-22 21:06"


def test_a_pause_that_comes_too_late_does_not_stop_the_ring():
    """Pressed in the moment of the end, the timer still rings."""
    desk = running().at("2026-11-22 20:40")
    desk.editing.pause("timer")
    assert desk.bring("timer")
    desk.editing.pause("timer")
    assert desk.book.state("timer") is State.RINGING


@pytest.mark.parametrize("command", ["pause", "resume"])
def test_a_timer_that_has_ended_does_not_pause_or_resume(command):
    """It would ring at once."""
    desk = Desk(make_timer())
    getattr(desk.editing, command)("timer")
    assert desk.book.state("timer") is State.ENDED
    assert desk.editing.undo() is None


def test_extend():
    """A minute more."""
    desk = running()
    desk.editing.extend("timer")
    assert desk.book.due("timer") == NOW + 11 * MINUTE


def test_extending_a_timer_that_rings_runs_it_for_just_that():
    """Its ring ends, and it runs a minute."""
    desk = running().at("2026-11-22 20:40")
    desk.bring("timer")
    desk.at("2026-11-22 20:41").editing.extend("timer")
    assert desk.book.state("timer") is State.RUNNING
    assert desk.local_due("timer") == "2026-11-22 20:42"
    assert desk.book.item("timer").length == MINUTE


def test_a_timer_can_not_be_extended_for_ever():
    """Beyond 99 hours it is refused, and stays as it was."""
    desk = Desk()
    desk.editing.start(make_timer(99 * 60))
    with pytest.raises(Invalid, match="99 h 59 min"):
        desk.editing.extend("timer", HOUR)
    assert desk.book.due("timer") == NOW + 99 * HOUR


def test_restart():
    """It runs its whole length again."""
    desk = running().at("2026-11-22 20:34")
    desk.editing.restart("timer")
    assert desk.local_due("timer") == "2026-11-22 20:44"


# Undo


def test_with_nothing_done_nothing_is_undone():
    """Both say so with None."""
    desk = Desk()
    assert desk.editing.undo() is None
    assert desk.editing.redo() is None


def test_undo_and_redo_say_what_they_did():
    """The title is that of the step."""
    desk = Desk()
    desk.editing.add(make_alarm(label="gym"))
    assert desk.editing.undo() == "Added “gym”"
    assert desk.editing.redo() == "Added “gym”"


@pytest.mark.parametrize(
    ("item", "command", "title"),
    [
        (make_alarm(), lambda editing: editing.remove("alarm"), "Deleted the alarm at 07:00"),
        (make_alarm(), lambda editing: editing.switch("alarm", on=False), "Turned the alarm at"),
        (make_alarm(), lambda editing: editing.duplicate("alarm"), "Duplicated the alarm at 07:00"),
        (
            make_alarm(),
            lambda editing: editing.replace(make_alarm(8)),
            "Changed the alarm at 08:00",
        ),
        (make_timer(), lambda editing: editing.restart("timer"), "Restarted the timer"),
        (make_timer(), lambda editing: editing.extend("timer"), "Extended the timer"),
        (make_timer(left=MINUTE), lambda editing: editing.resume("timer"), "Resumed the timer"),
        (
            make_timer(ends_at=NOW + MINUTE),
            lambda editing: editing.pause("timer"),
            "Paused the timer",
        ),
    ],
)
def test_each_step_has_its_title_and_is_undone(item, command, title):
    """Undo brings back exactly what was."""
    desk = Desk(item)
    command(desk.editing)
    assert desk.items() != {item.id: item}
    assert desk.editing.undo().startswith(title)
    assert desk.items() == desk.journal.items == {item.id: item}


def test_undo_of_a_delete_lets_the_ring_sound_again():
    """Deleted by mistake while it rang, it rings on."""
    desk = ringing()
    before = desk.book.open_ring("alarm")
    desk.editing.remove("alarm")
    desk.editing.undo()
    assert desk.book.open_ring("alarm") == before
    assert desk.journal.rings[before.key] == before


def test_a_snooze_comes_back_though_the_clock_was_set_before_its_ring():
    """The rings of the days before are not taken for missed ones that come first."""
    desk = ringing()
    desk.answering.dismiss("alarm")
    desk.at("2026-11-24 07:00").bring()
    desk.answering.snooze("alarm")
    snoozed = desk.book.open_ring("alarm")
    desk.at("2026-11-24 06:59").editing.remove("alarm")
    desk.editing.undo()
    assert desk.book.open_ring("alarm") == snoozed


def test_redo_ends_the_ring_again():
    """What undo brought back to sound, redo silences."""
    desk = ringing()
    desk.editing.switch("alarm", on=False)
    desk.editing.undo()
    assert desk.book.ringing()
    desk.editing.redo()
    assert desk.book.ringing() == []
    assert not desk.book.is_on("alarm")


def test_a_ring_whose_time_is_over_does_not_come_back():
    """Undone an hour later, a ring is not brought back only to be missed."""
    desk = ringing()
    desk.editing.remove("alarm")
    desk.at("2026-11-23 08:00").editing.undo()
    assert desk.book.state("alarm") is State.ARMED
    assert desk.local_due() == "2026-11-24 07:00"


def test_undo_never_makes_two_rings_of_one_alarm():
    """Yesterday's ring does not come back beside that of today."""
    alarm = make_alarm(rule=DAILY, ring=RingSettings(ring_length=12 * HOUR))
    desk = ringing(alarm)
    desk.answering.snooze("alarm", 12 * HOUR)
    desk.editing.replace(replace(alarm, time=time(7, 30)))
    desk.at("2026-11-23 07:30").bring()
    assert desk.editing.undo()
    open_rings = [ring for ring in desk.book.rings("alarm") if ring.is_open]
    assert len(open_rings) == 1


def test_undo_of_a_new_alarm_that_rings_ends_its_ring():
    """What is gone does not sound."""
    desk = Desk()
    desk.editing.add(make_alarm())
    desk.at("2026-11-23 07:00").bring()
    desk.editing.undo()
    assert desk.items() == {}
    assert not any(ring.is_open for ring in desk.journal.rings.values())


def test_a_once_alarm_that_rang_stays_off_when_an_edit_is_undone():
    """Undoing the new time does not arm it for tomorrow."""
    desk = Desk(make_alarm(8))
    desk.editing.replace(make_alarm(7))
    desk.at("2026-11-23 07:00").bring()
    desk.answering.dismiss("alarm")
    desk.editing.undo()
    assert desk.book.item("alarm") == make_alarm(8, armed_at=None)


def test_what_passed_before_an_undo_is_not_missed():
    """Brought back two days later, a daily alarm waits for its next time."""
    desk = Desk(make_alarm(rule=DAILY))
    desk.editing.remove("alarm")
    desk.at("2026-11-25 12:00").editing.undo()
    assert desk.local_due() == "2026-11-26 07:00"


def test_a_date_that_passed_before_an_undo_comes_back_off():
    """Brought back after its date, an alarm does not claim to be armed."""
    desk = Desk(make_alarm(rule=on("2026-11-24")))
    desk.editing.remove("alarm")
    desk.at("2026-11-25 12:00").editing.undo()
    assert desk.book.state("alarm") is State.OFF


def test_an_undo_in_the_moment_of_the_due_does_not_lose_the_ring():
    """The due has come, the daemon has not: the undone label changes nothing of it."""
    desk = Desk(make_alarm(rule=DAILY))
    desk.editing.replace(make_alarm(rule=DAILY, label="gym"))
    desk.at("2026-11-23 07:00").editing.undo()
    assert desk.bring()


def test_a_timer_that_ended_before_its_undo_has_ended():
    """Brought back after its end, it neither rings late nor was missed."""
    desk = running()
    desk.editing.remove("timer")
    desk.at("2026-11-22 21:00").editing.undo()
    assert desk.book.state("timer") is State.ENDED


def test_a_pause_undone_late_resumes():
    """After the time at which it would have ended, undoing the pause lets it run on."""
    desk = running().at("2026-11-22 20:34")
    desk.editing.pause("timer")
    desk.at("2026-11-22 21:00").editing.undo()
    assert desk.local_due("timer") == "2026-11-22 21:06"


def test_an_extension_undone_after_the_end_does_not_ring_again():
    """The timer has ended and stays so."""
    desk = running()
    desk.editing.extend("timer")
    desk.at("2026-11-22 20:41").bring("timer")
    desk.answering.dismiss("timer")
    desk.editing.undo()
    assert desk.book.state("timer") is State.ENDED


# A disk that is full


def test_a_command_that_is_not_saved_changes_nothing():
    """Neither the book nor the history."""
    desk = Desk(make_alarm())
    desk.journal.fails = True
    with pytest.raises(NotSaved):
        desk.editing.remove("alarm")
    assert desk.items() == {"alarm": make_alarm()}
    assert desk.editing.undo() is None


@pytest.mark.parametrize("way", ["undo", "redo"])
def test_a_step_that_is_not_saved_can_be_tried_again(way):
    """A full disk does not eat the history."""
    desk = Desk()
    desk.editing.add(make_alarm())
    if way == "redo":
        desk.editing.undo()
    before = desk.items()
    desk.journal.fails = True
    with pytest.raises(NotSaved):
        getattr(desk.editing, way)()
    assert desk.items() == before
    desk.journal.fails = False
    assert getattr(desk.editing, way)() == "Added the alarm at 07:00"


# Whatever people do

ALARM_COMMANDS = ["on", "off", "time", "date", "zone", "skip", "take_back", "hold", "go_on"]
TIMER_COMMANDS = ["pause", "resume", "extend", "restart"]
ADDING = ["add_alarm", "add_timer", "full_disk"]
ANY_COMMANDS = ["remove", "duplicate", "label", "dismiss", "snooze"]
COMMANDS = st.lists(
    st.tuples(
        st.sampled_from([*ALARM_COMMANDS, *TIMER_COMMANDS, *ADDING, *ANY_COMMANDS]),
        st.integers(0, 5),
        st.integers(0, 23),
    ),
    max_size=25,
)


def do(desk, name, number, hour):
    """Do one command to one of the items; refusals are part of the game."""
    items = list(desk.book)
    desk.journal.fails = name == "full_disk"
    item = items[number % len(items)] if items else None
    try:
        if name in ("add_alarm", "full_disk"):
            desk.editing.add(make_alarm(hour, rule=DAILY, item_id=f"{len(desk.journal.changes)}"))
        elif name == "add_timer":
            desk.editing.start(make_timer(hour + 1, item_id=f"{len(desk.journal.changes)}"))
        elif item is not None:
            do_to(desk, item, name, hour)
    except (Invalid, NotSaved):
        pass
    finally:
        desk.journal.fails = False


def do_to(desk, item, name, hour):
    """Do one command to one item, if it makes sense for its kind."""
    editing = desk.editing
    is_timer = item.id in {timer.id for timer in desk.book.timers()}
    match name:
        case "remove":
            editing.remove(item.id)
        case "duplicate":
            editing.duplicate(item.id)
        case "dismiss" | "snooze":
            getattr(desk.answering, name)(item.id)
        case "label":
            editing.replace(replace(item, label=f"label {hour}"))
        case "on" | "off" if not is_timer:
            editing.switch(item.id, on=name == "on")
        case "time" | "date" | "zone" if not is_timer:
            editing.replace(replace(item, **another(name, hour)))
        case "skip" | "take_back" | "hold" | "go_on" if not is_timer:
            keep_from_ringing(desk, item, name, hour)
        case "pause" | "resume" | "extend" | "restart" if is_timer:
            getattr(editing, name)(item.id)


def another(name, hour):
    """Give another time, date or zone."""
    match name:
        case "time":
            return {"time": time(hour)}
        case "date":
            return {"rule": on(f"2026-11-{hour + 1:02}")}
        case _:
            return {"zone": "Asia/Tokyo" if hour % 2 else None}


def keep_from_ringing(desk, item, name, hour):
    """Skip, pause, or end that."""
    skipping = Skipping(desk.book)
    match name:
        case "hold":
            skipping.pause(item.id, date(2026, 12, hour) if hour else None)
        case "go_on":
            skipping.resume(item.id)
        case _:
            getattr(skipping, name)(item.id)


def undo_all(desk):
    """Undo everything and give the number of steps."""
    count = 0
    while desk.editing.undo() is not None:
        count += 1
    return count


def redo_all(desk):
    """Redo everything and give the number of steps."""
    count = 0
    while desk.editing.redo() is not None:
        count += 1
    return count


@given(COMMANDS)
def test_undo_all_gives_the_beginning_and_redo_all_the_end(commands):
    """Any series of commands goes back exactly, and forward again."""
    start = [make_alarm(), make_alarm(8, armed_at=None, item_id="off"), make_timer()]
    desk = Desk(*start)
    for command in commands:
        do(desk, *command)
    end = desk.items()
    steps = undo_all(desk)
    assert desk.items() == {item.id: item for item in start}
    assert redo_all(desk) == steps
    assert desk.items() == desk.journal.items == end


STEPS = st.lists(
    st.one_of(
        COMMANDS.map(lambda commands: commands[:1]),
        st.sampled_from(["undo", "redo", "bring", "bring"]),
        st.integers(1, 30 * 60),
    ),
    max_size=40,
)


@given(STEPS)
def test_nothing_goes_wrong_while_time_passes(steps):
    """Book and disk agree, no alarm has two rings, and none is armed for nothing."""
    desk = Desk(make_alarm(21, rule=DAILY), make_timer().started(NOW))
    for step in steps:
        if isinstance(step, int):
            desk.clock.set_wall(desk.clock.now() + step * MINUTE)
        elif step == "bring":
            for item in list(desk.book):
                desk.bring(item.id)
        elif isinstance(step, str):
            getattr(desk.editing, step)()
        else:
            for command in step:
                do(desk, *command)
        assert desk.items() == desk.journal.items
        for item in desk.book:
            assert sum(ring.is_open for ring in desk.book.rings(item.id)) <= 1
            if desk.book.is_on(item.id) and not is_held(item):
                assert desk.book.goal(item.id) is not None


def is_held(item):
    """Tell whether an alarm may be on and wait for nothing: until it is resumed."""
    return isinstance(item, Alarm) and bool(item.pause or item.skipped)


def test_a_paused_alarm_can_be_changed():
    """What does not ring for now is no reason to refuse another label."""
    paused = replace(make_alarm(rule=DAILY), pause=Pause())
    desk = Desk(paused)
    desk.editing.replace(replace(paused, label="Gym"))
    assert desk.items()["alarm"] == replace(paused, label="Gym")
