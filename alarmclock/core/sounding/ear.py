"""Whether what is played is heard: what the player says, held against what comes out."""

from alarmclock.core.player import Condition, Player
from alarmclock.core.surroundings.outlet import LOW_VOLUME, Outlet, Output
from alarmclock.values import dataclass

# A peak below this is silence: 66 decibels under the loudest.
SILENCE = 0.0005
# So much more than silence must go in before its absence from what comes out means anything.
CLEARLY = 4

UNMUTE, TURN_UP = "Unmute", "Turn up"
STARTING = "The sound has not begun yet."


@dataclass(frozen=True, slots=True)
class Finding:
    """What the ear found. ``is_heard`` is None when neither is certain.

    ``peak`` is what comes out of ``device``, from 0 to 1, None where that can't be measured.
    ``problem`` and ``volume_problem`` are sentences; ``mend`` is what the button for the latter
    says. ``is_lost`` tells that the device takes the sound and lets nothing out.
    """

    is_heard: bool | None
    device: str = ""
    peak: float | None = None
    problem: str = ""
    volume_problem: str = ""
    mend: str = ""
    is_lost: bool = False


class Ear:
    """Listens to a player through the outlet that its sound should come out of."""

    def __init__(self, player: Player, outlet: Outlet) -> None:
        self._player = player
        self._outlet = outlet

    def listen(self) -> Finding:
        """Tell how it is at this moment."""
        output = self._outlet.output
        device = output.name or ""
        status = self._player.status
        if status.is_silent:
            return Finding(is_heard=False, device=device, problem=status.sentence)
        if status.condition is Condition.STARTING:
            return Finding(is_heard=False, device=device, problem=STARTING)
        if output.is_muted or output.volume == 0:
            muted = f"{_named(output)} {'muted' if output.is_muted else 'turned down to nothing'}"
            sentence = f"{muted}, so that nobody can hear this."
            mend = UNMUTE if output.is_muted else TURN_UP
            return Finding(is_heard=False, device=device, volume_problem=sentence, mend=mend)
        if status.condition is not Condition.SOUNDING:
            return Finding(is_heard=None, device=device)
        return self._listen_to_sound(output)

    def _listen_to_sound(self, output: Output) -> Finding:
        peak, device = self._outlet.peak, output.name or ""
        quiet, mend = "", ""
        if output.volume is not None and output.volume < LOW_VOLUME:
            quiet = f"{_named(output)} turned down to {output.volume} %."
            mend = TURN_UP
        if peak is not None and peak <= SILENCE:
            if self._should_come_out(output):
                sentence = f"What is played does not come out of {device or 'the speakers'}."
                return Finding(
                    is_heard=False, device=device, peak=peak, problem=sentence, is_lost=True
                )
            return Finding(is_heard=None, device=device, peak=peak, volume_problem=quiet, mend=mend)
        return Finding(is_heard=True, device=device, peak=peak, volume_problem=quiet, mend=mend)

    def _should_come_out(self, output: Output) -> bool:
        """Tell whether enough goes in; the volume of a device weakens by its third power."""
        share = 1.0 if output.volume is None else min(output.volume / 100, 1.0) ** 3
        return self._player.level * share >= CLEARLY * SILENCE


def _named(output: Output) -> str:
    return f"“{output.name}” is" if output.name else "The sound of this computer is"
