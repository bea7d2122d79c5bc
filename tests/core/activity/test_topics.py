"""Every kind of event belongs to something that people tell apart."""

from alarmclock.core.activity import events
from alarmclock.core.activity.events import Event, Ticked
from alarmclock.core.activity.topics import TOPICS


def test_every_kind_of_event_belongs_to_a_topic():
    """Nothing can be found under no heading."""
    kinds = {
        kind
        for kind in vars(events).values()
        if isinstance(kind, type) and issubclass(kind, Event) and kind not in (Event, Ticked)
    }
    assert {kind for topic in TOPICS.values() for kind in topic} == kinds
