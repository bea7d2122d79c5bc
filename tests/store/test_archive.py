"""The past as it is read and exported."""

import asyncio
import csv
from datetime import UTC, date, datetime, time, timedelta

import pytest

from alarmclock.core.activity.activity_query import EVERYTHING, ActivityQuery
from alarmclock.core.activity.events import Armed, Deleted, Failed, Rang, TurnedOff
from alarmclock.core.activity.topic import Topic
from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, ItemChange, RingChange
from alarmclock.core.ringing import Ending, Ring
from alarmclock.core.timer import Timer
from alarmclock.store import activity_table
from alarmclock.store.archive import Archive

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ALARM = Alarm(time(7), label="Gym", id="gym")


@pytest.fixture
def said():
    """Give the list of all that people are told."""
    return []


@pytest.fixture
def archive(store, clock, said):
    """Give an archive over an open store with three events and two rings."""
    store.save(Change((ItemChange(None, ALARM),)))
    store.keep_all(
        [
            Armed(at=NOW - 3 * HOUR, item_id="gym", label="Gym", due=NOW),
            Rang(at=NOW - 2 * HOUR, item_id="gym", label="Gym", due=NOW, late=HOUR),
            Failed(at=NOW - HOUR, item_id="tea", label="Über_Tee", reason="100 % ohne Töne"),
        ]
    )
    for days in (2, 1):
        due = NOW - timedelta(days=days)
        ring = Ring("gym", date(2026, 11, 23 - days), time(7), due, rang_at=due, started_at=due)
        ended = ring.ended(due + HOUR, Ending.DISMISSED)
        store.save(Change(rings=(RingChange(None, ended),)))
    return Archive(store, clock, said.append, said.append)


def found(archive, **query):
    """Name the events that a query finds, newest first."""
    return [type(event).__name__ for _, event in archive.events(None, ActivityQuery(**query))]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Failed", "Rang", "Armed"]),
        ({"item_id": "gym"}, ["Rang", "Armed"]),
        ({"topic": Topic.RINGS}, ["Rang"]),
        ({"topic": Topic.PROBLEMS}, ["Failed"]),
        ({"since": NOW - 2 * HOUR}, ["Failed", "Rang"]),
        ({"until": NOW - 2 * HOUR}, ["Armed"]),
        ({"text": "gYM"}, ["Rang", "Armed"]),
        ({"text": "über"}, ["Failed"]),
        ({"text": "TÖNE"}, ["Failed"]),
        ({"text": "ohne"}, ["Failed"]),
        ({"text": "%"}, ["Failed"]),
        ({"text": "_"}, ["Failed"]),
        ({"text": "due"}, []),
        ({"item_id": "gym", "topic": Topic.DAEMONS, "text": "g"}, ["Armed"]),
    ],
)
def test_events_that_match(archive, query, expected):
    """All that is chosen has to hold, whatever the letters' case, and signs mean themselves."""
    assert found(archive, **query) == expected


def test_the_alarms_that_occur(archive, store):
    """Each with its newest label, deleted ones too."""
    store.keep(Deleted(at=NOW, item_id="gym", label="Pool"))
    assert sorted(archive.subjects()) == [("gym", "Pool"), ("tea", "Über_Tee")]


def test_rings_come_newest_first_and_page_by_page(archive, store):
    """With the label of their alarm."""
    first = archive.rings(None, EVERYTHING)
    assert [(label, ring.day.day) for _, label, ring in first] == [("Gym", 22), ("Gym", 21)]
    rest = archive.rings(first[0][0], EVERYTHING)
    assert [ring.day.day for _, _, ring in rest] == [21]


def test_rings_of_a_timer_without_a_label_are_told_by_its_length(archive, store):
    """As the activity called it then."""
    timer = Timer(timedelta(minutes=5), id="tea")
    ring = Ring("tea", date(2026, 11, 23), time(8), NOW, rang_at=NOW, started_at=NOW)
    store.save(Change((ItemChange(None, timer),), (RingChange(None, ring),)))
    store.keep(Rang(at=NOW, item_id="tea", label="5 min timer", due=NOW, late=timedelta(0)))
    assert archive.rings(None, ActivityQuery(item_id="tea"))[0][1] == "5 min timer"


