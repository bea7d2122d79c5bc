"""What is turned up for a ring, and how it is put back."""

from dataclasses import replace

import pytest

from alarmclock.desktop.outlet.device import Device, Devices, Stand
from alarmclock.desktop.outlet.raising import Raising

LOW = Stand((0.3,), is_muted=True)
RAISED = Stand((0.7,), is_muted=False)


class Desk:
    """Devices that do what they are told."""

    def __init__(self, **stands):
        self.raising = Raising()
        self.default = next(iter(stands), None)
        self.stands = stands

    def look(self):
        """Do what the raising wants."""
        for move in self.raising.moves(self.devices()):
            self.stands[move.device.name] = move.stand
            self.raising.moved(move, move.stand)
        return self.stands.get(self.default)

    def devices(self):
        """Give all there are now."""
        found = [Device(7, name, name, stand) for name, stand in self.stands.items()]
        return Devices(tuple(found), next((d for d in found if d.name == self.default), None))


@pytest.fixture
def desk():
    """A desk with one device that is low and muted, and was raised."""
    desk = Desk(speakers=LOW)
    desk.raising.want(70, for_good=False)
    assert desk.look() == RAISED
    return desk


def test_it_is_put_back(desk):
    """As it was, and once."""
    desk.raising.end()
    assert desk.look() == LOW
    desk.stands["speakers"] = RAISED
    assert desk.look() == RAISED
    assert not desk.raising.is_on
    assert not desk.raising.owes


def test_it_stays_raised_until_the_end(desk):
    """Looking does nothing."""
    assert desk.look() == RAISED
    assert desk.raising.is_on


@pytest.mark.parametrize(
    "changed", [replace(RAISED, is_muted=True), replace(RAISED, volumes=(0.6,))]
)
def test_what_a_person_changed_stays(desk, changed):
    """They know what they want."""
    desk.stands["speakers"] = changed
    desk.raising.end()
    assert desk.look() == changed
    assert not desk.raising.owes


def test_what_was_raised_twice_is_put_back_to_the_first(desk):
    """A second ring may want more."""
    desk.raising.want(90, for_good=False)
    assert desk.look() == Stand((0.9,), is_muted=False)
    desk.raising.end()
    assert desk.look() == LOW


def test_what_was_raised_changed_and_raised_again_is_put_back_to_the_change(desk):
    """The last word of the person counts."""
    desk.stands["speakers"] = Stand((0.1,), is_muted=False)
    desk.raising.want(70, for_good=False)
    assert desk.look() == RAISED
    desk.raising.end()
    assert desk.look() == Stand((0.1,), is_muted=False)


def test_what_was_raised_for_good_stays(desk):
    """Who pressed Unmute wants to hear."""
    desk.raising.want(70, for_good=True)
    desk.look()
    desk.raising.end()
    assert desk.look() == RAISED


def test_another_default_is_not_put_back_but_the_one_that_was_raised(desk):
    """Headphones were plugged in while it rang."""
    desk.stands["headphones"] = RAISED
    desk.default = "headphones"
    desk.raising.end()
    desk.look()
    assert desk.stands == {"speakers": LOW, "headphones": RAISED}


def test_a_device_that_is_away_is_put_back_when_it_is_there_again(desk):
    """Servers remember how loud it was left."""
    del desk.stands["speakers"]
    desk.raising.end()
    desk.look()
    assert desk.raising.owes
    desk.stands["speakers"] = RAISED
    assert desk.look() == LOW
    assert not desk.raising.owes


def test_what_is_owed_to_one_device_leaves_the_next_ring_alone(desk):
    """The other device is raised and stays so."""
    del desk.stands["speakers"]
    desk.raising.end()
    desk.stands["headphones"], desk.default = LOW, "headphones"
    desk.raising.want(70, for_good=False)
    assert desk.look() == RAISED
    assert desk.look() == RAISED


def test_a_device_that_comes_later_is_raised_then():
    """A ring may begin without any."""
    desk = Desk(auto_null=LOW)
    desk.raising.want(70, for_good=False)
    assert desk.look() == LOW
    desk.stands["speakers"], desk.default = LOW, "speakers"
    assert desk.look() == RAISED


def test_after_the_end_no_device_is_raised():
    """Nobody rings any more."""
    desk = Desk()
    desk.raising.want(70, for_good=False)
    desk.look()
    desk.raising.end()
    desk.stands["speakers"], desk.default = LOW, "speakers"
    assert desk.look() == LOW


def test_a_move_that_failed_is_wanted_again():
    """The server died before it answered."""
    desk = Desk(speakers=LOW)
    desk.raising.want(70, for_good=False)
    assert desk.raising.moves(desk.devices())
    assert desk.look() == RAISED
    desk.raising.end()
    assert desk.raising.moves(desk.devices())
    assert desk.look() == LOW


def test_a_card_that_rounds_is_put_back_all_the_same():
    """It has steps of its own."""
    desk = Desk(speakers=LOW)
    desk.raising.want(70, for_good=False)
    (move,) = desk.raising.moves(desk.devices())
    desk.stands["speakers"] = Stand((0.72,), is_muted=False)
    desk.raising.moved(move, desk.stands["speakers"])
    desk.raising.end()
    assert desk.look() == LOW
