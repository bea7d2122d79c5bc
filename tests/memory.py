"""How much memory this process has for itself alone, and what something adds to it."""

import ctypes
import gc
import re
from pathlib import Path

OWN_MEMORY = re.compile(r"^Pss_Anon:\s+(\d+) kB", re.MULTILINE)


def own_memory_kb(*, trimmed=False):
    """Give it in kilobytes; trimmed, it holds no more than is used."""
    if trimmed:
        gc.collect()
        ctypes.CDLL(None).malloc_trim(0)
    told = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    return int(OWN_MEMORY.search(told)[1])


def bytes_added(act, times):
    """Give how many bytes each of so many times adds, once it has been done as often before."""
    for _ in range(times):
        act()
    before = own_memory_kb(trimmed=True)
    for _ in range(times):
        act()
    return (own_memory_kb(trimmed=True) - before) * 1024 / times
