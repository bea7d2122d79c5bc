"""What shall be shown under one name, and what is."""

from alarmclock.core.surroundings.notifier import Notice
from alarmclock.values import dataclass

LONGEST_WAIT_S = 60.0
EXPIRED, UNDEFINED = 1, 4
"""Reasons of a server to take a bubble away that are nobody's wish."""


@dataclass(eq=False, slots=True)
class Bubble:
    """One name. Times are those of the loop's clock."""

    name: str
    wanted: Notice | None = None
    shown: Notice | None = None
    number: int = 0
    """What the server calls it; 0 while it shows none."""
    is_being_told: bool = False
    is_over: bool = False
    """Whether what is wanted was shown and needs not be shown again: a person has closed it."""
    not_before: float = 0.0
    failures: int = 0

    @property
    def needs_work(self) -> bool:
        """Whether the server shows something else than it should."""
        if self.wanted is None:
            return self.number != 0
        return not self.is_over and self.shown != self.wanted

    def want(self, notice: Notice | None) -> bool:
        """Want a notice from now on, None for nothing; False if that was so before."""
        if notice == self.wanted:
            return False
        self.wanted = notice
        self.is_over = False
        self.not_before, self.failures = 0.0, 0
        return True

    def told(self, notice: Notice, number: int) -> None:
        """Note that the server shows a notice."""
        self.shown, self.number, self.failures = notice, number, 0

    def failed(self, now: float, wait_s: float) -> None:
        """Try again in a while that doubles with each failure."""
        self.not_before = now + min(wait_s * 2**self.failures, LONGEST_WAIT_S)
        self.failures = min(self.failures + 1, 8)

    def closed(self, reason: int, now: float, wait_s: float) -> None:
        """Note that the server shows it no longer, and whether it must show it again."""
        self.shown, self.number = None, 0
        if self.is_being_told or self.wanted is None:
            return  # What was closed is not what is wanted now.
        if self.wanted.is_urgent and reason in {EXPIRED, UNDEFINED}:
            self.not_before = now + wait_s
        else:
            self.is_over = True

    def forget(self) -> None:
        """Note that another server knows nothing of it."""
        self.shown, self.number = None, 0
        self.not_before, self.failures = 0.0, 0
