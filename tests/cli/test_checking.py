import pytest

from alarmclock.cli.checking import is_bad


@pytest.mark.parametrize(
    ("grade", "alarms", "expected"),
    [
        ("good", [], False),
        ("warning", ["warning"], False),
        ("bad", [], True),
        ("warning", ["warning", "bad"], True),
    ],
)
def test_the_worst_grade_decides(grade, alarms, expected):
    """Of all together, or of one alarm."""
    answer = {"grade": grade, "alarms": [{"grade": one} for one in alarms]}
    assert is_bad(answer) is expected
