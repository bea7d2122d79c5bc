import os

import pytest

from alarmclock.desktop.instance.place import (
    LONGEST_NAME,
    forget_place,
    is_ours,
    name_of,
    note_place,
    places,
    places_of_running,
    prepare,
)


def test_the_runtime_folder_comes_first(runtime, tmp_path):
    """It is the user's own, and gone after the session."""
    first = places(str(tmp_path))[0]
    assert first.startswith(f"{runtime}/alarmclock/")
    assert first.endswith(".sock")


def test_without_a_runtime_folder_the_temporary_one_is_taken(tmp_path):
    """As from cron; there is one place at least."""
    assert places(str(tmp_path), {})[-1].startswith(f"/tmp/alarmclock-{os.getuid()}/")


def test_a_folder_too_deep_for_a_socket_is_left_out(tmp_path):
    """Systems end the name of a socket at some hundred bytes."""
    deep = tmp_path / ("x" * LONGEST_NAME)
    deep.mkdir()
    assert not any(
        "xxx" in place for place in places(str(tmp_path), {"XDG_RUNTIME_DIR": str(deep)})
    )


def test_each_data_folder_has_its_own_place(tmp_path):
    """However it is written."""
    (tmp_path / "a").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert (
        name_of(str(tmp_path / "a"))
        == name_of(f"{tmp_path}/b/../a/")
        == name_of(str(tmp_path / "link"))
    )
    assert name_of(str(tmp_path / "a")) != name_of(str(tmp_path / "b"))


def test_nobody_listens_in_a_folder_of_others(tmp_path):
    """Somebody else could put something there."""
    place = str(tmp_path / "open" / "x.sock")
    (tmp_path / "open").mkdir(mode=0o777)
    (tmp_path / "open").chmod(0o777)
    assert not prepare(place)
    assert not is_ours(place)
    linked = str(tmp_path / "link" / "x.sock")
    (tmp_path / "own").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(tmp_path / "own")
    assert not prepare(linked)
    assert prepare(str(tmp_path / "own" / "x.sock"))


def test_a_program_in_another_session_is_found(tmp_path):
    """It says in the data folder where it listens; that comes first."""
    folder = str(tmp_path)
    there = str(tmp_path / "elsewhere" / "x.sock")
    note_place(folder, there)
    assert list(places_of_running(folder, {})) == [there, *places(folder, {})]
    forget_place(folder)
    assert list(places_of_running(folder, {})) == places(folder, {})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("noted", ["", "here", "/x\0y", "/" + "x" * 5000, "\udcff"])
def test_a_note_that_can_be_no_place_is_passed_over(tmp_path, noted):
    """Whoever wrote it."""
    note_place(str(tmp_path), noted)
    assert list(places_of_running(str(tmp_path), {})) == places(str(tmp_path), {})


def test_a_folder_that_cannot_be_written_says_nothing(tmp_path):
    """The program is looked for then."""
    folder = str(tmp_path / "none")
    note_place(folder, "/x")
    assert list(places_of_running(folder, {})) == places(folder, {})
