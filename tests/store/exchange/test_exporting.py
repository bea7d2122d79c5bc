"""Files that are exported, and read again."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from alarmclock.core.activity.events import Rang
from alarmclock.core.change import Change, ItemChange, RingChange
from alarmclock.core.exchange.imported import NotExported
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.ringing import Ending, Ring
from alarmclock.core.rules.rule import WORKDAYS, Weekdays
from alarmclock.core.settings import Settings
from alarmclock.store.exchange.exporting import Exporting
from alarmclock.store.exchange.reading import ImportReader
from alarmclock.store.store import Store
from tests.core.builders import make_alarm, make_timer

ITEMS = (
    make_alarm(7, 15, rule=Weekdays(WORKDAYS), label="=Gym, “early”"),
    make_alarm(8, item_id="off", armed_at=None, zone="Europe/Lisbon"),
    make_timer(5, label="Tea"),
)
DUE = datetime(2026, 11, 20, 6, 15, tzinfo=UTC)
RING = Ring("alarm", date(2026, 11, 20), DUE.time(), DUE, DUE).ended(DUE, Ending.MISSED)
RANG = Rang(at=DUE, item_id="alarm", label="Gym", due=DUE, late=timedelta(0))


@pytest.fixture
def filled(store):
    """A store with alarms and a past."""
    store.save(Change(tuple(ItemChange(None, item) for item in ITEMS), (RingChange(None, RING),)))
    store.keep(RANG)
    return store


@pytest.fixture
def exporting(filled, clock):
    """What exports it."""
    return Exporting(filled.items, filled.settings, filled, clock, "1.2.3")


@pytest.fixture
def reader(clock):
    """What reads it again, somewhere else."""
    return ImportReader(clock, RingSettings, {"daybreak"})


@pytest.mark.parametrize("ending", [".json", ".ics", ".JSON"])
def test_a_file_brings_back_every_alarm(exporting, reader, tmp_path, ending):
    """By its ending."""
    path = tmp_path / f"alarms{ending}"
    sentence = exporting.save(path)
    assert sentence == f"3 alarms and timers were saved in “{path}”."
    assert reader.read(path).items == ITEMS
    assert [file.name for file in tmp_path.iterdir() if file.name[0] == "."] == []


def test_the_past_is_in_it_only_when_it_is_wanted(exporting, reader):
    """It may be long."""
    assert reader.read_content(exporting.content(".json")).rings == ()
    imported = reader.read_content(exporting.content(".json", history=True))
    assert (imported.rings, imported.events) == ((RING,), (RANG,))
    assert imported.settings == Settings()


def test_the_past_is_taken_in_once_and_stands_before_the_present(
    exporting, reader, tmp_path, clock
):
    """Whoever reads the activity reads the present first; nobody is asked about the past."""
    imported = reader.read_content(exporting.content(".json", history=True))
    other = Store(tmp_path / "other", clock)
    other.open()
    present = replace(RANG, at=DUE + timedelta(days=2), label="Here")
    other.keep(present)
    assert other.bring_history(imported.rings, imported.events) == (1, 1)
    assert other.bring_history(imported.rings, imported.events) == (0, 0)
    assert [event for _, event in other.events(10)] == [present, RANG]
    assert [ring for _, _, ring in other.past_rings(10)] == [RING.noted()]
    other.close()


def test_a_table_is_for_people(exporting):
    """Words, and no formula for a spreadsheet."""
    rows = list(csv.DictReader(io.StringIO(exporting.content(".csv").decode("utf-8-sig"))))
    assert [row["rule"] for row in rows] == ["weekdays", "once", "timer of 5 min"]
    assert [row["time"] for row in rows] == ["07:15", "08:00", ""]
    assert {(row["again"], row["again_every_min"], row["awake_after_min"]) for row in rows} == {
        ("0", "5", "")
    }
    assert rows[0]["label"] == "'=Gym, “early”"
    assert (rows[0]["time"], rows[0]["on"], rows[0]["volume_percent"]) == ("07:15", "yes", "80")
    assert rows[0]["next_ring"] == "2026-11-23T07:15:00+01:00"
    assert (rows[1]["on"], rows[1]["next_ring"], rows[1]["zone"]) == ("no", "", "Europe/Lisbon")
    assert rows[2]["kind"] == "timer"


def test_the_activity_is_a_table_too(exporting):
    """As on its page."""
    lines = exporting.activity_table().decode("utf-8-sig").splitlines()
    assert lines[0] == "at,event,alarm_id,label,due,detail"
    assert len(lines) == 2


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("alarms.xml", "“.xml” is no kind of file that can be written."),
        ("alarms.txt", "“.txt” is no kind of file that can be written."),
        ("alarms", "The name of the file does not say which kind it is to be."),
    ],
)
def test_other_endings_are_refused(exporting, tmp_path, name, sentence):
    """With the ones that there are."""
    with pytest.raises(NotExported, match=r"\.json \(everything\), \.ics") as refused:
        exporting.save(tmp_path / name)
    assert str(refused.value).startswith(sentence)
    assert list(tmp_path.glob(name)) == []


def test_where_nothing_can_be_written_it_says_so(exporting):
    """And leaves nothing behind."""
    with pytest.raises(NotExported, match=r"could not be saved: No such file"):
        exporting.save(Path("/nowhere/at/all.json"))


@pytest.mark.parametrize(
    "sound", ["/nowhere/at/all.ogg", "unknown", "/etc/passwd", "/dev/zero", "relative.ogg", "a\0b"]
)
def test_a_sound_that_is_not_here_becomes_the_usual_one(reader, exporting, filled, sound):
    """And that is said."""
    alarm = make_alarm(9, ring=RingSettings(sound=sound), item_id="loud", label="Loud")
    filled.save(Change((ItemChange(None, alarm),)))
    imported = reader.read_content(exporting.content(".json"))
    assert imported.items[-1].ring.sound == "daybreak"
    (note,) = imported.notes
    assert note.name == "Loud"
    assert "is not on this computer" in note.sentence


def test_a_sound_file_that_is_here_is_kept(reader, exporting, filled, tmp_path):
    """As on the same computer."""
    path = tmp_path / "own.ogg"
    path.write_bytes(b"OggS")
    alarm = make_alarm(9, ring=RingSettings(sound=str(path)), item_id="own")
    filled.save(Change((ItemChange(None, alarm),)))
    imported = reader.read_content(exporting.content(".json"))
    assert (imported.items[-1], imported.notes) == (alarm, ())


def test_a_calendar_that_could_not_be_read_again_is_not_written(exporting, clock, filled):
    """JSON has room for all."""
    many = [make_alarm(item_id=f"{number}") for number in range(2001)]
    crowded = Exporting(lambda: many, Settings, filled, clock, "1.2.3")
    with pytest.raises(NotExported, match="there are 2,001"):
        crowded.content(".ics")
    assert len(crowded.content(".json")) > 1000
