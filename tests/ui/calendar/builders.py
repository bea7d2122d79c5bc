"""Entries of a calendar, so that a test spells only what matters."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from alarmclock.core.outlook.entry import Entry, Fate
from alarmclock.core.outlook.outlook import Outlook

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 21, 2, 46, tzinfo=UTC)


def entry(day, hour=7, *, name="Gym", reason="", fate=Fate.RINGS, item_id="gym", **may):
    """Make an entry of a day counted from today, at a full hour in Berlin."""
    on = TODAY + timedelta(days=day)
    due = datetime(on.year, on.month, on.day, hour, tzinfo=BERLIN).astimezone(UTC)
    return Entry(due, item_id, name, reason, fate, on, **may)


class Reader:
    """Gives the entries of a span, and notes what was asked for."""

    def __init__(self, *entries):
        self.entries = list(entries)
        self.asked = []
        self.is_cut = False

    def __call__(self, since, until, item_id):
        """Give those between two instants."""
        self.asked.append((since.astimezone(BERLIN), until.astimezone(BERLIN), item_id))
        found = [
            one
            for one in self.entries
            if since <= one.due <= until and item_id in (None, one.item_id)
        ]
        return Outlook(sorted(found, key=lambda one: one.due), self.is_cut)
