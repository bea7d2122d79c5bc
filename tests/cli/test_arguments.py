import argparse
import shlex
from datetime import UTC, datetime

import pytest

from alarmclock.cli.arguments import describe, parsed
from alarmclock.cli.table import COMMANDS, command_in
from alarmclock.core.phrase import read
from tests.core.builders import USUAL


@pytest.mark.parametrize(
    ("words", "arguments"),
    [
        ("snooze", {}),
        ("snooze 10", {"minutes": 10}),
        ("snooze gym", {"id": "gym"}),
        ("snooze gym 10", {"id": "gym", "minutes": 10}),
        ("snooze 123456", {"id": "123456"}),
        ("skip gym 2", {"id": "gym", "count": 2, "take_back": False}),
        ("next -n 3 every 2nd fri", {"what": "every 2nd fri", "count": 3}),
        ("next every day 9 -n 3", {"what": "every day 9", "count": 3}),
        ("add --off 7:15 gym", {"phrase": "7:15 gym", "off": True}),
        ("edit gym sat 9:00", {"id": "gym", "phrase": "sat 9:00"}),
        ("show my long label", {"id": "my long label"}),
        ("stop --json my label", {"id": "my label"}),
        ("pause my gym", {"id": "my gym"}),
        ("pause gym --until 24 dec", {"id": "gym", "until": "24 dec"}),
        ("pause --until 24 dec", {"until": "24 dec"}),
        ("pause --until 2026-12-24 my gym", {"id": "my gym", "until": "2026-12-24"}),
        ("log --since 2026-11-23", {"since": "2026-11-23"}),
    ],
)
def test_arguments_of_a_request(words, arguments):
    """What was not said is left out."""
    name, *rest = words.split()
    assert parsed(name, rest)[1] == arguments


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_teaches(name, capsys):
    """With an example at least."""
    with pytest.raises(SystemExit) as ended:
        parsed(name, ["--help"])
    assert ended.value.code == 0
    assert f"  alarmclock {name}" in capsys.readouterr().out


@pytest.mark.parametrize("words", ["skip my gym", "log --alarm my gym"])
def test_a_label_without_its_quotes_is_hinted_at(words, capsys):
    """Where its words can't be told from others."""
    name, *rest = words.split()
    with pytest.raises(SystemExit):
        parsed(name, rest)
    assert "needs quotes" in capsys.readouterr().err


def test_an_unknown_option_is_no_label(capsys):
    """Nothing is said of quotes."""
    with pytest.raises(SystemExit):
        parsed("show", ["gym", "--loud"])
    assert "quotes" not in capsys.readouterr().err


def test_what_only_shells_ask_for_is_not_shown(capsys):
    """It is no choice for people."""
    with pytest.raises(SystemExit):
        parsed("completion", ["tcsh"])
    told = capsys.readouterr().err
    assert "fish" in told
    assert "ids" not in told
    assert parsed("completion", ["ids"])[0].shell == "ids"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], (None, [])),
        (["--data-dir", "list"], (None, ["--data-dir", "list"])),
        (["--data-dir", "x", "list", "--json"], ("list", ["--data-dir", "x", "--json"])),
        (["--data-dir=x", "stop", "gym"], ("stop", ["--data-dir=x", "gym"])),
    ],
)
def test_the_command_is_found_among_the_words(words, found):
    """Options may stand before it."""
    assert command_in(words) == found


@pytest.mark.parametrize("name", ["add", "next"])
def test_what_help_shows_is_understood_after_the_shell_took_its_quotes(name):
    """A person copies the examples."""
    for example in describe(name, argparse.ArgumentParser()):
        _, arguments = parsed(name, shlex.split(example)[1:])
        phrase = arguments.get("phrase") or arguments.get("what")
        if phrase not in (None, "gym"):
            read(str(phrase), datetime(2026, 11, 23, tzinfo=UTC), UTC, USUAL)
