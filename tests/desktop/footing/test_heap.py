"""What the program gives back, the system gets back."""

import subprocess
import sys

import pytest

from tests.bench.child import ROOT

# A picture, then many among small things that stay; in the end all pictures are gone.
PICTURES = """
import ctypes
from alarmclock.desktop.footing.heap import give_back_what_is_free
from tests.memory import own_memory_kb

if {is_set}:
    give_back_what_is_free()
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]

def painted(size):
    made = libc.malloc(size)
    ctypes.memset(made, 1, size)
    return made

libc.free(painted(2_000_000))
before = own_memory_kb()
pictures = []
for _ in range(60):
    pictures.append(painted(1_000_000))
    painted(1_000)
for picture in pictures:
    libc.free(picture)
print((own_memory_kb() - before) / 1000)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it is the allocator of glibc that is set")
@pytest.mark.parametrize(("is_set", "is_kept"), [(True, False), (False, True)])
def test_sixty_pictures_that_are_gone_take_no_room(is_set, is_kept):
    """As it is by itself, the allocator keeps nearly all of it."""
    run = subprocess.run(
        [sys.executable, "-c", PICTURES.format(is_set=is_set)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (float(run.stdout) > 40) == is_kept, run.stdout
    assert is_kept or float(run.stdout) < 5
