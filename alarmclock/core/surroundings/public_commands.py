"""The commands as the desktop offers them to other programs."""

from collections.abc import Callable, Mapping
from typing import Protocol

from alarmclock.core.service.later import Later
from alarmclock.values import dataclass, field

Fields = dict[str, object]
# Carries out a command, and gives its status with the answer or the reason why not; what takes its
# time gives them later.
Answer = Callable[[str, Mapping[str, object]], Fields | Later[Fields]]


class PublicCommands(Protocol):
    """Where other programs of the desktop find ours."""

    def offer(self, answer: Answer) -> None:
        """Let other programs ask, from now on."""

    def tell(self, event: Callable[[], Fields]) -> None:
        """Tell whoever listens what happened; it is made only if it can be told."""

    def close(self) -> None:
        """Offer nothing any more."""


@dataclass(slots=True)
class PaperCommands:
    """A desktop on which nobody asks but the test."""

    answer: Answer | None = None
    told: list[Fields] = field(default_factory=list)

    def offer(self, answer: Answer) -> None:
        """Keep who answers."""
        self.answer = answer

    def tell(self, event: Callable[[], Fields]) -> None:
        """Keep what was told."""
        self.told.append(event())

    def close(self) -> None:
        """Forget who answers."""
        self.answer = None
