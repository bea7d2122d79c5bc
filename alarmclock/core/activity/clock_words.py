"""What people are told about their computer's clock and its time zone."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from alarmclock.core.activity.events import ClocksWillChange
from alarmclock.core.words.wording import counted, place_of, rough_length, short_day, wall_time

NO_STEP = timedelta(0)
# Of several names in one line none may take all the room.
LONGEST_NAME = 24
ACCEPT_CLOCK = "The clock is right"


def change_words(step: timedelta, zone: str, zone_before: str | None) -> str:
    """Say how the clock was set and which zone it has: “set 2 h forward”."""
    now_in = f"the time zone is {zone}"
    if zone_before is not None:
        now_in += f", it was {zone_before}"
    if not step:
        return now_in
    direction = "forward" if step > NO_STEP else "back"
    length = f"set {rough_length(abs(step))} {direction}"
    return f"{length}; {now_in}" if zone_before is not None else length


def doubt_words(now: datetime, alive_at: datetime, zone: tzinfo) -> str:
    """Say why the clock looks wrong: what it says, and what it said before."""
    years = now.astimezone(zone).year != alive_at.astimezone(zone).year
    said, before = (_moment(instant, zone, years=years) for instant in (now, alive_at))
    return f"it says {said}, but Alarm Clock was open on {before}"


def doubt_sentence(now: datetime, alive_at: datetime, zone: tzinfo) -> str:
    """Say what to do about a clock that looks wrong."""
    return (
        f"The clock looks wrong: {doubt_words(now, alive_at, zone)}. "
        "Check date and time of this computer."
    )


def moved_many_words(count: int, names: Sequence[str]) -> str:
    """Say that many alarms ring at other times, and name a few of them."""
    rings = counted(count, "alarm rings", "alarms ring")
    return f"{rings} at other times: {names_words(count, names)}"


def names_words(count: int, names: Sequence[str]) -> str:
    """Name a few of many: “Gym, Tea, Work and 7 more”."""
    more = count - len(names)
    named = ", ".join(_short(name) for name in names)
    return f"{named} and {more:,} more" if more else named


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def night_words(event: ClocksWillChange, day: str) -> str:
    """Say what the change of the clocks does: “02:30 does not exist tomorrow, rings 03:30”."""
    place = f" {place_of(event.zone)}" if event.is_pinned else ""
    first, last = wall_time(event.first), wall_time(event.last)
    if event.first != event.last:
        if event.shift:
            later = rough_length(event.shift)
            return f"{first} to {last}{place} do not exist {day}, ring {later} later"
        return f"{first} to {last}{place} come twice {day}, ring the first time"
    if not event.shift:
        return f"{first}{place} comes twice {day}, rings the first time"
    rings_at = datetime.combine(event.day, event.first) + event.shift
    on = "" if rings_at.date() == event.day else f"{short_day(rings_at.date())} "
    return f"{first}{place} does not exist {day}, rings {on}{wall_time(rings_at.time())}"


def _moment(instant: datetime, zone: tzinfo, *, years: bool) -> str:
    local = instant.astimezone(zone)
    year = f" {local.year}" if years else ""
    clock = wall_time(local.time().replace(second=0, microsecond=0))
    return f"{short_day(local.date())}{year} {clock}"
