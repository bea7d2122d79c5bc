"""Whether rings will be heard, as things stand now; it tells when that may have changed."""

import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TypedDict, Unpack

from alarmclock.core.certainty.judging import judge, judge_all
from alarmclock.core.certainty.signs import UNKNOWN_SIGNS, Signs
from alarmclock.core.certainty.verdict import Mend, Verdict
from alarmclock.core.certainty.verdict_words import Summary, summary
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import Settings
from alarmclock.core.surroundings.notifier import NotificationServer
from alarmclock.core.surroundings.outlet import Output
from alarmclock.core.surroundings.wakefulness import Habits
from alarmclock.values import replace

logger = logging.getLogger(__name__)

Listener = Callable[[], None]


class NewSigns(TypedDict, total=False):
    """The fields of Signs, those that were seen anew."""

    output: Output
    server: NotificationServer | None
    is_server_known: bool
    habits: Habits
    doubt: bool
    sound_problems: Mapping[str, str]
    sounds_checked: frozenset[str]
    is_held: bool | None
    checked_at: datetime | None
    unsaved: str | None


class Readiness:
    """Holds what is known of the computer and judges rings by it.

    Thousands of alarms share few ways to ring, so each of these is judged once until something
    else is known.
    """

    def __init__(self, settings: Settings, signs: Signs = UNKNOWN_SIGNS) -> None:
        self._settings = settings
        self._signs = signs
        self._judged: dict[RingSettings, Verdict] = {}
        self._listeners: list[Listener] = []

    @property
    def signs(self) -> Signs:
        """What is known of the computer."""
        return self._signs

    def listen(self, changed: Listener) -> None:
        """Call `changed` whenever any verdict may be another one."""
        self._listeners.append(changed)

    def update(self, **seen: Unpack[NewSigns]) -> None:
        """Take in what was seen anew; what is not named stays as it was."""
        self._take(replace(self._signs, **seen), self._settings)

    def use(self, settings: Settings) -> None:
        """Judge by other settings."""
        self._take(self._signs, settings)

    def verdict(self, ring: RingSettings) -> Verdict:
        """Judge whether an alarm that rings so will be heard."""
        if ring not in self._judged:
            self._judged[ring] = judge(ring, self._signs, self._settings)
        return self._judged[ring]

    def overall(self, rings: Iterable[RingSettings]) -> Verdict:
        """Judge all that may ring together."""
        return judge_all(rings, self._signs, self._settings)

    def summary(self, rings: Iterable[RingSettings]) -> Summary:
        """Say in two lines how it stands with all that may ring."""
        return summary(self.overall(rings), self._signs, self._settings)

    def wants(self, ring: RingSettings, mend: Mend) -> bool:
        """Tell whether a mend would help an alarm that rings so."""
        return any(reason.mend is mend for reason in self.verdict(ring).against)

    def _take(self, signs: Signs, settings: Settings) -> None:
        if (signs, settings) == (self._signs, self._settings):
            return
        self._signs, self._settings = signs, settings
        self._judged.clear()
        for listener in self._listeners:
            try:
                listener()
            except Exception:  # a broken view must not end the watch over the computer
                logger.exception("A listener of the verdicts failed")
