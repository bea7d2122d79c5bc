"""What every outlet does, the one on paper and those of real sound servers."""

import pytest

from alarmclock.core.surroundings.outlet import FixedOutlet, Output
from tests.desktop.outlet.conftest import until
from tests.sound_servers import PipeWireServer, PulseServer


class PaperDesk:
    """A person beside an outlet on paper."""

    def __init__(self):
        self.outlet = FixedOutlet(Output("Our Speakers", is_muted=False, volume=100))

    def turn(self, volume, is_muted):
        """Turn the device."""
        self.outlet.change(Output("Our Speakers", is_muted=is_muted, volume=volume))

    def stands(self):
        """Tell how it stands."""
        return self.outlet.output.volume, self.outlet.output.is_muted


class RealDesk:
    """A person beside a real server."""

    def __init__(self, outlet, server):
        self.outlet = outlet
        self.server = server

    def turn(self, volume, is_muted):
        """Turn the device."""
        self.server.set_volume(volume)
        self.server.mute(is_muted)

    def stands(self):
        """Tell how it stands."""
        return max(self.server.volume()), self.server.is_muted()


@pytest.fixture(params=[None, PulseServer, PipeWireServer], ids=["paper", "pulseaudio", "pipewire"])
async def desk(request, make_server, make_outlet):
    """Each of them, with a person who turned the device down and muted it."""
    if request.param is None:
        desk = PaperDesk()
    else:
        server = make_server(request.param).start()
        desk = RealDesk(make_outlet(), server)
        await until(lambda: desk.outlet.output.name, "the device")
    desk.turn(30, is_muted=True)
    await comes_to(desk, 30, is_muted=True)
    return desk


async def comes_to(desk, volume, *, is_muted):
    """Wait until the device stands so, and the outlet says so."""
    expected = Output("Our Speakers", is_muted=is_muted, volume=volume)
    await until(lambda: desk.outlet.output == expected, expected)
    assert desk.stands() == (volume, is_muted)


async def test_it_is_raised_and_put_back(desk):
    """A ring unmutes the speakers, and afterwards they are as they were."""
    desk.outlet.raise_to(70)
    await comes_to(desk, 70, is_muted=False)
    desk.outlet.put_back()
    await comes_to(desk, 30, is_muted=True)


async def test_it_is_put_back_after_the_shortest_of_rings(desk):
    """Stop may be pressed before the server has done anything."""
    desk.outlet.raise_to(70)
    desk.outlet.put_back()
    desk.outlet.raise_to(20)
    await comes_to(desk, 30, is_muted=False)


async def test_it_is_never_turned_down(desk):
    """It only unmutes what is loud enough."""
    desk.outlet.raise_to(20)
    await comes_to(desk, 30, is_muted=False)
    desk.outlet.put_back()
    await comes_to(desk, 30, is_muted=True)


@pytest.mark.parametrize(
    ("volume", "is_muted"),
    [pytest.param(40, False, id="turned down"), pytest.param(70, True, id="muted")],
)
async def test_what_a_person_changed_meanwhile_stays(desk, volume, is_muted):
    """They know what they want."""
    desk.outlet.raise_to(70)
    await comes_to(desk, 70, is_muted=False)
    desk.turn(volume, is_muted=is_muted)
    await comes_to(desk, volume, is_muted=is_muted)
    desk.outlet.put_back()
    desk.outlet.raise_to(75)
    await comes_to(desk, 75, is_muted=False)
    desk.outlet.put_back()
    await comes_to(desk, volume, is_muted=is_muted)


async def test_what_a_person_raised_stays(desk):
    """Nobody who pressed Unmute wants to be muted afterwards."""
    desk.outlet.raise_to(70)
    desk.outlet.raise_to(70, for_good=True)
    desk.outlet.put_back()
    desk.outlet.raise_to(80)
    await comes_to(desk, 80, is_muted=False)
    desk.outlet.put_back()
    await comes_to(desk, 70, is_muted=False)


async def test_it_is_put_back_when_it_is_closed(desk):
    """Before the program is gone."""
    desk.outlet.raise_to(70)
    await comes_to(desk, 70, is_muted=False)
    desk.outlet.close()
    assert desk.stands() == (30, True)


async def test_who_listens_is_called_until_it_is_closed(desk):
    """And only when something is different."""
    heard = []
    desk.outlet.listen(lambda: heard.append(desk.outlet.output.volume))
    desk.outlet.look()
    desk.turn(60, is_muted=True)
    await until(lambda: heard == [60], "a call")
    desk.outlet.close()
    desk.turn(20, is_muted=True)
    desk.outlet.look()
    assert heard == [60]
