"""Who shows notifications."""

import pytest

from alarmclock.core.certainty.checks.notifications import check_notifications
from alarmclock.core.certainty.verdict import Grade, Mend
from alarmclock.core.surroundings.notifier import NotificationServer


def test_without_a_server_only_the_window_tells():
    """A warning, for it rings all the same."""
    (reason,) = check_notifications(None)
    assert (reason.grade, reason.mend) == (Grade.WARNING, Mend.LOOK_AGAIN)
    assert reason.sentence == "Nothing here shows notifications, so only the ring window tells."


@pytest.mark.parametrize(("has_actions", "words"), [(True, "with"), (False, "without")])
def test_a_server_is_named_with_what_it_can(has_actions, words):
    """Without buttons it is a note, no warning."""
    (reason,) = check_notifications(NotificationServer("dunst", has_actions=has_actions))
    assert reason.grade is Grade.GOOD
    assert reason.sentence == f"Notifications are shown by dunst, {words} buttons to answer."
