"""What the window needs from the rest of the program, as plain calls that app.py joins."""

from collections.abc import Callable

from alarmclock.core.activity.activity_query import ActivityQuery
from alarmclock.core.activity.events import Event
from alarmclock.core.alarm import Alarm
from alarmclock.core.certainty.verdict import Mend
from alarmclock.core.ports import Record
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.ringing import Ring
from alarmclock.ui.exchange.port import Exchange
from alarmclock.values import dataclass

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outside:
    """The world beyond the window.

    `record` is the past as it was kept. `events_before` and `rings_before` give a page of what
    matches, newest first, before a number or place (None: the newest); `subjects` whom the
    activity is about, by id and label. `export` writes the rings, or else the events, that match
    into a file. `check_sound` raises Invalid
    when a sound can't be played; `adopt_sound` takes a person's own file into the data folder and
    gives its name there, or raises Invalid, and `look_at_sound` checks it beforehand.
    `begin_trial` rings an alarm for some seconds. `mend` carries out what mends a ring, of one
    alarm by its id or of all, and says what was done; it raises NotSaved. `look_again` checks the
    computer anew. `open_folder` shows a folder in the system's file manager. `exchange` is import
    and export, None where there is neither.
    """

    record: Record
    events_before: Callable[[int | None, ActivityQuery], list[tuple[int, Event]]]
    rings_before: Callable[[Place | None, ActivityQuery], list[tuple[Place, str, Ring]]]
    subjects: Callable[[], list[tuple[str, str]]]
    export: Callable[[bool, ActivityQuery, str], None]
    check_sound: Callable[[str], None]
    adopt_sound: Callable[[str], str]
    look_at_sound: Callable[[str], None]
    begin_trial: Callable[[Alarm], None]
    stop_trial: Callable[[], None]
    mend: Callable[[Mend, str | None], str]
    look_again: Callable[[], None]
    preview: Callable[[RingSettings], None]
    stop_preview: Callable[[], None]
    is_previewing: Callable[[], bool]
    open_folder: Callable[[str], object]
    data_folder: str
    version: str
    exchange: Exchange | None = None
