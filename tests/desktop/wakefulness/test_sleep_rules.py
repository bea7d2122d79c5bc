"""Settings are read as those who obey them read them."""

from datetime import timedelta

import pytest

from alarmclock.desktop.wakefulness.sleep_rules import (
    NEVER,
    SleepRule,
    rule_of_gnome,
    rule_of_kde,
    rule_of_logind,
    rule_of_xfce,
    soonest,
)


def minutes(number):
    """Give the rule of so many minutes."""
    return SleepRule(timedelta(minutes=number))


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        pytest.param([], None, id="nobody"),
        pytest.param([None, None], None, id="nobody says anything"),
        pytest.param([None, NEVER], NEVER, id="one says never"),
        pytest.param([NEVER, minutes(20)], minutes(20), id="one sleeps all the same"),
        pytest.param([minutes(30), None, minutes(20)], minutes(20), id="the soonest"),
    ],
)
def test_the_soonest_counts(rules, expected):
    """Never counts only where nobody sleeps."""
    assert soonest(rules) == expected


@pytest.mark.parametrize("action", ["suspend", "hibernate", "suspend-then-hibernate", "poweroff"])
def test_logind_sleeps(action):
    """Or does what ends in the same."""
    assert rule_of_logind(action, 1_800_000_000) == minutes(30)


@pytest.mark.parametrize("action", ["ignore", "lock", ""])
def test_logind_that_does_not_sleep_says_nothing(action):
    """A desktop may."""
    assert rule_of_logind(action, 1_800_000_000) is None


GNOME = """\
org.gnome.settings-daemon.plugins.power idle-dim true
org.gnome.settings-daemon.plugins.power sleep-inactive-ac-timeout 3600
org.gnome.settings-daemon.plugins.power sleep-inactive-ac-type 'suspend'
org.gnome.settings-daemon.plugins.power sleep-inactive-battery-timeout {seconds}
org.gnome.settings-daemon.plugins.power sleep-inactive-battery-type '{action}'
"""


def test_gnome_sleeps_by_the_cable_and_by_the_battery():
    """Each has its own length."""
    listed = GNOME.format(seconds="uint32 900", action="suspend")
    assert rule_of_gnome(listed, on_battery=False) == minutes(60)
    assert rule_of_gnome(listed, on_battery=True) == minutes(15)


@pytest.mark.parametrize(("seconds", "action"), [("0", "suspend"), ("900", "nothing")])
def test_gnome_never_sleeps(seconds, action):
    """Either for no length, or by no action."""
    listed = GNOME.format(seconds=seconds, action=action)
    assert rule_of_gnome(listed, on_battery=True) == NEVER


@pytest.mark.parametrize("listed", ["", "No such schema", GNOME.format(seconds="?", action="?")])
def test_gnome_without_settings_says_nothing(listed):
    """There is none, or it is another version."""
    assert rule_of_gnome(listed, on_battery=True) is None


@pytest.mark.parametrize(
    ("told", "expected"),
    [(None, NEVER), (0, NEVER), (14, NEVER), (15, minutes(15)), (60, minutes(60)), ("?", None)],
)
def test_xfce(told, expected):
    """Its slider begins at 15 minutes, and below that is never."""
    assert rule_of_xfce(told) == expected


PLASMA_6 = """\
[AC][SuspendAndShutdown]
AutoSuspendAction=0
LidAction=1

[Battery][SuspendAndShutdown]
AutoSuspendIdleTimeoutSec=1200
"""
PLASMA_5 = """\
[AC]
icon=battery-charging

[AC][SuspendSession]
idleTime=1800000
suspendType=1

[Battery]
icon=battery-060
"""


@pytest.mark.parametrize(
    ("new", "old", "on_battery", "expected"),
    [
        pytest.param(PLASMA_6, "", False, NEVER, id="plasma 6, no action"),
        pytest.param(PLASMA_6, "", True, minutes(20), id="plasma 6, battery"),
        pytest.param("", "", False, minutes(15), id="plasma 6 as it comes"),
        pytest.param("", "", True, minutes(10), id="plasma 6 as it comes, battery"),
        pytest.param("", PLASMA_5, False, minutes(30), id="plasma 5"),
        pytest.param("", PLASMA_5, True, NEVER, id="plasma 5, not on battery"),
        pytest.param(PLASMA_6, PLASMA_5, False, NEVER, id="plasma 5 once, now 6"),
        pytest.param("no settings", "", False, None, id="damaged"),
        pytest.param(PLASMA_6.replace("0", "?"), "", False, None, id="no number"),
    ],
)
def test_kde(new, old, on_battery, expected):
    """The newer file counts where it knows the profile."""
    assert rule_of_kde(new, old, on_battery=on_battery) == expected
