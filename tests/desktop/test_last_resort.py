"""A noise by other programs: real processes that note what they are told, and a real player."""

import os
import shutil
import threading
import time
import wave
from array import array
from pathlib import Path

import pytest

from alarmclock.core.surroundings.last_resort import PaperResort
from alarmclock.desktop.last_resort import Pace, SystemResort, write_beeps
from tests.sound_servers import PulseServer, eventually, rms

LASTING = 'sleep 600 & echo "$$ $!" >> "$0.pids"; wait'
FAILING = 'echo "$1" >> "$0.tried"; exit 1'


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """Put a program into a folder of our own, the only one that is looked into."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))

    def put(name, script):
        file = tmp_path / name
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(0o755)
        return file

    return put


@pytest.fixture
def make_resort(tmp_path):
    """Make a last resort that finds only the programs of the test, and is ended after it."""
    made = []

    def make(*names, ring_bell=None, **pace):
        def find(name):
            return shutil.which(name, path=str(tmp_path))

        players = [(name,) for name in names]
        made.append(SystemResort(ring_bell, find=find, players=players, pace=Pace(**pace)))
        return made[-1]

    yield make
    for resort in made:
        resort.end()
    eventually(lambda: not noises(), "a thread does not end")


def noises():
    """List the threads that make a noise."""
    return [thread for thread in threading.enumerate() if thread.name == "last resort"]


def processes(file):
    """List the processes that a lasting program has noted."""
    noted = file.with_name(f"{file.name}.pids")
    return [int(word) for word in noted.read_text().split()] if noted.exists() else []


def is_there(process):
    """Tell whether a process is there at all, even as a zombie of ours."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    state, parent = stat.rsplit(")", 1)[1].split()[:2]
    return state != "Z" or int(parent) == os.getpid()


def test_it_says_what_it_tries(programs, make_resort):
    """In a few words for the activity."""
    programs("second", LASTING)
    assert make_resort("first", "second").begin(50) == "second"
    assert make_resort("first", "second", ring_bell=list).begin(50) == "second and the beep"
    assert make_resort("first", ring_bell=list).begin(50) == "the beep"
    assert make_resort("first").begin(50) == ""


def test_on_paper_it_says_so_too():
    """The fake answers as the real one does."""
    paper = PaperResort("paplay and the beep")
    assert paper.begin(50) == "paplay and the beep"
    paper.end()
    assert paper.volume is None


def test_the_end_ends_the_player_and_all_it_started(programs, make_resort):
    """Within 100 ms, and no zombie is left."""
    player, resort = programs("player", LASTING), make_resort("player")
    resort.begin(50)
    eventually(lambda: len(processes(player)) == 2, "the player does not start")
    begun_s = time.monotonic()
    resort.end()
    assert time.monotonic() - begun_s < 0.15
    eventually(lambda: not any(map(is_there, processes(player))), "a process is left")


def test_to_begin_again_ends_what_was_begun(programs, make_resort):
    """Two rings make one noise."""
    player, resort = programs("player", LASTING), make_resort("player")
    resort.begin(50)
    eventually(lambda: len(processes(player)) == 2, "the player does not start")
    first = processes(player)
    resort.begin(60)
    eventually(lambda: len(processes(player)) == 4, "the player does not start again")
    eventually(lambda: not any(map(is_there, first)), "the first player goes on")


def test_a_player_that_ends_is_started_again(programs, make_resort):
    """The file is short, and the ring is long."""
    player = programs("player", 'sleep 0.1; echo "$1" >> "$0.played"')
    make_resort("player", failed_within_s=0.05).begin(50)
    played = player.with_name("player.played")
    eventually(lambda: played.exists() and played.read_text().count("\n") >= 3, "it ends")


@pytest.mark.parametrize(
    "script",
    [pytest.param(FAILING, id="fails"), pytest.param("exit 0", id="plays nothing")],
)
def test_where_one_fails_the_next_is_tried(programs, make_resort, caplog, script):
    """Whatever is installed may have no device."""
    programs("first", script)
    second = programs("second", LASTING)
    make_resort("first", "second").begin(50)
    eventually(lambda: processes(second), "the second is not tried")
    assert "first could not play." in caplog.text


def test_a_player_that_hangs_makes_room_for_the_next(programs, make_resort):
    """A server may never answer it."""
    first, second = programs("first", LASTING), programs("second", LASTING)
    make_resort("first", "second", beeps=1, patience_s=0.1).begin(50)
    eventually(lambda: processes(second), "the second is not tried")
    eventually(lambda: not any(map(is_there, processes(first))), "the first goes on")


def test_where_all_fail_they_are_tried_again(programs, make_resort):
    """A device may come."""
    first = programs("first", FAILING)
    make_resort("first", pause_s=0.02).begin(50)
    tried = first.with_name("first.tried")
    eventually(lambda: tried.exists() and tried.read_text().count("\n") >= 3, "it gives up")


def test_the_computer_beeps_until_the_end(make_resort):
    """On a thread that waits for nobody."""
    beeps = []

    def ring_bell():
        beeps.append(threading.current_thread().name)

    resort = make_resort(ring_bell=ring_bell, beep_every_s=0.01)
    resort.begin(50)
    eventually(lambda: len(beeps) >= 3, "it does not beep")
    resort.end()
    assert set(beeps) == {"last resort"}
    assert not noises()


def test_a_beep_that_fails_leaves_the_player_alone(programs, make_resort, caplog):
    """One noise is better than none."""
    player = programs("player", LASTING)
    make_resort("player", ring_bell=lambda: 1 / 0).begin(50)
    eventually(lambda: processes(player), "the player does not start")
    eventually(lambda: "can't beep" in caplog.text, "the failure is not recorded")


def test_where_nothing_can_be_written_the_computer_still_beeps(
    programs, make_resort, monkeypatch, caplog, tmp_path
):
    """The disk is full, or the folder is gone."""
    programs("player", LASTING)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "gone"))
    beeps = []
    make_resort("player", ring_bell=lambda: beeps.append(True)).begin(50)
    eventually(lambda: beeps and "can't be written" in caplog.text, "no beep or no record")


def test_the_file_is_as_loud_as_the_alarm(tmp_path):
    """Players know nothing of our volume."""
    loud, soft = (heights(tmp_path / f"{volume}.wav", volume) for volume in (100, 50))
    assert max(loud) == pytest.approx(4 * max(soft), rel=0.01)
    assert max(loud) > 10_000


def heights(file, volume):
    """Write beeps and read them."""
    length_s = write_beeps(file, volume, beeps=2)
    with wave.open(str(file)) as sound:
        assert sound.getnframes() / sound.getframerate() == length_s
        return array("h", sound.readframes(sound.getnframes()))


@pytest.fixture
def server(tmp_path, monkeypatch):
    """A real PulseAudio."""
    server = PulseServer(tmp_path)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    yield server.start()
    server.kill()


def test_a_real_player_is_heard_and_is_quiet_within_100_ms(server):
    """With paplay on a real PulseAudio."""
    recording = server.record()
    resort = SystemResort(players=[("paplay",)])
    assert resort.begin(80) == "paplay"
    eventually(recording.is_loud_now, "nothing is heard")
    resort.end()
    recording.wait_for(0.1)
    end = recording.length()
    recording.wait_for(0.6)
    assert rms(recording.samples(end)) < recording.LOUD
