from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tuned
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel

from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import RingSettings, Task
from alarmclock.ui.editor.ring_fields import RingFields
from alarmclock.ui.editor.sentence import Tone


@pytest.fixture
def fields(theme, qtbot):
    """The fields of how an alarm rings, at their defaults."""
    made = RingFields(theme)
    qtbot.addWidget(made)
    made.show_settings(RingSettings())
    return made


def lengths(lowest, highest):
    """Make lengths to the millisecond."""
    return st.integers(lowest * 1000, highest * 1000).map(lambda ms: timedelta(milliseconds=ms))


@tuned(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ring=st.builds(
        RingSettings,
        sound=st.sampled_from(["harp", "/tmp/own.flac", "gone"]),
        volume=st.integers(1, 100),
        rise=lengths(0, 120),
        snooze_length=lengths(60, 3600),
        snooze_limit=st.none() | st.integers(0, 99),
        ring_length=lengths(5, 3600),
        late_limit=st.none() | lengths(0, 86400),
        task=st.sampled_from(Task),
        awake_after=st.none() | lengths(60, 3600),
        again=st.integers(0, 20),
        again_every=lengths(60, 3600),
    )
)
def test_settings_are_kept_exactly(fields, ring):
    """Whatever an alarm had, it has after a look at it."""
    fields.show_settings(ring)
    assert fields.settings() == ring


def test_a_value_beyond_its_limits_names_its_field(fields):
    """Core's refusal reaches the field that is wrong."""
    fields.ring_length.setEditText("13 h")
    with pytest.raises(Invalid, match="from 5 seconds to 12 hours") as refused:
        fields.settings()
    assert refused.value.field == "ringLength"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("awake_after", "2 h", "after 1 minute to 1 hour"),
        ("again", "21", "up to 20 times"),
        ("again", "often", "Type how often"),
        ("again_every", "30 s", "after 1 minute to 1 hour"),
    ],
)
def test_what_follows_a_ring_is_refused_at_its_field(fields, name, text, said):
    """Each of the fields of what comes after a ring can be told to be wrong."""
    fields.show_settings(RingSettings(again=3))
    box = getattr(fields, name)
    box.setEditText(text)
    with pytest.raises(Invalid, match=said) as refused:
        fields.settings()
    assert refused.value.field == box.objectName()
    assert refused.value.field in fields.rows


@pytest.mark.parametrize(("again", "shown"), [("Not again", False), ("3 times", True)])
def test_how_long_after_is_asked_only_where_it_comes_again(fields, again, shown):
    """A field that means nothing is not seen."""
    fields.again.setCurrentText(again)
    assert fields.rows["againEvery"].isHidden() is not shown


def test_an_entry_that_is_not_seen_is_not_blamed(fields):
    """What was wrong in a field that is gone keeps its old value."""
    fields.show_settings(RingSettings(again=3, again_every=timedelta(minutes=7)))
    fields.again_every.setEditText("soon")
    fields.again.setEditText("not again")
    assert fields.settings() == RingSettings(again_every=timedelta(minutes=7))


def test_a_result_goes_when_something_else_is_entered(fields):
    """What was proved of one sound is not proved of another."""
    fields.trial.show_running(running=True)
    fields.trial.show_result("heard: peak 0.41 on Speakers", Tone.GOOD)
    fields.trial.show_running(running=False)
    fields.sound.box.setCurrentIndex(3)
    assert fields.trial.findChild(QLabel, "tryResult").text() == ""


def test_a_sound_can_be_heard_while_something_else_is_wrong(fields):
    """A preview needs only what is heard of it."""
    fields.snooze_length.setEditText("soon")
    fields.volume.show_volume(35)
    heard = fields.heard_settings()
    assert (heard.sound, heard.volume) == (RingSettings().sound, 35)


def test_a_change_is_told(qtbot, fields):
    """Each field tells of its changes."""
    with qtbot.waitSignal(fields.changed):
        fields.late_limit.setCurrentText("always")
    with qtbot.waitSignal(fields.changed):
        fields.task.setCurrentText("Sums")
    with qtbot.waitSignals([fields.changed, fields.sound_changed]):
        fields.sound.box.setCurrentIndex(3)
