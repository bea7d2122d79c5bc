"""What a person did, to be undone and done again."""

from alarmclock.core.change import Change
from alarmclock.values import dataclass, field

MOST_STEPS = 200


@dataclass(slots=True)
class History:
    """Two stacks of changes: what can be undone and what can be redone."""

    done: list[Change] = field(default_factory=list)
    undone: list[Change] = field(default_factory=list)

    def push(self, change: Change) -> None:
        """Remember a new step; what was undone before can't be redone any more."""
        self.done.append(change)
        del self.done[:-MOST_STEPS]
        self.undone.clear()
