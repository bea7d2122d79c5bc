"""A verdict has every reason once, the worst first."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alarmclock.core.certainty.judging import WEIGHT, judge, judge_all
from alarmclock.core.certainty.signs import UNKNOWN_SIGNS
from alarmclock.core.certainty.verdict import Check, Grade, Mend
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import StayAwake
from alarmclock.core.surroundings.outlet import NO_OUTPUT
from tests.core.builders import MINUTE, USUAL
from tests.core.signs import GOOD_SIGNS, MUTED, SLEEPY, USUAL_SETTINGS, good_but

QUIET = RingSettings(volume=5)


@pytest.mark.parametrize(
    ("signs", "ring", "check", "grade"),
    [
        pytest.param({"output": NO_OUTPUT}, USUAL, Check.OUTPUT, Grade.BAD, id="no device"),
        pytest.param({"output": MUTED}, USUAL, Check.VOLUME, Grade.BAD, id="muted"),
        pytest.param({}, QUIET, Check.VOLUME, Grade.WARNING, id="quiet alarm"),
        pytest.param({"doubt": True}, USUAL, Check.CLOCK, Grade.BAD, id="clock"),
        pytest.param({"habits": SLEEPY}, USUAL, Check.SLEEP, Grade.WARNING, id="sleep"),
        pytest.param(
            {"sound_problems": {USUAL.sound: "It is gone."}},
            USUAL,
            Check.SOUND,
            Grade.WARNING,
            id="sound",
        ),
        pytest.param({"server": None}, USUAL, Check.NOTIFICATIONS, Grade.WARNING, id="no server"),
        pytest.param(
            {}, RingSettings(late_limit=MINUTE), Check.LENGTHS, Grade.WARNING, id="lengths"
        ),
    ],
)
def test_each_fault_decides_the_verdict(signs, ring, check, grade):
    """All else being good."""
    verdict = judge(ring, good_but(**signs), USUAL_SETTINGS)
    assert verdict.grade is grade
    assert verdict.worst is not None
    assert verdict.worst.check is check
    assert len(verdict.against) == 1


def test_on_a_good_computer_all_is_good_and_told():
    """Every check but the lengths and the saving has something to say."""
    verdict = judge(USUAL, GOOD_SIGNS, USUAL_SETTINGS)
    assert (verdict.grade, verdict.against) == (Grade.GOOD, ())
    told = {reason.check for reason in verdict.reasons}
    assert told == set(WEIGHT) - {Check.VOLUME, Check.LENGTHS, Check.SAVING}


def test_where_nothing_is_known_nothing_is_bad():
    """None means that something can't be known, which is neither good nor bad."""
    verdict = judge(USUAL, UNKNOWN_SIGNS, USUAL_SETTINGS)
    assert verdict.grade is Grade.GOOD
    assert Check.NOTIFICATIONS not in {reason.check for reason in verdict.reasons}


def test_the_worst_comes_first():
    """And of what is equally bad, what keeps it from ringing at all."""
    signs = good_but(doubt=True, habits=SLEEPY, server=None)
    verdict = judge(QUIET, signs, USUAL_SETTINGS)
    assert [reason.check for reason in verdict.against] == [
        Check.CLOCK,
        Check.VOLUME,
        Check.SLEEP,
        Check.NOTIFICATIONS,
    ]
    assert verdict.reasons[: len(verdict.against)] == verdict.against


def test_the_settings_count():
    """A muted computer is unmuted, and a sleepy one kept awake."""
    settings = replace(USUAL_SETTINGS, raise_to=50, stay_awake=StayAwake.WHILE_ARMED)
    verdict = judge(USUAL, good_but(output=MUTED, habits=SLEEPY), settings)
    assert verdict.grade is Grade.GOOD


def test_never_late_is_judged_by_whether_the_computer_is_kept_awake():
    """The habits, the setting and the system decide together."""
    never = RingSettings(late_limit=timedelta(0))
    signs = good_but(habits=SLEEPY)
    mends = {reason.mend for reason in judge(never, signs, USUAL_SETTINGS).against}
    assert Mend.ALLOW_LATER in mends
    kept = replace(USUAL_SETTINGS, stay_awake=StayAwake.WHILE_ARMED)
    assert judge(never, signs, kept).against == ()


def test_of_all_together_each_reason_is_told_once():
    """Many alarms share a muted computer, and a fault of their own."""
    rings = [USUAL, QUIET, replace(QUIET, snooze_limit=None), USUAL]
    verdict = judge_all(rings, good_but(output=MUTED), USUAL_SETTINGS)
    assert [reason.mend for reason in verdict.against] == [Mend.UNMUTE, Mend.TURN_ALARM_UP]
    assert len(set(verdict.reasons)) == len(verdict.reasons)


def test_one_bad_sound_is_not_told_beside_good_ones():
    """What is true of another alarm would contradict it."""
    signs = good_but(sound_problems={"bells": "It is gone."})
    verdict = judge_all([USUAL, replace(USUAL, sound="bells")], signs, USUAL_SETTINGS)
    sounds = [reason.grade for reason in verdict.reasons if reason.check is Check.SOUND]
    assert sounds == [Grade.WARNING]


def test_all_together_are_told_in_one_order():
    """However the alarms come."""
    rings = [RingSettings(volume=volume) for volume in (1, 2, 3, 4, 5)]
    forth = judge_all(rings, GOOD_SIGNS, USUAL_SETTINGS)
    assert forth == judge_all(reversed(rings), GOOD_SIGNS, USUAL_SETTINGS)


def test_without_alarms_the_computer_is_judged():
    """That nothing is armed is told elsewhere."""
    assert judge_all([], good_but(output=MUTED), USUAL_SETTINGS).grade is Grade.BAD


def test_a_sound_that_was_not_tried_yet_is_not_praised():
    """A new alarm's file is checked a moment after the alarm is saved."""
    bells, tried = RingSettings(sound="bells"), good_but(sounds_checked=frozenset({"bells"}))
    before, after = (judge(bells, signs, USUAL_SETTINGS) for signs in (GOOD_SIGNS, tried))
    assert Check.SOUND not in {reason.check for reason in before.reasons}
    assert Check.SOUND in {reason.check for reason in after.reasons}
