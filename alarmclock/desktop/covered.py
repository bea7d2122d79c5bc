"""Tells when a window is covered by others, so that it paints no seconds that nobody sees.

X11 knows it and Qt does not ask. A connection of our own does, by libxcb, which Qt needs as well.
Where a compositor draws the screen every window counts as seen; Wayland has no word for it.
"""

import asyncio
import ctypes
import logging
from collections.abc import Callable

logger = logging.getLogger(__name__)

LIBRARY = "libxcb.so.1"
CW_EVENT_MASK, VISIBILITY_CHANGE = 2048, 65536
VISIBILITY_NOTIFY, FULLY_OBSCURED = 15, 2
# The highest bit of an event's kind says that another program sent it.
KIND_BITS = 0x7F


class _VisibilityNotify(ctypes.Structure):
    _fields_ = (
        ("kind", ctypes.c_uint8),
        ("_pad", ctypes.c_uint8),
        ("_sequence", ctypes.c_uint16),
        ("window", ctypes.c_uint32),
        ("state", ctypes.c_uint8),
    )


class CoveredWatch:
    """Calls `changed` with whether the window is wholly covered, whenever that changes."""

    def __init__(self, changed: Callable[[bool], None]) -> None:
        self._changed = changed
        self._xcb: ctypes.CDLL | None = None
        self._connection: ctypes.c_void_p | None = None
        self._loop: asyncio.AbstractEventLoop
        self._file = -1

    def start(self, window: int) -> None:
        """Follow a window of X11 by its number, in the running loop; where that fails, do not."""
        try:
            self._connect()
        except (OSError, AttributeError) as error:
            logger.info("Whether the window is covered is not known: %s", error)
            return
        self._follow(window)
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._file, self._read)

    def stop(self) -> None:
        """Follow no more."""
        if self._connection is None or self._xcb is None:
            return
        self._loop.remove_reader(self._file)
        self._xcb.xcb_disconnect(self._connection)
        self._connection = None

    def _connect(self) -> None:
        """Connect to the screen of this program. Raises OSError."""
        xcb = ctypes.CDLL(LIBRARY)
        xcb.xcb_connect.restype = ctypes.c_void_p
        xcb.xcb_poll_for_event.restype = ctypes.POINTER(_VisibilityNotify)
        connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
        if xcb.xcb_connection_has_error(connection):
            xcb.xcb_disconnect(connection)
            raise OSError("no screen of X11 answers")
        self._xcb, self._connection = xcb, connection
        self._file = xcb.xcb_get_file_descriptor(connection)

    def _follow(self, window: int) -> None:
        assert self._xcb is not None
        mask = (ctypes.c_uint32 * 1)(VISIBILITY_CHANGE)
        self._xcb.xcb_change_window_attributes(
            self._connection, ctypes.c_uint32(window), ctypes.c_uint32(CW_EVENT_MASK), mask
        )
        self._xcb.xcb_flush(self._connection)

    def _read(self) -> None:
        """Take what has come; of several changes only the last counts."""
        assert self._xcb is not None
        if self._xcb.xcb_connection_has_error(self._connection):
            self.stop()
            return
        told: list[bool] = []
        while event := self._xcb.xcb_poll_for_event(self._connection):
            if event.contents.kind & KIND_BITS == VISIBILITY_NOTIFY:
                told.append(event.contents.state == FULLY_OBSCURED)
            _free(event)
        for is_covered in told[-1:]:
            self._changed(is_covered)


def _free(event: object) -> None:
    ctypes.CDLL(None).free(event)
