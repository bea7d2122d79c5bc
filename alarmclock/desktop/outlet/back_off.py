"""How long to wait before a server is tried again."""

# The first try is at once: a server that was started anew may be there already.
PAUSES_S = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0)
EAGER_S = 10.0
# A connection that lived for less has failed like one that never was.
STEADY_S = 1.0


class BackOff:
    """Grows from failure to failure, less while somebody rings."""

    def __init__(self) -> None:
        self._failures = 0

    def hope(self) -> None:
        """Try often again: it matters now."""
        self._failures = min(self._failures, 1)

    def lived(self, seconds: float) -> None:
        """Begin anew after a connection that was good for a while."""
        if seconds > STEADY_S:
            self._failures = 0

    def next_s(self, *, is_eager: bool) -> float:
        """Give the seconds to wait after one more failure."""
        pause_s = PAUSES_S[min(self._failures, len(PAUSES_S) - 1)]
        self._failures += 1
        return min(pause_s, EAGER_S) if is_eager else pause_s
