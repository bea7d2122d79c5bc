"""What somebody wants to read of the activity."""

from datetime import timedelta

import pytest

from alarmclock.core.activity.activity_query import EVERYTHING, ActivityQuery
from alarmclock.core.activity.events import Failed
from alarmclock.core.activity.topic import Topic
from tests.core.builders import SUNDAY_EVENING

NOW = SUNDAY_EVENING
EVENT = Failed(at=NOW, item_id="a", label="Über-Gym", reason="The sound is missing.")
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("query", "matches"),
    [
        (EVERYTHING, True),
        (ActivityQuery(item_id="a"), True),
        (ActivityQuery(item_id="b"), False),
        (ActivityQuery(topic=Topic.PROBLEMS), True),
        (ActivityQuery(topic=Topic.RINGS), False),
        (ActivityQuery(since=NOW), True),
        (ActivityQuery(since=NOW + SECOND), False),
        (ActivityQuery(until=NOW), False),
        (ActivityQuery(until=NOW + SECOND), True),
        (ActivityQuery(text="über"), True),
        (ActivityQuery(text="SOUND"), True),
        (ActivityQuery(text="piano"), False),
        (ActivityQuery(item_id="a", topic=Topic.PROBLEMS, since=NOW, text="gym"), True),
    ],
)
def test_what_matches(query, matches):
    """All that is chosen has to hold."""
    assert query.matches(EVENT) is matches
