import os

from alarmclock.desktop.instance.place import LONGEST_NAME, is_ours, name_of, places, prepare


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
