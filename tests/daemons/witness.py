"""A witness who knows what had to ring, from the calendar and a person's own notes alone.

A day of an alarm is due when the clock on the wall passes it. Passed while time goes on smoothly,
it rings at its due to the microsecond. Passed in one go, because the computer slept, the program
was closed, or the clock or the zone was set, it is rung late or missed with that cause. What is
claimed has to be just that, and nothing else may be. The reasons for which a day that was passed
has no ring of its own are the members of `Fate`.
"""

from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from itertools import groupby

from alarmclock.core.activity.events import Event, Failed, Missed, Rang
from alarmclock.core.alarm import Alarm
from alarmclock.core.ringing import Cause, Ring
from tests.daemons.aftermath import ON_TIME, Aftermath
from tests.daemons.plan import Plan

SET_BACK_AT_MOST = timedelta(days=30)
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Fate(Enum):
    """What became of a day that the rule of an alarm plans."""

    RUNG = "rung at its due"
    LATE = "rung late, within its limit"
    MISSED = "missed, with its cause"
    OFF = "the alarm was off"
    SKIPPED = "skipped"
    PAUSED = "paused"
    # Of a repeating alarm that was due several times meanwhile, only the newest counts.
    SERIES = "passed in one go with a newer one"
    # Where a zone leaves out a date, two days fall on one instant: one ring is enough.
    SAME_INSTANT = "at the same instant as another"
    # To the east over the date line a day may lie before the last ring, as if it were left out.
    TRAVELLED = "jumped over by a change of the zone"
    # By a clock that looks wrong nothing is missed; the right time decides.
    DOUBTED = "the clock was in doubt"


@dataclass
class Case:
    """One alarm: what its rule plans, what the person did to it, and what was claimed.

    `passed` counts the days of the plan that the clock on the wall has passed, `over_when_set` is
    how many these were when the alarm was turned on, and `waiting` are
    those of them that a wrong clock passed and that are not decided yet. `series` are those that
    passed in one go with a newer one: when the clock is set back to before that one, the newest
    that is over then counts.
    """

    plan: Plan
    is_on: bool
    passed: int = 0
    over_when_set: int = 0
    skipped: set[date] = field(default_factory=set)
    paused_until: date | None = None
    paused_together: bool = False
    claimed: dict[date, datetime] = field(default_factory=dict)
    claimed_days: list[date] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)
    series: list[int] = field(default_factory=list)
    armed_by_wrong_clock: bool = False
    fates: dict[date, Fate] = field(default_factory=dict)
    found: list[Ring] = field(default_factory=list)

    @property
    def alarm(self) -> Alarm:
        """The alarm as it was set."""
        return self.plan.alarm

    def silence(self, day: date) -> Fate | None:
        """Give the person's reason for which a day does not ring."""
        if not self.is_on:
            return Fate.OFF
        if self.paused_until is not None and day < self.paused_until:
            return Fate.PAUSED
        return Fate.SKIPPED if day in self.skipped else None

    def last_due(self, now: datetime) -> datetime:
        """Give the due of the newest claimed day that is over."""
        dues = (self.claimed[day] for day in reversed(self.claimed_days))
        return next((due for due in dues if due <= now), LONG_AGO)


@dataclass(frozen=True)
class Expected:
    """A claim as it has to be; `causes` are empty for one that rings."""

    day: date
    due: datetime
    at: datetime
    causes: frozenset[Cause] = frozenset()

    def fits(self, ring: Ring) -> bool:
        """Tell whether a ring is the claim that had to be made."""
        if (ring.day, ring.due) != (self.day, self.due):
            return False
        if self.causes:
            return ring.started_at is None and ring.cause in self.causes
        return ring.started_at == self.at


