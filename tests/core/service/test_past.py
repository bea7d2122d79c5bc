import pytest

from alarmclock.core.service import past
from alarmclock.core.service.reply import NothingMatched, WrongUse
from tests.core.builders import make_alarm
from tests.core.service.world import World


@pytest.fixture
def world():
    """Give a ring that came and was stopped."""
    world = World(make_alarm(label="gym"))
    world.desk.at("2026-11-23 07:00").bring()
    world.desk.at("2026-11-23 07:01")
    world.do("stop")
    return world


def test_what_happened_is_told_newest_first(world):
    """Each with the fields that other programs rely on."""
    answer = world.do("log").answer
    assert [event["event"] for event in answer["activity"]] == ["dismissed", "rang"]
    assert answer["activity"][1] == {
        "at": "2026-11-23T06:00:00Z",
        "event": "rang",
        "alarm_id": "alarm",
        "label": "gym",
        "due": "2026-11-23T06:00:00Z",
        "late_ms": 0,
        "detail": "on time",
    }
    assert answer["lines"][1] == "07:00:00 ALARM!, gym · on time"
    assert answer["before"] is None


def test_only_a_part_is_wanted(world):
    """Of one alarm, since an instant; a deleted one by its whole id."""
    assert len(world.do("log", since="2026-11-23T07:00:30").answer["activity"]) == 1
    assert len(world.do("log", alarm="gym").answer["activity"]) == 2
    with pytest.raises(NothingMatched, match="no alarm or timer “nobody”"):
        world.do("log", alarm="nobody")
    with pytest.raises(WrongUse):
        world.do("log", since="yesterday")


def test_long_activity_comes_in_pages(world, monkeypatch):
    """So that no answer holds up the window."""
    monkeypatch.setattr(past, "MOST_A_PAGE", 1)
    first = world.do("log").answer
    second = world.do("log", before=first["before"]).answer
    assert [page["activity"][0]["event"] for page in (first, second)] == ["dismissed", "rang"]
