import re
from pathlib import Path

import pytest

from alarmclock.core.service.reply import WrongUse
from alarmclock.core.service.service import PLACES
from alarmclock.core.service.takes import TAKES, refuse_unknown

README = Path(__file__).parents[3] / "README.md"


def test_what_every_command_takes_is_known():
    """None is left out."""
    assert PLACES.keys() <= TAKES.keys()


def test_every_argument_is_documented():
    """In the table of the README, beside its command."""
    text = README.read_text(encoding="utf-8")
    table = text[text.index("| commands | arguments |") :].split("\n\n")[0]
    rows = [list(row.split("|")[1:3]) for row in table.splitlines()[2:]]
    told = {
        name: re.findall(r"`(\w+)`", arguments.split(";")[0])
        for names, arguments in rows
        for name in names.replace("`", "").replace("(socket only)", "").split()
    }
    assert {name: tuple(found) for name, found in told.items()} == dict(TAKES)


def test_an_argument_that_a_command_does_not_know_is_refused(world):
    """The known ones are named; nothing has happened."""
    world.do("add", phrase="every day 7:15 gym")
    reply = world.outcome("pause", untill="2099-12-24")
    assert reply["status"] == 2
    expected = "“pause” knows no argument “untill”. It takes “id”, “until”, “locale”."
    assert reply["error"] == expected
    assert world.do("list").answer[0]["paused"] is False


def test_a_command_without_arguments_says_that():
    """However long the one is that was given."""
    with pytest.raises(WrongUse, match="It takes none") as refused:
        refuse_unknown("list", {"x" * 1000: 1})
    assert len(str(refused.value)) < 120
