"""Alarms in other programs of this computer."""

from datetime import time, timedelta

import pytest

from alarmclock.core.rules.rule import WEEKEND, WORKDAYS, Once, Weekdays
from alarmclock.core.timer import Timer
from alarmclock.store.exchange.found import found_elsewhere
from alarmclock.store.exchange.gsettings import gsettings, keyfile, printed_settings
from tests.store.exchange.world import FILES, NOW, around, calendar, told

CLOCKS = (
    "[{'name': <'Wake up'>, 'id': <'8f2c1d'>, 'hour': <7>, 'minute': <15>, 'ring_time': "
    "<'2026-11-23T07:15:00+01'>, 'days': <[1, 2, 3, 4, 5]>, 'snooze_minutes': <10>, "
    "'ring_minutes': <5>}, {'name': <''>, 'id': <'77aa02'>, 'hour': <9>, 'minute': <0>, 'days': "
    "<@ai []>, 'snooze_minutes': <10>, 'ring_minutes': <5>}, {'name': <'Old'>, 'id': <'01'>, "
    "'active': <true>, 'hour': <10>, 'minute': <30>, 'days': <[6, 7]>}, {'name': <'Broken'>, "
    "'hour': <25>, 'minute': <0>}]"
)
APPLET = {
    "io.github.alarm-clock-applet": {"alarms": "[uint32 0, 4, 7]", "show-label": "true"},
    "/io/github/alarm-clock-applet/alarm-0/": {
        "active": "true",
        "message": "'Wind down'",
        "notify-type": "'sound'",
        "repeat": "['sun', 'sat']",
        "sound-file": "'file:///music/night%20song.ogg'",
        "time": "int64 77400",
        "type": "'clock'",
    },
    "/io/github/alarm-clock-applet/alarm-4/": {
        "active": "false",
        "message": "'Tea'",
        "notify-type": "'sound'",
        "time": "int64 180",
        "type": "'timer'",
    },
    "/io/github/alarm-clock-applet/alarm-7/": {
        "message": "'Run it'",
        "notify-type": "'command'",
        "command": "'touch /tmp/alarmclock-was-here'",
        "time": "int64 18000",
        "type": "'clock'",
    },
}


def nothing(_schema, _path):
    """Answer as a computer without GNOME does."""
    return {}


def clocks(schema, _path):
    """Answer as GNOME Clocks does."""
    return {"alarms": CLOCKS} if schema == "org.gnome.clocks" else {}


def applet(schema, path):
    """Answer as alarm-clock-applet does."""
    return APPLET.get(path or schema, {})


def find(home, settings=nothing):
    """Look for alarms in a home folder and in these settings."""
    return found_elsewhere(around, home=home, settings=settings)


def test_where_there_is_nothing_nothing_is_found(tmp_path):
    """No program is offered."""
    assert find(tmp_path) == []


def test_gnome_clocks_alarms_are_found(tmp_path):
    """With days, name, and whether they are on."""
    (found,) = find(tmp_path, clocks)
    assert (found.program, found.count) == ("GNOME Clocks", 3)
    imported = found.read()
    weekdays, once, old = imported.items
    assert (weekdays.time, weekdays.rule, weekdays.label) == (
        time(7, 15),
        Weekdays(WORKDAYS),
        "Wake up",
    )
    assert (weekdays.armed_at, weekdays.ring.snooze_length) == (NOW, timedelta(minutes=10))
    assert (once.rule, once.armed_at) == (Once(), None)
    assert (old.rule, old.armed_at) == (Weekdays(WEEKEND), NOW)
    assert told(imported.refused) == ["“Broken”: It can't be read: hour must be in 0..23"] or (
        "“Broken”: It can't be read" in told(imported.refused)[0]
    )


def test_gnome_clocks_as_a_flatpak_is_found(tmp_path):
    """Its settings are in a file of its own."""
    file = tmp_path / ".var/app/org.gnome.clocks/config/glib-2.0/settings/keyfile"
    file.parent.mkdir(parents=True)
    file.write_text(f"[org/gnome/clocks]\nalarms={CLOCKS}\nworld-clocks=@aa{{sv}} []\n")
    (found,) = find(tmp_path)
    assert (found.program, found.count) == ("GNOME Clocks", 3)


