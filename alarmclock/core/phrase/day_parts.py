"""The parts of a day, each so short that an hour without am or pm means one time in it."""

from datetime import time
from enum import Enum

HOURS_PER_HALF = 12


class DayPart(Enum):
    """A part of the day by its name; ``first`` is its first hour, ``end`` the one after it."""

    MORNING = ("A morning", 1, 12)
    NOON = ("The middle of the day", 11, 15)
    AFTERNOON = ("An afternoon", 12, 19)
    EVENING = ("An evening", 16, 24)
    NIGHT = ("A night", 18, 6)

    def __init__(self, called: str, first: int, end: int) -> None:
        self.called = called
        self.first = first
        self.end = end

    @property
    def span(self) -> str:
        """From when to when it lasts: “18:00 to 5:59”."""
        return f"{self.first}:00 to {(self.end - 1) % 24}:59"

    def has(self, wall: time) -> bool:
        """Tell whether a time of day is in it."""
        if self.first < self.end:
            return self.first <= wall.hour < self.end
        return wall.hour >= self.first or wall.hour < self.end

    def time_in(self, wall: time, *, either: bool) -> time | None:
        """Give a time as it is meant in this part; with `either` it may be of either half."""
        hour = wall.hour % HOURS_PER_HALF
        hours = (hour, hour + HOURS_PER_HALF) if either else (wall.hour,)
        times = (wall.replace(hour=hour) for hour in hours)
        return next((one for one in times if self.has(one)), None)
