"""The example in the README is a test that passes."""

import re
from pathlib import Path

README = Path(__file__).parents[3] / "README.md"
EXAMPLE = re.compile(r"## Automating the window.*?```python\n(.*?)```", re.DOTALL)


def test_the_example_of_the_readme_works(qtbot, tmp_path):
    """Whoever copies it has a working test."""
    found = EXAMPLE.search(README.read_text(encoding="utf-8"))
    assert found is not None
    names: dict[str, object] = {}
    exec(found[1], names)
    names["test_a_timer_rings"](qtbot, tmp_path)


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
    families |= {"settingSound": "setting", "settingVolume": "setting"}
    days = {"dayMon", "daySun"}
    missing = {
        name
        for name in names
        if f'"{families.get(name, name)}' not in source
        and name not in days
        and families.get(name, name) not in source
    }
    assert missing == set()
