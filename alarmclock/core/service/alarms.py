"""Making, showing and changing alarms and timers from outside the window."""

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Item
from alarmclock.core.service.arguments import (
    Arguments,
    needed_text,
    truth_of,
)
from alarmclock.core.service.finding import find
from alarmclock.core.service.item_fields import item_fields
from alarmclock.core.service.lines import handles
from alarmclock.core.service.parts import Parts
from alarmclock.core.service.phrases import read_phrase
from alarmclock.core.service.reply import NothingMatched, Reply, WrongUse
from alarmclock.core.timer import Timer
from alarmclock.core.words.rule_words import alarm_rule_words
from alarmclock.core.words.wording import item_name, place_of
from alarmclock.values import replace

# Show


def show(parts: Parts, arguments: Arguments) -> Reply:
    """Say everything about one alarm or timer."""
    from alarmclock.core.service.details import details

    item = find(parts.book, needed_text(arguments, "id"))
    is_open = parts.readiness is not None
    return Reply(item_fields(parts.book, item), details(parts.book, item, is_open=is_open))


# Make and change


def add(parts: Parts, arguments: Arguments) -> Reply:
    """Add what a phrase says."""
    from alarmclock.core.phrase import describe
    from alarmclock.core.phrase.spoken_language import spoken_language

    clock = parts.book.clock
    now, zone = clock.now(), clock.zone()
    reading = read_phrase(parts, arguments, "phrase", now, zone, parts.new_alarm)
    item = reading.item
    if truth_of(arguments, "off"):
        if isinstance(item, Timer):
            raise WrongUse("A timer can't be off: it runs from when it is added.")
        item = replace(item, armed_at=None)
    parts.tell(parts.deeds.add(item))
    item = parts.book.item(item.id)
    language = spoken_language(reading)
    said = describe(item, clock.now(), clock.zone(), reading.base, language)
    other = reading.other_half(clock.now(), clock.zone()) if _is_armed(item) else None
    note = f"That is {other.whole_question}" if other else ""
    handle = handles(parts.book)[item.id]
    return Reply(item_fields(parts.book, item), f"{handle}  {said}", note)


def edit(parts: Parts, arguments: Arguments) -> Reply:
    """Let a phrase say anew when something rings; what it does not speak of stays."""
    item = find(parts.book, needed_text(arguments, "id"))
    clock = parts.book.clock
    said = read_phrase(parts, arguments, "phrase", clock.now(), clock.zone(), item.ring).item
    after = _edited(item, said)
    if isinstance(after, Timer):
        after = after.started(clock.now())
    sentence = parts.deeds.replace(after)
    return replace(changed(parts, after.id, sentence), note=_dayschanged(item, after))


def _dayschanged(before: Item, after: Item) -> str:
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
        return run_timer(parts, item)
    sentence = ""
    if item.armed_at is None or item.pause is None:
        sentence = parts.deeds.switch(item.id, on=True)
    if item.pause is not None:
        sentence = parts.deeds.resume(item.id)
    return changed(parts, item.id, sentence)


def turn_off(parts: Parts, arguments: Arguments) -> Reply:
    """Turn an alarm off; let a timer stand still."""
    item = find(parts.book, needed_text(arguments, "id"))
    if isinstance(item, Timer):
        if item.ends_at is not None and item.ends_at <= parts.book.clock.now():
            raise NothingMatched(f"“{item_name(item)}” is over: it rings all the same.")
        parts.commands.editing.pause(item.id)
        return changed(parts, item.id, f"“{item_name(item)}” stands still.")
    return changed(parts, item.id, parts.deeds.switch(item.id, on=False))


def run_timer(parts: Parts, timer: Timer) -> Reply:
    """Let a timer run on, or anew when it is over."""
    if timer.left is not None:
        parts.commands.editing.resume(timer.id)
    elif timer.ends_at is None:
        parts.commands.editing.restart(timer.id)
    return changed(parts, timer.id, f"“{item_name(timer)}” runs.")


# Shared


def _is_armed(item: Item) -> bool:
    return isinstance(item, Alarm) and item.armed_at is not None


def changed(parts: Parts, item_id: str, sentence: str) -> Reply:
    """Give the answer to a change; that of a timer is seen on its card."""
    if isinstance(parts.book.item(item_id), Alarm):
        parts.tell(sentence)
    return Reply(item_fields(parts.book, parts.book.item(item_id)), sentence)
