"""What the activity is about, as people tell it apart."""

from enum import Enum


class Topic(Enum):
    """Kinds of events as people tell them apart; the value is what they read."""

    RINGS = "Rings"
    MISSED = "Missed"
    PROBLEMS = "Problems"
    CHANGES = "What I changed"
    DAEMONS = "Armed and cancelled"
    CLOCK = "Clock"
