"""How long to wait before a server is tried again."""

from alarmclock.desktop.outlet.back_off import BackOff


def pauses(back_off, count, *, is_eager=False):
    """List the next pauses."""
    return [back_off.next_s(is_eager=is_eager) for _ in range(count)]


def test_it_is_tried_at_once_then_less_and_less():
    """No more than twice a minute in the end."""
    assert pauses(BackOff(), 10) == [0, 0.5, 1, 2, 4, 8, 16, 32, 32, 32]


def test_while_it_rings_it_is_tried_every_10_seconds():
    """A device matters then."""
    assert pauses(BackOff(), 9, is_eager=True) == [0, 0.5, 1, 2, 4, 8, 10, 10, 10]


def test_a_ring_that_begins_brings_hope():
    """After hours without a server."""
    back_off = BackOff()
    pauses(back_off, 20)
    back_off.hope()
    assert pauses(back_off, 2, is_eager=True) == [0.5, 1]


def test_only_a_connection_that_lived_begins_anew():
    """One that is refused at once would be tried without end."""
    back_off = BackOff()
    pauses(back_off, 3)
    back_off.lived(0.2)
    assert pauses(back_off, 1) == [2]
    back_off.lived(60)
    assert pauses(back_off, 2) == [0, 0.5]
