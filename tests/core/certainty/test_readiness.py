"""What is known of the computer is held, judged on demand, and its changes told."""

from dataclasses import fields, replace

import pytest

from alarmclock.core.certainty.readiness import NewSigns, Readiness
from alarmclock.core.certainty.signs import Signs
from alarmclock.core.certainty.verdict import Grade, Mend
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.surroundings.outlet import UNKNOWN_OUTPUT
from tests.core.builders import MINUTE, SUNDAY_EVENING, USUAL
from tests.core.signs import GOOD_SIGNS, MUTED, SPEAKERS, USUAL_SETTINGS

QUIET = RingSettings(volume=5)


@pytest.fixture
def readiness():
    """Judge on a good computer."""
    return Readiness(USUAL_SETTINGS, GOOD_SIGNS)


def test_what_is_seen_anew_is_judged_anew(readiness):
    """What was not named stays."""
    assert readiness.verdict(USUAL).grade is Grade.GOOD
    readiness.update(output=MUTED)
    assert readiness.verdict(USUAL).grade is Grade.BAD
    assert readiness.signs == replace(GOOD_SIGNS, output=MUTED)


def test_other_settings_are_judged_anew(readiness):
    """As when the setting unmutes the computer."""
    readiness.update(output=MUTED)
    readiness.use(replace(USUAL_SETTINGS, raise_to=50))
    assert readiness.verdict(USUAL).grade is Grade.GOOD


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda readiness: readiness.update(output=MUTED), id="signs"),
        pytest.param(
            lambda readiness: readiness.update(checked_at=SUNDAY_EVENING + MINUTE), id="a look"
        ),
        pytest.param(
            lambda readiness: readiness.use(replace(USUAL_SETTINGS, raise_to=50)), id="settings"
        ),
    ],
)
def test_listeners_are_told_of_each_change(readiness, change):
    """Once, when it can be asked for already."""
    told = []
    readiness.listen(lambda: told.append(readiness.verdict(USUAL).grade))
    change(readiness)
    assert told == [readiness.verdict(USUAL).grade]


def test_nobody_is_told_of_nothing_new(readiness):
    """A device that stands as before repaints no list."""
    told = []
    readiness.listen(lambda: told.append(1))
    readiness.update(output=SPEAKERS, sound_problems={})
    readiness.use(USUAL_SETTINGS)
    assert told == []


def test_one_way_to_ring_is_judged_once(readiness):
    """Ten thousand alarms share few."""
    first = readiness.verdict(RingSettings())
    assert readiness.verdict(RingSettings()) is first


def test_before_anything_is_known_nothing_is_bad():
    """At the very start."""
    assert Readiness(USUAL_SETTINGS).verdict(USUAL).grade is Grade.GOOD
    assert Readiness(USUAL_SETTINGS).signs.output == UNKNOWN_OUTPUT


def test_all_are_judged_and_summed_up_together(readiness):
    """For the card beside the alarms."""
    assert readiness.overall([USUAL, QUIET]).grade is Grade.WARNING
    assert readiness.summary([USUAL]).headline == "Ready to ring"
    assert readiness.summary([USUAL, QUIET]).mend is Mend.TURN_ALARM_UP


def test_it_knows_whom_a_mend_would_help(readiness):
    """A press in the list of all mends these alarms, and leaves the others alone."""
    assert readiness.wants(QUIET, Mend.TURN_ALARM_UP)
    assert not readiness.wants(USUAL, Mend.TURN_ALARM_UP)


def test_every_sign_can_be_updated():
    """The names are those of Signs."""
    assert set(NewSigns.__annotations__) == {field.name for field in fields(Signs)}


def test_a_listener_that_fails_keeps_the_others_from_nothing(caplog):
    """The watch over the computer goes on."""
    readiness, told = Readiness(USUAL_SETTINGS), []

    def fail():
        raise RuntimeError("no picture")

    readiness.listen(fail)
    readiness.listen(lambda: told.append(readiness.signs.output))
    readiness.update(output=SPEAKERS)
    assert told == [SPEAKERS]
    assert "A listener of the verdicts failed" in caplog.text
