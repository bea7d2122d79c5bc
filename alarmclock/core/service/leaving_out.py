"""Keeping alarms from ringing for a while, from outside the window, without turning them off."""

from datetime import date

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Item
from alarmclock.core.schedule import is_paused
from alarmclock.core.service.alarms import changed, run_timer, turn_off
from alarmclock.core.service.arguments import (
    Arguments,
    count_of,
    date_of,
    needed_text,
    text_of,
    truth_of,
)
from alarmclock.core.service.finding import find
from alarmclock.core.service.item_fields import item_fields
from alarmclock.core.service.parts import Parts
from alarmclock.core.service.reply import NothingMatched, Reply, WrongUse
from alarmclock.core.timer import Timer
from alarmclock.core.words.wording import item_name, short_day

MOST_SKIPPED = 99
MOST_NAMED = 5


def skip(parts: Parts, arguments: Arguments) -> Reply:
    """Leave out the next rings of an alarm, or ring as planned again."""
    alarm = _alarm(parts, needed_text(arguments, "id"))
    count = count_of(arguments, "count", 1, MOST_SKIPPED)
    if truth_of(arguments, "take_back"):
        if not parts.commands.skipping.skipped_to_come(alarm):
            raise NothingMatched(f"No ring of “{item_name(alarm)}” is skipped.")
        return changed(parts, alarm.id, parts.deeds.take_back(alarm.id))
    _needs_on(alarm, "to skip")
    if alarm.rule.repeats and parts.book.due(alarm.id) is None:
        raise NothingMatched(parts.deeds.next_sentence(alarm.id))
    return changed(parts, alarm.id, parts.deeds.skip(alarm.id, count))


def pause(parts: Parts, arguments: Arguments) -> Reply:
    """Pause one alarm or timer, or all alarms, until a date or until resumed."""
    named, until = text_of(arguments, "id"), _until(parts, arguments)
    if named is None:
        return _pause_all(parts, until)
    item = find(parts.book, named)
    if isinstance(item, Alarm):
        _needs_on(item, "to pause")
        return changed(parts, item.id, parts.deeds.pause(item.id, until))
    if until is not None:
        raise WrongUse(f"“{item_name(item)}” is a timer: it stands still until it is resumed.")
    if item.ends_at is None:
        raise NothingMatched(f"“{item_name(item)}” does not run: there is nothing to pause.")
    return turn_off(parts, arguments)


def _pause_all(parts: Parts, until: date | None) -> Reply:
    alarms = parts.book.alarms()
    if not any(alarm.armed_at for alarm in alarms):
        raise NothingMatched("No alarm is on: there is nothing to pause.", [])
    if not parts.commands.skipping.to_pause():
        raise NothingMatched("All alarms that are on are paused already.", [])
    return _changed_all(parts, parts.deeds.pause_all(until))


def resume(parts: Parts, arguments: Arguments) -> Reply:
    """Let one alarm or timer go on, or all alarms that were paused together."""
    named = text_of(arguments, "id")
    if named is None:
        if not parts.commands.skipping.paused_together():
            raise NothingMatched(_none_together(parts), [])
        return _changed_all(parts, parts.deeds.resume_all())
    item = find(parts.book, named)
    if not _is_paused(parts, item):
        raise NothingMatched(f"“{item_name(item)}” is not paused.")
    if isinstance(item, Timer):
        return run_timer(parts, item)
    return changed(parts, item.id, parts.deeds.resume(item.id))


def _is_paused(parts: Parts, item: Item) -> bool:
    if isinstance(item, Timer):
        return item.left is not None
    clock = parts.book.clock
    return is_paused(item, clock.now(), clock.zone())


def _none_together(parts: Parts) -> str:
    alone = [alarm for alarm in parts.book.alarms() if _is_paused(parts, alarm)]
    if not alone:
        return "No alarm is paused."
    names = ", ".join(f"“{item_name(item)}”" for item in alone[:MOST_NAMED])
    return f"Nothing was paused together. Resume by name what was paused alone: {names}."


# Shared


def _needs_on(alarm: Alarm, what_for: str) -> None:
    if alarm.armed_at is None:
        raise NothingMatched(f"“{item_name(alarm)}” is off: there is nothing {what_for}.")


def _alarm(parts: Parts, named: str) -> Alarm:
    item = find(parts.book, named)
    if isinstance(item, Timer):
        raise WrongUse(f"“{item_name(item)}” is a timer: it has no ring to skip.")
    return item


def _until(parts: Parts, arguments: Arguments) -> date | None:
    text = text_of(arguments, "until")
    if text is None:
        return None
    clock = parts.book.clock
    day = date_of(text) or _said_day(parts, text, text_of(arguments, "locale"))
    if day is None:
        raise WrongUse(f"“{text}” is no date. Write it as 2026-12-24 or “24 dec”.")
    if day <= clock.now().astimezone(clock.zone()).date():
        raise WrongUse(f"{short_day(day)} {day.year} is over or today. Choose a date after today.")
    return day


def _said_day(parts: Parts, text: str, locale: str | None) -> date | None:
    from alarmclock.core.phrase import PhraseError
    from alarmclock.core.rules.rule import OnDate

    clock = parts.book.clock
    try:
        said = parts.read(f"{text} 23:59:59", clock.now(), clock.zone(), None, locale).item
    except PhraseError:
        return None
    if isinstance(said, Alarm) and isinstance(said.rule, OnDate) and not said.label:
        return said.rule.day
    return None


def _changed_all(parts: Parts, sentence: str) -> Reply:
    parts.tell(sentence)
    return Reply([item_fields(parts.book, item) for item in parts.book.alarms()], sentence)
