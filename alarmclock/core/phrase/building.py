"""Makes the alarm or the timer that a line sets, from what was taken from it."""

from datetime import date, datetime, timedelta, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.errors import Invalid
from alarmclock.core.phrase.clauses import EXCEPTED, TIME_ZONE, TIMES
from alarmclock.core.phrase.dates import Dates
from alarmclock.core.phrase.days import (
    Ahead,
    Day,
    DayCycle,
    Fixed,
    Listed,
    Night,
    WeekCycle,
    Weekly,
)
from alarmclock.core.phrase.draft import Draft
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.limits import NO_LIMITS, Limits
from alarmclock.core.rules.rule import EveryDays, EveryWeeks, Once, OnDate, OnDates, Rule, Weekdays
from alarmclock.core.schedule import next_occurrence, zone_named
from alarmclock.core.timer import Timer
from alarmclock.core.words.wording import place_of, short_day
from alarmclock.values import replace

LIMITS = ("first date", "last date", TIMES, EXCEPTED)
REPEAT_HINT = "Add a rule, as in “every day 9:00 from 26 nov”, or put the label in quotes."
TIMER_HINT = "Write “in 20 min”, or a time instead of the length."


def base_ring(settings: RingSettings | None, *, for_timer: bool) -> RingSettings:
    """Give how something rings of which a line says nothing else."""
    ring = settings or RingSettings()
    return replace(ring, rise=timedelta(0)) if for_timer else ring


def timer_of(draft: Draft, length: timedelta, start: int, ring: RingSettings) -> Timer:
    """Make the timer. Raises PhraseError."""
    for subject in (*LIMITS, "date counted from", TIME_ZONE, "off"):
        if subject in draft.places:
            what = "can't be off" if subject == "off" else f"has no {subject}"
            raise PhraseError(f"A timer {what}.", draft.places[subject], TIMER_HINT)
    try:
        timer = Timer(length, draft.label)
    except Invalid as error:
        raise PhraseError(str(error), start, "Write it as “in 20 min” or “in 1h30”.") from error
    return replace(timer, ring=_adjusted(ring, draft))


def alarm_of(draft: Draft, now: datetime, system_zone: tzinfo, ring: RingSettings) -> Alarm:
    """Make the alarm. Raises PhraseError for one that would never ring."""
    assert draft.clock is not None
    zone = zone_named(draft.zone, system_zone)
    clock, either = draft.clock, draft.clock.either
    dates = Dates(clock.time, now, zone, draft.day_at, off=draft.off, either=either)
    _refuse_other_today(draft, dates, now, system_zone)
    alarm = Alarm(
        draft.clock.time,
        label=draft.label,
        zone=draft.zone,
        armed_at=None if draft.off else now,
        ring=_adjusted(ring, draft),
    )
    try:
        alarm = replace(alarm, rule=_rule(draft, dates))
    except Invalid as error:
        raise PhraseError(str(error), draft.day_at, "Choose another rule.") from error
    alarm = _limited(alarm, draft, dates, now, system_zone)
    if alarm.rule.repeats and not draft.off and next_occurrence(alarm, now, system_zone) is None:
        place = next((draft.places[limit] for limit in LIMITS if limit in draft.places), None)
        position = draft.day_at if place is None else place
        raise PhraseError("This never rings.", position, "Choose later dates.")
    return alarm


def _adjusted(ring: RingSettings, draft: Draft) -> RingSettings:
    for subject, adjust in draft.adjustments.items():
        try:
            ring = adjust(ring)
        except Invalid as error:
            hint = "Choose another value, or put the label in quotes."
            raise PhraseError(str(error), draft.places[subject], hint) from error
    return ring


def _refuse_other_today(draft: Draft, dates: Dates, now: datetime, system_zone: tzinfo) -> None:
    """Refuse “tomorrow” where another zone has another date."""
    here = now.astimezone(system_zone).date()
    if draft.zone is None or here == dates.today or not isinstance(draft.day, Ahead | Night):
        return
    sentence = f"Today is {short_day(here)} here and {short_day(dates.today)} in "
    sentence += f"{place_of(draft.zone)}."
    raise PhraseError(sentence, draft.day_at, "Name the weekday or the date.")


def _rule(draft: Draft, dates: Dates) -> Rule:  # noqa: PLR0911  # one case a kind of day
    day = draft.day
    _refuse_stray_limits(draft, day)
    match day:
        case None:
            return Once()
        case Fixed(rule):
            return rule
        case Weekly(days):
            return Weekdays(days - draft.excepted_days)
        case Listed(found):
            return OnDates(frozenset(dates.listed_day(one) for one in found))
        case DayCycle(count):
            return EveryDays(count, _cycle_start(draft, dates))
        case WeekCycle(count, days):
            return EveryWeeks(count, days, _cycle_start(draft, dates, Weekdays(days)))
        case _:
            return OnDate(dates.ring_day(day))


def _cycle_start(draft: Draft, dates: Dates, rule: Rule | None = None) -> date:
    """Give the date from which a rule counts: what was said, or its first date ahead."""
    said = draft.counted_from or draft.first
    if said is not None:
        return dates.limit_day(said, dates.today)
    ahead = dates.first_ahead()
    return ahead if rule is None else rule.next_date(ahead) or ahead


def _refuse_stray_limits(draft: Draft, day: Day | None) -> None:
    is_cycle = isinstance(day, DayCycle | WeekCycle)
    if draft.counted_from is not None and not is_cycle:
        hint = "It goes with “every 3 days” or “every 2nd fri”."
        sentence = "Nothing is counted from a date here."
        raise PhraseError(sentence, draft.places["date counted from"], hint)
    if draft.excepted_days and not isinstance(day, Weekly):
        hint = "Name dates, as in “except 24 dec, 31 dec”."
        sentence = "Weekdays can be excepted from a rule of weekdays only."
        raise PhraseError(sentence, draft.places[EXCEPTED], hint)


def _limited(alarm: Alarm, draft: Draft, dates: Dates, now: datetime, system_zone: tzinfo) -> Alarm:
    said = next((subject for subject in LIMITS if subject in draft.places), None)
    if said is None:
        return alarm
    if not alarm.rule.repeats:
        sentence = f"Only a rule that repeats has a {said}."
        raise PhraseError(sentence, draft.places[said], REPEAT_HINT)
    today = dates.today
    first = dates.limit_day(draft.first, today) if draft.first else None
    base = max(today, first or today)
    last = dates.limit_day(draft.last, base) if draft.last else None
    excepted = frozenset(dates.calendar_day(one, base) for one in draft.excepted)
    if first is None and draft.times is not None:
        coming = next_occurrence(replace(alarm, armed_at=now), now, system_zone)
        first = coming.day if coming else today
    elif _only_counts(draft):
        first = None
    try:
        limits = Limits(first, last, draft.times, excepted)
    except Invalid as error:
        place = draft.places.get("last date", draft.places[said])
        raise PhraseError(str(error), place, "Choose other dates.") from error
    return alarm if limits == NO_LIMITS else replace(alarm, limits=limits)


def _only_counts(draft: Draft) -> bool:
    """Tell whether “from” says from when a rule counts, which is limit enough."""
    is_cycle = isinstance(draft.day, DayCycle | WeekCycle)
    return is_cycle and draft.counted_from is None and draft.times is None
