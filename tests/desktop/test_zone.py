"""The system's zone as /etc/localtime tells it, however it is exchanged."""

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

import pytest

from alarmclock.desktop.zone import SystemZone, zone_of_qt

TREE = next((Path(path) for path in TZPATH if Path(path, "Europe/Berlin").exists()), None)
WINTER = datetime(2026, 12, 1, tzinfo=UTC)
NOWHERE = ZoneInfo("UTC")

pytestmark = pytest.mark.skipif(TREE is None, reason="needs a tree of zones on the disk")


@pytest.fixture(autouse=True)
def _no_tz(monkeypatch):
    """Let the file decide, not the environment of the test."""
    monkeypatch.delenv("TZ", raising=False)


@pytest.fixture
def localtime(tmp_path):
    """Give the path of a link or file that sets the zone; there is none yet."""
    return tmp_path / "localtime"


@pytest.fixture
def system_zone(localtime):
    """Give what is tested; where it knows no zone it says UTC."""
    return SystemZone(localtime, lambda: NOWHERE)


def link(localtime, name, tree=TREE):
    """Exchange the link as systems do: in one step."""
    fresh = localtime.with_name("fresh")
    fresh.symlink_to(tree / name)
    fresh.replace(localtime)


@pytest.mark.parametrize(
    "target",
    [
        "/usr/share/zoneinfo/Europe/Berlin",
        "../usr/share/zoneinfo/Europe/Berlin",
        "/var/db/timezone/zoneinfo/Europe/Berlin",
        "/usr/share/zoneinfo/posix/Europe/Berlin",
        "/usr/share/zoneinfo/right/Europe/Berlin",
    ],
)
def test_the_link_names_the_zone(localtime, system_zone, target):
    """Wherever the tree of zones lies, what follows it is the name."""
    localtime.symlink_to(target)
    assert system_zone() is ZoneInfo("Europe/Berlin")


def test_an_exchanged_link_is_seen_at_once(localtime, system_zone):
    """Nothing is remembered of the link before."""
    link(localtime, "Europe/Berlin")
    assert str(system_zone()) == "Europe/Berlin"
    link(localtime, "America/New_York")
    assert str(system_zone()) == "America/New_York"


def test_a_link_to_a_link_is_followed(localtime, system_zone, tmp_path):
    """Some systems keep the zone's link elsewhere, under a name that tells nothing."""
    (tmp_path / "static").symlink_to(TREE / "Asia/Kathmandu")
    localtime.symlink_to(tmp_path / "static")
    assert str(system_zone()) == "Asia/Kathmandu"


def test_a_copy_is_read_and_named_by_its_neighbour(localtime, system_zone):
    """A copy has no name; the file beside it may give one that fits."""
    shutil.copyfile(TREE / "Asia/Tokyo", localtime)
    localtime.with_name("timezone").write_text("Asia/Tokyo\n")
    assert system_zone() is ZoneInfo("Asia/Tokyo")


@pytest.mark.parametrize("name", ["Europe/Lisbon", "no zone", ""])
def test_a_copy_is_believed_more_than_a_wrong_name(localtime, system_zone, name):
    """The offsets are those of the copy, whatever the neighbour says."""
    shutil.copyfile(TREE / "Asia/Tokyo", localtime)
    localtime.with_name("timezone").write_text(name)
    assert WINTER.astimezone(system_zone()).utcoffset() == timedelta(hours=9)


def test_an_overwritten_copy_is_seen(localtime, system_zone):
    """The same file with other contents is another zone."""
    shutil.copyfile(TREE / "Asia/Tokyo", localtime)
    before = system_zone()
    shutil.copyfile(TREE / "America/New_York", localtime)
    os.utime(localtime, ns=(1, 1))
    assert WINTER.astimezone(system_zone()).utcoffset() == timedelta(hours=-5)
    assert system_zone() != before


def test_an_untouched_copy_stays_the_same_zone(localtime, system_zone):
    """Nobody takes it for a change of the zone."""
    shutil.copyfile(TREE / "Asia/Tokyo", localtime)
    assert system_zone() is system_zone()


@pytest.mark.parametrize("content", [None, b"", b"no zone at all"], ids=["none", "empty", "junk"])
def test_without_a_file_that_tells_it_others_are_asked(localtime, system_zone, content):
    """A zone that can't be read is no reason to fail."""
    if content is not None:
        localtime.write_bytes(content)
    assert system_zone() is NOWHERE


def test_a_link_into_the_void_is_asked_of_others(localtime, system_zone):
    """A link to a zone that was removed is no reason to fail."""
    localtime.symlink_to("/usr/share/zoneinfo/Europe/Atlantis")
    assert system_zone() is NOWHERE


def test_the_environment_goes_before_the_file(localtime, system_zone, monkeypatch):
    """Who starts the program with TZ wants that zone."""
    link(localtime, "Europe/Berlin")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert system_zone() is NOWHERE


def test_qt_knows_the_zone_of_the_environment(monkeypatch):
    """Qt reads TZ, where there is one."""
    monkeypatch.setenv("TZ", "America/New_York")
    assert zone_of_qt() is ZoneInfo("America/New_York")


def test_a_zone_without_a_name_has_an_offset(monkeypatch, caplog):
    """A rule in place of a name still tells the time; the log says that it is not whole."""
    monkeypatch.setenv("TZ", "Nonsense/Nowhere")
    assert zone_of_qt().utcoffset(WINTER) is not None
    assert "Nonsense/Nowhere" in caplog.text
