"""Activity as other programs are told of it. The names of fields never change."""

from datetime import datetime, timedelta, tzinfo

from alarmclock.core.activity.activity_words import Teller
from alarmclock.core.activity.event_names import KIND_NAMES, TICKED
from alarmclock.core.activity.events import Event
from alarmclock.core.service.item_fields import Fields, instant_text

ONE_MILLISECOND = timedelta(milliseconds=1)


def event_fields(event: Event, now: datetime, zone: tzinfo) -> Fields:
    """Say what happened, its detail as it is read at `now` in `zone`."""
    late: timedelta | None = getattr(event, "late", None)
    return {
        "at": instant_text(event.at),
        "event": KIND_NAMES.get(type(event), TICKED),
        "alarm_id": event.item_id or None,
        "label": event.label,
        "due": instant_text(getattr(event, "due", None)),
        "late_ms": None if late is None else late // ONE_MILLISECOND,
        "detail": Teller(now, zone).words(event).fact,
    }
