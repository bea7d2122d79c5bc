"""Watches over every ring that it is heard: proves it, or says why not and takes the last resort.

What is silent for a second goes on at another device; after five the last resort makes a noise,
the screen flashes, and the activity says that it could not be heard.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Protocol

from alarmclock.core.activity.events import Event, Failed, Heard
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.player import Player
from alarmclock.core.ringing import Ring
from alarmclock.core.sounding.ear import Ear, Finding
from alarmclock.core.surroundings.last_resort import LastResort
from alarmclock.core.surroundings.outlet import Outlet
from alarmclock.core.words.wording import activity_name
from alarmclock.values import dataclass

LOST_FOR = timedelta(seconds=1)
GIVEN_UP_AFTER = timedelta(seconds=5)
# After a change of the device it has so long to be heard there.
SETTLES_IN = timedelta(seconds=2)
# A rise begins softly: what proves a ring is a clear peak, or else the highest until so long after
# the rise, or until the ring ends.
PROOF_TAKES = timedelta(seconds=3)
CLEAR_PEAK = 0.1


class NoteHeard(Protocol):
    """Takes note of whether the ring of an alarm can be heard."""

    def __call__(self, item_id: str, *, heard: bool) -> None:
        """Note it for the ring of this moment."""


class Display(Protocol):
    """Who shows people that something rings and is not heard."""

    def show_sound_problem(self, sentence: str) -> None:
        """Say why nothing is heard; empty when all is well."""

    def show_volume_problem(self, sentence: str, button: str) -> None:
        """Say that the volume is too low, and offer to mend it; empty when all is well."""

    def flash(self, *, on: bool) -> None:
        """Let the whole screen flash, or no more."""


@dataclass(slots=True)
class _Proof:
    """What is known so far of one ring: since when it is heard, how loud, and on what."""

    item: Item
    since: timedelta
    device: str = ""
    peak: float | None = None
    is_told: bool = False

    def take(self, finding: Finding) -> None:
        """Take in what was found now."""
        self.device = finding.device
        if finding.peak is not None:
            self.peak = max(finding.peak, self.peak or 0.0)

    def is_whole(self, now: timedelta) -> bool:
        """Tell whether there is no more to wait for."""
        rise = timedelta(0) if self.peak is None else self.item.ring.rise
        is_clear = (self.peak or 0.0) >= CLEAR_PEAK
        return is_clear or now - self.since >= rise + PROOF_TAKES


class Hearing:
    """Looks once a second while something rings."""

    def __init__(
        self,
        book: AlarmBook,
        player: Player,
        outlet: Outlet,
        last_resort: LastResort,
        record: Callable[[Event], None],
        note_heard: NoteHeard,
        display: Display,
    ) -> None:
        self._book = book
        self._player = player
        self._ear = Ear(player, outlet)
        self._last_resort = last_resort
        self._record = record
        self._note_heard = note_heard
        self._display = display
        self._told: set[object] = set()
        self._proofs: dict[tuple[object, object], _Proof] = {}
        self._silent_since: timedelta | None = None
        self._moved_at: timedelta | None = None
        self._is_given_up = False
        self._is_resting = False
        self._means = ""

    def look(self) -> None:
        """Find out whether what rings is heard, and do what follows from it."""
        ringing = self._book.ringing()
        if not ringing:
            self._rest()
            return
        self._is_resting = False
        finding = self._ear.listen()
        self._time_silence(finding)
        self._note(ringing, finding)
        self._prove(ringing, finding)
        self._go_elsewhere(finding)
        self._give_up(ringing, finding)
        self._show(ringing, finding)

    def follow(self) -> None:
        """End all help at once when the last ring is over, and tell what was heard of each."""
        ringing = self._book.ringing()
        names = {(ring.key, ring.rang_at) for _, ring in ringing}
        for name in self._proofs.keys() - names:
            self._tell_heard(self._proofs.pop(name))
        if not ringing:
            self._rest()

    def _rest(self) -> None:
        """Forget everything: nothing rings."""
        if self._is_resting:
            return
        self._is_resting = True
        self._end_last_resort()
        self._told.clear()
        self._proofs.clear()
        self._silent_since = self._moved_at = None
        self._display.show_sound_problem("")
        self._display.show_volume_problem("", "")

    def _time_silence(self, finding: Finding) -> None:
        if finding.is_heard:
            self._silent_since = None
            self._end_last_resort()
        elif finding.is_heard is False and self._silent_since is None:
            self._silent_since = self._now

    def _note(self, ringing: Sequence[tuple[Item, Ring]], finding: Finding) -> None:
        if finding.is_heard is None:
            return
        if not finding.is_heard and self._silent_for < LOST_FOR:
            return  # it may just be beginning
        for item, _ in ringing:
            self._note_heard(item.id, heard=finding.is_heard)

    # Proof

    def _prove(self, ringing: Sequence[tuple[Item, Ring]], finding: Finding) -> None:
        """Tell once of each ring that it is heard, by what came out."""
        if not finding.is_heard:
            return
        for item, ring in ringing:
            name = (ring.key, ring.rang_at)
            proof = self._proofs.setdefault(name, _Proof(item, self._now))
            proof.take(finding)
            if proof.is_whole(self._now):
                self._tell_heard(proof)

    def _tell_heard(self, proof: _Proof) -> None:
        if proof.is_told:
            return
        proof.is_told = True
        heard = Heard(
            at=self._book.clock.now(),
            item_id=proof.item.id,
            label=proof.item.label,
            device=proof.device,
            peak=proof.peak,
        )
        self._record(heard)

    # Help

    def _go_elsewhere(self, finding: Finding) -> None:
        """Try another device when what is played does not come out."""
        if not finding.is_lost or self._silent_for < LOST_FOR:
            return
        if self._moved_at is None or self._now - self._moved_at >= SETTLES_IN:
            self._moved_at = self._now
            self._player.go_elsewhere()

    def _give_up(self, ringing: Sequence[tuple[Item, Ring]], finding: Finding) -> None:
        if self._silent_for < GIVEN_UP_AFTER or finding.is_heard is not False:
            return
        if not self._is_given_up:
            self._is_given_up = True
            self._proofs.clear()  # heard again after this is news, and the last word on the ring
            loudest = max(item.ring.volume for item, _ in ringing)
            # What is muted is so for other players, too; the beep of a computer may be heard.
            self._means = self._last_resort.begin(loudest)
            self._display.flash(on=True)
        means = f" It also tries {self._means}." if self._means else ""
        reason = finding.problem or finding.volume_problem
        self._tell(ringing, f"It could not be heard. {reason}{means}", "given up")

    def _end_last_resort(self) -> None:
        if self._is_given_up:
            self._is_given_up = False
            self._last_resort.end()
            self._display.flash(on=False)

    # Words

    def _show(self, ringing: Sequence[tuple[Item, Ring]], finding: Finding) -> None:
        notes = {voice: sounding.note for voice, sounding in self._player.sounding.items()}
        noted = [(item, ring) for item, ring in ringing if notes.get(item.id)]
        for item, ring in noted:
            self._tell([(item, ring)], notes[item.id], notes[item.id])
        problem = finding.problem if self._silent_for >= LOST_FOR or self._is_told_at_once else ""
        self._display.show_sound_problem(problem or (notes[noted[0][0].id] if noted else ""))
        self._display.show_volume_problem(finding.volume_problem, finding.mend)

    @property
    def _is_told_at_once(self) -> bool:
        """True for what the player itself calls silent."""
        return self._player.status.is_silent

    def _tell(self, ringing: Sequence[tuple[Item, Ring]], reason: str, what: str) -> None:
        """Put a reason into the activity, once a ring."""
        for item, ring in ringing:
            name = (ring.key, ring.rang_at, what)
            if name not in self._told:
                self._told.add(name)
                now = self._book.clock.now()
                self._record(
                    Failed(at=now, item_id=item.id, label=activity_name(item), reason=reason)
                )

    @property
    def _now(self) -> timedelta:
        return self._book.clock.elapsed()

    @property
    def _silent_for(self) -> timedelta:
        return timedelta(0) if self._silent_since is None else self._now - self._silent_since
