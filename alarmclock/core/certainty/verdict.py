"""Will it ring? What was checked of an alarm, what speaks against it, and what mends that."""

from enum import Enum, IntEnum

from alarmclock.values import dataclass


class Grade(IntEnum):
    """How good a verdict is; the worst reason decides."""

    GOOD = 0
    WARNING = 1
    BAD = 2


class Check(Enum):
    """What was looked at."""

    OUTPUT = "output"
    VOLUME = "volume"
    SOUND = "sound"
    NOTIFICATIONS = "notifications"
    CLOCK = "clock"
    LENGTHS = "lengths"
    SAVING = "saving"
    OPEN = "open"
    SLEEP = "sleep"


# Whoever can't see these can't say that a ring is heard.
HEARD_BY = (Check.OUTPUT, Check.SOUND)


class Mend(Enum):
    """The one thing to press that mends a reason; the value is what the button says."""

    LOOK_AGAIN = "Look again"
    UNMUTE = "Unmute"
    TURN_UP = "Turn up"
    CHOOSE_SOUND = "Choose a sound"
    TURN_ALARM_UP = "Turn the alarm up"
    SHORTEN_RISE = "Rise faster"
    RING_LONGER = "Ring longer"
    ALLOW_LATER = "Ring even if late"
    STAY_AWAKE = "Keep awake"
    ACCEPT_CLOCK = "The clock is right"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was checked, in a sentence for people.

    ``is_known`` is False for what can't be seen on this computer, which is neither good nor bad.
    """

    check: Check
    grade: Grade
    sentence: str
    mend: Mend | None = None
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that was checked, the worst first."""

    reasons: tuple[Reason, ...]

    @property
    def grade(self) -> Grade:
        """Give the grade of the worst reason."""
        return max((reason.grade for reason in self.reasons), default=Grade.GOOD)

    @property
    def worst(self) -> Reason | None:
        """Give the worst reason, None while nothing speaks against a ring."""
        bad = [reason for reason in self.reasons if reason.grade is not Grade.GOOD]
        return max(bad, key=lambda reason: reason.grade, default=None)

    @property
    def unseen(self) -> Reason | None:
        """Give what could not be seen though a ring is heard by it; None when all of it was."""
        hidden = (one for one in self.reasons if not one.is_known and one.check in HEARD_BY)
        return next(hidden, None)

    @property
    def against(self) -> tuple[Reason, ...]:
        """Give what speaks against a ring, the worst first."""
        bad = [reason for reason in self.reasons if reason.grade is not Grade.GOOD]
        return tuple(sorted(bad, key=lambda reason: -reason.grade))
