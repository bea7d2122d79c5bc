import pytest

from alarmclock.desktop.sound.feed import STALL_S, START_S, STEADY_ASKS, Feed


@pytest.fixture
def now():
    """A time that the test sets."""
    return [0.0]


@pytest.fixture
def feed(now):
    """A feed that gives one byte a frame."""
    return Feed(bytes, lambda: now[0])


def ask(feed, times):
    """Ask as a device does."""
    for _ in range(times):
        feed(1)


def test_it_gives_what_is_rendered(feed):
    """The frames asked for are passed on."""
    assert feed(3) == bytes(3)


def test_cut_it_gives_nothing(feed):
    """A device that was given up plays silence, should it wake."""
    feed.cut()
    assert feed(3) == b""
    assert not feed.is_heard


def test_it_is_heard_once_its_buffers_are_full(feed):
    """What a device asks for at first is not heard yet; it may stop right after."""
    ask(feed, STEADY_ASKS - 1)
    assert not feed.is_heard
    ask(feed, 1)
    assert feed.is_heard


def test_it_is_not_heard_when_it_asks_no_more(feed, now):
    """After a second of silence nobody says that it is heard, until it asks again."""
    ask(feed, STEADY_ASKS)
    now[0] = STALL_S + 0.01
    assert not feed.is_heard
    ask(feed, 1)
    assert feed.is_heard


@pytest.mark.parametrize(
    ("asks", "limit_s"),
    [
        pytest.param(0, START_S, id="never asked"),
        pytest.param(1, START_S, id="only begun"),
        pytest.param(STEADY_ASKS, STALL_S, id="has played"),
    ],
)
def test_it_stalls_after_its_limit(feed, now, asks, limit_s):
    """A device that begins has more time than one that has played."""
    ask(feed, asks)
    now[0] = limit_s - 0.01
    assert not feed.is_stalled
    now[0] = limit_s + 0.01
    assert feed.is_stalled


def test_asking_again_it_has_not_stalled(feed, now):
    """Each request counts."""
    ask(feed, STEADY_ASKS)
    now[0] = 5.0
    ask(feed, 1)
    assert not feed.is_stalled


def test_a_failure_to_render_is_logged_and_stalls(now, caplog):
    """The device's thread never sees an error; the feed stalls, so that it is replaced."""

    def fail(frames):
        raise ZeroDivisionError(frames)

    feed = Feed(fail, lambda: now[0])
    assert feed(3) == b""
    assert "could not be mixed" in caplog.text
    now[0] = START_S + 0.1
    feed(3)
    assert feed.is_stalled
