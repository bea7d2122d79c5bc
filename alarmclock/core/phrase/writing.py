"""How a language writes phrases, and answers them: its names, and a pattern for each part."""

from collections.abc import Callable, Mapping, Set
from datetime import date

from alarmclock.core.phrase.words import Words
from alarmclock.core.ring_settings import Task
from alarmclock.core.rules.calendar_rules import LeapPolicy
from alarmclock.core.rules.cycles import WeekParity
from alarmclock.core.rules.rule import Weekday
from alarmclock.values import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Writing:
    """The patterns of one language; what stands in braces is filled in.

    ``short_days``, ``weekly_days`` and ``long_days`` begin with Monday: “mon”, “mondays”,
    “monday”. All that is written is understood by the vocabulary of the same language.
    """

    short_days: tuple[str, ...]
    weekly_days: tuple[str, ...]
    long_days: tuple[str, ...]
    months: tuple[str, ...]
    groups: Mapping[Set[Weekday], str]
    nths: Mapping[int, str]
    ordinal: Callable[[int], str]
    date: Callable[[date], str]
    once: str
    listed: str
    every_days: str
    every_weeks: str
    every_nth_week: str
    parities: Mapping[WeekParity, str]
    monthly: str
    last_of_month: str
    nth_of_month: str
    yearly: str
    leap: Mapping[LeapPolicy, str]
    zone: str
    counted_from: str
    first: str
    last: str
    times: str
    excepted: str
    off: str
    timer: str
    sound: str
    volume: str
    rise: str
    no_rise: str
    snooze: str
    snooze_times: str
    unlimited: str
    no_snooze: str
    ring: str
    late: str
    late_always: str
    on_time: str
    task: str
    tasks: Mapping[Task, str]
    no_task: str
    awake: str
    not_awake: str
    again: str
    again_every: str


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """The patterns in which it is answered what a line sets."""

    day: str
    timer: str
    left: str
    over: str
    question: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Language:
    """A language of phrases; ``code`` is its ISO 639 name.

    ``make_words`` gives its vocabulary, which is large and of no use to who only writes.
    """

    code: str
    make_words: Callable[[], Words]
    writing: Writing
    telling: Telling

    @property
    def words(self) -> Words:
        """The vocabulary, made when it is first wanted."""
        return self.make_words()

    def __repr__(self) -> str:
        return f"Language({self.code!r})"
