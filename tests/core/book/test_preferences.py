"""The settings in use."""

import pytest

from alarmclock.core.book.preferences import Preferences
from alarmclock.core.errors import NotSaved
from alarmclock.core.settings import Settings, Theme

DARK = Settings(theme=Theme.DARK)


def test_a_change_is_kept_then_used_then_told():
    """Whoever is told finds it saved and in use."""
    kept, seen = [], []
    preferences = Preferences(Settings(), kept.append)
    preferences.listen(lambda told: seen.append((told, list(kept), preferences.settings)))
    preferences.change(DARK)
    assert seen == [(DARK, [DARK], DARK)]


def test_the_same_settings_are_no_change():
    """Nothing is written and nobody is told."""
    kept = []
    Preferences(Settings(), kept.append).change(Settings())
    assert kept == []


def test_settings_that_are_not_saved_are_not_used():
    """With a full disk the old ones stay."""

    def fail(settings):
        raise NotSaved("The disk is full. Free some space.")

    preferences = Preferences(Settings(), fail)
    seen = []
    preferences.listen(seen.append)
    with pytest.raises(NotSaved):
        preferences.change(DARK)
    assert (preferences.settings, seen) == (Settings(), [])
