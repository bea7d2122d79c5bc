"""What a verdict says in two lines, in one, and aloud."""

from datetime import datetime, tzinfo

from alarmclock.core.activity.activity_words import SEPARATOR, Tone
from alarmclock.core.certainty.checks.staying import may_fall_asleep
from alarmclock.core.certainty.checks.volume import volume_of_ring
from alarmclock.core.certainty.signs import Signs
from alarmclock.core.certainty.verdict import Check, Grade, Mend, Verdict
from alarmclock.core.settings import Settings, StayAwake
from alarmclock.core.words.wording import instant_words
from alarmclock.values import dataclass

READY = "Ready to ring"
UNSEEN = "Ready, as far as can be seen"
TONES = {Grade.GOOD: Tone.GOOD, Grade.WARNING: Tone.WARN, Grade.BAD: Tone.BAD}
UNHEARD = {Grade.WARNING: "May not be heard", Grade.BAD: "Will not be heard"}
# Other things than too little sound.
HEADLINES = {
    Check.CLOCK: "May ring at a wrong time",
    Check.SLEEP: "May not ring",
    Check.LENGTHS: "May be missed",
    Check.SOUND: "Rings with another sound",
    Check.NOTIFICATIONS: "Rings in its window only",
    Check.SAVING: "Rings, but nothing is saved",
}
# The first words of our own sentences; a file that has such a name keeps its capital.
FIRST_WORDS = ("A", "An", "More", "No", "Nothing", "The", "This")


@dataclass(frozen=True, slots=True)
class Summary:
    """A verdict in two lines, and the one thing to press."""

    tone: Tone
    headline: str
    detail: str
    mend: Mend | None = None


def summary(verdict: Verdict, signs: Signs, settings: Settings) -> Summary:
    """Sum up a verdict: what it is made of, or the worst that speaks against a ring."""
    worst = verdict.worst
    if worst is None:
        unseen = verdict.unseen
        detail = unseen.sentence if unseen else _good_detail(signs, settings)
        return Summary(tone(verdict), headline(verdict), detail)
    detail = worst.sentence
    if more := len(verdict.against) - 1:
        detail += f" {_more(more)}"
    return Summary(tone(verdict), headline(verdict), detail, worst.mend)


def tone(verdict: Verdict) -> Tone:
    """Give the colour of a verdict: what could not be seen is not good."""
    if verdict.worst is None and verdict.unseen is not None:
        return Tone.TEXT
    return TONES[verdict.grade]


def headline(verdict: Verdict) -> str:
    """Say in three words how it stands."""
    worst = verdict.worst
    if worst is None:
        return READY if verdict.unseen is None else UNSEEN
    return HEADLINES.get(worst.check) or UNHEARD[worst.grade]


def against_words(verdict: Verdict) -> str:
    """Say the worst in one line without a full stop: “May not ring: …”; empty when all is good."""
    if verdict.worst is None:
        return ""
    return f"{headline(verdict)}: {_in_a_sentence(verdict.worst.sentence)}"


def checked_words(checked_at: datetime | None, now: datetime, zone: tzinfo) -> str:
    """Say when everything was looked at last."""
    if checked_at is None:
        return "Not everything was checked yet."
    return f"Last checked: {instant_words(checked_at, now, zone)}"


def _in_a_sentence(sentence: str) -> str:
    first, _, rest = sentence.rstrip(".").partition(" ")
    return f"{first.lower() if first in FIRST_WORDS else first} {rest}"


def _more(count: int) -> str:
    return "One more thing to see to." if count == 1 else f"{count} more things to see to."


def _good_detail(signs: Signs, settings: Settings) -> str:
    output = signs.output
    parts = [f"{output.name} on"] if output.name else []
    volume = volume_of_ring(output, settings.raise_to)
    if volume is not None:
        parts.append(f"volume {volume} %" if volume == output.volume else f"raised to {volume} %")
    if _stays_awake(signs, settings):
        parts.append("stays awake")
    parts.append("while this window is open")
    said = SEPARATOR.join(parts)
    return said if output.name else said[0].upper() + said[1:]


def _stays_awake(signs: Signs, settings: Settings) -> bool:
    can_hold = signs.is_held is not None
    if may_fall_asleep(signs.habits, settings.stay_awake, can_hold=can_hold):
        return False
    is_kept = settings.stay_awake is StayAwake.WHILE_ARMED and can_hold
    return is_kept or signs.habits.may_sleep is False
