"""Measures what a device plays, by a stream of peaks from its monitor."""

import ctypes
import logging
from typing import TYPE_CHECKING, Any

from alarmclock.desktop.outlet.device import Device

if TYPE_CHECKING:
    from pulsectl import Pulse

logger = logging.getLogger(__name__)

PEAKS_PER_SECOND = 25
FLOAT_BYTES = 4
# Mixers leave streams of this name out of what they list.
MASK = "application.id=org.PulseAudio.pavucontrol"


class Meter:
    """A stream of peaks that stays open, in the thread and the main loop of its connection.

    pulsectl's own `get_peak_sample` frees its callback before the server has closed the stream:
    the next peak then ends the whole process. Measured: after seconds, on both servers. So
    ours is taken away from the library first, and is kept for as long as the connection.
    """

    def __init__(self, pulse: "Pulse") -> None:
        from pulsectl import _pulsectl as binding

        self._pulse = pulse
        self._binding: Any = binding
        self._callback = binding.PA_STREAM_REQUEST_CB_T(self._read)
        self._stream: Any = None
        self._place: tuple[int, str] | None = None
        self._highest: float | None = None

    def follow(self, device: Device | None) -> None:
        """Listen to the monitor of this device from now on, or to none."""
        source = None if device is None else device.monitor
        # One that was pulled out and is back has its old name and a new number.
        place = None if device is None or source is None else (device.index, source)
        if place == self._place:
            return
        self.stop()
        if source is not None:
            self._begin(source)
            self._place = place

    def take(self) -> float | None:
        """Give the highest peak since it was asked last, None when nothing came."""
        highest, self._highest = self._highest, None
        return highest

    def stop(self) -> None:
        """Listen to nothing."""
        stream, self._stream, self._place = self._stream, None, None
        self._highest = None
        if stream is None:
            return
        library = self._binding.pa
        library.stream_set_read_callback(stream, self._binding.PA_STREAM_REQUEST_CB_T(), None)
        try:
            library.stream_disconnect(stream)
        except library.CallError:
            logger.debug("The stream of peaks had ended by itself.")
        library.stream_unref(stream)

    def _begin(self, source: str) -> None:
        binding, library = self._binding, self._binding.pa
        form = binding.PA_SAMPLE_SPEC(
            format=binding.PA_SAMPLE_FLOAT32NE, rate=PEAKS_PER_SECOND, channels=1
        )
        mask = library.proplist_from_string(MASK)
        # pulsectl has no public way to a stream.
        context = self._pulse._ctx  # noqa: SLF001
        self._stream = library.stream_new_with_proplist(
            context, "peaks", ctypes.byref(form), None, mask
        )
        library.proplist_free(mask)
        if not self._stream:
            raise library.CallError("stream_new_with_proplist")
        library.stream_set_read_callback(self._stream, self._callback, None)
        library.stream_connect_record(
            self._stream,
            source.encode(),
            binding.PA_BUFFER_ATTR(fragsize=FLOAT_BYTES, maxlength=2**32 - 1),
            binding.PA_STREAM_DONT_MOVE
            | binding.PA_STREAM_PEAK_DETECT
            | binding.PA_STREAM_ADJUST_LATENCY
            | binding.PA_STREAM_DONT_INHIBIT_AUTO_SUSPEND,
        )

    def _read(self, stream: Any, _size: int, _userdata: object) -> None:
        """Called by the library, inside of the waiting of this thread."""
        library = self._binding.pa
        content, size = ctypes.c_void_p(), ctypes.c_int()
        library.stream_peek(stream, content, ctypes.byref(size))
        if not size.value:
            return
        if content:
            count = size.value // FLOAT_BYTES
            peaks = ctypes.cast(content, ctypes.POINTER(ctypes.c_float))[:count]
            highest = max((abs(peak) for peak in peaks), default=0.0)
            self._highest = min(max(highest, self._highest or 0.0), 1.0)
        # What is not dropped comes again; a hole without content is dropped as well.
        library.stream_drop(stream)