class Witness:
    """Compares what the program claims, rings and tells with what had to be."""

    def __init__(self, cases: list[Case], zone: str) -> None:
        self.cases = {case.alarm.id: case for case in cases}
        self.zone = zone
        self.aftermath = Aftermath(
            {item_id: case.alarm for item_id, case in self.cases.items()}, self._dues_between
        )
        self.counted: Counter[str] = self.aftermath.counted
        self._keys: set[tuple[object, ...]] = set()
        self._unheard: dict[str, datetime] = {}
        self._untold: dict[str, datetime] = {}

    @property
    def is_doubted(self) -> bool:
        """True while the clock looks wrong."""
        return self.aftermath.is_doubted

    # What the program does

    def see_claim(self, ring: Ring) -> None:
        """Take note of a claim that the journal took."""
        assert ring.key not in self._keys, f"claimed twice: {ring}"
        self._keys.add(ring.key)
        self.cases[ring.item_id].found.append(ring)
        self.aftermath.end(ring.item_id)
        (self._untold if ring.started_at is None else self._unheard)[ring.item_id] = ring.due

    def hear(self, event: Event) -> None:
        """Take note of what is told: each claim is rung or told as missed once."""
        match event:
            case Rang():
                self._hear_ring(event.item_id, event.due)
            case Missed():
                self._hear_missed(event)
            case Failed():
                raise AssertionError(event)
            case _:
                self.aftermath.hear(event)

    def _hear_ring(self, item_id: str, due: datetime) -> None:
        if self._unheard.get(item_id) == due:
            del self._unheard[item_id]
            self.counted["heard"] += 1
        else:
            self.aftermath.sounds_anew(item_id, due)

    def _hear_missed(self, event: Missed) -> None:
        self.counted[f"missed: {event.cause.value}"] += 1
        claimed = self._unheard.get(event.item_id) or self._untold.get(event.item_id)
        if claimed in (
            None,
            event.due,
        ):  # else the ring that was claimed took the place of this one
            self.aftermath.hear_missed(event)
        if self._untold.get(event.item_id) == event.due:
            del self._untold[event.item_id]

    # What the person does

    def turned(self, case: Case, *, on: bool) -> None:
        """Note that an alarm was turned on or off; what passed before does not count."""
        case.is_on = on
        case.waiting, case.series = [], []
        case.over_when_set = case.passed
        case.armed_by_wrong_clock = on and self.is_doubted
        if not on:
            self.aftermath.end(case.alarm.id)

    def paused(self, case: Case, until: date, *, together: bool) -> None:
        """Note that an alarm does not ring before a date."""
        case.paused_until, case.paused_together = until, together
        self.aftermath.end(case.alarm.id)

    def resumed(self, case: Case) -> None:
        """Note that an alarm rings again; what passed meanwhile does not count."""
        case.paused_until = None
        if case.is_on:
            self.turned(case, on=True)

    # What had to be

    def go_on(self, case: Case, now: datetime) -> None:
        """Compare what came of the time that went on smoothly until now."""
        expected = []
        dues = case.plan.dues(self.zone)
        first, case.passed = case.passed, case.plan.behind(now, self.zone)
        for due, group in groupby(range(first, case.passed), dues.__getitem__):
            day = self._one_of(case, [case.plan.days[n] for n in group])
            if day is not None:
                expected.append(Expected(day, due, due))
                self._claim(case, day, due, Fate.RUNG)
        self._compare(case, expected)

    def go_on_all(self, now: datetime) -> None:
        """Compare what came of every alarm."""
        for case in self.cases.values():
            self.go_on(case, now)
        self.aftermath.go_on(now)

    def jump(self, now: datetime, causes: frozenset[Cause], *, corrected: bool = False) -> None:
        """Compare what came of all that was passed in one go.

        `corrected` tells that a wrong clock was set right: what a person turned on by the wrong
        time was turned on just now.
        """
        for case in self.cases.values():
            self._compare(case, list(self._in_one_go(case, now, causes, corrected)))
        self.aftermath.jump(now)

    def _in_one_go(
        self, case: Case, now: datetime, causes: frozenset[Cause], corrected: bool
    ) -> Iterator[Expected]:
        first, case.passed = case.passed, case.plan.behind(now, self.zone)
        days, dues = case.plan.days, case.plan.dues(self.zone)
        undecided = {n for n in (*case.waiting, *case.series) if n < min(first, case.passed)}
        passed = [*sorted(undecided), *range(first, case.passed)]
        case.series = [n for n in case.series if dues[n] > now - SET_BACK_AT_MOST]
        if not self.is_doubted:
            case.waiting = []
            passed = [n for n in passed if n >= case.over_when_set]
            case.over_when_set = min(case.over_when_set, case.passed)
        ringing = self._ringing(case, passed)
        if not ringing:
            return
        if corrected and case.armed_by_wrong_clock:
            self._give(case, ringing, Fate.DOUBTED)
            return
        begun = case.last_due(now)
        ahead = [n for n in ringing if dues[n] > begun]
        over = (n for n in ringing if dues[n] <= begun and n not in undecided)
        self._give(case, over, Fate.TRAVELLED)
        limit = case.alarm.ring.late_limit
        if self.is_doubted and limit is not None:
            case.waiting = [n for n in ahead if now - dues[n] >= max(limit, ON_TIME)]
            self._give(case, case.waiting, Fate.DOUBTED)
            ahead = ahead[len(case.waiting) :]
        if not case.alarm.rule.repeats:
            ahead = [n for n in ahead if days[n] not in case.claimed]
        if not ahead:
            return
        newest = ahead[-1] if case.alarm.rule.repeats else ahead[0]
        number = next(n for n in ahead if dues[n] == dues[newest])
        rest = [n for n in ahead if n != number and days[n] not in case.claimed]
        self._give(case, rest, Fate.SERIES)
        case.series += rest
        day, due = days[number], dues[number]
        if day in case.claimed:
            return
        rings = limit is None or now - due <= max(limit, ON_TIME)
        self._claim(case, day, due, Fate.LATE if rings else Fate.MISSED)
        yield Expected(day, due, now, frozenset() if rings else causes)

    # Shared

    def _dues_between(self, item_id: str, after: datetime, until: datetime) -> list[datetime]:
        dues = self.cases[item_id].plan.dues(self.zone)
        return dues[bisect_right(dues, after) : bisect_right(dues, until)]

    def _one_of(self, case: Case, days: list[date]) -> date | None:
        """Give the day of those at one instant that rings, None when it has rung or is silent."""
        if any(day in case.claimed for day in days):
            return None
        ringing = self._ringing(case, [case.plan.days.index(day) for day in days])
        self._give(case, ringing[1:], Fate.SAME_INSTANT)
        return case.plan.days[ringing[0]] if ringing else None

    def _ringing(self, case: Case, passed: list[int]) -> list[int]:
        """Give those that a person did not silence."""
        ringing = []
        for number in passed:
            fate = case.silence(case.plan.days[number])
            if fate is None:
                ringing.append(number)
            else:
                self._give(case, [number], fate)
        return ringing

    def _give(self, case: Case, numbers, fate: Fate) -> None:
        for number in numbers:
            day = case.plan.days[number]
            if day not in case.claimed:
                case.fates[day] = fate

    def _claim(self, case: Case, day: date, due: datetime, fate: Fate) -> None:
        case.claimed[day] = due
        insort(case.claimed_days, day)
        case.fates[day] = fate
        case.waiting = [n for n in case.waiting if case.plan.days[n] > day]
        if not case.alarm.rule.repeats or (case.plan.ends and day >= case.plan.days[-1]):
            case.is_on = False

    def _compare(self, case: Case, expected: list[Expected]) -> None:
        found, case.found = case.found, []
        item_id = case.alarm.id
        fit = len(found) == len(expected) and all(
            one.fits(ring) for one, ring in zip(expected, found, strict=True)
        )
        assert fit, f"{case.alarm}\nhad to be {expected}\nand was {found}"
        assert item_id not in self._unheard, f"claimed and not heard: {found}"
        assert item_id not in self._untold, f"missed and not told: {found}"
