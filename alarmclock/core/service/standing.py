"""How everything stands: what rings, what rings next, and whether it will be heard."""

from datetime import datetime

from alarmclock.core.book.book import AlarmBook
from alarmclock.core.certainty.verdict import Check, Grade, Reason, Verdict
from alarmclock.core.change import Item
from alarmclock.core.service.arguments import Arguments, text_of
from alarmclock.core.service.finding import find
from alarmclock.core.service.item_fields import Fields, instant_text, item_fields
from alarmclock.core.service.lines import table
from alarmclock.core.service.overdue import RINGS_ON, Overdue, overdue, overdue_words
from alarmclock.core.service.parts import Parts
from alarmclock.core.service.reply import Reply
from alarmclock.core.service.upcoming import all_to_come
from alarmclock.core.timer import Timer
from alarmclock.core.words.wording import counted_kinds, item_name, next_line

CLOSED = Reason(Check.OPEN, Grade.BAD, "Alarm Clock is closed: nothing rings until it is opened.")
CLOSED_HEADLINE = "Will not ring"


def status(parts: Parts, arguments: Arguments) -> Reply:
    """Say what rings, what waits, what was missed, what rings next, and how many daemons wait."""
    del arguments
    book, clock = parts.book, parts.book.clock
    # While it is open, what is due rings; to look through all of it would take its time.
    late = [] if parts.readiness else _overdue(book)
    ringing = [item for item, _ in book.ringing()]
    waiting = [item for item, _ in book.waiting()]
    found = _next(parts)
    answer = {
        "open": parts.readiness is not None,
        "now": instant_text(clock.now()),
        "zone": str(clock.zone()),
        "clock_doubted": book.plausibility.doubt is not None,
        "ringing": [item_fields(book, item) for item in ringing],
        "waiting": [item_fields(book, item) for item in waiting],
        "missed": [
            {"id": item.id, "label": item.label, "due": instant_text(ring.due)}
            for item, ring in book.missed()
        ],
        "overdue": [
            {
                "id": found.item.id,
                "label": found.item.label,
                "due": instant_text(found.due),
                "rings": found.rings,
            }
            for found in late
        ],
        "next": _next_fields(parts, *found) if found else None,
        "daemons": parts.daemons,
    }
    rows = _rows_closed(book, late) if parts.readiness is None else [("rings", _names(ringing))]
    rows += [
        ("waits", _names(waiting)),
        ("missed", _names([item for item, _ in book.missed()])),
        ("next", _next_words(parts, *found) if found else "nothing"),
        ("daemons", str(parts.daemons)),
    ]
    return Reply(answer, table(rows))


def _overdue(book: AlarmBook) -> list[Overdue]:
    """List what came due and has not rung, the earliest first."""
    found = [late for item in book if (late := overdue(book, item))]
    return sorted(found, key=lambda late: late.due)


def _rows_closed(book: AlarmBook, late: list[Overdue]) -> list[tuple[str, str]]:
    """Say that nothing rings, what was cut off, and what should have rung meanwhile."""
    known = {found.item.id for found in late}
    cut_off = [item for item, _ in book.ringing() if item.id not in known]
    return [
        ("rings", "nothing"),
        *(("cut off", f"{item_name(item)} {RINGS_ON}") for item in cut_off),
        *(
            ("overdue", f"{item_name(found.item)}, {overdue_words(book, found, is_open=False)}")
            for found in late
        ),
    ]


def check(parts: Parts, arguments: Arguments) -> Reply:
    """Say whether rings will be heard, why not, and what mends that."""
    named = text_of(arguments, "id")
    items = [find(parts.book, named)] if named is not None else _on(parts)
    if parts.readiness is None:
        verdict, headline, checked_at = Verdict((CLOSED,)), CLOSED_HEADLINE, None
        alarms: list[Fields] = []
    else:
        from alarmclock.core.certainty.verdict_words import headline as headline_of

        readiness = parts.readiness
        verdict = readiness.overall([item.ring for item in items])
        headline, checked_at = headline_of(verdict), readiness.signs.checked_at
        alarms = [
            _alarm(item, own)
            for item in items
            if (own := readiness.verdict(item.ring)).grade is not Grade.GOOD
        ]
    answer = {
        "grade": verdict.grade.name.lower(),
        "headline": headline,
        "checked_at": instant_text(checked_at),
        "reasons": [_reason(reason) for reason in verdict.reasons],
        "alarms": alarms,
    }
    lines = [f"{headline}.", *(f"{_mark(reason)} {reason.sentence}" for reason in verdict.reasons)]
    return Reply(answer, "\n".join(lines))


def _on(parts: Parts) -> list[Item]:
    return [item for item in parts.book if parts.book.is_on(item.id)]


def _alarm(item: Item, verdict: Verdict) -> Fields:
    return {
        "id": item.id,
        "label": item.label,
        "grade": verdict.grade.name.lower(),
        "reasons": [_reason(reason) for reason in verdict.against],
    }


def _reason(reason: Reason) -> Fields:
    return {
        "check": reason.check.value,
        "grade": reason.grade.name.lower(),
        "known": reason.is_known,
        "sentence": reason.sentence,
        "mend": reason.mend.value if reason.mend else None,
    }


def _mark(reason: Reason) -> str:
    if not reason.is_known:
        return "[?]"
    return {Grade.GOOD: "[ok]", Grade.WARNING: "[!]", Grade.BAD: "[!!]"}[reason.grade]


def _next(parts: Parts) -> tuple[Item, datetime] | None:
    clock = parts.book.clock
    found = next(all_to_come(parts.book, clock.now(), clock.zone()), None)
    return (found.item, found.due) if found else None


def _next_fields(parts: Parts, item: Item, due: datetime) -> Fields:
    local = due.astimezone(parts.book.clock.zone()).isoformat()
    return {"id": item.id, "label": item.label, "due": instant_text(due), "local": local}


def _next_words(parts: Parts, item: Item, due: datetime) -> str:
    clock = parts.book.clock
    local = f"{due.astimezone(clock.zone()):%H:%M}"
    return f"{item_name(item)}, {local} {next_line(due, clock.now(), clock.zone())}"


def _names(items: list[Item]) -> str:
    if not items:
        return "nothing"
    timers = sum(isinstance(item, Timer) for item in items)
    alarms_first = sorted(items, key=lambda item: isinstance(item, Timer))
    names = ", ".join(map(item_name, alarms_first))
    return f"{counted_kinds(len(items) - timers, timers)}: {names}"
