"""How much memory this process has for itself alone, and what something adds to it."""

import ctypes
import gc
import os
import re
import sys
import tempfile
from pathlib import Path

# What CPython tells of its allocator; every release since 3.3 says it in these words.
ARENAS = re.compile(
    r"([\d,]+) arenas \* ([\d,]+) bytes/arena.*?# bytes in allocated blocks\s*=\s*([\d,]+)",
    re.DOTALL,
)
OWN_MEMORY = re.compile(r"^Pss_Anon:\s+(\d+) kB", re.MULTILINE)


def own_memory_kb(*, trimmed=False):
    """Give it in kilobytes; trimmed, it holds no more than is used."""
    if trimmed:
        gc.collect()
        ctypes.CDLL(None).malloc_trim(0)
    told = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    return int(OWN_MEMORY.search(told)[1])


def held_memory_kb():
    """Give what of it is held: not what Python's allocator keeps free for its next objects.

    After a large file was read that is some megabytes, in which a few objects have stayed.
    """
    with tempfile.TemporaryFile() as file:
        sys.stderr.flush()
        told_to = os.dup(2)
        os.dup2(file.fileno(), 2)
        try:
            sys._debugmallocstats()
        finally:
            os.dup2(told_to, 2)
            os.close(told_to)
        file.seek(0)
        told = file.read().decode()
    arenas, size, blocks = (int(number.replace(",", "")) for number in ARENAS.search(told).groups())
    return own_memory_kb(trimmed=True) - (arenas * size - blocks) // 1024


def bytes_added(act, times):
    """Give how many bytes each of so many times adds, once it has been done as often before."""
    for _ in range(times):
        act()
    before = own_memory_kb(trimmed=True)
    for _ in range(times):
        act()
    return (own_memory_kb(trimmed=True) - before) * 1024 / times
