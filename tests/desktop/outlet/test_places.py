"""Where a sound server shows itself when it comes."""

from pathlib import Path

import pytest

from alarmclock.desktop.outlet.places import places_of_sound


@pytest.mark.parametrize(
    ("environment", "socket"),
    [
        ({"XDG_RUNTIME_DIR": "/run/user/7"}, "/run/user/7/pulse/native"),
        ({"XDG_RUNTIME_DIR": "/x", "PULSE_RUNTIME_PATH": "/p"}, "/p/native"),
        ({"XDG_RUNTIME_DIR": "/x", "PULSE_SERVER": "unix:/own"}, "/own"),
        ({"PULSE_SERVER": "/own"}, "/own"),
    ],
)
def test_the_socket_of_this_computer(environment, socket):
    """As libpulse finds it."""
    assert places_of_sound(environment)[0] == Path(socket)


@pytest.mark.parametrize("environment", [{}, {"PULSE_SERVER": "tcp:far.example:4713"}])
def test_a_server_elsewhere_shows_itself_nowhere(environment):
    """It has to be looked for."""
    assert places_of_sound(environment) == ()
