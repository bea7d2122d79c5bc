"""The text of GVariant."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.exchange.gvariant import NotGVariant, parse


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("-7", -7),
        ("uint32 7", 7),
        ("int64 77400", 77400),
        ("0x1f", 31),
        ("1.5", 1.5),
        ("true", True),
        ("false", False),
        ("nothing", None),
        ("just 'a'", "a"),
        ("'it\\'s'", "it's"),
        ('"it\'s"', "it's"),
        ("'a\\nb\\\\\\u00fc'", "a\nb\\ü"),
        ("[]", []),
        ("@aa{sv} []", []),
        ("[1, 2, 3]", [1, 2, 3]),
        ("[uint32 0, 4, 1]", [0, 4, 1]),
        ("('a', 2)", ["a", 2]),
        ("{}", {}),
        ("{'a': <1>, 'b': <[true]>}", {"a": 1, "b": [True]}),
        ("[{'hour': <7>}, {'hour': <8>}]", [{"hour": 7}, {"hour": 8}]),
        ("<<'deep'>>", "deep"),
    ],
)
def test_values_are_read(text, value):
    """As `gsettings` prints them."""
    assert parse(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "[1",
        "[1 2]",
        "{'a'}",
        "{'a': }",
        "'open",
        "<1",
        "maybe",
        "1 2",
        "[[1]: 2]",
        "{[]: 1}",
        "'\\uXYZW'",
    ],
)
def test_other_text_is_refused(text):
    """With an error of its own."""
    with pytest.raises(NotGVariant):
        parse(text)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "<" * 100_000, "{'a':" * 1000, "just " * 100_000, "'" + "a" * 2_000_000]
)
def test_nothing_makes_it_recurse_or_grow_without_end(text):
    """However it is meant."""
    with pytest.raises(NotGVariant):
        parse(text)


@given(st.text(st.sampled_from("[]{}()<>'\"\\,: @asvu01.true-xjust\n")))
def test_any_text_is_a_value_or_refused(text):
    """Nothing else is raised."""
    with suppress(NotGVariant):
        parse(text)
