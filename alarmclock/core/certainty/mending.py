"""What a press on “mend” does to an alarm, to the settings, and to the volume of the computer."""

from datetime import timedelta

from alarmclock.core.certainty.verdict import Mend
from alarmclock.core.ring_settings import NEVER_LATE, RingSettings
from alarmclock.core.settings import Settings, StayAwake
from alarmclock.core.surroundings.outlet import LOW_VOLUME
from alarmclock.values import replace

USUAL = RingSettings()
RISES = tuple(timedelta(seconds=seconds) for seconds in (60, 30, 15, 5, 0))
LONG_ENOUGH = timedelta(minutes=1)
# To which volume the computer is turned up; a louder one stays as it is.
COMPUTER_VOLUMES = {Mend.UNMUTE: LOW_VOLUME, Mend.TURN_UP: 60}


def mended(ring: RingSettings, mend: Mend) -> RingSettings:
    """Give an alarm what mends it; other mends leave it as it is."""
    match mend:
        case Mend.TURN_ALARM_UP:
            return replace(ring, volume=max(ring.volume, USUAL.volume))
        case Mend.SHORTEN_RISE:
            return replace(ring, rise=_rise_within(ring.ring_length))
        case Mend.RING_LONGER:
            return replace(ring, ring_length=max(ring.ring_length, LONG_ENOUGH))
        case Mend.ALLOW_LATER:
            usual = USUAL.late_limit or NEVER_LATE
            return replace(ring, late_limit=max(usual, ring.ring_length))
        case _:
            return ring


def mended_settings(settings: Settings, mend: Mend) -> Settings:
    """Give the settings what mends them; other mends leave them as they are."""
    if mend is Mend.STAY_AWAKE:
        return replace(settings, stay_awake=StayAwake.WHILE_ARMED)
    return settings


def computer_volume(mend: Mend) -> int | None:
    """Give the volume to which the computer is to be turned up, None for other mends."""
    return COMPUTER_VOLUMES.get(mend)


def _rise_within(ring_length: timedelta) -> timedelta:
    """Give the longest usual rise that leaves half of the ring loud."""
    return next(rise for rise in RISES if rise <= ring_length / 2)
