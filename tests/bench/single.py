"""The start, the commands and the rules, as rows: `python -m tests.bench.single`."""

from tests.bench import commands, phrase, schedule, startup
from tests.bench.schedule import cost_us
from tests.bench.table import Row, run


def measure() -> list[Row]:
    """Measure each beside its floor."""
    return [*start_rows(), *command_rows(), *phrase_rows(), *schedule_rows()]


def start_rows() -> list[Row]:
    """Start the program and a bare window in turn."""
    figures = startup.measure()
    bare = startup.medians(figures["bare window"])
    ours = startup.medians(figures["alarm clock"])
    name = "a bare qasync window"
    return [
        Row("start to first painted window", ours.seconds * 1000, "ms", startup.AIM,
            bare.seconds * 1000, name, is_ratio=True),
        Row("memory (PSS), empty", ours.kib / 1024, "MiB", startup.AIM,
            bare.kib / 1024, name, is_ratio=True),
    ]  # fmt: skip


def command_rows() -> list[Row]:
    """Run each command, with the window open and closed."""
    rows = []
    for state, found in commands.figures().items():
        floor_ms = found.pop("floor") * 1000
        aim = commands.AIM if state == "open" else None
        rows += [
            Row(f"command {name}, window {state}", took * 1000, "ms", aim, floor_ms,
                "a Python that loads what a command needs at least", is_ratio=True)
            for name, took in found.items()
        ]  # fmt: skip
    return rows


def phrase_rows() -> list[Row]:
    """Read the dearest phrase, and write one."""
    found, floor = phrase.measure(), cost_us(phrase.floor)
    written = found.pop("write it")
    dearest = max(found, key=found.__getitem__)
    name = "one line cut into words"
    return [
        Row("read a phrase, the dearest", found[dearest], "us", phrase.AIM_US, floor, name,
            note=f"“{dearest}”"),
        Row("write a phrase", written, "us", phrase.AIM_US, floor, name),
    ]  # fmt: skip


def schedule_rows() -> list[Row]:
    """Find the next occurrence of a usual rule, and of the dearest."""
    found, floor = schedule.measure(), cost_us(schedule.floor)
    usual = found.pop("weekdays")
    dearest = max(found, key=found.__getitem__)
    name = "one time to UTC and back"
    return [
        Row("next occurrence, weekdays", usual, "us", schedule.AIM_WEEKDAYS_US, floor, name),
        Row("next occurrence, the dearest rule", found[dearest], "us", schedule.AIM_US, floor,
            name, note=dearest),
    ]  # fmt: skip


if __name__ == "__main__":
    run(measure)
