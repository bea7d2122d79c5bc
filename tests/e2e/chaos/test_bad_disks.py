"""Disks and folders that fail under the running program, or before it starts.

The window says it, what is armed rings on time, Stop stops it, nothing that is saved is touched,
and nothing rings a second time when all is well again.
"""

import json
import time
from collections import Counter
from contextlib import closing
from datetime import datetime

import pytest

from alarmclock.desktop.instance.client import Line
from tests.e2e.chaos import troubles
from tests.e2e.process.house import complaints
from tests.e2e.process.prepared import prepare
from tests.e2e.process.screen import PATIENCE_S, until
from tests.small_disk import mounted

RINGS_AFTER_S = 2
# A ring waits for a locked file once, for a fifth of a second.
LATEST_S = 0.7
DISK_KB = 800
# Qt says so where it can't make the shared memory of a picture.
BY_QT = "ftruncate() failed: File too large"


@pytest.fixture
def disk(tmp_path, house):
    """Give a house on a small disk, and let it be watched."""
    with mounted(tmp_path / "disk", DISK_KB) as point:
        house.folder_path = point / "data"
        house.folder = str(prepare(house.folder_path))
        yield point
        house.close()


class Watched:
    """A program whose windows are read while it runs, if it may write what is seen in them."""

    def __init__(self, house, seen=None):
        self.house = house
        self._seen = seen
        words = () if seen is None else ("--seen", str(seen))
        self.process = house.start(*words, program="tests.e2e.process.watched_clock")
        until(self._answers, "the program to answer")

    def _answers(self):
        assert self.process.poll() is None, self.process.communicate()
        return self.house.answers()

    def ask(self, command, **arguments):
        """Ask the program, and give its reply."""
        with closing(Line(self.house.folder)) as line:
            return line.ask(command, arguments)

    def see(self, words):
        """Wait until words can be read in a window."""
        until(lambda: self._seen.exists() and words in self._seen.read_text(), f"“{words}”")

    def rings_and_stops(self):
        """Wait until the timer rings, stop it, and give how many seconds after its due it rang."""

        def ringing():
            return [one for one in self.ask("list")["answer"] if one["state"] == "ringing"]

        (rings,) = until(ringing, "the ring")
        late_s = time.time() - datetime.fromisoformat(rings["due"]).timestamp()
        assert self.ask("stop")["text"] == "Stopped “tea”."
        assert ringing() == []
        return late_s

    def end(self, but=""):
        """Close it, and insist that it ends well, without a word but those that are expected."""
        assert self.ask("end")["status"] == 0
        out, err = self.process.communicate(timeout=PATIENCE_S)
        said = [line for line in complaints(err) if line != but]
        assert (self.process.returncode, out, said) == (0, "", [])


SAYS = {
    troubles.full: "could not be saved: the disk is full",
    troubles.locked: "could not be saved: another program is using the files",
    troubles.moved: "was moved or deleted while Alarm Clock was open",
    troubles.deleted: "was moved or deleted while Alarm Clock was open",
}


def in_long_tests(*some):
    """Leave troubles to the long tests."""
    return [pytest.param(one, marks=pytest.mark.long, id=one.__name__) for one in some]


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(troubles.full, id="full"),
        *in_long_tests(troubles.locked, troubles.moved, troubles.deleted),
    ],
)
def test_what_is_armed_rings_while_nothing_can_be_saved(disk, house, tmp_path, trouble, say):
    """It is said in the window, and once it is over all that happened meanwhile is kept."""
    program = Watched(house, tmp_path / "seen")
    assert program.ask("add", phrase=f"in {RINGS_AFTER_S} s tea")["status"] == 0
    with trouble(house.folder):
        late_s = program.rings_and_stops()
        say(f"{trouble.__name__}: seen to ring {late_s * 1000:.0f} ms after its due")
        assert late_s < LATEST_S
        program.see(SAYS[trouble])
        assert SAYS[trouble] in program.ask("add", phrase="7:15 gym")["error"]
        if trouble is troubles.deleted:
            program.end()
            return
    program.end()
    insist_on_one_ring(house)


def test_what_is_armed_rings_while_every_write_fails(house):
    """Nobody needs any right to let it fail: this test runs in every container."""
    prepare(house.folder_path)
    program = Watched(house)
    assert program.ask("add", phrase=f"in {RINGS_AFTER_S} s tea")["status"] == 0
    with troubles.broken(program.process):
        program.rings_and_stops()
        refused = program.ask("add", phrase="7:15 gym")["error"]
        assert "reports an error. Check that disk" in refused
    program.end(but=BY_QT)
    insist_on_one_ring(house)


def insist_on_one_ring(house):
    """After the next start nothing rings, and the activity has all that happened."""
    assert stands(house) == ["ended"]
    told = json.loads(house.run("log", "--json")[1])
    names = Counter(event["event"] for event in told if event["label"] == "tea")
    assert (names["rang"], names["dismissed"]) == (1, 1)


@pytest.mark.parametrize(
    "trouble", [pytest.param(troubles.full, id="full"), *in_long_tests(troubles.read_only)]
)
def test_a_program_that_starts_on_a_bad_disk_rings(disk, house, tmp_path, trouble):
    """What was saved before a kill is armed, is said to be all that works, and is left alone.

    A program that ends gives back a little room, so that it may save at last what rang.
    """
    program = house.opened()
    with closing(Line(house.folder)) as line:
        line.ask("add", {"phrase": f"in {RINGS_AFTER_S} s tea"})
    program.kill()
    program.wait()
    before = contents(house)
    with trouble(house.folder):
        program = Watched(house, tmp_path / "seen")
        program.see("rings all the same")
        program.rings_and_stops()
        assert program.ask("add", phrase="8:00 pool")["status"] != 0
        assert contents(house) == before
        program.end()
    assert [item["label"] for item in json.loads(house.run("list", "--json")[1])] == ["tea"]


def stands(house):
    """Open it once more and tell how each alarm stands."""
    program = house.opened()
    with closing(Line(house.folder)) as line:
        states = [one["state"] for one in line.ask("list", {})["answer"]]
        line.ask("end", {})
    program.wait(PATIENCE_S)
    return states


def contents(house):
    """Read the database and its log, byte by byte."""
    files = sorted(house.folder_path.glob("alarmclock.sqlite3*"))
    return {file.name: file.read_bytes() for file in files if not file.name.endswith("-shm")}


@pytest.mark.parametrize(
    "trouble", [pytest.param(troubles.full, id="full"), *in_long_tests(troubles.read_only)]
)
def test_what_was_answered_on_a_bad_disk_is_saved_once_it_is_good(disk, house, tmp_path, trouble):
    """The program that started there saves it with the next change, and nothing rings again."""
    program = house.opened()
    with closing(Line(house.folder)) as line:
        line.ask("add", {"phrase": f"in {RINGS_AFTER_S} s tea"})
    program.kill()
    program.wait()
    with trouble(house.folder):
        program = Watched(house, tmp_path / "seen")
        program.see("rings all the same")
        program.rings_and_stops()
    assert program.ask("add", phrase="8:00 pool")["status"] == 0
    program.see("Changes are saved again.")
    program.process.kill()
    program.process.communicate()
    assert sorted(stands(house)) == ["armed", "ended"]
    told = json.loads(house.run("log", "--json")[1])
    names = Counter(event["event"] for event in told if event["label"] == "tea")
    assert (names["rang"], names["dismissed"]) == (1, 1)
