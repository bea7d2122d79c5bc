import pytest

from alarmclock.cli.arguments import parsed


@pytest.mark.parametrize(
    "words",
    [
        "log --csv",
        "log --json",
        "export - --format ics",
        "export a.ICS --format ics",
        "export a.json",
        "list --json",
    ],
)
def test_what_goes_together_is_taken(words):
    """Nothing is said."""
    name, *rest = words.split()
    assert parsed(name, rest)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("log --csv --json", "choose one"),
        ("export alarms.json --format ics", "end in .ics"),
        ("export ics --format ics", "end in .ics"),
    ],
)
def test_what_does_not_is_refused(words, told, capsys):
    """With the status of wrong use."""
    name, *rest = words.split()
    with pytest.raises(SystemExit) as ended:
        parsed(name, rest)
    assert ended.value.code == 2
    assert told in capsys.readouterr().err
