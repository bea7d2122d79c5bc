"""What a device has played in the last second."""

from collections import deque

from alarmclock.desktop.outlet.device import Device

AGE_S = 1.0


class Peaks:
    """Remembers the peaks of one device at a time."""

    def __init__(self) -> None:
        self._name: str | None = None
        self._peaks: deque[tuple[float, float]] = deque()

    def forget(self) -> None:
        """Know nothing of any device."""
        self._name = None
        self._peaks.clear()

    def highest(self, device: Device, peak: float | None, now_s: float) -> float | None:
        """Give the highest of the last second with this one, None when it is unknown.

        A device that is suspended plays nothing, and its monitor tells nothing.
        """
        if device.name != self._name:
            self.forget()
            self._name = device.name
        if peak is not None:
            self._peaks.append((now_s, peak))
        while self._peaks and self._peaks[0][0] < now_s - AGE_S:
            self._peaks.popleft()
        if device.output.is_missing:
            return None
        if self._peaks:
            return device.heard(max(peak for _, peak in self._peaks))
        return 0.0 if device.is_suspended else None
