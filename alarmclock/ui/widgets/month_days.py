"""The days of a month in rows of weeks, and the way from month to month; no Qt."""

from datetime import date, timedelta

WEEKS_SHOWN = 6
DAYS_SHOWN = WEEKS_SHOWN * 7


def shown_days(month: date) -> list[date | None]:
    """Give the days of six weeks that hold a month, Monday first, None outside of the month."""
    blanks = month.replace(day=1).weekday()
    first = month.replace(day=1)
    days = [_in_month(first, offset) for offset in range(DAYS_SHOWN - blanks)]
    return [None] * blanks + days


def month_later(day: date, months: int) -> date:
    """Give the same day some months later, or the last day of a month too short for it."""
    count = day.year * 12 + day.month - 1 + months
    count = min(max(count, date.min.year * 12), date.max.year * 12 + 11)
    first = date(count // 12, count % 12 + 1, 1)
    return first + timedelta(days=min(day.day, _length(first)) - 1)


def _length(first: date) -> int:
    # date.max is a 31st of December, which has no next month to measure by.
    if first.month == 12:
        return 31
    return (first.replace(month=first.month + 1) - first).days


def _in_month(first: date, offset: int) -> date | None:
    return first + timedelta(days=offset) if offset < _length(first) else None
