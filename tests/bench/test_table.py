"""The table of the benchmarks says what was measured, against what, and whether that is enough."""

import json

import pytest

from tests.bench import table
from tests.bench.table import Row


def measure():
    """Give two rows, as a benchmark does."""
    return [
        Row("a start", 300.0, "ms", aim=1.25, floor=200.0, floor_name="a bare one", is_ratio=True),
        Row("a switch", 12.0, "ms", aim=30.0),
    ]


def test_an_aim_in_the_unit_is_met():
    """The figure itself is compared."""
    assert measure()[1].is_met


def test_an_aim_as_a_ratio_is_missed():
    """The ratio to the floor is compared, and the table says by how much it is too high."""
    start = measure()[0]
    assert start.ratio == 1.5
    assert start.is_met is False
    assert start.excess == "missed by 20%"


def test_a_row_without_an_aim_is_only_told():
    """It is neither met nor missed."""
    assert Row("memory", 80.0, "MiB").is_met is None


def test_the_table_names_each_floor_once():
    """Under the rows that are measured against it."""
    lines = table.table([*measure(), measure()[0]]).splitlines()
    assert lines[1].split() == [
        *("a", "start", "300.0", "ms", "200.0", "ms", "1.50", "x"),
        *("<=", "1.25", "x", "missed", "by", "20%"),
    ]
    assert lines[4:] == ["floor: a bare one"]


@pytest.mark.parametrize(("part", "value"), [(0.5, 51), (0.99, 100), (1.0, 100)])
def test_a_percentile(part, value):
    """So large a part of all is not above it."""
    assert table.percentile(range(1, 101), part) == value


def test_the_json_holds_the_same_and_the_machine(tmp_path, capsys):
    """One file for each run, readable by programs."""
    file = tmp_path / "figures.json"
    table.run(measure, ["--json", str(file)])
    found = json.loads(file.read_text())
    assert [row["is_met"] for row in found["rows"]] == [False, True]
    assert found["processor"]
    assert "a switch" in capsys.readouterr().out
