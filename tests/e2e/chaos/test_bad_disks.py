"""Disks and folders that fail under the running program, or before it starts.

The window says it, what is armed rings on time, Stop stops it, nothing that is saved is touched,
and nothing rings a second time when all is well again.
"""

import json
import time
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


@pytest.fixture
def disk(tmp_path, house):
    """Give a house on a small disk, and let it be watched."""
    with mounted(tmp_path / "disk", DISK_KB) as point:
        house.folder_path = point / "data"
        house.folder = str(prepare(house.folder_path))
        yield point
        house.close()


class Watched:
    """A program whose windows are read while it runs."""

    def __init__(self, house, tmp_path):
        self.house = house
        self._seen = tmp_path / "seen"
        self.process = house.start(
            "--seen", str(self._seen), program="tests.e2e.process.watched_clock"
        )
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

    def lateness_of_ring(self):
        """Wait for a ring, and give by how many seconds it was told after its due."""
        with closing(Line(self.house.folder, answers_within_s=PATIENCE_S)) as line:
            line.ask("watch", {})
            rang = next(one["event"] for one in line.lines() if one["event"]["event"] == "rang")
            return time.time() - datetime.fromisoformat(rang["due"]).timestamp()

    def end(self):
        """Close it, and insist that it ends well."""
        assert self.ask("end")["status"] == 0
        out, err = self.process.communicate(timeout=PATIENCE_S)
        assert (self.process.returncode, out, complaints(err)) == (0, "", [])


SAYS = {
    troubles.full: "could not be saved: the disk is full",
    troubles.locked: "could not be saved: another program is using the files",
    troubles.moved: "was moved or deleted while Alarm Clock was open",
    troubles.deleted: "was moved or deleted while Alarm Clock was open",
}


@pytest.mark.parametrize("trouble", SAYS, ids=lambda trouble: trouble.__name__)
def test_what_is_armed_rings_while_nothing_can_be_saved(disk, house, tmp_path, trouble, say):
    """It is said in the window, and once it is over all that happened meanwhile is kept."""
    program = Watched(house, tmp_path)
    assert program.ask("add", phrase=f"in {RINGS_AFTER_S} s tea")["status"] == 0
    with trouble(house.folder):
        late_s = program.lateness_of_ring()
        say(f"{trouble.__name__}: told {late_s * 1000:.0f} ms after its due")
        assert late_s < LATEST_S
        program.see(SAYS[trouble])
        refused = program.ask("add", phrase="7:15 gym")
        assert SAYS[trouble] in refused["error"]
        assert program.ask("stop")["text"] == "Stopped “tea”."
        assert [one["label"] for one in program.ask("list")["answer"]] == ["tea"]
        if trouble is troubles.deleted:
            program.end()
            return
    program.end()
    assert stands(house) == ["ended"]
    told = json.loads(house.run("log", "--json")[1])
    names = [event["event"] for event in told if event["label"] == "tea"]
    assert sorted(set(names) & {"rang", "dismissed"}) == ["dismissed", "rang"]
    assert names.count("rang") == 1


@pytest.mark.parametrize("trouble", [troubles.full, troubles.read_only], ids=["full", "read-only"])
def test_a_program_that_starts_on_a_bad_disk_rings(disk, house, tmp_path, trouble):
    """What was saved before a kill is armed, is said to be all that works, and is left alone."""
    program = Watched(house, tmp_path)
    program.ask("add", phrase="in 3 s tea")
    program.ask("add", phrase="7:15 gym")
    program.process.kill()
    program.process.wait()
    before = contents(house)
    with trouble(house.folder):
        program = Watched(house, tmp_path)
        program.see("rings all the same")
        assert program.lateness_of_ring() < LATEST_S
        assert program.ask("stop")["text"] == "Stopped “tea”."
        assert program.ask("add", phrase="8:00 pool")["status"] != 0
        program.end()
    assert contents(house) == before


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
