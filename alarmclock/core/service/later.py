"""An answer that comes when something slow is done."""

from collections.abc import Callable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")
Other = TypeVar("Other")


class Later(Generic[Answer]):
    """Tells one who waits, as soon as the answer is there."""

    def __init__(self) -> None:
        self._tell: Callable[[Answer], None] | None = None
        self._answers: list[Answer] = []

    def then(self, tell: Callable[[Answer], None]) -> None:
        """Have the answer told, now if it is there."""
        self._tell = tell
        for answer in self._answers:
            tell(answer)

    def come(self, answer: Answer) -> None:
        """Give the answer, once."""
        self._answers.append(answer)
        if self._tell is not None:
            self._tell(answer)

    def changed(self, change: Callable[[Answer], Other]) -> "Later[Other]":
        """Give what the answer becomes in another form."""
        other: Later[Other] = Later()
        self.then(lambda answer: other.come(change(answer)))
        return other
