"""How loud a percentage is, and how a rise of the volume sounds even to the ear."""

# Where a rise begins, in decibels below its end: barely heard in a quiet room.
RISE_DECIBELS = 40.0


def gain(volume: int) -> float:
    """Give the factor of a volume in percent: its square, close to how the ear halves."""
    return (min(max(volume, 0), 100) / 100) ** 2


def rise_gain(share: float) -> float:
    """Give the factor after this share of a rise, from 0 to 1: the same decibels each second."""
    below = RISE_DECIBELS * (1.0 - min(max(share, 0.0), 1.0))
    return float(10.0 ** (-below / 20.0))
