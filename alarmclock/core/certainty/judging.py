"""Judges whether an alarm, or all of them, will ring and be heard."""

from collections.abc import Iterable, Iterator

from alarmclock.core.certainty.checks.clock import check_clock
from alarmclock.core.certainty.checks.lengths import check_lengths
from alarmclock.core.certainty.checks.notifications import check_notifications
from alarmclock.core.certainty.checks.output import check_output
from alarmclock.core.certainty.checks.saving import check_saving
from alarmclock.core.certainty.checks.sound import check_sound
from alarmclock.core.certainty.checks.staying import check_open, check_sleep, may_fall_asleep
from alarmclock.core.certainty.checks.volume import check_alarm_volume, check_computer_volume
from alarmclock.core.certainty.signs import Signs
from alarmclock.core.certainty.verdict import Check, Grade, Reason, Verdict
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import Settings

# Of two that are equally bad, first what keeps an alarm from ringing at all.
WEIGHT = (
    Check.OUTPUT,
    Check.VOLUME,
    Check.CLOCK,
    Check.SLEEP,
    Check.LENGTHS,
    Check.SOUND,
    Check.NOTIFICATIONS,
    Check.SAVING,
    Check.OPEN,
)


def judge(ring: RingSettings, signs: Signs, settings: Settings) -> Verdict:
    """Say what speaks against a ring, and what was found good."""
    return _verdict([*_of_computer(signs, settings), *_of_ring(ring, signs, settings)])


def judge_all(rings: Iterable[RingSettings], signs: Signs, settings: Settings) -> Verdict:
    """Say what speaks against any ring, each thing once."""
    own = [reason for ring in set(rings) for reason in _of_ring(ring, signs, settings)]
    return _verdict([*_of_computer(signs, settings), *_together(own)])


def _of_computer(signs: Signs, settings: Settings) -> Iterator[Reason]:
    yield from check_output(signs.output)
    yield from check_computer_volume(signs.output, settings.raise_to)
    yield from check_clock(
        is_doubted=signs.doubt, is_synchronised=signs.habits.is_clock_synchronised
    )
    yield from check_sleep(signs.habits, settings.stay_awake, can_hold=signs.is_held is not None)
    if signs.is_server_known:
        yield from check_notifications(signs.server)
    yield from check_saving(signs.unsaved)
    yield from check_open()


def _of_ring(ring: RingSettings, signs: Signs, settings: Settings) -> Iterator[Reason]:
    can_hold = signs.is_held is not None
    may_sleep = may_fall_asleep(signs.habits, settings.stay_awake, can_hold=can_hold)
    yield from check_alarm_volume(ring, signs.output, settings.raise_to)
    yield from check_lengths(ring, may_sleep=may_sleep)
    yield from check_sound(
        ring.sound, signs.sound_problems, is_checked=ring.sound in signs.sounds_checked
    )


def _together(reasons: Iterable[Reason]) -> list[Reason]:
    """Keep what is good about one alarm only where nothing of the kind is bad about another."""
    once = sorted(set(reasons), key=lambda reason: reason.sentence)
    bad = {reason.check for reason in once if reason.grade is not Grade.GOOD}
    return [reason for reason in once if reason.grade is not Grade.GOOD or reason.check not in bad]


def _verdict(reasons: Iterable[Reason]) -> Verdict:
    ordered = sorted(reasons, key=lambda reason: (-reason.grade, WEIGHT.index(reason.check)))
    return Verdict(tuple(ordered))
