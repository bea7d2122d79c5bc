"""Making, showing and changing alarms and timers from outside the window."""

from dataclasses import replace
from datetime import date

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Item
from alarmclock.core.rule_words import alarm_rule_words
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
from alarmclock.core.service.lines import handles
from alarmclock.core.service.parts import Parts
from alarmclock.core.service.reply import NothingMatched, Reply, WrongUse
from alarmclock.core.timer import Timer
from alarmclock.core.wording import item_name, place_of

MOST_SKIPPED = 99


# Show


def show(parts: Parts, arguments: Arguments) -> Reply:
    """Say everything about one alarm or timer."""
    from alarmclock.core.service.details import details

    item = find(parts.book, needed_text(arguments, "id"))
    return Reply(item_fields(parts.book, item), details(parts.book, item))


# Make and change


def add(parts: Parts, arguments: Arguments) -> Reply:
    """Add what a phrase says."""
    from alarmclock.core.phrase import describe

    clock = parts.book.clock
    reading = parts.read(
        needed_text(arguments, "phrase"), clock.now(), clock.zone(), parts.new_alarm
    )
    item = reading.item
    if truth_of(arguments, "off"):
        if isinstance(item, Timer):
            raise WrongUse("A timer can't be off: it runs from when it is added.")
        item = replace(item, armed_at=None)
    parts.tell(parts.deeds.add(item))
    item = parts.book.item(item.id)
    said = describe(item, clock.now(), clock.zone(), reading.base)
    other = reading.other_half(clock.now(), clock.zone()) if _is_armed(item) else None
    note = f"That is {other.whole_question}" if other else ""
    handle = handles(parts.book)[item.id]
    return Reply(item_fields(parts.book, item), f"{handle}  {said}", note)


def edit(parts: Parts, arguments: Arguments) -> Reply:
    """Let a phrase say anew when something rings; what it does not speak of stays."""
    item = find(parts.book, needed_text(arguments, "id"))
    clock = parts.book.clock
    words = needed_text(arguments, "phrase")
    said = parts.read(words, clock.now(), clock.zone(), item.ring).item
    after = _edited(item, said)
    if isinstance(after, Timer):
        after = after.started(clock.now())
    sentence = parts.deeds.replace(after)
    return replace(_changed(parts, after.id, sentence), note=_days_changed(item, after))


def _days_changed(before: Item, after: Item) -> str:
    """Say which days, or which place, a phrase changed that may have spoken only of a time."""
    if not (isinstance(before, Alarm) and isinstance(after, Alarm)):
        return ""
    was, now = (_days(alarm) for alarm in (before, after))
    return "" if was == now else f"It was “{was}” and is “{now}” now."


def _days(alarm: Alarm) -> str:
    place = f"{place_of(alarm.zone)} time" if alarm.zone else ""
    return ", ".join(filter(None, (alarm_rule_words(alarm), place)))


def _edited(item: Item, said: Item) -> Item:
    label = said.label or item.label
    match item, said:
        case Alarm(), Alarm():
            return replace(
                item,
                time=said.time,
                rule=said.rule,
                zone=said.zone,
                limits=said.limits,
                ring=said.ring,
                label=label,
                armed_at=item.armed_at and said.armed_at,
            )
        case Timer(), Timer():
            # A new timer rises at once, whatever its ring was: only what differs was said.
            ring = replace(said.ring, rise=item.ring.rise)
            return replace(item, length=said.length, label=label, ring=ring)
        case Timer(), _:
            raise WrongUse(f"“{item_name(item)}” is a timer: give it a length, as “25 min”.")
    raise WrongUse(f"“{item_name(item)}” is an alarm: give it a time, as “weekdays 7:15”.")


def remove(parts: Parts, arguments: Arguments) -> Reply:
    """Delete an alarm, or cancel a timer."""
    item = find(parts.book, needed_text(arguments, "id"))
    fields = item_fields(parts.book, item)
    sentence = parts.deeds.delete(item.id)
    parts.tell(sentence)
    return Reply(fields, sentence)


