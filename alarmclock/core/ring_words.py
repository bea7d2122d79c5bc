"""What became of a ring, in words: when it began, how late, how often snoozed, how it ended."""

from datetime import datetime, timedelta, tzinfo

from alarmclock.core.activity_words import SEPARATOR, Tone, Words
from alarmclock.core.ringing import By, Ending, Ring
from alarmclock.core.wording import counted, instant_words, rough_length, wall_time

ON_TIME = timedelta(seconds=1)
HEADLINES = {
    Ending.DISMISSED: ("stopped", Tone.GOOD),
    Ending.MISSED: ("missed", Tone.BAD),
    Ending.CANCELLED: ("ended", Tone.TEXT),
}


def ring_words(label: str, ring: Ring, now: datetime, zone: tzinfo) -> Words:
    """Say a ring in the parts of a line of the activity."""
    headline, tone = HEADLINES[ring.ending] if ring.ending else _open_headline(ring)
    name = label or f"Alarm {wall_time(ring.time)}"
    return Words(headline, tone, name, SEPARATOR.join(ring_facts(ring, now, zone)))


def ring_facts(ring: Ring, now: datetime, zone: tzinfo) -> list[str]:
    """Say each thing that is known of a ring."""
    facts = [f"due {instant_words(ring.due, now, zone)}", start_words(ring)]
    if ring.snoozes:
        facts.append(f"snoozed {counted(ring.snoozes, 'time', 'times')}")
    if ring.snoozed_until:
        facts.append(f"snoozed until {instant_words(ring.snoozed_until, now, zone)}")
    if end := end_words(ring):
        facts.append(end)
    return facts


def start_words(ring: Ring) -> str:
    """Say how late a ring began to sound."""
    if ring.started_at is None:
        return "never began to sound"
    late = ring.started_at - ring.due
    return "on time" if late < ON_TIME else f"{rough_length(late)} late"


def end_words(ring: Ring) -> str:
    """Say how a ring ended and by what; empty while it is open."""
    if ring.ended_at is None:
        return ""
    if ring.ending is Ending.MISSED and ring.cause is not None:
        return ring.cause.value
    by = (ring.ended_by or By.PERSON).value
    if ring.started_at is None or ring.ended_at <= ring.started_at:
        return by
    return f"{by} after {rough_length(ring.ended_at - ring.started_at)}"


def _open_headline(ring: Ring) -> tuple[str, Tone]:
    return ("snoozed", Tone.WARN) if ring.is_snoozed else ("rings", Tone.GOOD)
