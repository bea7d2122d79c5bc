"""An event or task of another program's calendar, as far as it matters when it rings."""

from datetime import date, datetime, timedelta

from alarmclock.core.exchange.recurrence import Recurrence
from alarmclock.core.words.wording import short_day, wall_time
from alarmclock.values import dataclass


@dataclass(frozen=True, slots=True)
class Reminder:
    """One VALARM: it rings so long after the event's start (before it, where that is negative).

    ``at`` is an instant in UTC instead, for one that does not follow its event. ``sound`` is the
    path of a file, None for none. ``refusal`` says why it is not taken, empty where it is.
    """

    offset: timedelta = timedelta(0)
    at: datetime | None = None
    sound: str | None = None
    text: str = ""
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class ForeignEvent:
    """One VEVENT or VTODO. Its times are wall-clock times of its zone, None for the system's.

    ``extra`` are single starts beside the rule, ``excepted`` dates on which nothing starts. Where
    it can start several times a day, ``excepted_starts`` are those that are left out.
    ``instead_of`` is the start that an exception to a series replaces.
    """

    uid: str
    label: str
    start: datetime
    zone: str | None = None
    recurrences: tuple[Recurrence, ...] = ()
    extra: tuple[datetime, ...] = ()
    excepted: frozenset[date] = frozenset()
    excepted_starts: frozenset[datetime] = frozenset()
    instead_of: datetime | None = None
    reminders: tuple[Reminder, ...] = ()
    is_off: bool = False
    notes: tuple[str, ...] = ()
    refusal: str = ""

    @property
    def starts_several_times_a_day(self) -> bool:
        """True where a date alone does not tell which start is meant."""
        return not all(recurrence.is_by_date for recurrence in self.recurrences)

    def leaves_out(self, start: datetime) -> bool:
        """Tell whether it does not start then, though its rule says so."""
        return start in self.excepted_starts or start.date() in self.excepted

    @property
    def name(self) -> str:
        """What it is called: KAlarm's have only the text that is shown."""
        texts = (reminder.text for reminder in self.reminders)
        return self.label or next(filter(None, texts), "")

    @property
    def called(self) -> str:
        """What remarks call it: its name, or else when it begins."""
        return (
            self.name or f"{short_day(self.start)} {self.start.year} {wall_time(self.start.time())}"
        )
