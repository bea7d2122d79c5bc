"""What the activity says about each event: a headline, a detail, a tone, a time."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from functools import singledispatchmethod

from alarmclock.core.activity.clock_words import (
    change_words,
    doubt_words,
    moved_many_words,
    names_words,
    night_words,
)
from alarmclock.core.activity.events import (
    AnsweredAwake,
    Armed,
    ArmedAgain,
    Arranged,
    AskedAwake,
    Cancelled,
    ClockChanged,
    ClockDoubted,
    ClocksWillChange,
    Deleted,
    Dismissed,
    Doubtful,
    Edited,
    EndedUnexpectedly,
    Event,
    Failed,
    Heard,
    ManyChanged,
    Missed,
    Moved,
    MovedMany,
    Paused,
    Rang,
    RangByGuard,
    Resumed,
    Skipped,
    Snoozed,
    Ticked,
    TurnedOff,
    Unanswered,
    Unskipped,
)
from alarmclock.core.words.wording import (
    ONE_SECOND,
    countdown,
    counted,
    day_from,
    rough_length,
    short_day,
)
from alarmclock.values import dataclass

ONE_MILLISECOND = timedelta(milliseconds=1)
ONE_DAY = timedelta(days=1)
SEPARATOR = " · "
UNTIL_TOLD = "until you resume"


class Tone(StrEnum):
    """The colour of a headline, by its name in the theme."""

    TEXT = "text"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Words:
    """One line of the activity.

    The detail comes in two: the name of the alarm, which may be shortened where room is scarce,
    and what there is to say of it. ``progress`` is how much of a timer is over, from 0 to 1.
    """

    headline: str
    tone: Tone
    name: str
    fact: str
    progress: float | None = None

    @property
    def detail(self) -> str:
        """The second line as a whole: “Gym · rings tomorrow 07:15”."""
        return f"{self.name}{SEPARATOR}{self.fact}" if self.name else self.fact


HEADLINES: Mapping[type[Event], tuple[str, Tone]] = {
    Armed: ("armed", Tone.TEXT),
    Ticked: ("tick", Tone.ACCENT),
    Rang: ("ALARM!", Tone.GOOD),
    Snoozed: ("snoozed", Tone.WARN),
    Dismissed: ("dismissed", Tone.TEXT),
    Skipped: ("skipped", Tone.TEXT),
    Missed: ("missed", Tone.BAD),
    Cancelled: ("Alarm cancelled", Tone.BAD),
    Failed: ("failed", Tone.BAD),
    Edited: ("changed", Tone.TEXT),
    TurnedOff: ("turned off", Tone.TEXT),
    Deleted: ("deleted", Tone.TEXT),
    Unskipped: ("not skipped", Tone.TEXT),
    Paused: ("paused", Tone.WARN),
    Resumed: ("resumed", Tone.TEXT),
    ManyChanged: ("changed", Tone.TEXT),
    ArmedAgain: ("armed", Tone.TEXT),
    EndedUnexpectedly: ("ended unexpectedly", Tone.BAD),
    ClockChanged: ("clock changed", Tone.TEXT),
    ClockDoubted: ("clock looks wrong", Tone.WARN),
    ClocksWillChange: ("clocks change", Tone.WARN),
    Moved: ("moved", Tone.TEXT),
    MovedMany: ("moved", Tone.TEXT),
    Heard: ("heard", Tone.GOOD),
    Unanswered: ("no answer", Tone.WARN),
    AskedAwake: ("still awake?", Tone.WARN),
    AnsweredAwake: ("awake", Tone.GOOD),
    RangByGuard: ("guard rang", Tone.WARN),
    Doubtful: ("may not be heard", Tone.WARN),
    Arranged: ("for the ring", Tone.TEXT),
}


class Teller:
    """Says events as they are read at `now` in `zone`."""

    def __init__(self, now: datetime, zone: tzinfo) -> None:
        self._zone = zone
        self._today = now.astimezone(zone).date()

    def words(self, event: Event) -> Words:
        """Say an event in the parts of its line."""
        headline, tone = HEADLINES[type(event)]
        name = event.label or self._unlabelled(event)
        return Words(headline, tone, name, self._fact(event), _progress(event))

    def sentence(self, event: Event) -> str:
        """Say a whole line at once: “22:02:48 tick, Tea · tick 2 of 5”."""
        said = self.words(event)
        return f"{self.exactly_when(event.at)} {said.headline}, {said.detail}"

    def when(self, at: datetime) -> str:
        """Write when something happened: “22:02:48”, of another day only the day."""
        return self.day_passed(at) or self.clock_to_second(at)

    def exactly_when(self, at: datetime) -> str:
        """Write when something happened, to the second: “Yesterday 22:02:48”."""
        return f"{self.day_passed(at)} {self.clock_to_second(at)}".lstrip()

    def clock_to_second(self, at: datetime) -> str:
        """Write the time of day when something happened: “22:02:48”."""
        return at.astimezone(self._zone).time().isoformat("seconds")

    def day_passed(self, at: datetime) -> str:
        """Name the day of an instant, empty for today."""
        day = self._date(at)
        if day == self._today:
            return ""
        if self._today - day == ONE_DAY:
            return "Yesterday"
        return short_day(day) if day.year == self._today.year else f"{short_day(day)} {day.year}"

    @singledispatchmethod
    def _fact(self, event: Event) -> str:
        raise TypeError(f"the activity has no words for {event!r}")

    @_fact.register
    def _(self, event: Armed) -> str:
        timer = f"{countdown(event.length)} timer" if event.length is not None else ""
        if timer and event.label != timer:
            return timer
        return f"rings {self._day(event.due, event)} {self._clock(event.due)}"

    @_fact.register
    def _(self, event: Ticked) -> str:
        if event.count is not None:
            return f"tick {event.count} of {event.total}"
        return f"in {countdown(event.left)}"

    @_fact.register
    def _(self, event: Rang) -> str:
        if event.late < ONE_MILLISECOND:
            return "on time"
        if event.late < ONE_SECOND:
            return f"{event.late // ONE_MILLISECOND} ms late"
        return f"{rough_length(event.late)} late"

    @_fact.register
    def _(self, event: Snoozed) -> str:
        until = self._moment(event.until, event)
        return f"{rough_length(event.until - event.at)}, until {until}"

    @_fact.register
    def _(self, event: Dismissed) -> str:
        return f"after {rough_length(event.after)}"

    @_fact.register
    def _(self, event: Skipped) -> str:
        return f"does not ring {self._day(event.due, event)} {self._clock(event.due)}"

    @_fact.register
    def _(self, event: Unskipped) -> str:
        return f"rings {self._day(event.due, event)} {self._clock(event.due)} as planned"

    @_fact.register
    def _(self, event: Paused) -> str:
        return f"until {short_day(event.until)} {event.until.year}" if event.until else UNTIL_TOLD

    @_fact.register(TurnedOff)
    @_fact.register(Deleted)
    @_fact.register(Resumed)
    @_fact.register(AnsweredAwake)
    def _(self, _event: Event) -> str:
        return "by you"

    @_fact.register(Edited)
    @_fact.register(ManyChanged)
    def _(self, event: Edited | ManyChanged) -> str:
        return event.what

    @_fact.register
    def _(self, event: Missed) -> str:
        return f"{self._moment(event.due, event)}{SEPARATOR}{event.cause.value}"

    @_fact.register
    def _(self, event: Heard) -> str:
        where = f" on {event.device}" if event.device else ""
        if event.peak is None:
            return f"played{where}, not measured"
        return f"peak {event.peak:.2f}{where}"

    @_fact.register
    def _(self, event: Unanswered) -> str:
        return f"rings again {self._moment(event.until, event)}"

    @_fact.register
    def _(self, event: AskedAwake) -> str:
        return f"rings {self._moment(event.until, event)} unless you answer"

    @_fact.register
    def _(self, event: RangByGuard) -> str:
        return f"the window did not answer for {rough_length(event.late)}"

    @_fact.register
    def _(self, event: Doubtful) -> str:
        return f"{self._moment(event.due, event)}{SEPARATOR}{event.reason}"

    @_fact.register
    def _(self, event: Arranged) -> str:
        return event.what

    @_fact.register
    def _(self, event: Cancelled) -> str:
        return f"{rough_length(event.left)} left"

    @_fact.register
    def _(self, event: Failed) -> str:
        return event.reason

    @_fact.register
    def _(self, event: ArmedAgain) -> str:
        armed = f"{counted(event.count, 'alarm', 'alarms')} armed again"
        if not event.missed:
            return armed
        were = "was" if event.missed == 1 else "were"
        return f"{armed}; {event.missed:,} {were} missed while closed"

    @_fact.register
    def _(self, event: EndedUnexpectedly) -> str:
        was_open = f"was open {self._moment(event.alive_at, event)}"
        return f"{was_open}{SEPARATOR}{event.report}" if event.report else was_open

    @_fact.register
    def _(self, event: ClockChanged) -> str:
        return change_words(event.step, event.zone, event.zone_before)

    @_fact.register
    def _(self, event: ClockDoubted) -> str:
        return doubt_words(event.at, event.alive_at, self._zone)

    @_fact.register
    def _(self, event: Moved) -> str:
        if event.due is None:
            return "does not ring any more"
        when = f"{self._day(event.due, event)} {self._clock(event.due)}"
        return f"now rings {when}, in {rough_length(event.due - event.at)}"

    @_fact.register
    def _(self, event: MovedMany) -> str:
        return moved_many_words(event.count, event.names)

    @_fact.register
    def _(self, event: ClocksWillChange) -> str:
        today = self._date(event.at) == self._today
        day = day_from(event.day, self._today) if today else short_day(event.day)
        return f"{night_words(event, day)}{SEPARATOR}{names_words(event.count, event.names)}"

    def _unlabelled(self, event: Event) -> str:
        """Name an alarm without a label by its time; empty where the fact says it all."""
        match event:
            case Ticked():
                return f"Alarm {self._clock(event.at + event.left)}"
            case Rang() | Cancelled():
                return f"Alarm {self._clock(event.due)}"
            case Snoozed() | Dismissed():
                return "Alarm"
        return ""

    def _clock(self, instant: datetime) -> str:
        return instant.astimezone(self._zone).time().isoformat("minutes")

    def _date(self, instant: datetime) -> date:
        return instant.astimezone(self._zone).date()

    def _day(self, instant: datetime, event: Event) -> str:
        """Name a day as seen from today, but in an event of another day by its date."""
        day = self._date(instant)
        return day_from(day, self._today) if self._date(event.at) == self._today else short_day(day)

    def _moment(self, instant: datetime, event: Event) -> str:
        """Write a time of day, with its day where that is not the event's."""
        clock = self._clock(instant)
        if self._date(instant) == self._date(event.at):
            return clock
        return f"{self._day(instant, event)} {clock}"


def _progress(event: Event) -> float | None:
    if isinstance(event, Ticked) and event.count is not None and event.total:
        return min(event.count / event.total, 1.0)
    return None
