"""What a card of the list says about an alarm."""

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.book import AlarmBook, State
from alarmclock.core.ringing import Ring
from alarmclock.core.rule import Once, OnDate, Weekdays
from alarmclock.core.rule_words import alarm_rule_words, limits_words
from alarmclock.core.schedule import instant_of, zone_of
from alarmclock.core.wording import (
    day_from,
    instant_words,
    next_line,
    short_day,
    wall_time,
    zone_words,
)

SEPARATOR = " · "
EVENING = time(18)
# The states that a row tells by their names and colours.
COLOURS = {
    State.RINGING: "good",
    State.SNOOZED: "warn",
    State.MISSED: "bad",
    State.PAUSED: "warn",
}


@dataclass(frozen=True, slots=True)
class AlarmRow:
    """An alarm as it stands, with all that its card needs to know."""

    alarm: Alarm
    state: State
    is_on: bool
    due: datetime | None
    ring: Ring | None

    @property
    def days(self) -> frozenset[int] | None:
        """The chosen weekdays, None for an alarm without chips."""
        rule = self.alarm.rule
        return frozenset(int(day) for day in rule.days) if isinstance(rule, Weekdays) else None

    def words_for_days(self) -> str:
        """Say the weekdays where there is no room for chips; empty for other rules."""
        return alarm_rule_words(self.alarm) if self.days is not None else ""

    @property
    def name(self) -> str:
        """The label, or what there is instead."""
        return self.alarm.label or "Alarm"

    def digits(self, zone: tzinfo) -> str:
        """Give the time that a person here reads on the clock when it rings."""
        if self.alarm.zone is not None and self.due is not None:
            return wall_time(self.due.astimezone(zone).time().replace(microsecond=0))
        return wall_time(self.alarm.time)

    def detail(self, now: datetime, zone: tzinfo) -> str:
        """Give the second line: how it stands and when it rings."""
        match self.state:
            case State.RINGING:
                return "ringing now"
            case State.SNOOZED if self.due:
                return f"snoozed until {instant_words(self.due, now, zone)}"
            case State.MISSED if self.ring:
                missed = f"missed {instant_words(self.ring.due, now, zone)}"
                return SEPARATOR.join([missed, *self._next(now, zone)])
            case State.PAUSED:
                return self._paused(now, zone)
            case State.ARMED:
                return SEPARATOR.join(self._standing(now, zone)) or "over"
            case _:
                return alarm_rule_words(self.alarm)

    def colour(self, now: datetime, zone: tzinfo) -> str:
        """Give the name of the second line's colour."""
        if self.state is State.ARMED and self.skips(now, zone):
            return "warn"
        return COLOURS.get(self.state, "muted" if self.is_on else "dim")

    def skips(self, now: datetime, zone: tzinfo) -> list[date]:
        """Give the days before the next ring on which it is skipped, the first one first."""
        if not self.alarm.skipped or self.due is None or not self.alarm.rule.repeats:
            return []
        own_zone = zone_of(self.alarm, zone)
        last = self.due.astimezone(own_zone).date()
        return sorted(
            day
            for day in self.alarm.skipped
            if day < last and instant_of(day, self.alarm.time, own_zone) > now
        )

    def whole(self, now: datetime, zone: tzinfo) -> str:
        """Say everything in one line, for screen readers and for automation."""
        state = "on" if self.is_on else "off"
        if self.state in COLOURS:
            state = self.state.value
        parts = [self.digits(zone), self.name, alarm_rule_words(self.alarm)]
        detail = self.detail(now, zone)
        return ", ".join([*parts, detail, state] if detail != parts[-1] else [*parts, state])

    def _next(self, now: datetime, zone: tzinfo) -> list[str]:
        if self.due is None:
            return []
        line = next_line(self.due, now, zone)
        place = zone_words(self.alarm, self.due)
        return [place, line] if place else [line]

    def _standing(self, now: datetime, zone: tzinfo) -> list[str]:
        """Say what is skipped, or else the rule where no chip shows it, and then the next ring."""
        following = self._next(now, zone)
        skips = self.skips(now, zone)
        if skips:
            return [self._skip_words(skips, now, zone), *(f"next {line}" for line in following)]
        return [*self._rule(now), *following]

    def _rule(self, now: datetime) -> list[str]:
        """Say of the rule what neither the chips nor the next ring tell."""
        match self.alarm.rule:
            case Once():
                return []
            case OnDate(day):
                return [alarm_rule_words(self.alarm)] if day.year != now.year else []
            case Weekdays():
                return [" ".join(words)] if (words := limits_words(self.alarm.limits)) else []
            case _:
                return [alarm_rule_words(self.alarm)]

    def _skip_words(self, skips: list[date], now: datetime, zone: tzinfo) -> str:
        today = now.astimezone(zone_of(self.alarm, zone)).date()
        tonight = skips[0] == today and self.alarm.time >= EVENING
        words = f"skips {'tonight' if tonight else day_from(skips[0], today)}"
        return f"{words} and {len(skips) - 1} more" if len(skips) > 1 else words

    def _paused(self, now: datetime, zone: tzinfo) -> str:
        until = self.alarm.pause.until if self.alarm.pause else None
        if until is None:
            return SEPARATOR.join(["paused until you resume", *self._rule(now)])
        words = f"paused until {short_day(until)} {until.year}"
        return SEPARATOR.join([words, *self._next(now, zone)])


def row_of(book: AlarmBook, alarm: Alarm) -> AlarmRow:
    """Read from the book how an alarm stands."""
    rings = book.rings(alarm.id)
    missed = next((ring for ring in reversed(rings) if ring.is_unacknowledged), None)
    return AlarmRow(
        alarm,
        book.state(alarm.id),
        book.is_on(alarm.id),
        book.due(alarm.id),
        book.open_ring(alarm.id) or missed,
    )
