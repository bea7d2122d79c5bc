import json

import pytest

from alarmclock.core.phrase import PhraseError
from alarmclock.core.service.reply import NothingMatched, WrongUse
from tests.core.builders import make_alarm, weekly
from tests.core.service.world import World

# The fields that other programs rely on: one more is no harm, one less is.
FIELDS = {
    *("id", "kind", "label", "time", "rule", "zone", "armed", "armed_at", "state", "due"),
    *("snoozed_until", "length_s", "left_s", "first", "last", "times", "excepted", "skipped"),
    *("paused", "paused_until", "sound", "volume", "rise_s", "snooze_length_s", "snooze_limit"),
    *("ring_length_s", "late_limit_s", "task", "awake_after_s", "again", "again_every_s"),
}


def test_an_alarm_is_added_in_words(world):
    """The answer is the alarm as it stands, the text its id and an echo."""
    reply = world.do("add", phrase="weekdays 7:15 gym")
    (alarm,) = world.book.alarms()
    assert reply.answer["id"] == alarm.id
    assert reply.answer["rule"] == "weekdays"
    assert reply.answer["due"] == "2026-11-23T06:15:00Z"
    assert reply.answer["state"] == "armed"
    assert reply.text.startswith(alarm.id[:6])
    assert "Mon 23 Nov 07:15, weekdays, “gym”" in reply.text


def test_a_change_is_the_same_as_one_in_the_window(world):
    """The window says it and can undo it, and the activity tells of it."""
    world.do("add", phrase="7:15 gym")
    assert world.told == [("“gym” rings tomorrow, Mon 23 Nov, in 10 h 45 min.", True)]
    world.commands.editing.undo()
    assert not world.book.alarms()


def test_an_alarm_can_be_added_off(world):
    """It is armed when it is turned on."""
    reply = world.do("add", phrase="7:15 gym", off=True)
    assert (reply.answer["state"], reply.answer["armed"], reply.answer["due"]) == (
        "off",
        False,
        None,
    )
    with pytest.raises(WrongUse, match="timer"):
        world.do("add", phrase="5 min", off=True)


def test_a_length_is_a_timer_that_runs(world):
    """As in the window."""
    answer = world.do("add", phrase="in 20 min tea").answer
    assert (answer["kind"], answer["state"], answer["length_s"]) == ("timer", "running", 1200)
    assert answer["due"] == "2026-11-22T19:50:00Z"


def test_the_other_half_of_the_day_is_asked_about(world):
    """It is added as it was said, and the question is a note."""
    reply = world.do("add", phrase="20:00 pills")
    assert not reply.note
    note = world.do("add", phrase="12:45 lunch").note
    assert "did you mean 00:45?" in note


def test_what_is_not_understood_changes_nothing(world):
    """The reason and a hint come back."""
    with pytest.raises(PhraseError):
        world.do("add", phrase="blah")
    assert world.outcome("add", phrase="blah") == {
        "status": 2,
        "error": "“blah” is not understood as a time. Try “7:15 gym”, “weekdays 7:15” or "
        "“in 20 min tea”.",
    }
    assert not world.book.alarms()


@pytest.mark.parametrize("phrase", ["weekdays 7:15 gym", "in 20 min tea", "24 dec 10:00"])
def test_every_field_is_there_for_both_kinds(world, phrase):
    """And all of it is JSON."""
    answer = world.do("add", phrase=phrase).answer
    assert answer.keys() == FIELDS
    assert json.loads(json.dumps(answer)) == answer
    assert world.do("show", id=answer["id"]).answer == answer


def test_what_rings_next_is_listed_first():
    """What is off comes last."""
    world = World(
        make_alarm(9, label="late", item_id="aa"),
        make_alarm(6, label="off", armed_at=None, item_id="bb"),
        make_alarm(7, label="early", item_id="cc"),
    )
    reply = world.do("list")
    assert [item["label"] for item in reply.answer] == ["early", "late", "off"]
    assert reply.text.splitlines()[0] == "cc  07:00  early  once  tomorrow · in 10 h 30 min"


def test_an_empty_list_says_how_to_begin(world):
    """It is an answer all the same."""
    reply = world.do("list")
    assert (reply.answer, reply.text) == ([], "")
    assert "alarmclock add" in reply.note


