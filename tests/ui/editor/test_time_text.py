from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.errors import Invalid
from alarmclock.core.words.wording import wall_time
from alarmclock.ui.editor.time_text import (
    Part,
    is_bare_time,
    is_time,
    may_become_time,
    parse_time,
    part_at,
    stepped,
)
from tests.ui.editor.builders import refused_field

TIMES = st.times().map(lambda wall: wall.replace(microsecond=0, fold=0))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("715", time(7, 15)),
        ("0715", time(7, 15)),
        ("71530", time(7, 15, 30)),
        ("071530", time(7, 15, 30)),
        ("7:15", time(7, 15)),
        ("07:15", time(7, 15)),
        ("7.15", time(7, 15)),
        ("7h15", time(7, 15)),
        ("7", time(7)),
        ("7:", time(7)),
        ("7:1", time(7, 1)),
        ("7:15:", time(7, 15)),
        (" 7 : 15 ", time(7, 15)),
        ("07:15:30", time(7, 15, 30)),
        ("7pm", time(19)),
        ("7 PM", time(19)),
        ("7p", time(19)),
        ("7 p.m.", time(19)),
        ("7:15 am", time(7, 15)),
        ("7:15:30 pm", time(19, 15, 30)),
        ("715pm", time(19, 15)),
        ("12 am", time(0)),
        ("12:30 pm", time(12, 30)),
        ("0", time(0)),
        ("23:59:59", time(23, 59, 59)),
    ],
)
def test_people_write_times_in_many_ways(text, expected):
    """Each usual way to write a time is understood."""
    assert parse_time(text) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Type a time, such as 7:15 or 19:30."),
        ("   ", "Type a time, such as 7:15 or 19:30."),
        ("25:00", "There is no 25:00. A day goes from 00:00 to 23:59."),
        ("24:00", "There is no 24:00. A day goes from 00:00 to 23:59."),
        ("7:60", "There is no 7:60. A day goes from 00:00 to 23:59."),
        ("13 pm", "With am or pm, the hour goes from 1 to 12."),
        ("0 am", "With am or pm, the hour goes from 1 to 12."),
        ("soon", "“soon” is no time. Type one such as 7:15 or 7 pm."),
        ("-7:15", "“-7:15” is no time. Type one such as 7:15 or 7 pm."),
        ("7²", "“7²” is no time. Type one such as 7:15 or 7 pm."),
        ("1234567", "“1234567” is no time. Type one such as 7:15 or 7 pm."),
    ],
)
def test_an_impossible_time_gets_its_own_sentence(text, sentence):
    """What is no time is refused with the reason."""
    with pytest.raises(Invalid) as refused:
        parse_time(text)
    assert (str(refused.value), refused.value.field) == (sentence, "time")


def test_a_long_nonsense_is_quoted_in_part():
    """The sentence stays short, however much was pasted."""
    with pytest.raises(Invalid) as refused:
        parse_time("x" * 10_000)
    assert len(str(refused.value)) < 100


@given(st.text())
def test_any_text_is_a_time_or_refused(text):
    """Nothing but Invalid is ever raised."""
    assert refused_field(lambda: parse_time(text)) in (None, "time")


@given(TIMES)
def test_a_time_is_read_as_it_is_written(wall):
    """What the program writes it reads again."""
    assert parse_time(wall_time(wall)) == wall


@given(TIMES)
def test_every_beginning_of_a_time_may_become_one(wall):
    """Nobody is told of a mistake while a time is still being typed."""
    text = wall_time(wall)
    beginnings = [text[:end] for end in range(1, len(text))]
    assert all(is_time(part) or may_become_time(part) for part in beginnings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", False), ("71", True), ("25:00", False), ("soon", False), ("7:15 p.", True)],
)
def test_only_a_beginning_may_become_a_time(text, expected):
    """What no typing mends is wrong at once."""
    assert may_become_time(text) is expected


@pytest.mark.parametrize(
    ("text", "cursor", "expected"),
    [
        ("07:15", 0, Part.HOUR),
        ("07:15", 2, Part.HOUR),
        ("07:15", 3, Part.MINUTE),
        ("07:15", 5, Part.MINUTE),
        ("07:15:30", 6, Part.SECOND),
        ("7.15", 1, Part.HOUR),
        ("7.15", 2, Part.MINUTE),
        ("715", 1, Part.HOUR),
        ("715", 3, Part.MINUTE),
        ("7", 1, Part.HOUR),
        ("7pm", 3, Part.HOUR),
        ("", 0, Part.HOUR),
    ],
)
def test_the_cursor_stands_in_a_part(text, cursor, expected):
    """The hour is left of the first separator, the minutes are right of it."""
    assert part_at(text, cursor) is expected


@pytest.mark.parametrize(
    ("wall", "part", "steps", "expected"),
    [
        (time(7, 15), Part.MINUTE, 1, time(7, 16)),
        (time(7, 59), Part.MINUTE, 1, time(8, 0)),
        (time(0, 0), Part.MINUTE, -1, time(23, 59)),
        (time(23, 30), Part.HOUR, 1, time(0, 30)),
        (time(7, 15, 30), Part.HOUR, -1, time(6, 15, 30)),
        (time(7, 15, 59), Part.SECOND, 1, time(7, 16, 0)),
    ],
)
def test_steps_carry_over(wall, part, steps, expected):
    """A step goes on past the end of an hour and of a day."""
    assert stepped(wall, part, steps) == expected


@given(TIMES, st.sampled_from(Part), st.integers(-2000, 2000))
def test_stepping_back_undoes_stepping(wall, part, steps):
    """As many steps back lead to where they began."""
    assert stepped(stepped(wall, part, steps), part, -steps) == wall


@pytest.mark.parametrize(
    ("text", "is_bare"),
    [
        ("6:30", True),
        (" 630 ", True),
        ("6", True),
        ("06:30:15", True),
        ("6:30 am", False),
        ("6p", False),
        ("630pm", False),
        ("25:00", False),
        ("soon", False),
        ("", False),
    ],
)
def test_a_bare_time_has_neither_am_nor_pm(text, is_bare):
    """Such a time can be of either half of the day."""
    assert is_bare_time(text) is is_bare
