"""The port of the sound and its fake, under the name that tests of other people import."""

from alarmclock.core.player import Player, SilentPlayer

__all__ = ["Player", "SilentPlayer"]
