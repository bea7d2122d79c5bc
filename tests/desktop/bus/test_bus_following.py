from dbus_fast import Message

from alarmclock.desktop.bus.bus_following import DAEMON, FollowedSignal, Following


def owner_changed(name, owner):
    """What a bus says of a new owner."""
    return Message(
        path="/org/freedesktop/DBus",
        interface=DAEMON,
        member="NameOwnerChanged",
        sender=DAEMON,
        signature="sss",
        body=[name, "", owner],
    )


def test_a_rule_asks_for_no_more_than_is_wanted():
    """What is left open is not named."""
    some = FollowedSignal("a.B", "C", lambda _: None, "a.b", "/d")
    assert some.rule == "type='signal',interface='a.B',member='C',sender='a.b',path='/d'"
    assert FollowedSignal("a.B", "C", lambda _: None).rule == (
        "type='signal',interface='a.B',member='C'"
    )


def test_a_change_that_was_heard_is_newer_than_the_answer_that_comes_after_it():
    """The bus was asked before the name changed hands; the answer must not undo that."""
    following = Following()
    name = following.name("a.b")
    following.hear(owner_changed("a.b", ":1.2"))
    name.answer(":1.1")
    assert name.owner == ":1.2"


def test_nothing_is_told_of_names_before_all_is_taken_up():
    """Then each is told once."""
    following = Following()
    told = []
    following.name("a.b").listeners.append(told.append)
    following.hear(owner_changed("a.b", ":1.2"))
    following.name("a.b").answer(":1.1")
    assert not told
    following.live()
    assert told == [True]


def test_a_lost_connection_owns_nothing():
    """Who was told that a name is owned, is told that it is not any more."""
    following = Following()
    told = []
    following.name("a.b").listeners.append(told.append)
    following.name("a.b").answer(":1.1")
    following.live()
    following.lose()
    following.lose()
    assert told == [True, False]