def test_an_edited_alarm_keeps_what_was_not_said():
    """Its id, label, sound and whether it is on."""
    world = World(make_alarm(rule=weekly(0), label="gym", armed_at=None))
    answer = world.do("edit", id="gym", phrase="weekends 9:00, volume 40").answer
    assert (answer["id"], answer["label"], answer["rule"]) == ("alarm", "gym", "weekends")
    assert (answer["time"], answer["volume"], answer["state"]) == ("09:00", 40, "off")
    assert world.do("edit", id="gym", phrase='9:00 "swim"').answer["label"] == "swim"


def test_whoever_says_anew_when_it_rings_is_told_which_days_that_changes():
    """“edit gym 6:45” leaves one ring of an alarm for weekdays: that has to be seen."""
    world = World(
        make_alarm(item_id="gym", label="gym", rule=weekly(*range(5)), zone="Europe/Lisbon")
    )
    reply = world.do("edit", id="gym", phrase="6:45")
    assert reply.note == "It was “weekdays, Lisbon time” and is “once” now."
    assert world.do("edit", id="gym", phrase="6:30").note == ""


def test_a_timer_is_edited_to_another_length(world):
    """It runs anew from now; an alarm can't become one."""
    world.do("add", phrase="in 20 min tea")
    assert world.do("edit", id="tea", phrase="5 min").answer["left_s"] == 300
    with pytest.raises(WrongUse, match="is a timer"):
        world.do("edit", id="tea", phrase="7:15")
    world.do("add", phrase="7:15 gym")
    with pytest.raises(WrongUse, match="is an alarm"):
        world.do("edit", id="gym", phrase="5 min")


def test_a_removed_alarm_is_told_as_it_was(world):
    """And can be brought back in the window."""
    world.do("add", phrase="7:15 gym")
    assert world.do("remove", id="gym").answer["label"] == "gym"
    assert not world.book.alarms()
    with pytest.raises(NothingMatched):
        world.do("remove", id="gym")


def test_on_and_off(world):
    """Twice is as good as once."""
    world.do("add", phrase="7:15 gym")
    for _ in range(2):
        assert world.do("off", id="gym").answer["state"] == "off"
    for _ in range(2):
        assert world.do("on", id="gym").answer["state"] == "armed"


@pytest.mark.parametrize("between", [[], ["off"]], ids=["paused", "paused and off"])
def test_on_lets_a_paused_alarm_ring_again(world, between):
    """However it came to be silent: who turns it on wants it to ring."""
    world.do("add", phrase="every day 7:15 gym")
    world.do("pause", id="gym")
    for command in between:
        world.do(command, id="gym")
    reply = world.do("on", id="gym")
    assert reply.answer["state"] == "armed"
    assert reply.text.startswith("“gym” rings")


def test_what_was_added_is_told_in_the_language_of_the_phrase(world):
    """As while it is typed."""
    assert "werktags" in world.do("add", phrase="werktags 7:15 Sport").text
    assert "weekdays" in world.do("add", phrase="weekdays 7:15 gym").text


def test_a_timer_stands_still_and_runs_on(world):
    """By off and on, or by pause and resume; ended, it runs anew."""
    world.do("add", phrase="in 20 min tea")
    assert world.do("off", id="tea").answer["state"] == "paused"
    assert world.do("on", id="tea").answer["state"] == "running"
    assert world.do("pause", id="tea").answer["state"] == "paused"
    assert world.do("resume", id="tea").answer["state"] == "running"
    with pytest.raises(WrongUse):
        world.do("pause", id="tea", until="2026-12-24")


@pytest.mark.parametrize("command", ["show", "edit", "remove", "on", "off", "skip", "add"])
def test_what_is_missing_is_named(world, command):
    """A request from elsewhere may lack anything."""
    assert world.outcome(command)["status"] == 2


def test_all_about_one_is_shown_to_people(world):
    """With its phrase and how it rings."""
    world.do("add", phrase="weekdays 7:15 gym")
    text = world.do("show", id="gym").text
    assert 'weekdays 07:15 "gym"' in text
    assert "daybreak, 80 %" in text


def test_a_skip_goes_with_an_edit_that_has_no_ring_then(world):
    """It is neither shown nor left standing for the day the alarm repeats again."""
    world.do("add", phrase="weekdays 7:15 gym")
    world.do("skip", id="gym")
    assert world.do("show", id="gym").answer["skipped"] == ["2026-11-23"]
    assert world.do("edit", id="gym", phrase="weekends 9").answer["skipped"] == []
    assert "skipped" not in world.do("show", id="gym").text
