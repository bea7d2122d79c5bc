"""What a person can ask of one timer."""

from enum import Enum, auto


class Request(Enum):
    """Each is a button on the card and a key."""

    PAUSE = auto()
    RESUME = auto()
    RESTART = auto()
    EXTEND = auto()
    CANCEL = auto()
