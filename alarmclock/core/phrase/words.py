"""The vocabulary of a language: which words a phrase may be made of, and what each means."""

from collections.abc import Iterator, Mapping, Set
from datetime import time, timedelta
from enum import Enum, auto
from typing import Any, Generic, TypeVar

from alarmclock.core.phrase.day_parts import DayPart
from alarmclock.core.phrase.tokens import tokens_of
from alarmclock.core.ring_settings import Task
from alarmclock.core.rules.cycles import WeekParity
from alarmclock.core.rules.rule import Weekday
from alarmclock.values import dataclass, field, fields

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
BETWEEN_SAYINGS = "|"
# So many letters have words that are told apart from others although one is wrong.
LONG, RATHER_LONG = 6, 5

Value = TypeVar("Value")


class Clause(Enum):
    """What may be said about an alarm beside day, time and label."""

    ZONE = auto()
    FROM = auto()
    COUNTED_FROM = auto()
    UNTIL = auto()
    EXCEPT = auto()
    OFF = auto()
    SOUND = auto()
    VOLUME = auto()
    LOUD = auto()
    QUIET = auto()
    RISE = auto()
    NO_RISE = auto()
    SNOOZE = auto()
    NO_SNOOZE = auto()
    RING = auto()
    LATE = auto()
    ON_TIME = auto()
    TASK = auto()
    NO_TASK = auto()
    AWAKE = auto()
    NOT_AWAKE = auto()
    AGAIN = auto()
    NOT_AGAIN = auto()


class Opening(Enum):
    """What a line says that it sets, before it says it: “wake me at”, “timer for”."""

    ANY = auto()
    TIMER = auto()


class Unclear(Enum):
    """Why a word can't be a label right before a day or a time."""

    ABOUT = auto()
    NOT = auto()
    NO_DATE = auto()
    NO_MONTH_END = auto()
    OVER = auto()
    GONE = auto()
    SILENT = auto()
    NO_DEED = auto()
    TWO_RULES = auto()
    NO_DAY = auto()
    NO_RULE = auto()
    AGO = auto()


class Sayings(Generic[Value]):
    """Means something by one or more words in a row, as “only on time” does."""

    def __init__(self, meanings: Mapping[str, Value]) -> None:
        several = ((said.split(BETWEEN_SAYINGS), meaning) for said, meaning in meanings.items())
        self.meanings = {_spaced(one): meaning for sayings, meaning in several for one in sayings}
        self.heads = frozenset(saying.split()[0] for saying in self.meanings)
        self.longest = max((len(saying.split()) for saying in self.meanings), default=0)

    def __iter__(self) -> Iterator[str]:
        return iter(self.heads)

    def joined(self, other: "Sayings[Value]") -> "Sayings[Value]":
        """Give what both mean; where they differ, these win."""
        return Sayings({**other.meanings, **self.meanings})


def _spaced(saying: str) -> str:
    """Write a saying with a space between its tokens, as it is compared with those of a line."""
    if saying.replace(" ", "").isalpha() and saying == saying.casefold():
        return saying  # as most of them are; to cut one into tokens takes ten times longer
    return " ".join(token.text for token in tokens_of(saying)[:-1])


