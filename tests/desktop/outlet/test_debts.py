"""What is still to be put back, kept for the run after a crash."""

import pytest

from alarmclock.desktop.outlet.debts import Debts
from alarmclock.desktop.outlet.device import Stand
from alarmclock.desktop.outlet.raising import Raised

LOW = Stand((0.3, 0.25), is_muted=True)
RAISED = Stand((0.7, 0.58), is_muted=False)
STAND = '{"volumes": [0.3], "is_muted": true}'
TEMPLATE = f'{{"speakers": {{"before": {{"volumes": [%s], "is_muted": true}}, "after": {STAND}}}}}'
OWED = {"speakers": Raised(LOW, RAISED), "“head” set\n": Raised(RAISED, LOW)}


@pytest.fixture
def file(tmp_path):
    """Where it is kept."""
    return tmp_path / "alarmclock.volume"


def test_another_run_reads_what_was_kept(file):
    """Device by device, channel by channel."""
    Debts(file).keep(OWED)
    assert Debts(file).read() == OWED


def test_nothing_is_owed_where_nothing_was_kept(file):
    """And there is no file then."""
    assert Debts(file).read() == {}
    assert not file.exists()


def test_the_file_goes_with_the_last_debt(file):
    """So that a good end leaves nothing."""
    debts = Debts(file)
    debts.keep(OWED)
    debts.keep({})
    assert not file.exists()


def test_the_file_is_for_its_owner(file):
    """As all of the data folder."""
    Debts(file).keep(OWED)
    assert file.stat().st_mode & 0o777 == 0o600


def test_it_is_written_only_when_it_is_another(file):
    """It is looked at four times a second."""
    debts = Debts(file)
    debts.keep(OWED)
    file.unlink()
    debts.keep(dict(OWED))
    assert not file.exists()


@pytest.mark.parametrize(
    "garbage",
    [
        "",
        "no JSON",
        "[]",
        '{"speakers": 1}',
        '{"speakers": {"before": {"volumes": [0.3]}, "after": {}}}',
        TEMPLATE % "99",
        TEMPLATE % "NaN",
        TEMPLATE % "-1",
        TEMPLATE % ", ".join(["0.5"] * 65),
        "[" * 100_000,
    ],
)
def test_garbage_owes_nothing(file, caplog, garbage):
    """No device is ever set to what makes no sense."""
    file.write_text(garbage)
    assert Debts(file).read() == {}
    assert not file.exists()
    assert "can't be read" in caplog.text


def test_what_cannot_be_written_keeps_no_ring_quiet(tmp_path, caplog):
    """It is turned up all the same."""
    Debts(tmp_path / "nowhere" / "file").keep(OWED)
    assert "It can't be kept how loud the computer was" in caplog.text