def test_the_same_alarms_in_both_places_are_found_once(tmp_path):
    """By their identity there."""
    test_gnome_clocks_as_a_flatpak_is_found(tmp_path)
    (found,) = find(tmp_path, clocks)
    assert found.count == 3


def test_the_applets_alarms_are_found_and_its_command_is_not_run(tmp_path):
    """It is named among what is not taken."""
    (found,) = find(tmp_path, applet)
    assert (found.program, found.count) == ("Alarm Clock Applet", 2)
    imported = found.read()
    alarm, timer = imported.items
    assert (alarm.time, alarm.rule, alarm.label) == (time(21, 30), Weekdays(WEEKEND), "Wind down")
    assert alarm.ring.sound == "/music/night song.ogg"
    assert timer == Timer(timedelta(minutes=3), "Tea", id=timer.id)
    assert told(imported.refused) == [
        "“Run it”: It starts a program: Alarm Clock starts none. Set an alarm by hand."
    ]


def test_kalarms_own_calendar_is_found(tmp_path):
    """Where it keeps it by itself."""
    file = tmp_path / ".local/share/kalarm/calendar.ics"
    file.parent.mkdir(parents=True)
    file.write_bytes((FILES / "kalarm.ics").read_bytes())
    (found,) = find(tmp_path)
    assert (found.program, found.count) == ("KAlarm", 3)
    assert len(found.read().items) == 3


def test_kalarms_other_calendars_are_found(tmp_path):
    """Those in its configuration, files and folders, but no archive."""
    (tmp_path / ".config").mkdir()
    folder = tmp_path / "alarms"
    folder.mkdir()
    (folder / "KAlarm-1").write_text(calendar("DTSTART:20261201T070000"))
    other = calendar("DTSTART:20261201T080000").replace("UID:one", "UID:two")
    (tmp_path / "work.ics").write_text(other)
    (tmp_path / "archive.ics").write_text(other.replace("UID:two", "UID:three"))
    (tmp_path / ".config/kalarmresources").write_text(
        "[Resource_1]\nAlarmTypes=Active\nPath[$e]=$HOME/alarms\nType=Dir\n\n"
        f"[Resource_2]\nAlarmTypes=Archived\nPath={tmp_path}/archive.ics\nType=File\n"
    )
    (tmp_path / ".config/akonadi_kalarm_resource_0rc").write_text(
        "[General]\nAlarmTypes=ACTIVE\nPath[$e]=$HOME/work.ics\n"
    )
    (found,) = find(tmp_path)
    assert (found.program, found.count) == ("KAlarm", 2)


@pytest.mark.parametrize("damage", ["[{", "7", "[[[[", "@aa{sv} []", "\x00"])
def test_what_can_t_be_read_is_not_offered(tmp_path, damage):
    """Nobody is bothered with it."""
    assert find(tmp_path, lambda _schema, _path: {"alarms": damage}) == []


def test_gsettings_answer_is_read_line_by_line():
    """As `gsettings list-recursively` prints it."""
    printed = "org.gnome.clocks alarms @aa{sv} []\norg.gnome.clocks timers [{'duration': <300>}]\n"
    assert printed_settings("org.gnome.clocks", printed) == {
        "alarms": "@aa{sv} []",
        "timers": "[{'duration': <300>}]",
    }


def test_a_computer_without_gnome_has_no_settings(monkeypatch, tmp_path):
    """Its little program is not there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert gsettings("org.gnome.clocks", None) == {}


def test_the_program_is_asked(monkeypatch, tmp_path):
    """Whatever it prints is taken; one that fails or hangs has nothing to say."""
    program = tmp_path / "gsettings"
    program.write_text('#!/bin/sh\necho "$2 alarms []"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert gsettings("org.gnome.clocks", None) == {"alarms": "[]"}
    program.write_text("#!/bin/sh\nexit 1\n")
    assert gsettings("org.gnome.clocks", None) == {}


@pytest.mark.parametrize("text", ["", "no section", "[a\n", "[a]\nb\n"])
def test_a_broken_keyfile_is_empty(text):
    """And nothing is raised."""
    assert keyfile(text) in ({}, {"a": {}})
