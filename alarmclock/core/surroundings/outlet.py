"""Where sound comes out: the default device as it stands, and its volume."""

from collections.abc import Callable
from typing import Protocol

from alarmclock.values import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """Where sound comes out: the default device as it stands. ``volume`` is in percent."""

    name: str | None = None
    is_muted: bool | None = None
    volume: int | None = None
    is_missing: bool = False


# Below this, in percent, a ring is easily missed: the scale of PulseAudio and PipeWire goes by the
# third power, so that 35 % is 27 decibels under the loudest.
LOW_VOLUME = 35
UNKNOWN_OUTPUT = Output()
NO_OUTPUT = Output(is_missing=True)


class Outlet(Protocol):
    """The volume of the computer."""

    def start(self) -> None:
        """Begin to follow the device, in the running loop."""

    @property
    def output(self) -> Output:
        """Give the default device as it was when it was looked at last."""

    @property
    def peak(self) -> float | None:
        """Give the peak that came out of the device in the last second, from 0 to 1."""

    def listen(self, changed: Callable[[], None]) -> None:
        """Call `changed` on the loop whenever the output is another one or stands differently."""

    def on_put_back(self, told: Callable[[Output], None]) -> None:
        """Call `told` with how a device stands again that an earlier run had left turned up."""

    def look(self) -> None:
        """Look anew, on a thread of its own."""

    def measure(self, *, wanted: bool) -> None:
        """Begin or end to measure the peak."""

    def raise_to(self, volume: int, *, for_good: bool = False) -> None:
        """Unmute the default device, and turn it up to so many percent if it is lower.

        ``for_good`` says that a person asked for it: `put_back` leaves that alone.
        """

    def put_back(self) -> None:
        """Undo what `raise_to` did, unless somebody has changed the device since."""

    def close(self) -> None:
        """Put back, and never call back again."""


class FixedOutlet:
    """An outlet that stands as it is told, for computers without a sound server and for tests."""

    def __init__(self, output: Output = UNKNOWN_OUTPUT) -> None:
        self._output = output
        self._before: Output | None = None
        self._raised: Output | None = None
        self._listeners: list[Callable[[], None]] = []
        self._told_back: list[Callable[[Output], None]] = []
        self.peak: float | None = None
        self.looks = 0
        self.is_measuring = False

    @property
    def output(self) -> Output:
        """Give what it was told."""
        return self._output

    def change(self, output: Output) -> None:
        """Stand differently, as when somebody turns the volume."""
        self._output = output
        for listener in self._listeners:
            listener()

    def listen(self, changed: Callable[[], None]) -> None:
        """Call back whenever it stands differently."""
        self._listeners.append(changed)

    def on_put_back(self, told: Callable[[Output], None]) -> None:
        """Call back when it is told that something was put back."""
        self._told_back.append(told)

    def tell_put_back(self, output: Output) -> None:
        """Tell that a device which was left turned up stands so again."""
        for told in self._told_back:
            told(output)

    def look(self) -> None:
        """Count how often it was looked at."""
        self.looks += 1

    def measure(self, *, wanted: bool) -> None:
        """Take note of it."""
        self.is_measuring = wanted

    def raise_to(self, volume: int, *, for_good: bool = False) -> None:
        """Stand unmuted and at least so high."""
        known = self._output
        if known.is_muted is None or known.is_missing:
            return
        before = self._before if known == self._raised else None
        self._before = None if for_good else before or known
        self._raised = Output(known.name, is_muted=False, volume=max(known.volume or 0, volume))
        if self._raised != known:
            self.change(self._raised)

    def put_back(self) -> None:
        """Stand as before `raise_to`, unless somebody has changed it since."""
        before, self._before = self._before, None
        if before is not None and before != self._output == self._raised:
            self.change(before)

    def start(self) -> None:
        """Do nothing: it does as it is told."""

    def close(self) -> None:
        """Put back and forget the listeners."""
        self.put_back()
        self._listeners.clear()
