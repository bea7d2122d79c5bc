import pytest

from alarmclock.cli.plain_words import plain


@pytest.mark.parametrize(
    ("name", "words", "arguments"),
    [
        ("list", [], {}),
        ("add", ["7:15", "gym"], {"phrase": "7:15 gym"}),
        ("next", ["gym", "--json"], {"what": "gym"}),
        ("next", ["--data-dir", "x"], {}),
    ],
)
def test_words_alone_are_understood(name, words, arguments):
    """With the options that every command has."""
    options, found = plain(name, words)
    assert found == arguments
    assert options.json == ("--json" in words)
    assert options.data_dir == ("x" if "x" in words else None)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("stop", []),
        ("list", ["gym"]),
        ("add", []),
        ("add", ["7:15", "--off"]),
        ("next", ["-n", "3"]),
        ("list", ["--help"]),
        ("list", ["--data-dir"]),
    ],
)
def test_more_is_left_to_the_parser(name, words):
    """It has the help and the complaints."""
    assert plain(name, words) is None
