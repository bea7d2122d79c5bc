"""What a person chose for the whole program."""

from datetime import timedelta
from enum import Enum

from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import RingSettings
from alarmclock.values import dataclass

LONGEST_CLOSING = timedelta(seconds=10)
MOST_PRESETS = 12
SHORTEST_KEPT, LONGEST_KEPT = timedelta(days=7), timedelta(days=36_525)


class Theme(Enum):
    """Light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class StayAwake(Enum):
    """When the computer is kept from sleeping by itself, apart from while something rings."""

    NEVER = "never"
    BEFORE_RINGS = "before rings"
    WHILE_ARMED = "while armed"


# The choices of how long before an alarm a notice comes.
NOTICE_LEADS = tuple(timedelta(minutes=minutes) for minutes in (10, 30, 60))


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that hold for everything.

    ``new_alarm`` is how a new alarm starts out. ``activity_kept`` is how long what happened can be
    read; None keeps it for ever. ``raise_to`` is the volume of the computer in percent to which it
    is unmuted and raised while something rings, None to leave it alone. ``notice_before`` is how
    long before an alarm a notification tells of it, None for not at all.
    """

    theme: Theme = Theme.SYSTEM
    closing_time: timedelta = timedelta(seconds=1.5)
    timer_presets: tuple[int, ...] = (1, 3, 5, 10, 15, 25, 45)
    new_alarm: RingSettings = RingSettings()
    activity_kept: timedelta | None = timedelta(days=365)
    raise_to: int | None = None
    pause_media: bool = True
    stay_awake: StayAwake = StayAwake.BEFORE_RINGS
    notice_before: timedelta | None = None

    def __post_init__(self) -> None:
        if not timedelta(0) <= self.closing_time <= LONGEST_CLOSING:
            raise Invalid("closingTime", "The closing view stays for 0 to 10 seconds.")
        if self.activity_kept is not None and not (
            SHORTEST_KEPT <= self.activity_kept <= LONGEST_KEPT
        ):
            raise Invalid("activityKept", "The activity is kept for 7 days to 100 years.")
        if self.raise_to is not None and not 1 <= self.raise_to <= 100:
            raise Invalid("raiseTo", "The volume of the computer goes from 1 to 100 %.")
        if self.notice_before is not None and self.notice_before not in NOTICE_LEADS:
            raise Invalid("noticeBefore", "A notice comes 10, 30 or 60 minutes before an alarm.")
        if len(self.timer_presets) > MOST_PRESETS:
            raise Invalid("presets", f"There is room for {MOST_PRESETS} presets.")
        if any(not 1 <= minutes <= 99 * 60 for minutes in self.timer_presets):
            raise Invalid("presets", "A preset is a number of minutes from 1 to 5940.")
