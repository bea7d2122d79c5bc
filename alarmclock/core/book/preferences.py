"""The settings in use, and who wants to know when they change."""

from collections.abc import Callable

from alarmclock.core.settings import Settings

Listener = Callable[[Settings], None]


class Preferences:
    """Holds the settings; a change is kept first, then told."""

    def __init__(self, settings: Settings, keep: Callable[[Settings], None]) -> None:
        self.settings = settings
        self._keep = keep
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Call `listener` with the settings after each change."""
        self._listeners.append(listener)

    def change(self, settings: Settings) -> None:
        """Keep new settings and use them. Raises NotSaved; then the old ones stay in use."""
        if settings == self.settings:
            return
        self._keep(settings)
        self.settings = settings
        for listener in self._listeners:
            listener(settings)
