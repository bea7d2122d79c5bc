import fcntl
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from alarmclock.desktop.instance.claim import AlreadyOpen, Claim
from alarmclock.desktop.instance.holder import Held, held, holder_of, is_held, lock_path
from tests.small_disk import fill, read_only


def test_one_claim_at_a_time(tmp_path):
    """The second is refused until the first is given back."""
    first, second = Claim(tmp_path / "data"), Claim(tmp_path / "data")
    first.take()
    with pytest.raises(AlreadyOpen):
        second.take()
    first.give_back()
    second.take()
    second.give_back()


def test_who_holds_the_folder_is_seen_without_qt(tmp_path):
    """By its process; free again, nobody does."""
    claim = Claim(tmp_path)
    assert not is_held(str(tmp_path))
    claim.take()
    assert is_held(str(tmp_path))
    assert holder_of(str(tmp_path)) == os.getpid()
    claim.give_back()
    assert holder_of(str(tmp_path)) is None


def test_a_command_and_a_window_keep_each_other_out(tmp_path):
    """Both write the lock file that Qt reads."""
    claim = Claim(tmp_path)
    with held(str(tmp_path), 0), pytest.raises(AlreadyOpen):
        claim.take()
    claim.take()
    with pytest.raises(Held), held(str(tmp_path), 0):
        pass
    claim.give_back()
    with held(str(tmp_path), 0):
        assert is_held(str(tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    [f"{os.getpid()}\npython3\nelsewhere\n\n\n", "", "garbage"],
    ids=["of a process number that was given anew", "empty", "garbage"],
)
def test_what_a_crash_left_is_taken_over(tmp_path, text):
    """Nobody holds it any more, whatever stands in it; a new empty one may be being written."""
    lock = tmp_path / "running.lock"
    lock.write_text(text)
    os.utime(lock, (1, 1))
    claim = Claim(tmp_path)
    claim.take()
    claim.give_back()
    lock.write_text(text)
    os.utime(lock, (1, 1))
    with held(str(tmp_path), 0):
        pass


def test_a_lock_that_is_just_being_made_is_respected(tmp_path):
    """Between its making and its first byte."""
    Path(lock_path(str(tmp_path))).touch()
    with pytest.raises(AlreadyOpen):
        Claim(tmp_path).take()


def test_an_empty_lock_from_the_future_is_taken_over(tmp_path):
    """It was left by a crash, and the clock was set back since."""
    lock = tmp_path / "running.lock"
    lock.touch()
    os.utime(lock, (time.time() + 3600, time.time() + 3600))
    claim = Claim(tmp_path)
    claim.take()
    claim.give_back()


def test_what_a_crash_left_on_a_read_only_disk_keeps_nobody_out(small_disk):
    """It can't be removed; the window opens and says what is wrong with the folder."""
    killed = [sys.executable, "-c", CLAIM_AND_DIE, str(small_disk)]
    assert subprocess.run(killed, check=False).returncode == -signal.SIGKILL
    with read_only(small_disk):
        Claim(small_disk).take()
        with (small_disk / "running.lock").open() as held_elsewhere:
            fcntl.flock(held_elsewhere, fcntl.LOCK_EX)
            with pytest.raises(AlreadyOpen):
                Claim(small_disk).take()


CLAIM_AND_DIE = """
import os, signal, sys
from pathlib import Path
from alarmclock.desktop.instance.claim import Claim

claim = Claim(Path(sys.argv[1]))
claim.take()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_on_a_full_disk_there_is_one_claim_at_a_time(small_disk):
    """Two programs would ring twice; a command leaves nothing behind."""
    full_disk = small_disk
    fill(full_disk)
    with pytest.raises(OSError, match="No space"), held(str(full_disk), 0):
        pass
    assert not (full_disk / "running.lock").exists()
    first, second = Claim(full_disk), Claim(full_disk)
    first.take()
    assert is_held(str(full_disk))
    with pytest.raises(AlreadyOpen):
        second.take()
    with pytest.raises(Held), held(str(full_disk), 0):
        pass
    first.give_back()
    assert not is_held(str(full_disk))
    second.take()
    second.give_back()


def test_a_folder_that_cannot_be_made_is_no_reason_to_stay_closed(tmp_path):
    """The window opens and says what is wrong."""
    (tmp_path / "file").write_text("in the way")
    Claim(tmp_path / "file" / "data").take()
