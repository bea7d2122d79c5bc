"""The choices of the settings, and how people read them."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from alarmclock.core.ring_settings import Task
from alarmclock.core.settings import NOTICE_LEADS, StayAwake, Theme
from alarmclock.core.words.wording import ONE_MINUTE, countdown, counted
from alarmclock.resources import Sound
from alarmclock.ui.task_words import TASK_WORDS

THEMES = tuple(Theme)
CLOSING_TIMES = tuple(timedelta(seconds=seconds) for seconds in (0, 0.5, 1, 1.5, 2, 3, 5, 10))
KEPT = (*(timedelta(days=days) for days in (30, 90, 365, 1096, 3653)), None)
VOLUMES = tuple(range(10, 101, 10))
RISES = tuple(timedelta(seconds=seconds) for seconds in (0, 10, 30, 60, 120))
SNOOZE_LENGTHS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 10, 15, 30))
SNOOZE_LIMITS = (0, 1, 2, 3, 5, 10, None)
RING_LENGTHS = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 10, 15, 30, 60))
LATE_LIMITS = (timedelta(0), *(timedelta(minutes=minutes) for minutes in (5, 30, 120)), None)
AGAIN = (0, 1, 2, 3, 5, 10)
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 3, 5, 10, 15, 30))
TASKS = tuple(Task)
AWAKE_AFTER = (None, *PAUSES)
RAISE_TO = (None, 40, 50, 70, 100)
PAUSE_MEDIA = (True, False)
STAY_AWAKE = tuple(StayAwake)
NOTICES = (None, *NOTICE_LEADS)


def theme_words(theme: object) -> str:
    """Say what decides the colours."""
    names = {Theme.SYSTEM: "Like the system", Theme.LIGHT: "Light", Theme.DARK: "Dark"}
    assert isinstance(theme, Theme)
    return names[theme]


def closing_words(stay: object) -> str:
    """Say how long the closing view stays: “1.5 s”."""
    assert isinstance(stay, timedelta)
    return f"{stay.total_seconds():g} s" if stay else "Closes at once"


def kept_words(kept: object) -> str:
    """Say how long the activity is kept: “1 year”."""
    if kept is None:
        return "For ever"
    assert isinstance(kept, timedelta)
    years, rest = divmod(kept.days, 365)
    # Three years have a day more, and ten have two or three.
    if years and rest <= years // 3:
        return counted(years, "year", "years")
    return counted(kept.days, "day", "days")


def volume_words(volume: object) -> str:
    """Say a volume: “80 %”."""
    return f"{volume} %"


def rise_words(rise: object) -> str:
    """Say how the volume gets there: “Rises over 30 s”."""
    assert isinstance(rise, timedelta)
    return f"Rises over {countdown(rise)}" if rise else "At once"


def length_words(length: object) -> str:
    """Say a length: “5 min”."""
    assert isinstance(length, timedelta)
    return countdown(length)


def snooze_limit_words(limit: object) -> str:
    """Say how often a ring may be snoozed."""
    if limit is None:
        return "Without limit"
    return {0: "Not at all", 1: "Once", 2: "Twice"}.get(int(str(limit)), f"{limit} times")


def late_limit_words(limit: object) -> str:
    """Say how late a ring may still start."""
    if limit is None:
        return "However late"
    assert isinstance(limit, timedelta)
    return f"Up to {countdown(limit)} late" if limit else "Only on time"


def again_words(count: object) -> str:
    """Say how often a ring that nobody answered comes again."""
    return {0: "Not again", 1: "Once", 2: "Twice"}.get(int(str(count)), f"{count} times")


def task_words(task: object) -> str:
    """Say what has to be done before Stop stops."""
    assert isinstance(task, Task)
    return TASK_WORDS[task]


def awake_words(length: object) -> str:
    """Say how long after a ring people are asked whether they are still awake."""
    if length is None:
        return "Not asked"
    assert isinstance(length, timedelta)
    return f"After {countdown(length)}"


def raise_words(volume: object) -> str:
    """Say what is done with the volume of the computer."""
    return "Leave the volume alone" if volume is None else f"Unmute and turn up to {volume} %"


def pause_media_words(pauses: object) -> str:
    """Say what other players do."""
    return "Pause for the ring" if pauses else "Play on"


def stay_awake_words(stay: object) -> str:
    """Say when the computer is kept awake."""
    names = {
        StayAwake.NEVER: "Never",
        StayAwake.BEFORE_RINGS: "10 min before rings",
        StayAwake.WHILE_ARMED: "While something is armed",
    }
    assert isinstance(stay, StayAwake)
    return names[stay]


def notice_words(lead: object) -> str:
    """Say how long before an alarm a notification tells of it."""
    if lead is None:
        return "Off"
    assert isinstance(lead, timedelta)
    return f"{lead // ONE_MINUTE} min before"


def sound_words(sound: object, sounds: Sequence[Sound]) -> str:
    """Name a sound; one of people's own by its file."""
    named = {bundled.id: bundled.name for bundled in sounds}
    return named.get(str(sound)) or Path(str(sound)).name
