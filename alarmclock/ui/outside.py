"""What the window needs from the rest of the program, as plain calls that app.py joins."""

from collections.abc import Callable
from dataclasses import dataclass

from alarmclock.core.events import Event
from alarmclock.core.ring_settings import RingSettings


@dataclass(frozen=True, slots=True)
class Outside:
    """The world beyond the window.

    `events_before` gives a page of the activity, newest first, before a number (None: the
    newest). `check_sound` raises Invalid when a sound can't be played. `open_folder` shows a
    folder in the system's file manager.
    """

    events_before: Callable[[int | None], list[tuple[int, Event]]]
    check_sound: Callable[[str], None]
    preview: Callable[[RingSettings], None]
    stop_preview: Callable[[], None]
    is_previewing: Callable[[], bool]
    open_folder: Callable[[str], object]
    data_folder: str
    version: str