def turn_on(parts: Parts, arguments: Arguments) -> Reply:
    """Turn an alarm on; let a paused one ring again, a timer run on or anew."""
    item = find(parts.book, needed_text(arguments, "id"))
    if isinstance(item, Timer):
        return _run(parts, item)
    if item.armed_at is not None and item.pause is not None:
        return _changed(parts, item.id, parts.deeds.resume(item.id))
    return _changed(parts, item.id, parts.deeds.switch(item.id, on=True))


def turn_off(parts: Parts, arguments: Arguments) -> Reply:
    """Turn an alarm off; let a timer stand still."""
    item = find(parts.book, needed_text(arguments, "id"))
    if isinstance(item, Timer):
        parts.commands.editing.pause(item.id)
        return _changed(parts, item.id, f"“{item_name(item)}” stands still.")
    return _changed(parts, item.id, parts.deeds.switch(item.id, on=False))


def _run(parts: Parts, timer: Timer) -> Reply:
    if timer.left is not None:
        parts.commands.editing.resume(timer.id)
    elif timer.ends_at is None:
        parts.commands.editing.restart(timer.id)
    return _changed(parts, timer.id, f"“{item_name(timer)}” runs.")


# Leave out


def skip(parts: Parts, arguments: Arguments) -> Reply:
    """Leave out the next rings of an alarm, or ring as planned again."""
    alarm = _alarm(parts, needed_text(arguments, "id"))
    if truth_of(arguments, "take_back"):
        return _changed(parts, alarm.id, parts.deeds.take_back(alarm.id))
    count = count_of(arguments, "count", 1, MOST_SKIPPED)
    return _changed(parts, alarm.id, parts.deeds.skip(alarm.id, count))


def pause(parts: Parts, arguments: Arguments) -> Reply:
    """Pause one alarm or timer, or all alarms, until a date or until resumed."""
    named, until = text_of(arguments, "id"), _until(parts, text_of(arguments, "until"))
    if named is None:
        return _changed_all(parts, parts.deeds.pause_all(until))
    item = find(parts.book, named)
    if not isinstance(item, Timer):
        return _changed(parts, item.id, parts.deeds.pause(item.id, until))
    if until is not None:
        raise WrongUse(f"“{item_name(item)}” is a timer: it stands still until it is resumed.")
    return turn_off(parts, arguments)


def resume(parts: Parts, arguments: Arguments) -> Reply:
    """Let one alarm or timer go on, or all alarms that were paused together."""
    named = text_of(arguments, "id")
    if named is None:
        return _changed_all(parts, parts.deeds.resume_all())
    item = find(parts.book, named)
    is_paused = item.left is not None if isinstance(item, Timer) else item.pause is not None
    if not is_paused:
        raise NothingMatched(f"“{item_name(item)}” is not paused.")
    if isinstance(item, Timer):
        return _run(parts, item)
    return _changed(parts, item.id, parts.deeds.resume(item.id))


# Shared


def _is_armed(item: Item) -> bool:
    return isinstance(item, Alarm) and item.armed_at is not None


def _alarm(parts: Parts, named: str) -> Alarm:
    item = find(parts.book, named)
    if isinstance(item, Timer):
        raise WrongUse(f"“{item_name(item)}” is a timer: it has no ring to skip.")
    return item


def _until(parts: Parts, text: str | None) -> date | None:
    if text is None:
        return None
    found = date_of(text)
    if found is not None:
        return found
    from alarmclock.core.phrase import PhraseError
    from alarmclock.core.rule import OnDate

    clock = parts.book.clock
    try:
        said = parts.read(f"{text} 23:59:59", clock.now(), clock.zone(), None).item
    except PhraseError:
        said = None
    if isinstance(said, Alarm) and isinstance(said.rule, OnDate) and not said.label:
        return said.rule.day
    raise WrongUse(f"“{text}” is no date. Write it as 2026-12-24 or “24 dec”.")


def _changed(parts: Parts, item_id: str, sentence: str) -> Reply:
    """Give the answer to a change; that of a timer is seen on its card."""
    if isinstance(parts.book.item(item_id), Alarm):
        parts.tell(sentence)
    return Reply(item_fields(parts.book, parts.book.item(item_id)), sentence)


def _changed_all(parts: Parts, sentence: str) -> Reply:
    parts.tell(sentence)
    return Reply([item_fields(parts.book, item) for item in parts.book.alarms()], sentence)
