"""The activity and the rings as rows of a table, for spreadsheets.

Instants are written in the zone of the reader, in ISO 8601 with their offset; lengths are
seconds.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, tzinfo

from alarmclock.core.activity.activity_query import ActivityQuery
from alarmclock.core.activity.activity_words import Teller
from alarmclock.core.activity.ring_words import end_words
from alarmclock.core.ringing import Ring
from alarmclock.store.activity_table import KIND_NAMES
from alarmclock.store.store import Store
from alarmclock.store.unusable import UnusableStore

ROWS_A_PAGE = 500
EVENT_HEADER = ["at", "event", "alarm_id", "label", "due", "detail"]
RING_HEADER = [
    "due",
    "alarm_id",
    "label",
    "started",
    "late_s",
    "snoozes",
    "ended",
    "ending",
    "how",
]

Archive = Store | UnusableStore
Page = list[list[str]]


def event_pages(
    store: Archive, query: ActivityQuery, now: datetime, zone: tzinfo
) -> Iterator[Page]:
    """Give the events page by page, newest first, the header on top. Raises StoreUnusable."""
    teller = Teller(now, zone)
    yield [EVENT_HEADER]
    before: int | None = None
    while found := store.events(ROWS_A_PAGE, before, query):
        before = found[-1][0]
        yield [
            [
                _instant(event.at, zone),
                KIND_NAMES[type(event)],
                event.item_id,
                event.label,
                _instant(getattr(event, "due", None), zone),
                teller.words(event).fact,
            ]
            for _, event in found
        ]


def ring_pages(
    store: Archive, query: ActivityQuery, _now: datetime, zone: tzinfo
) -> Iterator[Page]:
    """Give the rings page by page, newest first, the header on top. Raises StoreUnusable."""
    yield [RING_HEADER]
    before = None
    while found := store.past_rings(ROWS_A_PAGE, before, query):
        before = found[-1][0]
        yield [_ring_row(label, ring, zone) for _, label, ring in found]


Pages = Callable[[Archive, ActivityQuery, datetime, tzinfo], Iterator[Page]]


def _ring_row(label: str, ring: Ring, zone: tzinfo) -> list[str]:
    late = (ring.started_at - ring.due).total_seconds() if ring.started_at else None
    return [
        _instant(ring.due, zone),
        ring.item_id,
        label,
        _instant(ring.started_at, zone),
        "" if late is None else f"{late:.3f}",
        str(ring.snoozes),
        _instant(ring.ended_at, zone),
        ring.ending.value if ring.ending else "open",
        end_words(ring),
    ]


def _instant(instant: datetime | None, zone: tzinfo) -> str:
    return instant.astimezone(zone).isoformat(timespec="milliseconds") if instant else ""
