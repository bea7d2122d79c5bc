"""Bytes from outside as text, and text written whole."""

import pytest

from alarmclock.core.exchange.imported import NotExported, NotImported
from alarmclock.store.exchange.text_file import lines_of, read_bytes, text_of, write_whole


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("a", ["a"]),
        ("a\nb\n", ["a", "b"]),
        ("a\r\nb\r\n\r\nc", ["a", "b", "", "c"]),
        ("\n\n", ["", ""]),
    ],
)
def test_lines_end_as_every_system_ends_them(text, lines):
    """The last one may have no end."""
    assert list(lines_of(text)) == lines


def test_a_folder_and_a_missing_file_are_no_files(tmp_path):
    """Each has its sentence."""
    for path in (tmp_path, tmp_path / "none.ics"):
        with pytest.raises(NotImported, match="is no file"):
            read_bytes(path)


def test_a_file_that_grows_past_the_limit_is_refused(tmp_path):
    """By what is read, not by what the system says of its size."""
    path = tmp_path / "a.ics"
    path.write_bytes(b"x" * 11)
    with pytest.raises(NotImported, match="larger than"):
        read_bytes(path, most=10)
    assert read_bytes(path, most=11) == b"x" * 11


def test_a_file_without_end_is_no_file():
    """Such as a device."""
    from pathlib import Path

    with pytest.raises(NotImported):
        read_bytes(Path("/dev/zero"))


def test_a_file_is_replaced_whole(tmp_path):
    """And nothing else is left in its folder."""
    path = tmp_path / "a.json"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_can_t_be_written_leaves_nothing(tmp_path):
    """As where a folder has its name."""
    path = tmp_path / "a.json"
    path.mkdir()
    with pytest.raises(NotExported, match="Choose another place"):
        write_whole(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_unmarked_letters_are_guessed_only_if_they_must_be():
    """UTF-8 comes first."""
    assert text_of("ü".encode()).is_guessed is False
    assert text_of("ü".encode("cp1252")).is_guessed is True
