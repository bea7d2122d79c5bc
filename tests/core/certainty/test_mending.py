"""A press on “mend” takes away what it stands beside."""

from datetime import timedelta

import pytest

from alarmclock.core.certainty.judging import judge
from alarmclock.core.certainty.mending import computer_volume, mended, mended_settings
from alarmclock.core.certainty.verdict import Mend
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import StayAwake
from alarmclock.core.surroundings.outlet import FixedOutlet, Output
from tests.core.builders import HOUR, MINUTE, USUAL
from tests.core.signs import MUTED, SECOND, SLEEPY, USUAL_SETTINGS, good_but


def mends(ring, settings=USUAL_SETTINGS, **signs):
    """Give the mends that are offered for an alarm."""
    return {reason.mend for reason in judge(ring, good_but(**signs), settings).against}


@pytest.mark.parametrize(
    ("ring", "mend"),
    [
        pytest.param(RingSettings(volume=1), Mend.TURN_ALARM_UP, id="quiet"),
        pytest.param(
            RingSettings(rise=120 * SECOND, ring_length=5 * SECOND), Mend.SHORTEN_RISE, id="rise"
        ),
        pytest.param(
            RingSettings(rise=60 * SECOND, ring_length=60 * SECOND), Mend.SHORTEN_RISE, id="rise 2"
        ),
        pytest.param(
            RingSettings(rise=5 * SECOND, ring_length=6 * SECOND), Mend.RING_LONGER, id="short"
        ),
        pytest.param(RingSettings(late_limit=MINUTE), Mend.ALLOW_LATER, id="late"),
        pytest.param(
            RingSettings(late_limit=MINUTE, ring_length=3 * HOUR), Mend.ALLOW_LATER, id="long ring"
        ),
    ],
)
def test_a_mend_takes_its_reason_away_and_brings_no_other(ring, mend):
    """Of what the alarm itself does wrong."""
    before = mends(ring)
    assert mend in before
    assert mends(mended(ring, mend)) <= before - {mend}


def test_never_late_is_mended_for_a_sleepy_computer():
    """It rings late from then on."""
    never = RingSettings(late_limit=timedelta(0))
    assert Mend.ALLOW_LATER in mends(never, habits=SLEEPY)
    assert Mend.ALLOW_LATER not in mends(mended(never, Mend.ALLOW_LATER), habits=SLEEPY)


@pytest.mark.parametrize("volume", [35, 40, 62, 99])
def test_an_alarm_turned_up_is_heard_on_any_computer_that_is(volume):
    """Both volumes together are enough then."""
    output = Output("Speakers", is_muted=False, volume=volume)
    quiet = RingSettings(volume=10)
    assert mends(quiet, output=output) == {Mend.TURN_ALARM_UP}
    assert mends(mended(quiet, Mend.TURN_ALARM_UP), output=output) == set()


def test_a_louder_alarm_is_not_turned_down():
    """Mending only ever helps."""
    assert mended(RingSettings(volume=95), Mend.TURN_ALARM_UP).volume == 95


@pytest.mark.parametrize(
    "mend", [Mend.LOOK_AGAIN, Mend.UNMUTE, Mend.TURN_UP, Mend.CHOOSE_SOUND, Mend.STAY_AWAKE]
)
def test_other_mends_leave_the_alarm_alone(mend):
    """They mend the computer, the settings, or need a person."""
    assert mended(USUAL, mend) == USUAL


def test_to_keep_awake_is_a_setting():
    """Other mends leave the settings alone."""
    kept = mended_settings(USUAL_SETTINGS, Mend.STAY_AWAKE)
    assert kept.stay_awake is StayAwake.WHILE_ARMED
    assert mends(USUAL, habits=SLEEPY) == {Mend.STAY_AWAKE}
    assert mends(USUAL, kept, habits=SLEEPY) == set()
    assert mended_settings(USUAL_SETTINGS, Mend.UNMUTE) == USUAL_SETTINGS


@pytest.mark.parametrize(
    ("output", "mend"),
    [
        pytest.param(MUTED, Mend.UNMUTE, id="muted"),
        pytest.param(Output("Speakers", is_muted=True, volume=3), Mend.UNMUTE, id="and low"),
        pytest.param(Output("Speakers", is_muted=False, volume=0), Mend.TURN_UP, id="nought"),
        pytest.param(Output("Speakers", is_muted=False, volume=19), Mend.TURN_UP, id="low"),
    ],
)
def test_the_computer_is_turned_up_far_enough(output, mend):
    """One press is enough."""
    outlet = FixedOutlet(output)
    assert mend in mends(USUAL, output=output)
    volume = computer_volume(mend)
    assert volume is not None
    outlet.raise_to(volume, for_good=True)
    assert mends(USUAL, output=outlet.output) == set()


def test_other_mends_touch_no_volume():
    """They have none."""
    assert computer_volume(Mend.LOOK_AGAIN) is None
