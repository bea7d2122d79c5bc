"""Finds out whether there is a screen, before Qt ends the program for want of one."""

import ctypes
import os
import sys
from collections.abc import Mapping

# Platforms of Qt that draw for nobody.
UNSEEN = ("offscreen", "minimal")
NO_DISPLAY = (
    "There is no screen to open the window on: DISPLAY and WAYLAND_DISPLAY are not set. "
    "Start Alarm Clock from a desktop, or on a virtual screen: xvfb-run alarmclock"
)
NO_ANSWER = (
    "The screen {display} does not answer. Check DISPLAY, or start Alarm Clock from a desktop."
)


def display_problem(environment: Mapping[str, str] = os.environ) -> str | None:
    """Say in a sentence why no window can be opened, None when one can."""
    if not sys.platform.startswith(("linux", "freebsd")) or environment.get("QT_QPA_PLATFORM"):
        return None
    if environment.get("WAYLAND_DISPLAY"):
        return None
    display = environment.get("DISPLAY")
    if not display:
        return NO_DISPLAY
    return None if _answers(display) else NO_ANSWER.format(display=display)


def is_seen(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether somebody can see a window that is opened here."""
    return environment.get("QT_QPA_PLATFORM") not in UNSEEN and display_problem(environment) is None


def _answers(display: str) -> bool:
    """Connect to an X server as Qt will; where that can't be tried, hope for the best."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
