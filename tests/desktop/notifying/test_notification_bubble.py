import pytest

from alarmclock.core.surroundings.notifier import Notice
from alarmclock.desktop.notifying.notification_bubble import (
    EXPIRED,
    LONGEST_WAIT_S,
    UNDEFINED,
    Bubble,
)

URGENT = Notice("Wake up", is_urgent=True)
CALM = Notice("In 10 minutes")
BY_A_PERSON, BY_A_PROGRAM = 2, 3
NOW, WAIT_S = 100.0, 2.0


def shown(notice):
    """Make a bubble that is shown."""
    bubble = Bubble("ring")
    bubble.want(notice)
    bubble.told(notice, 7)
    return bubble


@pytest.mark.parametrize(
    ("notice", "reason", "is_shown_again"),
    [
        pytest.param(URGENT, EXPIRED, True, id="urgent, expired"),
        pytest.param(URGENT, UNDEFINED, True, id="urgent, nobody knows why"),
        pytest.param(URGENT, BY_A_PERSON, False, id="urgent, closed by a person"),
        pytest.param(URGENT, BY_A_PROGRAM, False, id="urgent, closed by a program"),
        pytest.param(CALM, EXPIRED, False, id="calm, expired"),
        pytest.param(CALM, BY_A_PERSON, False, id="calm, closed by a person"),
    ],
)
def test_only_an_urgent_one_that_nobody_has_closed_is_shown_again(notice, reason, is_shown_again):
    """And not at once: a server that shows nothing must not be asked for ever."""
    bubble = shown(notice)
    bubble.closed(reason, NOW, WAIT_S)
    assert bubble.needs_work is is_shown_again
    assert bubble.not_before == (NOW + WAIT_S if is_shown_again else 0)


def test_what_was_closed_is_shown_when_it_says_something_else():
    """Saying the same again does not count."""
    bubble = shown(URGENT)
    bubble.closed(BY_A_PERSON, NOW, WAIT_S)
    assert not bubble.want(URGENT)
    assert not bubble.needs_work
    assert bubble.want(Notice("Wake up, please", is_urgent=True))
    assert bubble.needs_work


def test_closing_the_last_one_does_not_close_what_is_just_being_said():
    """The person has not seen it yet."""
    bubble = shown(URGENT)
    bubble.want(Notice("Snoozed"))
    bubble.is_being_told = True
    bubble.closed(BY_A_PERSON, NOW, WAIT_S)
    assert bubble.needs_work


def test_the_waits_between_failures_double_up_to_a_limit():
    """A server that refuses for ever costs next to nothing."""
    bubble = Bubble("ring")
    bubble.want(URGENT)
    waits = []
    for _ in range(12):
        bubble.failed(NOW, WAIT_S)
        waits.append(bubble.not_before - NOW)
    assert waits[:4] == [2, 4, 8, 16]
    assert waits[-1] == LONGEST_WAIT_S


def test_another_server_is_told_at_once_what_is_still_wanted():
    """What a person has closed stays closed there, too."""
    bubble = shown(URGENT)
    bubble.failed(NOW, WAIT_S)
    bubble.forget()
    assert bubble.needs_work
    assert bubble.not_before == 0
    closed = shown(URGENT)
    closed.closed(BY_A_PERSON, NOW, WAIT_S)
    closed.forget()
    assert not closed.needs_work


def test_nothing_has_to_be_done_for_what_was_never_shown():
    """There is no number to close."""
    bubble = Bubble("ring")
    bubble.want(URGENT)
    bubble.want(None)
    assert not bubble.needs_work
