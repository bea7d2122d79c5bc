"""One press mends what speaks against a ring."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alarmclock.core.book.preferences import Preferences
from alarmclock.core.certainty.mender import Mender
from alarmclock.core.certainty.readiness import Readiness
from alarmclock.core.certainty.verdict import Grade, Mend
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import Settings, StayAwake
from alarmclock.core.surroundings.outlet import FixedOutlet, Output
from tests.core.builders import Desk, make_alarm

MUTED = Output("Speakers", is_muted=True, volume=10)
QUIET = RingSettings(volume=5)
SHORT = RingSettings(ring_length=timedelta(seconds=20), rise=timedelta(0))


class Scene:
    """Alarms of which some need mending."""

    def __init__(self, *items):
        self.desk = Desk(*items)
        self.outlet = FixedOutlet(MUTED)
        self.preferences = Preferences(Settings(), lambda _settings: None)
        self.readiness = Readiness(Settings())
        self.asked = []
        self.mender = Mender(
            self.desk.book,
            self.preferences,
            self.readiness,
            self.outlet,
            lambda: self.asked.append("look"),
            lambda: self.asked.append("clock"),
            self.asked.append,
        )

    def rings(self):
        """Give how each alarm rings."""
        return {item.id: item.ring for item in self.desk.book}


@pytest.mark.parametrize(
    ("mend", "volume"),
    [
        pytest.param(Mend.UNMUTE, 35, id="unmute"),
        pytest.param(Mend.TURN_UP, 60, id="turn up"),
    ],
)
def test_the_computer_is_unmuted_and_turned_up_for_good(mend, volume):
    """No ring puts that back."""
    scene = Scene()
    scene.mender.mend(mend)
    assert scene.outlet.output == replace(MUTED, is_muted=False, volume=volume)
    scene.outlet.put_back()
    assert scene.outlet.output.volume == volume


def test_all_alarms_that_need_it_are_mended_and_that_can_be_undone():
    """And no other ones."""
    off = make_alarm(item_id="off", ring=QUIET, armed_at=None)
    scene = Scene(
        make_alarm(item_id="a", ring=QUIET),
        make_alarm(item_id="b", ring=QUIET),
        make_alarm(item_id="loud"),
        off,
    )
    assert scene.mender.mend(Mend.TURN_ALARM_UP) == "Turned up 2 alarms."
    rings = scene.rings()
    assert (rings["a"].volume, rings["b"].volume, rings["off"].volume) == (80, 80, 5)
    assert scene.readiness.verdict(rings["a"]).grade is Grade.GOOD
    scene.desk.editing.undo()
    assert scene.rings()["a"] == QUIET


def test_one_alarm_is_mended_alone():
    """Where it was pressed for one."""
    scene = Scene(
        make_alarm(item_id="a", ring=SHORT, label="Gym"), make_alarm(item_id="b", ring=SHORT)
    )
    assert scene.mender.mend(Mend.RING_LONGER, "a") == "Let ring longer “Gym”."
    assert scene.rings()["a"].ring_length == timedelta(minutes=1)
    assert scene.rings()["b"] == SHORT


def test_other_mends_go_where_they_belong():
    """To the settings, the clock, the looking, and the editor."""
    own = RingSettings(sound="/gone.mp3")
    scene = Scene(make_alarm(item_id="own", ring=own))
    scene.readiness.update(sound_problems={"/gone.mp3": "The file is gone."})
    scene.mender.mend(Mend.STAY_AWAKE)
    assert scene.preferences.settings.stay_awake is StayAwake.WHILE_ARMED
    for mend in (Mend.LOOK_AGAIN, Mend.ACCEPT_CLOCK, Mend.CHOOSE_SOUND):
        scene.mender.mend(mend)
    assert scene.asked == ["look", "clock", "own"]


def test_nothing_to_mend_changes_nothing():
    """It may have been mended elsewhere."""
    scene = Scene(make_alarm())
    assert scene.mender.mend(Mend.TURN_ALARM_UP) == ""
    assert not scene.desk.book.history.done
