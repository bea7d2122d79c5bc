"""Carries out the one thing that a person presses to mend what speaks against a ring."""

from collections.abc import Callable

from alarmclock.core.book.book import AlarmBook, State
from alarmclock.core.book.preferences import Preferences
from alarmclock.core.certainty.mending import computer_volume, mended, mended_settings
from alarmclock.core.certainty.readiness import Readiness
from alarmclock.core.certainty.verdict import Mend
from alarmclock.core.change import Change, Item, ItemChange
from alarmclock.core.surroundings.outlet import Outlet
from alarmclock.core.words.wording import counted, item_name
from alarmclock.values import replace

# What was done to alarms, in the words of undo.
DONE = {
    Mend.TURN_ALARM_UP: "Turned up",
    Mend.SHORTEN_RISE: "Let the volume rise faster of",
    Mend.RING_LONGER: "Let ring longer",
    Mend.ALLOW_LATER: "Let ring even if late",
}
WAITING = (State.ARMED, State.SNOOZED, State.RUNNING, State.PAUSED, State.RINGING)


class Mender:
    """Mends one alarm, or all that need the same."""

    def __init__(
        self,
        book: AlarmBook,
        preferences: Preferences,
        readiness: Readiness,
        outlet: Outlet,
        look: Callable[[], None],
        accept_clock: Callable[[], None],
        choose_sound: Callable[[str], None],
    ) -> None:
        self._book = book
        self._preferences = preferences
        self._readiness = readiness
        self._outlet = outlet
        self._look = look
        self._accept_clock = accept_clock
        self._choose_sound = choose_sound

    def mend(self, mend: Mend, item_id: str | None = None) -> str:
        """Mend it, for one alarm or for all, and say what was done; empty when it shows by itself.

        What was done to alarms can be undone. Raises NotSaved.
        """
        volume = computer_volume(mend)
        if volume is not None:
            self._outlet.raise_to(volume, for_good=True)
            return ""
        match mend:
            case Mend.LOOK_AGAIN:
                self._look()
                return "Looked again."
            case Mend.ACCEPT_CLOCK:
                self._accept_clock()
                return ""
            case Mend.STAY_AWAKE:
                self._preferences.change(mended_settings(self._preferences.settings, mend))
                return "The computer stays awake by itself while an alarm is armed."
            case Mend.CHOOSE_SOUND:
                for item in self._in_need(mend, item_id)[:1]:
                    self._choose_sound(item.id)
                return ""
        return self._mend_items(mend, self._in_need(mend, item_id))

    def _in_need(self, mend: Mend, item_id: str | None) -> list[Item]:
        return [
            item
            for item in self._book
            if item_id in (None, item.id)
            and self._book.state(item.id) in WAITING
            and self._readiness.wants(item.ring, mend)
        ]

    def _mend_items(self, mend: Mend, items: list[Item]) -> str:
        if not items:
            return ""
        one = f"“{item_name(items[0])}”"
        whom = one if len(items) == 1 else counted(len(items), "alarm", "alarms")
        title = f"{DONE[mend]} {whom}"
        changes = (ItemChange(item, replace(item, ring=mended(item.ring, mend))) for item in items)
        self._book.commit_undoable(Change(tuple(changes), title=title, ends_rings=False))
        return f"{title}."
