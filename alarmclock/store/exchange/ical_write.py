"""Our alarms and timers as a calendar: events and tasks that other programs ring, too."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Item
from alarmclock.core.exchange.recurrence import DAY_CODES, Recurrence
from alarmclock.core.exchange.rules_out import first_date, left_out, more_dates, recurrence_of
from alarmclock.core.rules.rule import Once
from alarmclock.core.schedule import knows_zone, next_occurrence, zone_of
from alarmclock.core.timer import Timer
from alarmclock.core.words.wording import item_name
from alarmclock.store.exchange.ical_own import mark
from alarmclock.store.exchange.ical_rrule import NUMBERS, until_text

PRODUCT = "-//Alarm Clock//Alarm Clock {version}//EN"
# Every program draws an event with some length.
SHOWN_FOR = timedelta(minutes=5)


def written_calendar(items: Iterable[Item], now: datetime, zone: tzinfo, version: str) -> bytes:
    """Write alarms as events and timers as tasks, each with what rings and all that is ours."""
    from icalendar import Calendar

    calendar: Any = Calendar()
    calendar.add("prodid", PRODUCT.format(version=version))
    calendar.add("version", "2.0")
    for item in items:
        component = _todo(item, now) if isinstance(item, Timer) else _event(item, now, zone)
        mark(component, item)
        calendar.add_component(component)
    calendar.add_missing_timezones()
    found: bytes = calendar.to_ical()
    return found


def _event(alarm: Alarm, now: datetime, zone: tzinfo) -> Any:
    from icalendar import Event

    event: Any = Event()
    pinned = ZoneInfo(alarm.zone) if alarm.zone is not None and knows_zone(alarm.zone) else None
    day = _first_day(alarm, now, zone)
    start = datetime.combine(day, alarm.time)
    _describe(event, alarm, now)
    event.add("dtstart", start.replace(tzinfo=pinned))
    event.add("duration", SHOWN_FOR)
    recurrence = recurrence_of(alarm.rule, alarm.limits)
    if recurrence is not None:
        event.add("rrule", _rule_parts(recurrence, start, pinned))
    for name, days in (
        ("rdate", more_dates(alarm, day)),
        ("exdate", left_out(alarm, day)),
    ):
        if days:
            moments = [datetime.combine(one, alarm.time, pinned) for one in days]
            event.add(name, moments)
    # One that is off is to be silent in other programs, too.
    if alarm.armed_at is not None:
        event.add_component(_reminder(item_name(alarm), related_to_end=False))
    return event


def _first_day(alarm: Alarm, now: datetime, zone: tzinfo) -> date:
    today = now.astimezone(zone_of(alarm, zone)).date()
    if not isinstance(alarm.rule, Once):
        return first_date(alarm, today)
    found = next_occurrence(alarm, alarm.armed_at or now, zone)
    return found.day if found is not None else today


def _todo(timer: Timer, now: datetime) -> Any:
    from icalendar import Todo

    todo: Any = Todo()
    _describe(todo, timer, now)
    if timer.ends_at is not None:
        todo.add("due", timer.ends_at.replace(microsecond=0))
        todo.add_component(_reminder(item_name(timer), related_to_end=True))
    return todo


def _describe(component: Any, item: Item, now: datetime) -> None:
    component.add("uid", f"{item.id}@alarmclock")
    component.add("dtstamp", now.replace(microsecond=0))
    component.add("summary", item_name(item))


def _reminder(name: str, *, related_to_end: bool) -> Any:
    from icalendar import Alarm as Reminder

    reminder: Any = Reminder()
    reminder.add("action", "DISPLAY")
    reminder.add("description", name)
    parameters = {"RELATED": "END"} if related_to_end else {}
    reminder.add("trigger", timedelta(0), parameters=parameters)
    return reminder


def _rule_parts(recurrence: Recurrence, start: datetime, zone: tzinfo | None) -> dict[str, Any]:
    parts: dict[str, Any] = {"FREQ": recurrence.frequency}
    if recurrence.interval > 1:
        parts["INTERVAL"] = recurrence.interval
    if recurrence.count is not None:
        parts["COUNT"] = recurrence.count
    if recurrence.until is not None:
        parts["UNTIL"] = until_text(recurrence.until, start, zone)
    if recurrence.days:
        parts["BYDAY"] = [f"{nth or ''}{DAY_CODES[day]}" for nth, day in recurrence.days]
    for part, (name, _) in NUMBERS.items():
        if numbers := getattr(recurrence, name):
            parts[part] = list(numbers)
    if recurrence.interval > 1 or recurrence.weeks:
        parts["WKST"] = "MO"
    return parts
