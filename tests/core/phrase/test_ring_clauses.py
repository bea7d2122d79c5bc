"""How it rings: each setting can be said, and only its own value changes."""

from datetime import timedelta

import pytest

from alarmclock.core.ring_settings import NEVER_LATE, RingSettings, Task
from tests.core.builders import SUNDAY_EVENING
from tests.core.phrase.lines import SOUNDS, read, refusal

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("said", "settings"),
    [
        ("sound marimba", {"sound": "marimba"}),
        ("sound dawn", {"sound": "dawn-chorus"}),
        ("sound Dawn chorus", {"sound": "dawn-chorus"}),
        ("sound dawn-chorus", {"sound": "dawn-chorus"}),
        ('sound "music-box"', {"sound": "music-box"}),
        ('sound "/music/a ""b"".mp3"', {"sound": '/music/a "b".mp3'}),
        ('sound "C:\\music\\a.mp3"', {"sound": "C:\\music\\a.mp3"}),
        ("Ton marimba", {"sound": "marimba"}),
        ("volume 40", {"volume": 40}),
        ("volume 40%", {"volume": 40}),
        ("Lautstärke 40", {"volume": 40}),
        ("loud", {"volume": 100}),
        ("laut", {"volume": 100}),
        ("quiet", {"volume": 30}),
        ("leise", {"volume": 30}),
        ("rise 45 s", {"rise": timedelta(seconds=45)}),
        ("no rise", {"rise": timedelta(0)}),
        ("ansteigend 45 s", {"rise": timedelta(seconds=45)}),
        ("ohne Anstieg", {"rise": timedelta(0)}),
        ("snooze 10 min", {"snooze_length": 10 * MINUTE}),
        ("snooze 10 min 5 times", {"snooze_length": 10 * MINUTE, "snooze_limit": 5}),
        ("snooze five times", {"snooze_limit": 5}),
        ("snooze without limit", {"snooze_limit": None}),
        ("no snooze", {"snooze_limit": 0}),
        ("schlummern 10 min 5 mal", {"snooze_length": 10 * MINUTE, "snooze_limit": 5}),
        ("nicht schlummern", {"snooze_limit": 0}),
        ("ring 5 min", {"ring_length": 5 * MINUTE}),
        ("läuten 5 min", {"ring_length": 5 * MINUTE}),
        ("late 2 h", {"late_limit": 120 * MINUTE}),
        ("late 2 days", {"late_limit": timedelta(days=2)}),
        ("late always", {"late_limit": None}),
        ("only on time", {"late_limit": NEVER_LATE}),
        ("verspätet immer", {"late_limit": None}),
        ("nur pünktlich", {"late_limit": NEVER_LATE}),
        ("task sum", {"task": Task.SUM}),
        ("task hard sums", {"task": Task.HARD_SUM}),
        ("Aufgabe leichtes Rechnen", {"task": Task.EASY_SUM}),
        ("ask awake after 5 min", {"awake_after": 5 * MINUTE}),
        ("wach fragen nach 5 min", {"awake_after": 5 * MINUTE}),
        ("again 3 times every 2 min", {"again": 3, "again_every": 2 * MINUTE}),
        ("again 3 times", {"again": 3}),
        ("again every 2 min", {"again_every": 2 * MINUTE}),
        ("erneut 3 mal alle 2 min", {"again": 3, "again_every": 2 * MINUTE}),
        ("loud, no rise, no snooze", {"volume": 100, "rise": timedelta(0), "snooze_limit": 0}),
    ],
)
@pytest.mark.parametrize("line", ["7:15 {}", "7:15 gym {}", '7:15 "gym" {}', "7:15 gym, {}"])
def test_a_setting_is_read_as_it_is_said(line, said, settings):
    """With or without a label before it."""
    alarm = read(line.format(said))
    assert alarm.ring == RingSettings(**settings)
    assert alarm.label == ("gym" if "gym" in line else "")


@pytest.mark.parametrize(
    ("said", "settings"),
    [
        ("no task", {"task": Task.NONE}),
        ("never ask awake", {"awake_after": None}),
        ("not again", {"again": 0}),
        ("keine Aufgabe", {"task": Task.NONE}),
        ("nie wach fragen", {"awake_after": None}),
        ("nicht erneut", {"again": 0}),
    ],
)
def test_what_is_usual_can_be_left_out(said, settings):
    """What new alarms have by the settings, one of them may not have."""
    usual = {"task": Task.SUM, "awake_after": 5 * MINUTE, "again": 3}
    ring = read(f"7:15 {said}", settings=RingSettings(**usual)).ring
    assert ring == RingSettings(**{**usual, **settings})


def test_a_timer_rings_as_it_is_said():
    """Its volume rises only where that is said."""
    assert read("20 min tea loud").ring == RingSettings(volume=100, rise=timedelta(0))
    assert read("20 min tea rise 30 s").ring == RingSettings()


def test_an_alarm_can_be_off():
    """It is saved and does not ring."""
    assert read("7:15, off").armed_at is None
    assert read("7:15 gym, off").armed_at is None
    assert read('7:15 "gym" off').armed_at is None
    assert read("werktags 7:15, aus").armed_at is None


@pytest.mark.parametrize("label", ["kick off", "Licht aus", "off the record"])
def test_a_label_never_turns_an_alarm_off(label):
    """Only after a comma or a quote it means that the alarm is off."""
    alarm = read(f"7:15 {label}")
    assert (alarm.label, alarm.armed_at) == (label, SUNDAY_EVENING)


@pytest.mark.parametrize(
    ("said", "place", "sentence"),
    [
        ("sound check", 6, "There is no sound “check”."),
        ('sound "check"', 6, "There is no sound “check”."),
        ('sound "dir/check.mp3"', 6, "There is no sound"),
        ("volume 0", 0, "The volume goes from 1 to 100 %."),
        ("volume 101", 0, "The volume goes from 1 to 100 %."),
        ("rise 3 min", 0, "The volume can rise over 0 to 120 seconds."),
        ("snooze 10", 7, "“10” is not understood after “snooze”."),
        ("snooze 30 s", 0, "A snooze lasts from 1 minute to 12 hours."),
        ("ring 5 people", 5, "“5” is not understood after “ring”."),
        ("task laundry", 5, "There is no task “laundry”."),
        ("loud quiet", 5, "The volume is said twice."),
        ("late 999999999 days 24 h", 5, "too long"),
        ("late 0.0000001 s", 5, "too small"),
    ],
)
def test_a_setting_that_does_not_exist_is_refused(said, place, sentence):
    """With the place where that begins."""
    error = refusal(f"7:15 {said}")
    assert sentence in str(error)
    assert error.position == 5 + place


def test_the_refusal_of_a_sound_names_those_that_there_are():
    """So that one can choose."""
    assert "marimba, harp" in refusal("7:15 sound check").hint
    assert refusal("7:15 sound check", sounds=()).hint.startswith("Put the whole path")


def test_two_sounds_that_begin_alike_are_not_guessed():
    """Unless one of them is said whole."""
    sounds = ("sea", "sea-gulls", "sea-waves")
    assert read("7:15 sound sea", sounds=sounds).ring.sound == "sea"
    assert read("7:15 sound sea waves gym", sounds=sounds).ring.sound == "sea-waves"
    error = refusal("7:15 sound sea", sounds=sounds[1:])
    assert str(error) == "“sea” can be the sounds “sea-gulls” and “sea-waves”."


def test_every_bundled_sound_can_be_said():
    """By its name."""
    assert [read(f"7:15 sound {name}").ring.sound for name in SOUNDS] == list(SOUNDS)
