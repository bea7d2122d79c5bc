import pytest

from alarmclock.core.surroundings.notifier import Notice, Press
from alarmclock.desktop.notifying.notification_words import SIGNATURE, notify_body


def words(notice, *, has_actions=True, has_markup=True, replaced=0):
    """Say a notice, with what a good server can do."""
    return notify_body(
        notice,
        replaced=replaced,
        app_name="Alarm Clock",
        icon="alarmclock",
        has_actions=has_actions,
        has_markup=has_markup,
    )


def test_an_urgent_notice_is_a_critical_alarm_that_stays():
    """The types are those of the specification; real servers refuse others."""
    *_, hints, expires_ms = words(Notice("Wake up", is_urgent=True))
    assert {name: (hint.signature, hint.value) for name, hint in hints.items()} == {
        "urgency": ("y", 2),
        "category": ("s", "alarm"),
        "resident": ("b", True),
        "desktop-entry": ("s", "alarmclock"),
    }
    assert expires_ms == 0


def test_a_notice_that_can_wait_goes_when_the_server_thinks_so():
    """It is of normal urgency and no alarm."""
    *_, hints, expires_ms = words(Notice("In 10 minutes"))
    assert {name: (hint.signature, hint.value) for name, hint in hints.items()} == {
        "urgency": ("y", 1),
        "desktop-entry": ("s", "alarmclock"),
    }
    assert expires_ms == -1


def test_buttons_come_in_their_order_where_the_server_has_buttons():
    """The bubble itself is one only when that is wanted."""
    notice = Notice("Wake up", presses=((Press.OPEN, "Open"), (Press.STOP, "Stop")))
    assert words(notice)[5] == ["default", "Open", "stop", "Stop"]
    assert words(notice, has_actions=False)[5] == []
    assert words(Notice("Wake up", presses=((Press.SNOOZE, "Snooze"),)))[5] == ["snooze", "Snooze"]


def test_the_body_is_escaped_only_for_servers_that_read_markup():
    """The title is never markup."""
    notice = Notice("<b>Tea & cake</b>", "1 < 2 & \"3\" > 2 <img src='x'/>")
    assert words(notice)[3:5] == [
        "<b>Tea & cake</b>",
        "1 &lt; 2 &amp; \"3\" &gt; 2 &lt;img src='x'/&gt;",
    ]
    assert words(notice, has_markup=False)[4] == notice.body


@pytest.mark.parametrize(
    ("written", "title", "body"),
    [
        pytest.param("one\ntwo\r\nthree", "one two three", "one\ntwo\nthree", id="lines"),
        pytest.param("a\0b\x07c\x1bd", "abcd", "abcd", id="control characters"),
        pytest.param("half \ud83d of it", "half  of it", "half  of it", id="half a character"),
        pytest.param("⏰ 👩‍👩‍👧 é", "⏰ 👩‍👩‍👧 é", "⏰ 👩‍👩‍👧 é", id="emoji"),
        pytest.param("x" * 200, "x" * 200, "x" * 200, id="long"),
        pytest.param("", "", "", id="empty"),
    ],
)
def test_whatever_a_label_holds_can_be_said(written, title, body):
    """A bus throws out who says what is no text."""
    from dbus_fast import Message

    said = words(Notice(written, written))
    assert said[3:5] == [title, body]
    message = Message("a.b", "/", "a.b", "Notify", signature=SIGNATURE, body=said, serial=1)
    assert message._marshall(False)
