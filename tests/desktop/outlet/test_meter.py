"""The stream of peaks, beside all that is asked on the same connection."""

import pytest

from alarmclock.desktop.outlet.bell import Bell
from alarmclock.desktop.outlet.connection import PulseConnection
from tests.sound_servers import eventually


@pytest.fixture
def connection(server):
    """A connection to a server that runs."""
    bell = Bell()
    connection = PulseConnection(bell)
    connection.connect()
    yield connection
    connection.close()
    bell.close()


def peak(connection):
    """Wait some moments, and give what was measured."""
    connection.devices()
    connection.wait(0.05)
    return connection.take_peak()


def test_what_was_taken_is_not_told_again(connection, server, tone):
    """Each peak counts once."""
    connection.listen_to(connection.devices().default)
    server.play(tone)
    eventually(lambda: (peak(connection) or 0.0) > 0.4, "the tone is not measured")
    connection.take_peak()
    assert connection.take_peak() is None


def test_after_the_end_nothing_is_measured(connection, server, tone):
    """And it can begin again."""
    device = connection.devices().default
    connection.listen_to(device)
    server.play(tone)
    eventually(lambda: (peak(connection) or 0.0) > 0.4, "the tone is not measured")
    connection.listen_to(None)
    assert [peak(connection) for _ in range(4)] == [None] * 4
    connection.listen_to(device)
    eventually(lambda: peak(connection) is not None, "nothing is measured again")


def test_it_bears_to_be_begun_and_ended_over_and_over_while_much_is_asked(connection, server, tone):
    """A peak that is on its way when the stream ends must find nobody."""
    device = connection.devices().default
    server.play(tone)
    for _ in range(20):
        connection.listen_to(device)
        peak(connection)
        connection.listen_to(None)
        connection.devices()
