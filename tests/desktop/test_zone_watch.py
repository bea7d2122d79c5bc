"""The watch over the file that sets the zone."""

import shutil

import pytest
from PySide6.QtWidgets import QApplication

from alarmclock.desktop.zone_watch import ZoneWatch
from tests.daemons.builders import open_descriptors

WITHIN_MS = 1000


@pytest.fixture
def localtime(tmp_path):
    """Give the link that sets the zone, to Berlin."""
    (tmp_path / "tree").mkdir()
    for name in ("Berlin", "Lisbon", "Tokyo"):
        (tmp_path / "tree" / name).write_text(name)
    (tmp_path / "etc").mkdir()
    path = tmp_path / "etc" / "localtime"
    path.symlink_to(tmp_path / "tree" / "Berlin")
    return path


@pytest.fixture
def seen(qapp, localtime):
    """Give what the watch saw, each time that it told to look: the zone at that moment."""
    seen = []
    watch = ZoneWatch(lambda: seen.append(localtime.read_text()), localtime)
    watch.start()
    yield seen
    watch.stop()


def exchange(localtime, name):
    """Put another link into the place of the link, in one step."""
    fresh = localtime.with_name("fresh")
    fresh.symlink_to(localtime.parent.parent / "tree" / name)
    fresh.replace(localtime)


def test_an_exchanged_link_is_seen_within_a_second(qtbot, localtime, seen):
    """And the one after it too."""
    exchange(localtime, "Lisbon")
    qtbot.waitUntil(lambda: seen == ["Lisbon"], timeout=WITHIN_MS)
    exchange(localtime, "Tokyo")
    qtbot.waitUntil(lambda: seen[-1] == "Tokyo", timeout=WITHIN_MS)


def test_a_link_made_anew_is_looked_at_when_it_is_there(qtbot, localtime, seen):
    """Between its removal and its making there is no zone to be seen."""
    localtime.unlink()
    localtime.symlink_to(localtime.parent.parent / "tree" / "Tokyo")
    qtbot.waitUntil(lambda: seen == ["Tokyo"], timeout=WITHIN_MS)


def test_a_copy_in_place_of_the_link_is_seen_and_watched(qtbot, localtime, seen):
    """A file that is overwritten in place says nothing to its folder."""
    localtime.unlink()
    shutil.copyfile(localtime.parent.parent / "tree" / "Tokyo", localtime)
    qtbot.waitUntil(lambda: seen == ["Tokyo"], timeout=WITHIN_MS)
    localtime.write_text("Lisbon")
    qtbot.waitUntil(lambda: seen[-1] == "Lisbon", timeout=WITHIN_MS)


def test_the_name_of_the_zone_is_watched(qtbot, localtime, seen):
    """Where the zone is a copy, its name is a file of its own."""
    name = localtime.with_name("timezone")
    name.write_text("Berlin")
    qtbot.waitUntil(lambda: len(seen) == 1, timeout=WITHIN_MS)
    name.write_text("Tokyo")
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=WITHIN_MS)


def test_nothing_is_seen_after_the_end(qapp, localtime):
    """A watch that was stopped holds nothing and tells nothing."""
    seen = []
    watch = ZoneWatch(lambda: seen.append(localtime), localtime)
    watch.start()
    held = open_descriptors()
    exchange(localtime, "Tokyo")
    watch.stop()
    assert open_descriptors() < held
    QApplication.processEvents()
    assert seen == []


def test_a_system_without_such_a_folder_is_left_alone(qapp, tmp_path):
    """There the heartbeat finds a new zone."""
    watch = ZoneWatch(lambda: None, tmp_path / "none" / "localtime")
    watch.start()
    watch.stop()
