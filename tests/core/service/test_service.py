def test_an_unknown_command_is_refused(world):
    """However long it is."""
    reply = world.outcome("x" * 1000)
    assert reply["status"] == 2
    assert len(reply["error"]) < 100


def test_what_can_not_be_saved_is_told(world):
    """With the reason, and nothing has changed."""
    world.desk.journal.fails = True
    assert world.outcome("add", phrase="7:15") == {
        "status": 2,
        "error": "The disk is full. Free some space.",
    }
    assert not world.book.alarms()
    assert not world.told
