"""What is known of the computer that decides whether a ring is heard."""

from collections.abc import Mapping
from datetime import datetime

from alarmclock.core.surroundings.notifier import NotificationServer
from alarmclock.core.surroundings.outlet import UNKNOWN_OUTPUT, Output
from alarmclock.core.surroundings.wakefulness import UNKNOWN_HABITS, Habits
from alarmclock.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Signs:
    """Everything that was seen of the computer, as it was seen last.

    ``server`` means nothing until ``is_server_known``. ``doubt`` is true while the clock looks
    wrong. ``sounds_checked`` are the sounds that were tried, and ``sound_problems`` says in a
    sentence of each that can't be used why not.
    ``is_held`` is None where nobody can be asked to keep the computer awake. ``checked_at`` is
    when all of it was looked at, None before the first time. ``unsaved`` says in a sentence why
    nothing can be saved, None while everything can.
    """

    output: Output = UNKNOWN_OUTPUT
    server: NotificationServer | None = None
    is_server_known: bool = False
    habits: Habits = UNKNOWN_HABITS
    doubt: bool = False
    sound_problems: Mapping[str, str] = field(default_factory=dict)
    sounds_checked: frozenset[str] = frozenset()
    is_held: bool | None = None
    checked_at: datetime | None = None
    unsaved: str | None = None


UNKNOWN_SIGNS = Signs()
