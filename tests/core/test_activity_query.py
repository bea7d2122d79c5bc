"""What somebody wants to read of the activity."""

from datetime import timedelta

import pytest

from alarmclock.core import events
from alarmclock.core.activity_query import EVERYTHING, ActivityQuery, Topic
from alarmclock.core.events import Event, Failed, Ticked
from alarmclock.core.topics import TOPICS
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


def test_every_kind_of_event_belongs_to_a_topic():
    """Nothing can be found under no heading."""
    kinds = {
        kind
        for kind in vars(events).values()
        if isinstance(kind, type) and issubclass(kind, Event) and kind not in (Event, Ticked)
    }
    assert {kind for topic in TOPICS.values() for kind in topic} == kinds
