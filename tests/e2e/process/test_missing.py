"""The real program where something is missing: it rings in its window, and says what is missing."""

from dataclasses import dataclass

import pytest

from alarmclock.core.activity.events import Dismissed, Heard, Rang
from tests.dunst import Dunst
from tests.e2e.process.prepared import activity, make_timer, wait_for_event
from tests.e2e.process.screen import until
from tests.e2e.process.surroundings import TONE
from tests.private_bus import PrivateBus
from tests.sound_servers import SPEAKERS

NO_DEVICE = "No sound device is there, so it would ring on the screen only."
NO_NOTIFICATIONS = "Nothing here shows notifications, so only the ring window tells."
NO_VOLUME = "Where sound comes out, and how loud, can't be seen here."
SPEAKERS_THERE = f"Sound comes out of {SPEAKERS} at 100 %."
DUNST_THERE = "Notifications are shown by dunst, with buttons to answer."


@dataclass(frozen=True)
class Computer:
    """What is there, and what the program says of it."""

    has_sound: bool = True
    has_bus: bool = True
    has_dunst: bool = True
    has_pulsectl: bool = True
    says: tuple = (SPEAKERS_THERE, DUNST_THERE)


COMPUTERS = [
    pytest.param(Computer(), id="nothing missing"),
    pytest.param(Computer(has_sound=False, says=(NO_DEVICE, DUNST_THERE)), id="device"),
    pytest.param(
        Computer(has_bus=False, has_dunst=False, says=(SPEAKERS_THERE, NO_NOTIFICATIONS)), id="bus"
    ),
    pytest.param(
        Computer(has_dunst=False, says=(SPEAKERS_THERE, NO_NOTIFICATIONS)), id="notifications"
    ),
    pytest.param(Computer(has_pulsectl=False, says=(NO_VOLUME, DUNST_THERE)), id="pulsectl"),
    pytest.param(
        Computer(
            has_sound=False,
            has_bus=False,
            has_dunst=False,
            has_pulsectl=False,
            says=(NO_DEVICE, NO_NOTIFICATIONS),
        ),
        id="all",
    ),
]


@pytest.fixture(scope="module")
def bus(tmp_path_factory):
    """A session's bus that runs all the time."""
    private = PrivateBus(tmp_path_factory.mktemp("bus")).start()
    yield private
    private.kill()


@pytest.fixture
def dunst(tmp_path, screen, bus):
    """A dunst that the test starts."""
    dunst = Dunst(tmp_path, screen, bus)
    yield dunst
    dunst.kill()


@pytest.mark.parametrize("computer", COMPUTERS)
def test_whatever_is_missing_it_rings_in_its_window_and_says_so(
    hands, speakers, bus, dunst, computer
):
    """Heard where there is sound; status 0 and a clean stderr in any case."""
    if computer.has_sound:
        speakers.server.start()
    if computer.has_dunst:
        dunst.start()
    person = hands(
        make_timer("tea", sound=TONE),
        watched=() if computer.has_pulsectl else ("--without", "pulsectl"),
        bus=bus if computer.has_bus else None,
    )
    person.wait_for_ring("tea")
    until(lambda: set(computer.says) <= set(person.reads()), f"{computer.says}")
    if computer.has_sound:
        speakers.record().hear()
        heard = wait_for_event(person.data_dir, Heard)
        assert heard.peak is not None or not computer.has_pulsectl
    else:
        assert not activity(person.data_dir, Heard)
    person.stop("tea")
    assert len(activity(person.data_dir, Rang)) == 1
    wait_for_event(person.data_dir, Dismissed)
    person.end()