def test_rings_of_a_deleted_alarm_keep_its_name(archive, store):
    """It is called as it was called last."""
    store.save(Change((ItemChange(ALARM, None),)))
    assert [label for _, label, _ in archive.rings(None, EVERYTHING)] == ["Gym", "Gym"]


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ({"item_id": "tea"}, []),
        ({"since": NOW - timedelta(days=1)}, [22]),
        ({"until": NOW - timedelta(days=1)}, [21]),
        ({"text": "GY"}, [22, 21]),
        ({"text": "tea"}, []),
    ],
)
def test_rings_that_match(archive, query, days):
    """By alarm, day and words."""
    rings = archive.rings(None, ActivityQuery(**query))
    assert [ring.day.day for _, _, ring in rings] == days


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (ActivityQuery(), "PRIMARY KEY"),
        (ActivityQuery(item_id="gym"), "activity_of_item"),
        (ActivityQuery(item_id="gym", topic=Topic.RINGS, text="x"), "activity_of_item"),
    ],
)
def test_a_query_walks_along_an_index(store, query, index):
    """The newest page costs the same, however long the history is."""
    conditions, values = activity_table._conditions(query)
    where = " AND ".join(["id < 99", *conditions])
    plan = store._connection.execute(
        f"EXPLAIN QUERY PLAN SELECT * FROM activity WHERE {where} ORDER BY id DESC", values
    ).fetchall()
    assert [index in row["detail"] for row in plan] == [True]


def exported(archive, path, **choices):
    """Export and read the table again."""
    rings = choices.pop("rings", False)
    asyncio.run(archive.export(ActivityQuery(**choices), path, rings=rings))
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_events_are_exported(archive, tmp_path, said):
    """Times with their offset, one line an event, and people are told where."""
    rows = exported(archive, tmp_path / "all.csv")
    assert rows[0] == ["at", "event", "alarm_id", "label", "due", "detail"]
    assert rows[1][:2] == ["2026-11-23T06:00:00.000+01:00", "failed"]
    assert [row[3] for row in rows[1:]] == ["Über_Tee", "Gym", "Gym"]
    assert said == [f"3 lines were saved in “{tmp_path / 'all.csv'}”."]


def test_rings_are_exported(archive, tmp_path):
    """Due, start, lateness, snoozes, end and how."""
    rows = exported(archive, tmp_path / "rings.csv", rings=True)
    assert rows[1] == [
        "2026-11-22T07:00:00.000+01:00", "gym", "Gym", "2026-11-22T07:00:00.000+01:00", "0.000",
        "0", "2026-11-22T08:00:00.000+01:00", "dismissed", "a person stopped it after 1 h",
    ]  # fmt: skip


def test_only_what_is_shown_is_exported(archive, tmp_path):
    """The filters hold for the table."""
    assert len(exported(archive, tmp_path / "some.csv", item_id="tea")) == 2


def test_a_label_is_no_formula(archive, store, tmp_path):
    """A spreadsheet must not run what somebody typed as a label."""
    store.keep(Armed(at=NOW, item_id="x", label="=1+1", due=NOW))
    assert exported(archive, tmp_path / "all.csv")[1][3] == "'=1+1"


def test_a_place_that_can_not_be_written_is_told(archive, tmp_path, said):
    """And nothing is left there."""
    path = tmp_path / "nowhere" / "all.csv"
    asyncio.run(archive.export(EVERYTHING, path, rings=False))
    assert len(said) == 1
    assert "Choose another place" in said[0]


def test_an_export_that_is_cut_off_leaves_nothing(archive, tmp_path):
    """The program was closed meanwhile; an older file stays as it was."""
    path = tmp_path / "all.csv"
    path.write_text("older")

    async def cut_off():
        task = asyncio.create_task(archive.export(EVERYTHING, path, rings=False))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cut_off())
    assert [entry.name for entry in tmp_path.iterdir() if entry.suffix == ".csv"] == ["all.csv"]
    assert path.read_text() == "older"


def test_the_rings_of_a_span_of_time(archive):
    """By due, and with the label of the alarm; one that is due at its end is among them."""
    until = NOW - timedelta(days=2)
    found = archive.rings_between(NOW - timedelta(days=5), until, None, 10)
    assert [(label, ring.day.day) for label, ring in found] == [("Gym", 21)]


def test_what_happened_in_one_moment_keeps_its_order(archive, store):
    """Turned on and off at once, it is off."""
    who = {"at": NOW, "item_id": "x", "label": ""}
    store.keep_all([Armed(due=NOW, **who), TurnedOff(**who)])
    assert [type(event).__name__ for event in archive.told_of("x", NOW)] == ["Armed", "TurnedOff"]


def test_what_was_told_of_one_alarm(archive):
    """All since an instant, and how it stood before it: the last change and the last arming."""
    assert [type(event).__name__ for event in archive.told_of("gym", NOW - HOUR)] == ["Armed"]
    told = archive.told_of("gym", NOW - 3 * HOUR)
    assert [type(event).__name__ for event in told] == ["Armed", "Rang"]
    assert archive.told_of("nobody", NOW - 3 * HOUR) == []


def test_since_when_alarms_are_told_of(archive, store):
    """From their first arming; of whom more was told once, that is long ago."""
    who = {"item_id": "new", "label": ""}
    store.keep_all([Armed(at=NOW, due=NOW, **who), TurnedOff(at=NOW + HOUR, **who)])
    store.keep_all([TurnedOff(at=NOW, item_id="old", label="")])
    begun = archive.begun()
    assert begun["new"] == NOW
    assert begun["old"].year == 1970
    assert "nobody" not in begun
