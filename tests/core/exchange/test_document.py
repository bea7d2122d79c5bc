"""The JSON document that holds everything."""

import json
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alarmclock.core.activity import events
from alarmclock.core.exchange import document
from alarmclock.core.exchange.imported import NotImported
from alarmclock.core.rules.rule import Rule
from alarmclock.core.settings import Settings
from tests.core.builders import SUNDAY_EVENING, make_alarm, make_timer
from tests.core.exchange.books import ITEMS, RINGS, SETTINGS

KINDS = {"rang": events.Rang, "edited": events.Edited, "ticked": events.Ticked}
RANG = events.Rang(
    at=SUNDAY_EVENING, item_id="alarm", label="Gym", due=SUNDAY_EVENING, late=timedelta(seconds=1)
)


def written(*items, **more):
    """Write a document and read it as JSON, as a file would be."""
    found = document.written(items, Settings(), SUNDAY_EVENING, "1.2.3", **more)
    return json.loads(json.dumps(found))


def told(remarks):
    """Give remarks as people read them."""
    return [str(remark) for remark in remarks]


@settings(max_examples=60)
@given(ITEMS, SETTINGS, st.lists(RINGS, max_size=2))
def test_any_book_comes_back_as_it_was(items, choices, rings):
    """Alarms, timers, settings and rings, whatever they hold."""
    found = document.written(items, choices, SUNDAY_EVENING, "1.2.3", rings, [RANG], KINDS)
    read = document.read(json.loads(json.dumps(found)), KINDS)
    assert read.items == tuple(items)
    assert (read.settings, read.rings, read.events) == (choices, tuple(rings), (RANG,))
    assert (read.refused, read.notes) == ((), ())


def test_every_rule_of_core_has_a_name():
    """One that could not be written would be lost in an export."""
    from alarmclock.core.exchange import items

    assert set(items.RULES.values()) == set(Rule.__args__)


def test_the_past_is_left_out_unless_it_is_wanted():
    """It is long, and of no use on another computer."""
    assert {"rings", "activity"}.isdisjoint(written(make_alarm()))


def test_a_newer_format_is_refused_with_a_sentence():
    """It may mean what this program does not understand."""
    found = written(make_alarm()) | {"version": 2}
    with pytest.raises(NotImported, match=r"written by a newer Alarm Clock.*Nothing was changed"):
        document.read(found, KINDS)


@pytest.mark.parametrize(
    "found",
    [[], 7, None, {}, {"format": "other"}, {"format": "alarmclock", "version": True}],
    ids=str,
)
def test_what_is_not_ours_is_refused(found):
    """Whatever it is."""
    with pytest.raises(NotImported):
        document.read(found, KINDS)


def test_unknown_fields_are_left_out_and_told():
    """A later program of the same format may have them."""
    found = written(make_alarm(), make_timer())
    found["mood"] = "good"
    found["items"][0]["colour"] = "red"
    found["items"][0]["ring"]["light"] = 1
    read = document.read(found, KINDS)
    assert read.items == (make_alarm(), make_timer())
    assert told(read.notes) == [
        (
            "Fields that this Alarm Clock does not know are left out: “items.colour”, "
            "“items.ring.light”, “mood”."
        )
    ]


@pytest.mark.parametrize(
    "damage",
    [
        {"time": "25:00"},
        {"time": 7},
        {"rule": {"kind": "sometimes"}},
        {"rule": {"kind": "weekdays", "days": []}},
        {"rule": []},
        {"ring": {"volume": 101}},
        {"ring": {"rise": "soon"}},
        {"label": "x" * 300},
        {"armed_at": "2026-11-22T19:30:00"},
        {"id": ""},
        {"id": "a\nb"},
        {"kind": "event"},
        {"limits": {"first": "2026-12-02", "last": "2026-12-01"}},
    ],
    ids=str,
)
def test_a_damaged_entry_costs_no_other(damage):
    """It is named, with the reason."""
    found = written(make_alarm(label="Gym"), make_timer())
    found["items"][0] |= damage
    read = document.read(found, KINDS)
    assert read.items == (make_timer(),)
    (remark,) = told(read.refused)
    assert "It can't be read: " in remark


def test_an_entry_without_an_identity_has_the_same_one_the_next_time():
    """As one that somebody wrote by hand."""
    found = written(make_alarm(label="Gym"))
    del found["items"][0]["id"]
    first, second = (document.read(found, KINDS).items[0].id for _ in range(2))
    assert first == second != "alarm"


def test_damaged_settings_and_rings_are_told():
    """They cost no alarm."""
    found = written(make_alarm()) | {"settings": {"raise_to": 300}, "rings": [{}, 7]}
    read = document.read(found, KINDS)
    assert read.settings is None
    assert len(read.items) == 1
    assert told(read.refused) == [
        "“Settings”: They can't be read: The volume of the computer goes from 1 to 100 %.",
        "2 entries under “rings” can't be read.",
    ]
