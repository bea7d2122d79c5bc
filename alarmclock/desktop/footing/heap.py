"""Memory that is free again goes back to the system: the program stays open for weeks.

The allocator of glibc learns from the first picture that is given back to keep all that are as
large for itself, between small things that live long, and gives each thread a heap of its own. A
window that is used then grows by megabytes which nobody holds.
"""

import ctypes
import sys

# As malloc.h numbers them, see mallopt(3).
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8
# What is larger is asked of the system by itself, and given back at once.
LARGE_BYTES = 128 * 1024


def give_back_what_is_free() -> None:
    """Set the allocator so; where it is another one than that of glibc, leave it alone."""
    if not sys.platform.startswith("linux"):
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return
    mallopt(M_MMAP_THRESHOLD, LARGE_BYTES)
    mallopt(M_TRIM_THRESHOLD, LARGE_BYTES)
    mallopt(M_ARENA_MAX, 1)
