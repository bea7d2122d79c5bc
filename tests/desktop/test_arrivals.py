"""Files that come are told, without anybody looking for them."""

import select

import pytest

from alarmclock.desktop.arrivals import Arrivals


@pytest.fixture
def watch():
    """Watch for files until the end of the test."""
    made = []

    def begin(*paths):
        made.append(Arrivals(paths))
        return made[-1]

    yield begin
    for arrivals in made:
        arrivals.close()


def is_told(arrivals):
    """Tell whether anybody who waits would be woken by now."""
    return bool(select.select([arrivals], [], [], 0)[0])


def test_a_file_that_comes_is_told(watch, tmp_path):
    """However it comes."""
    arrivals = watch(tmp_path / "bus")
    assert arrivals.is_watching
    assert not is_told(arrivals)
    (tmp_path / "other").touch()
    (tmp_path / "other").rename(tmp_path / "bus")
    assert is_told(arrivals)
    assert arrivals.take()
    assert not is_told(arrivals)


def test_other_files_are_of_no_interest(watch, tmp_path):
    """They may wake, and nothing comes of it."""
    arrivals = watch(tmp_path / "bus")
    (tmp_path / "other").touch()
    assert not arrivals.take()


def test_a_folder_that_is_not_there_yet_is_waited_for(watch, tmp_path):
    """First it comes, then the file in it."""
    arrivals = watch(tmp_path / "pulse" / "native")
    (tmp_path / "pulse").mkdir()
    assert arrivals.take()
    (tmp_path / "pulse" / "native").touch()
    assert is_told(arrivals)
    assert arrivals.take()


def test_one_that_comes_again_is_told_again(watch, tmp_path):
    """A server that was restarted makes its socket anew."""
    arrivals = watch(tmp_path / "bus")
    for _ in range(2):
        (tmp_path / "bus").touch()
        assert arrivals.take()
        (tmp_path / "bus").unlink()


def test_a_folder_that_goes_is_waited_for_again(watch, tmp_path):
    """A server takes its folder along, and brings it again."""
    (tmp_path / "pulse").mkdir()
    arrivals = watch(tmp_path / "pulse" / "native")
    (tmp_path / "pulse").rmdir()
    assert arrivals.take()
    (tmp_path / "pulse").mkdir()
    assert arrivals.take()
    (tmp_path / "pulse" / "native").touch()
    assert arrivals.take()


def test_what_happens_elsewhere_wakes_nobody(watch, tmp_path):
    """Only the nearest folder is watched."""
    (tmp_path / "run").mkdir()
    arrivals = watch(tmp_path / "run" / "bus")
    (tmp_path / "other").touch()
    assert not is_told(arrivals)


def test_with_nothing_to_watch_nobody_relies_on_it(watch):
    """Then somebody has to look."""
    assert not watch().is_watching
