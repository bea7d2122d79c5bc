"""The example in the README is a test that passes."""

import re
from contextlib import suppress
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest

from alarmclock import resources
from alarmclock.core.certainty.verdict import Mend
from alarmclock.core.phrase import PhraseError, read
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import Settings
from alarmclock.ui.verdict.reason_row import button_name

README = Path(__file__).parents[3] / "README.md"
EXAMPLE = re.compile(r"## Automating the window.*?```python\n(.*?)```", re.DOTALL)


def test_the_example_of_the_readme_works(qtbot, tmp_path):
    """Whoever copies it has a working test."""
    found = EXAMPLE.search(README.read_text(encoding="utf-8"))
    assert found is not None
    names: dict[str, object] = {}
    exec(found[1], names)
    names["test_a_timer_rings"](qtbot, tmp_path)


PHRASES = re.compile(r"\| what \| you type \| or \|(.*?)\n\n", re.DOTALL)
# In the middle of the week and early, so that every evening and next week are ahead.
NOW = datetime(2026, 11, 25, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    "phrase", re.findall(r"`([^`]+)`", PHRASES.search(README.read_text(encoding="utf-8"))[1])
)
def test_every_phrase_of_the_readme_is_understood(phrase):
    """Whoever types it gets it; a limit or a setting stands behind a time."""
    sounds = [sound.id for sound in resources.sounds()]
    understood = []
    for before in ("", "7:15 ", "weekdays 7:15 "):
        with suppress(PhraseError):
            understood.append(read(before + phrase, NOW, UTC, RingSettings(), sounds=sounds))
    assert understood


def _camel(name):
    """Write a field as a part of an object name: “AwakeAfter”."""
    return name.title().replace("_", "")


def test_every_object_name_of_the_readme_is_used_in_the_program():
    """A name that is documented is a promise."""
    text = README.read_text(encoding="utf-8")
    table = text.split("| where | object names |")[1].split("\n\n")[0]
    names = {
        name
        for quoted in re.findall(r"`([^`]+)`", table)
        for name in quoted.split()
        if name != "…" and not name.endswith("_ID")
    }
    package = Path(__file__).parents[3] / "alarmclock"
    source = "".join(file.read_text(encoding="utf-8") for file in package.rglob("*.py"))
    families = {"preset_5": "preset_", "snooze_1": "snooze_", "snooze_30": "snooze_"}
    # The boxes of the settings are named after their fields, mends after their kind.
    chosen = (*fields(RingSettings), *fields(Settings))
    families |= {f"setting{_camel(field.name)}": "setting" for field in chosen}
    families |= {button_name(mend): "mend" for mend in Mend}
    days = {"dayMon", "daySun"}
    missing = {
        name
        for name in names
        if f'"{families.get(name, name)}' not in source
        and name not in days
        and families.get(name, name) not in source
    }
    assert missing == set()
