"""What became of a ring, in words: when it began, how late, what it waits for, how it ended."""

from datetime import datetime, timedelta, tzinfo

from alarmclock.core.activity.activity_words import SEPARATOR, Tone, Words
from alarmclock.core.ringing import By, Cause, Ending, Ring
from alarmclock.core.words.rule_words import ordinal
from alarmclock.core.words.wording import at_words, counted, instant_words, rough_length, wall_time

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
    if ring.is_ringing and ring.unanswered:
        facts.append(times_words(ring))
    if ring.snoozed_until:
        facts.append(waiting_words(ring, ring.snoozed_until, now, zone))
    if end := end_words(ring):
        facts.append(end)
    return facts


def times_words(ring: Ring) -> str:
    """Say that a ring sounds anew since nobody answered: “rings for the 2nd time”."""
    return f"rings for the {ordinal(ring.unanswered + 1)} time"


def waiting_words(ring: Ring, until: datetime, now: datetime, zone: tzinfo) -> str:
    """Say what a ring that is silent and open waits for, and until when."""
    when = instant_words(until, now, zone)
    if ring.is_asking:
        return "asks whether you are awake"
    if ring.waits_to_ask:
        return f"asks {at_words(until, now, zone)} whether you are awake"
    if ring.comes_again:
        return f"rings again {when} (nobody answered)"
    return f"snoozed until {when}"


def end_wait_words(ring: Ring) -> str:
    """Say what it means to end the wait of a ring, as a command."""
    if ring.asks is not None:
        return "I'm awake"
    return "Don't ring again" if ring.comes_again else "End the snooze"


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
        return _cause_words(ring, ring.cause)
    by = (ring.ended_by or By.PERSON).value
    if ring.started_at is None or ring.ended_at <= ring.started_at:
        return by
    return f"{by} after {rough_length(ring.ended_at - ring.started_at)}"


def _cause_words(ring: Ring, cause: Cause) -> str:
    if cause is Cause.UNANSWERED and ring.unanswered and ring.ended_by is By.TIME:
        return f"rang {ring.unanswered + 1} times, {cause.value}"
    return cause.value


def _open_headline(ring: Ring) -> tuple[str, Tone]:
    if ring.asks is not None:
        return ("stopped", Tone.WARN)
    if ring.comes_again:
        return ("no answer", Tone.WARN)
    return ("snoozed", Tone.WARN) if ring.is_snoozed else ("rings", Tone.GOOD)
