"""A computer on which every ring is heard, so that a test spells only what is wrong."""

from dataclasses import replace
from datetime import timedelta

from alarmclock.core.certainty.signs import Signs
from alarmclock.core.ring_settings import DEFAULT_SOUND
from alarmclock.core.settings import Settings
from alarmclock.core.surroundings.notifier import NotificationServer
from alarmclock.core.surroundings.outlet import Output
from alarmclock.core.surroundings.wakefulness import Habits
from tests.core.builders import MINUTE, SUNDAY_EVENING

SECOND = timedelta(seconds=1)
SPEAKERS = Output("Speakers", is_muted=False, volume=62)
MUTED = replace(SPEAKERS, is_muted=True)
DUNST = NotificationServer("dunst", has_actions=True)
SLEEPY = Habits(may_sleep=True, sleeps_after=20 * MINUTE, is_clock_synchronised=True)
WAKEFUL = Habits(may_sleep=False, is_clock_synchronised=True)
GOOD_SIGNS = Signs(
    SPEAKERS,
    DUNST,
    is_server_known=True,
    habits=WAKEFUL,
    is_held=False,
    sounds_checked=frozenset({DEFAULT_SOUND}),
    checked_at=SUNDAY_EVENING,
)
USUAL_SETTINGS = Settings()


def good_but(**signs):
    """Give good signs, but for those that are spelled."""
    return replace(GOOD_SIGNS, **signs)
