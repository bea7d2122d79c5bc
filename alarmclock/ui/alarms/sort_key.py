"""The order of the alarms in the list: by what rings next."""

from datetime import datetime, time

from alarmclock.ui.alarms.row_text import AlarmRow

# Whether it does not ring, its due, its time, its label, its id.
SortKey = tuple[bool, datetime | None, time, str, str]


def key_of(row: AlarmRow) -> SortKey:
    """Sort by due, then by time of day; the id makes every key different."""
    return (row.due is None, row.due, row.alarm.time, row.alarm.label, row.alarm.id)
