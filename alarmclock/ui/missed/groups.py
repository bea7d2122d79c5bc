"""What was missed in words, grouped by its cause; no Qt."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from alarmclock.core.change import Item
from alarmclock.core.ringing import Cause, Ring
from alarmclock.core.words.wording import counted, instant_words, item_name
from alarmclock.values import dataclass

LONGEST_NAME = 32
UNKNOWN = "the reason is not known"
# The order in which causes are told: what people can do most about comes first.
ORDER = (
    Cause.NOT_HEARD,
    Cause.PROGRAM_CLOSED,
    Cause.ASLEEP,
    Cause.CLOCK_CHANGED,
    Cause.UNANSWERED,
    None,
)


@dataclass(frozen=True, slots=True)
class MissedRow:
    """One missed ring: its name in the store, and its alarm, due and cause in words."""

    key: tuple[object, ...]
    name: str
    due: str
    cause: str


def missed_groups(
    missed: Sequence[tuple[Item, Ring]], now: datetime, zone: tzinfo
) -> list[tuple[str, list[MissedRow]]]:
    """Give the missed rings by cause, in each group the newest first."""
    groups = []
    for cause in ORDER:
        rows = [
            _row(item, ring, now, zone) for item, ring in reversed(missed) if ring.cause is cause
        ]
        if rows:
            groups.append((_capital(rows[0].cause), rows))
    return groups


def missed_sentence(missed: Sequence[tuple[Item, Ring]], now: datetime, zone: tzinfo) -> str:
    """Say what was missed: “Missed: Gym, 07:15 (nobody answered).”, of several their number."""
    if len(missed) == 1:
        row = _row(*missed[0], now, zone)
        long = len(row.name) > LONGEST_NAME
        name = f"{row.name[: LONGEST_NAME - 1]}…" if long else row.name
        return f"Missed: {name}, {row.due} ({row.cause})."
    return f"{counted(len(missed), 'alarm was', 'alarms were')} missed."


def _row(item: Item, ring: Ring, now: datetime, zone: tzinfo) -> MissedRow:
    cause = ring.cause.value if ring.cause else UNKNOWN
    return MissedRow(ring.key, item_name(item), instant_words(ring.due, now, zone), cause)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
