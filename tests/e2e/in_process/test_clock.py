"""The whole program when the clock or the zone is not what it was."""

from zoneinfo import ZoneInfo

LISBON = ZoneInfo("Europe/Lisbon")
WITHIN_MS = 1000


def test_a_new_zone_is_noticed_within_a_second(qtbot, tmp_path, clock, open_program):
    """Whoever exchanges the link of the system's zone sees the alarms follow at once."""
    localtime = tmp_path / "etc" / "localtime"
    localtime.parent.mkdir()
    localtime.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    person = open_program(localtime=localtime)
    person.say("7:15 gym")
    clock.set_zone(LISBON)
    fresh = localtime.with_name("fresh")
    fresh.symlink_to("/usr/share/zoneinfo/Europe/Lisbon")
    fresh.replace(localtime)
    qtbot.waitUntil(
        lambda: any("Europe/Lisbon" in row for row in person.rows("activityList")),
        timeout=WITHIN_MS,
    )
    person.settle()
    assert "in 10 h 12 min" in person.rows("alarmList")[0]
