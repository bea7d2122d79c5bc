import pytest

from alarmclock.desktop.sound.hardware import Spot
from alarmclock.desktop.sound.route import Route

DEFAULT, SPEAKERS, SECOND = Spot("first"), Spot("first", "speakers"), Spot("second")


@pytest.fixture
def route(hardware):
    """A route through three places."""
    hardware.present = {"first": [None, "speakers"], "second": [None]}
    return Route(hardware)


def test_at_first_the_best_place_comes_first(route):
    """Nothing was given up, so the order is that of the hardware."""
    assert list(route.spots()) == [DEFAULT, SPEAKERS, SECOND]


def test_a_place_that_was_given_up_comes_last(route):
    """All others are tried before it."""
    route.give_up(DEFAULT)
    assert list(route.spots()) == [SPEAKERS, SECOND, DEFAULT]


def test_when_all_were_given_up_the_first_one_comes_again(route):
    """The one that was given up longest ago comes first."""
    for spot in (DEFAULT, SECOND, SPEAKERS, DEFAULT):
        route.give_up(spot)
    assert list(route.spots()) == [SECOND, SPEAKERS, DEFAULT]


def test_for_another_ring_it_begins_anew(route):
    """What did not come out once may come out the next time."""
    route.give_up(DEFAULT)
    route.begin_anew()
    assert list(route.spots()) == [DEFAULT, SPEAKERS, SECOND]


def test_a_place_given_up_during_a_round_does_not_come_twice(route):
    """The places of one round are settled when it begins."""
    seen = []
    for spot in route.spots():
        seen.append(spot)
        route.give_up(spot)
    assert seen == [DEFAULT, SPEAKERS, SECOND]
