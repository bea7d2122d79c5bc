"""A verdict in two lines, in one, and aloud."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alarmclock.core.activity.activity_words import Tone
from alarmclock.core.certainty.judging import judge
from alarmclock.core.certainty.signs import UNKNOWN_SIGNS
from alarmclock.core.certainty.verdict import Mend
from alarmclock.core.certainty.verdict_words import (
    Summary,
    against_words,
    checked_words,
    headline,
    summary,
)
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import StayAwake
from alarmclock.core.surroundings.outlet import NO_OUTPUT, Output
from tests.core.builders import BERLIN, DAY, MINUTE, SUNDAY_EVENING, USUAL
from tests.core.signs import GOOD_SIGNS, MUTED, SLEEPY, SPEAKERS, USUAL_SETTINGS, good_but

LOW = replace(SPEAKERS, volume=5)


@pytest.mark.parametrize(
    ("signs", "ring", "words"),
    [
        pytest.param({}, USUAL, "Ready to ring", id="good"),
        pytest.param({"output": NO_OUTPUT}, USUAL, "Will not be heard", id="no device"),
        pytest.param({"output": MUTED}, USUAL, "Will not be heard", id="muted"),
        pytest.param({"output": LOW}, USUAL, "May not be heard", id="low"),
        pytest.param({"doubt": True}, USUAL, "May ring at a wrong time", id="clock"),
        pytest.param({"habits": SLEEPY}, USUAL, "May not ring", id="sleep"),
        pytest.param({}, RingSettings(late_limit=MINUTE), "May be missed", id="lengths"),
        pytest.param(
            {"sound_problems": {USUAL.sound: "Gone."}},
            USUAL,
            "Rings with another sound",
            id="sound",
        ),
        pytest.param({"server": None}, USUAL, "Rings in its window only", id="no server"),
    ],
)
def test_the_headline_fits_the_worst_check(signs, ring, words):
    """A silent ring and none at all are different things."""
    assert headline(judge(ring, good_but(**signs), USUAL_SETTINGS)) == words


@pytest.mark.parametrize(
    ("signs", "settings", "detail"),
    [
        pytest.param(
            GOOD_SIGNS,
            {},
            "Speakers on · volume 62 % · stays awake · while this window is open",
            id="all known",
        ),
        pytest.param(
            replace(UNKNOWN_SIGNS, output=Output(volume=40)),
            {},
            "Volume 40 % · while this window is open",
            id="no name",
        ),
        pytest.param(
            good_but(output=replace(SPEAKERS, name="alsa")),
            {},
            "alsa on · volume 62 % · stays awake · while this window is open",
            id="a name as it is",
        ),
        pytest.param(
            good_but(output=LOW),
            {"raise_to": 60},
            "Speakers on · raised to 60 % · stays awake · while this window is open",
            id="raised",
        ),
        pytest.param(
            good_but(habits=SLEEPY),
            {"stay_awake": StayAwake.WHILE_ARMED},
            "Speakers on · volume 62 % · stays awake · while this window is open",
            id="kept awake",
        ),
        pytest.param(
            good_but(habits=UNKNOWN_SIGNS.habits),
            {},
            "Speakers on · volume 62 % · while this window is open",
            id="sleep unknown",
        ),
    ],
)
def test_a_good_verdict_says_what_it_is_made_of(signs, settings, detail):
    """As far as it is known, and that the window must stay open."""
    settings = replace(USUAL_SETTINGS, **settings)
    said = summary(judge(USUAL, signs, settings), signs, settings)
    assert said == Summary(Tone.GOOD, "Ready to ring", detail)


@pytest.mark.parametrize(
    ("signs", "ring", "detail"),
    [
        pytest.param(
            UNKNOWN_SIGNS,
            USUAL,
            "Where sound comes out, and how loud, can't be seen here.",
            id="where it sounds",
        ),
        pytest.param(
            GOOD_SIGNS,
            RingSettings(sound="/music/song.mp3"),
            "Whether the chosen file can be played was not looked at yet.",
            id="a file",
        ),
    ],
)
def test_what_decides_whether_it_is_heard_and_is_not_seen_counts_as_good_nowhere(
    signs, ring, detail
):
    """Neither in words nor by its colour."""
    verdict = judge(ring, signs, USUAL_SETTINGS)
    said = summary(verdict, signs, USUAL_SETTINGS)
    assert said == Summary(Tone.TEXT, "Ready, as far as can be seen", detail)
    assert (headline(verdict), against_words(verdict)) == (said.headline, "")


def test_sleep_that_cannot_be_seen_keeps_nobody_from_being_ready():
    """It is so on most computers, and says nothing about the sound."""
    signs = good_but(habits=UNKNOWN_SIGNS.habits)
    assert headline(judge(USUAL, signs, USUAL_SETTINGS)) == "Ready to ring"


def test_a_bad_verdict_says_the_worst_and_its_mend():
    """In the colour of it."""
    signs = good_but(output=MUTED)
    assert summary(judge(USUAL, signs, USUAL_SETTINGS), signs, USUAL_SETTINGS) == Summary(
        Tone.BAD,
        "Will not be heard",
        "The computer is muted, so nothing would be heard.",
        Mend.UNMUTE,
    )


@pytest.mark.parametrize(
    ("signs", "ending"),
    [
        pytest.param({"server": None}, "asleep it can't ring. One more thing to see to.", id="one"),
        pytest.param(
            {"server": None, "sound_problems": {USUAL.sound: "Gone."}},
            "asleep it can't ring. 2 more things to see to.",
            id="two",
        ),
    ],
)
def test_there_is_more_to_see_to(signs, ending):
    """The list has it."""
    known = good_but(habits=SLEEPY, **signs)
    said = summary(judge(USUAL, known, USUAL_SETTINGS), known, USUAL_SETTINGS)
    assert said.tone is Tone.WARN
    assert said.detail.endswith(ending)


@pytest.mark.parametrize(
    ("signs", "words"),
    [
        pytest.param({}, "", id="good"),
        pytest.param(
            {"output": MUTED},
            "Will not be heard: the computer is muted, so nothing would be heard",
            id="ours",
        ),
        pytest.param(
            {"sound_problems": {USUAL.sound: "Bells.mp3 is no sound file."}},
            "Rings with another sound: Bells.mp3 is no sound file. It would ring with a beep",
            id="a name",
        ),
    ],
)
def test_the_worst_can_be_said_in_one_line(signs, words):
    """A name keeps its capital."""
    assert against_words(judge(USUAL, good_but(**signs), USUAL_SETTINGS)) == words


@pytest.mark.parametrize(
    ("checked_at", "words"),
    [
        (None, "Not everything was checked yet."),
        (SUNDAY_EVENING, "Last checked: 20:30"),
        (SUNDAY_EVENING - DAY, "Last checked: yesterday 20:30"),
    ],
)
def test_it_is_told_when_everything_was_checked(checked_at, words):
    """In the time of the place."""
    assert checked_words(checked_at, SUNDAY_EVENING, BERLIN) == words


@pytest.mark.parametrize(
    ("signs", "ring"),
    [
        ({"output": NO_OUTPUT}, USUAL),
        ({"output": MUTED}, USUAL),
        ({"output": replace(SPEAKERS, volume=0)}, USUAL),
        ({"output": LOW}, USUAL),
        ({"doubt": True}, USUAL),
        ({"habits": SLEEPY}, USUAL),
        ({"server": None}, USUAL),
        ({}, RingSettings(volume=5)),
        ({}, RingSettings(late_limit=MINUTE)),
        ({}, RingSettings(rise=timedelta(0), ring_length=timedelta(seconds=9))),
    ],
)
def test_every_sentence_of_ours_goes_on_in_small_letters(signs, ring):
    """Behind the colon."""
    _, _, sentence = against_words(judge(ring, good_but(**signs), USUAL_SETTINGS)).partition(": ")
    assert sentence[0].islower()
    assert not sentence.endswith(".")
