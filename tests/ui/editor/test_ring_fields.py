from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tuned
from hypothesis import strategies as st

from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import RingSettings
from alarmclock.ui.editor.ring_fields import RingFields


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
    with qtbot.waitSignals([fields.changed, fields.sound_changed]):
        fields.sound.box.setCurrentIndex(3)
