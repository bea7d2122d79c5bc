"""The activity at the window: what a person did, what rang, and the export of it."""

import csv
from datetime import timedelta

from PySide6.QtCore import Qt

from alarmclock.ui.main_window import PageNumber


def lines(person, name="activityPageList"):
    """Read the list on the page, without the times."""
    return [row.partition(" ")[2] for row in person.rows(name)]


def test_what_a_person_does_is_in_the_activity(person):
    """Edited, skipped, paused, turned off and deleted."""
    person.say("every day 7:15 gym")
    cards = person.choose(0)
    person.press(Qt.Key.Key_S, on=cards)
    person.press(Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier, on=cards)
    person.press(Qt.Key.Key_Return, on=cards)
    person.type_into("label", "pool")
    person.click("save")
    person.press(Qt.Key.Key_Space, on=person.choose(0))
    person.press(Qt.Key.Key_Delete, on=person.choose(0))
    person.window.show_page(PageNumber.ACTIVITY)
    person.settle()
    told = lines(person)
    for words in (
        "skipped, gym · does not ring tomorrow 07:15",
        "not skipped, gym · rings tomorrow 07:15 as planned",
        "changed, pool · gym → pool",
        "turned off, pool · by you",
        "deleted, pool · by you",
    ):
        assert words in told


def test_a_ring_is_told_from_due_to_end_and_exported(person, tmp_path):
    """Due, start, snoozes, how it ended and by what."""
    person.say("22:10 pills")
    person.sleep(timedelta(minutes=7, seconds=14))
    person.click("snooze")
    person.sleep(timedelta(minutes=5))
    person.click("stop")
    person.window.show_page(PageNumber.ACTIVITY)
    person.settle()
    person.click("showRings")
    assert lines(person, "ringsList") == [
        "stopped, pills · due 22:10 · on time · snoozed 1 time · a person stopped it after 5 min"
    ]
    path = tmp_path / "rings.csv"
    person.window.findChild(object, "activityPage").export_requested.emit(
        person.window.findChild(object, "activityPage").view,
        person.window.findChild(object, "activityPage")._query(),
        str(path),
    )
    person.settle()
    assert f"1 line was saved in “{path}”." in person.text("message")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["label"] == "pills"
    assert rows[0]["snoozes"] == "1"
    assert rows[0]["ending"] == "dismissed"