def names(table: Mapping[str, Value]) -> dict[str, Value]:
    """Give each of several names, as in “monday mon”, its one meaning."""
    return {name: meaning for several, meaning in table.items() for name in several.split()}


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The vocabulary of one language, all of it casefolded.

    ``weekly`` are days that mean every week by themselves, ``after_every`` those that need an
    “every”. ``parts`` of the day follow a day, ``parts_of_time`` a time, ``weekly_parts`` mean
    every day by themselves, and ``days_and_parts`` are a weekday and its part in one word.
    ``after_timer`` name a timer again after its length: “10 minute timer”.
    ``in_labels`` are words of days with which labels begin, too: “7:15 friday prayers”;
    ``doubtful`` are settings of one word that may belong to a label, too. ``ordinary`` are
    everyday words that mean something else in another language. No label begins with one of
    ``no_label_begins``, and ``lookalikes`` are everyday words that are no mistyped days.
    ``no_places`` are places of time zones that people rather say of something else: “wake time”;
    ``week_names`` stand before the number of a week of the year;
    ``vague_zones`` are said of the time of several places: “eastern time”.
    """

    # Lengths
    before_length: Set[str]
    units: Mapping[str, timedelta]
    day_units: Set[str]
    week_units: Set[str]
    long_units: Set[str]
    numbers: Mapping[str, int]
    set_lengths: Sayings[timedelta]
    # Times
    before_time: Set[str]
    times: Mapping[str, time]
    o_clock: Sayings[bool]
    halves: Sayings[int]
    joined_halves: Mapping[str, int]
    parts_of_time: Sayings[DayPart]
    minutes_said: Sayings[int]
    minutes_of_hour: Mapping[str, int]
    past: Set[str]
    to: Set[str]
    before_full_hour: Mapping[str, int]
    # Days
    before_day: Set[str]
    articles: Set[str]
    a_single: Set[str]
    shifted_from: Set[str]
    week_after: Set[str]
    of: Set[str]
    every: Set[str]
    next: Set[str]
    this: Set[str]
    and_also: Set[str]
    or_else: Set[str]
    through: Set[str]
    before_range: Set[str]
    once: Set[str]
    listed: Set[str]
    ordinals: Set[str]
    nights: Sayings[int]
    parts: Sayings[DayPart]
    weekly_parts: Mapping[str, DayPart]
    days_and_parts: Mapping[str, tuple[Weekday, DayPart]]
    days_ahead: Sayings[int]
    weekdays: Mapping[str, Weekday]
    weekly: Sayings[frozenset[Weekday]]
    after_every: Mapping[str, frozenset[Weekday]]
    weekends: Set[str]
    months: Mapping[str, int]
    nths: Mapping[str, int]
    every_other: Mapping[str, int]
    several_a_day: Sayings[bool]
    monthly: Sayings[bool]
    of_month: Sayings[bool]
    every_week: Sayings[int]
    yearly: Sayings[bool]
    leap_years_only: Sayings[bool]
    parities: Sayings[WeekParity]
    after_length: Sayings[bool]
    after_timer: Set[str]
    # What else is said
    clauses: Sayings[Clause]
    times_counted: Set[str]
    unlimited: Sayings[bool]
    always: Set[str]
    percent: Set[str]
    tasks: Sayings[Task]
    places: Mapping[str, str]
    after_place: frozenset[str]
    place_endings: Set[str]
    no_places: Set[str]
    vague_zones: Sayings[bool]
    week_names: Set[str]
    # What may stand before the whole line, and what a label before the time can't be
    openings: Sayings[Opening]
    unclear: Sayings[Unclear]
    # What may be part of a label, too
    in_labels: Set[str]
    doubtful: Set[str]
    ordinary: Set[str]
    # What a label does not begin with, and what in it looks like a day but is none
    no_label_begins: Set[str]
    lookalikes: Set[str]
    # Words of days that people misspell in more than a letter, or shorten, and so those of settings
    misspelt: Mapping[str, str]
    short_settings: Mapping[str, str]
    # Computed: words with which a day or a time can begin, also within a label; those with which
    # a day begins where no label can stand; those of them that only follow a word such as the
    # German “am”, which is a half of the day in English; those with which no label before the
    # time begins; those with which a part of the day can begin; those without the everyday words
    # with which no label begins at all; those before a number that counts something; and those
    # long ones, of days and of settings, of which a mistyped one is no label; and those with which
    # a day begins that is told from another; those that are no label without others; and those with
    # which a rule begins that is no label.
    beginnings: Set[str] = field(init=False)
    day_beginnings: frozenset[str] = field(init=False)
    after_clash: Set[str] = field(init=False, default=frozenset())
    no_label_first: Set[str] = field(init=False)
    part_beginnings: Set[str] = field(init=False)
    label_stops: Set[str] = field(init=False)
    counting: Set[str] = field(init=False)
    guarded: frozenset[str] = field(init=False)
    settings: frozenset[str] = field(init=False)
    shift_beginnings: frozenset[str] = field(init=False)
    no_label_alone: frozenset[str] = field(init=False)
    rule_beginnings: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        days = self._day_beginnings()
        within_labels = days.union(
            self.times,
            self.numbers,
            self.before_length,
            self.minutes_of_hour,
            self.before_full_hour,
        )
        told = (self.minutes_of_hour, self.before_full_hour)
        sets = (self.every, self.next, self.this, self.before_range, self.before_length)
        object.__setattr__(self, "no_label_first", frozenset[str]().union(*sets, *told))
        parts = (self.nights.heads, self.this, self.every, self.before_day)
        tables = (self.weekly_parts, self.days_and_parts)
        object.__setattr__(self, "part_beginnings", frozenset[str]().union(*parts, *tables))
        object.__setattr__(self, "day_beginnings", days)
        object.__setattr__(self, "beginnings", within_labels - self.ordinary)
        object.__setattr__(self, "label_stops", frozenset(self.no_label_begins) - self.ordinary)
        counting = frozenset[str]().union(self.before_length, self.before_time, self.every)
        object.__setattr__(self, "counting", counting)
        settings = frozenset(word for word in self.clauses.heads if len(word) >= LONG)
        object.__setattr__(self, "settings", settings)
        object.__setattr__(self, "guarded", self._guarded())
        shifts = frozenset[str]().union(self.numbers, self.a_single, self.week_units)
        object.__setattr__(self, "shift_beginnings", shifts)
        object.__setattr__(self, "no_label_alone", self._no_label_alone())
        rules = (rule.heads for rule in self.rules)
        object.__setattr__(self, "rule_beginnings", frozenset[str]().union(*rules))

    @property
    def rules(self) -> tuple[Sayings[Any], ...]:
        """The sayings of rules that nobody calls an alarm by."""
        return self.of_month, self.monthly, self.every_week, self.yearly

    def joined(self, other: "Words") -> "Words":
        """Give a vocabulary that understands both languages; where they differ, this one wins."""
        both = {
            name: _joined(getattr(self, name), getattr(other, name))
            for name in (one.name for one in fields(self) if one.init)
        }
        words = Words(**{**both, "ordinary": self.ordinary})
        with_half, before_day = (
            (self, other) if other.before_day & self.halves.heads else (other, self)
        )
        object.__setattr__(
            words, "after_clash", before_day.day_beginnings - with_half.day_beginnings
        )
        return words

    def _guarded(self) -> frozenset[str]:
        """Give the words of days, short ones apart, which are too easily like another word."""
        sayings = (self.weekly, self.days_ahead, self.nights, self.parts)
        rules = (self.monthly, self.every_week, self.yearly)
        alone = [word for table in (*sayings, *rules) for word in table.meanings if " " not in word]
        tables = (self.weekdays, self.days_and_parts, self.weekly_parts, self.after_every)
        named = [
            word for table in (*tables, self.weekends, self.months, self.nths) for word in table
        ]
        long = {word for word in (*alone, *named) if len(word) >= LONG}
        soon = {word for word in (*self.every, *self.days_ahead) if len(word) >= RATHER_LONG}
        return frozenset(long | soon)

    def _no_label_alone(self) -> frozenset[str]:
        """Give the words that only make sense beside what they belong to.

        A single letter such as “a” can be the name of anything.
        """
        sayings = (self.halves, self.minutes_said, self.parities, self.clauses, self.tasks)
        of_sayings = (saying.meanings for saying in sayings)
        lengths = (self.units, self.day_units, self.week_units, self.long_units, self.before_length)
        times = (self.numbers, self.minutes_of_hour, self.before_full_hour, self.past, self.to)
        days = (self.months, self.nths, self.ordinals, self.articles, self.a_single, self.of)
        before = (self.every, self.next, self.this, self.before_day, self.before_time)
        between = (self.and_also, self.or_else, self.through, self.shifted_from, self.every_other)
        counts = (self.times_counted, self.always, self.percent, self.after_every)
        words = frozenset[str]().union(
            *of_sayings, *lengths, *times, *days, *before, *between, *counts
        )
        return words - self.joined_halves.keys()

    def _day_beginnings(self) -> frozenset[str]:
        sets = (self.before_day, self.articles, self.every, self.next, self.this, self.before_range)
        alone = (self.once, self.listed)
        several = (
            self.every_week,
            self.monthly,
            self.yearly,
            self.weekly,
            self.several_a_day,
        )
        sayings = (self.nights, self.days_ahead, *several)
        tables = (self.weekdays, self.months, self.nths, self.weekly_parts, self.days_and_parts)
        heads = (saying.heads for saying in (*sayings, self.parities))
        return frozenset[str]().union(*sets, *alone, *heads, *tables)


def _joined(mine: object, theirs: object) -> Any:
    # The fields of a vocabulary are of these three kinds, and keep their kind.
    if isinstance(mine, Sayings) and isinstance(theirs, Sayings):
        return mine.joined(theirs)
    if isinstance(mine, Mapping) and isinstance(theirs, Mapping):
        return {**theirs, **mine}
    if isinstance(mine, Set) and isinstance(theirs, Set):
        return mine | theirs
    raise TypeError(f"no vocabulary: {mine!r}")
