"""What is arranged around a ring: other players pause, the volume is raised, nothing sleeps.

All of it is put back when the last ring is over.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from alarmclock.core.activity.events import Arranged, Event
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.preferences import Preferences
from alarmclock.core.change import Item
from alarmclock.core.settings import Settings, StayAwake
from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.surroundings.outlet import Output
from alarmclock.core.words.wording import item_name

# The computer is kept from sleeping by itself from so long before a due.
BEFORE_RINGS = timedelta(minutes=10)
# Who wants it awake while something is armed means the coming night, not the coming year.
WHILE_ARMED = timedelta(hours=24)
# Other players stay paused over a snooze, since whoever snoozes wants to sleep.
AWAKE_AGAIN = timedelta(minutes=31)


class Attendant:
    """Follows the book and the settings; `next_due` gives what makes a noise next, by its name."""

    def __init__(
        self,
        book: AlarmBook,
        machine: Machine,
        preferences: Preferences,
        next_due: Callable[[], tuple[str, datetime] | None],
        record: Callable[[Event], None],
    ) -> None:
        self._book = book
        self._machine = machine
        self._preferences = preferences
        self._next_due = next_due
        self._record = record
        self._is_attending = False
        self._is_trial = False
        self._has_paused = False
        self._was: Output | None = None
        self._raised_to = 0
        self._awaits_volume = False
        self._reason = ""

    def start(self) -> None:
        """Attend to what rings already, and follow from now on."""
        self._book.listen(lambda _change: self.look())
        self._preferences.listen(lambda _settings: self.look())
        self._machine.outlet.listen(self._raise_if_awaited)
        self._machine.outlet.on_put_back(self._tell_put_back)
        self.look()

    def look(self) -> None:
        """Arrange what this moment asks for."""
        ringing = self._book.ringing()
        is_wanted = bool(ringing) or self._is_trial
        if is_wanted and not self._is_attending:
            self._begin()
        elif not is_wanted and self._is_attending:
            self._end()
        if self._has_paused and not is_wanted and not self._is_snoozed():
            self._has_paused = False
            self._machine.media.resume()
        self._keep_awake([item for item, _ in ringing])

    def attend_trial(self, *, is_running: bool) -> None:
        """Arrange the same for a trial."""
        self._is_trial = is_running
        self.look()

    @property
    def _settings(self) -> Settings:
        return self._preferences.settings

    def _begin(self) -> None:
        self._is_attending = True
        self._machine.outlet.measure(wanted=True)
        if self._settings.pause_media:
            self._has_paused = True
            self._machine.media.pause(self._tell_paused)
        self._awaits_volume = True
        self._raise_if_awaited()

    def _end(self) -> None:
        self._is_attending = self._awaits_volume = False
        self._machine.outlet.measure(wanted=False)
        if self._was is not None:
            is_untouched = self._stands_as_raised(self._machine.outlet.output)
            self._machine.outlet.put_back()
            if is_untouched:
                self._tell(f"The volume is {_stand(self._was)} again.")
            self._was = None

    def _raise_if_awaited(self) -> None:
        """Raise the volume once, as soon as it is known: the sound server may come later."""
        output, volume = self._machine.outlet.output, self._settings.raise_to
        if self._awaits_volume and volume is not None and output.volume is not None:
            self._awaits_volume = False
            self._raise(output, output.volume, volume)

    def _raise(self, output: Output, stands_at: int, volume: int) -> None:
        if not output.is_muted and stands_at >= volume:
            return
        self._was, self._raised_to = output, max(volume, stands_at)
        self._machine.outlet.raise_to(volume)
        self._tell(f"The volume was {_stand(output)}, and is turned up to {self._raised_to} %.")

    def _stands_as_raised(self, output: Output) -> bool:
        """Tell whether nobody has changed the volume since; only then it is put back."""
        return not output.is_muted and output.volume == self._raised_to

    def _is_snoozed(self) -> bool:
        """Tell whether a ring comes back so soon that nobody should be woken before."""
        until = self._book.clock.now() + AWAKE_AGAIN
        return any(
            ring.asks is None and ring.snoozed_until is not None and ring.snoozed_until <= until
            for _, ring in self._book.waiting()
        )

    # Awake

    def _keep_awake(self, ringing: list[Item]) -> None:
        before, self._reason = self._reason, self._reason_to_stay_awake(ringing)
        if self._reason and self._reason != before:
            self._machine.wakefulness.hold(self._reason)
        elif before and not self._reason:
            self._machine.wakefulness.release()

    def _reason_to_stay_awake(self, ringing: list[Item]) -> str:
        if ringing:
            return f"{item_name(ringing[0])} rings"
        leads = {StayAwake.BEFORE_RINGS: BEFORE_RINGS, StayAwake.WHILE_ARMED: WHILE_ARMED}
        lead, upcoming = leads.get(self._settings.stay_awake), self._next_due()
        if lead is None or upcoming is None:
            return ""
        name, due = upcoming
        return f"{name} rings soon" if due - self._book.clock.now() <= lead else ""

    # Words

    def _tell_paused(self, names: list[str]) -> None:
        if names:
            self._tell(f"Paused {', '.join(names)}.")

    def _tell_put_back(self, output: Output) -> None:
        again = f"The volume of {output.name} is {_stand(output)} again"
        self._tell(f"{again}, as before the ring that was cut off.")

    def _tell(self, what: str) -> None:
        self._record(Arranged(at=self._book.clock.now(), item_id="", label="", what=what))


def _stand(output: Output) -> str:
    return f"muted at {output.volume} %" if output.is_muted else f"{output.volume} %"
