"""What is told to whoever closes the program by a command."""

from alarmclock.core.service.leaving import leave
from tests.core.builders import Desk, make_alarm, make_timer, ringing


def test_nothing_armed_nothing_said():
    """Only that it closes."""
    reply = leave(Desk(make_alarm(armed_at=None), make_timer()).book)
    assert reply.text == "Alarm Clock closes."
    assert reply.answer == {"ended": True, "armed": 0, "next": None}


def test_what_was_to_ring_soon_is_told():
    """With how soon that is."""
    desk = Desk(make_alarm(label="gym"), make_alarm(9, item_id="other")).at("2026-11-23 06:59:28")
    reply = leave(desk.book)
    assert reply.text == (
        "Alarm Clock closes. 2 alarms are armed; the next, “gym”, was to ring at 07:00 (in 32 s). "
        "Nothing rings until it is opened again."
    )
    expected = {"id": "alarm", "label": "gym", "due": "2026-11-23T06:00:00Z"}
    assert reply.answer == {"ended": True, "armed": 2, "next": expected}


def test_a_single_one_is_named():
    """On the day on which it was to ring."""
    text = leave(Desk(make_alarm(label="gym")).book).text
    assert "“gym” is armed: it was to ring tomorrow at 07:00 (in 10 h 30 min)." in text


def test_what_rings_is_told():
    """It falls silent."""
    text = leave(ringing(make_alarm(label="gym")).book).text
    assert text.endswith("rings on when it is opened: “gym”.")
