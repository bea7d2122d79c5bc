"""The log is there when something went wrong, and never in the way."""

import logging

import pytest

from alarmclock.desktop.footing.log import LARGEST_BYTES, LOG, end_log, start_log
from tests.small_disk import fill, mounted

logger = logging.getLogger("alarmclock.test")


@pytest.fixture
def started(tmp_path):
    """Give a call that starts a log and ends it after the test."""
    handlers = []

    def start(folder):
        handlers.append(start_log(folder))
        return folder / LOG

    yield start
    for handler in handlers:
        end_log(handler)


def test_nothing_is_made_while_nothing_goes_wrong(started, tmp_path):
    """A program without trouble leaves no file."""
    file = started(tmp_path)
    logger.info("all is well")
    assert not file.exists()


def test_a_warning_is_written(started, tmp_path):
    """With its time, so that it can be compared with the activity."""
    file = started(tmp_path)
    logger.warning("the kettle is %s", "broken")
    assert "WARNING alarmclock.test: the kettle is broken" in file.read_text()


def test_a_folder_that_cannot_be_written_disturbs_nobody(started, tmp_path, capfd):
    """Neither an exception nor a word on stderr."""
    (tmp_path / "file").write_text("")
    started(tmp_path / "file")
    logger.warning("nobody reads this")
    assert capfd.readouterr().err == ""


def test_a_full_disk_disturbs_nobody(tmp_path, capfd):
    """Neither while it is written nor when it is closed."""
    with mounted(tmp_path / "disk", 64) as disk:
        handler = start_log(disk)
        logger.warning("all is well so far")
        fill(disk)
        for _ in range(100):
            logger.warning("nobody reads this %s", "x" * 100)
        end_log(handler)
    assert capfd.readouterr().err == ""


def test_a_large_log_is_set_aside(started, tmp_path):
    """Two files at most."""
    (tmp_path / LOG).write_text("x" * (LARGEST_BYTES + 1))
    file = started(tmp_path)
    logger.warning("a new one")
    assert "a new one" in file.read_text()
    assert (tmp_path / "alarmclock.log.1").stat().st_size > LARGEST_BYTES
