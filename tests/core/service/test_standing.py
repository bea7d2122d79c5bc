from alarmclock.core.surroundings.outlet import Output
from tests.core.builders import MINUTE, SUNDAY_EVENING, make_alarm, make_timer
from tests.core.service.world import World


def test_the_status_of_a_ring():
    """What rings, what waits and what comes next."""
    world = World(make_alarm(label="gym"), make_alarm(9, label="work", item_id="other"))
    world.daemons = 2
    world.desk.at("2026-11-23 07:00").bring()
    answer = world.do("status").answer
    assert [item["label"] for item in answer["ringing"]] == ["gym"]
    assert answer["next"]["label"] == "work"
    assert "work, 09:00 today" in world.do("status").text
    assert (answer["open"], answer["daemons"], answer["zone"]) == (True, 2, "Europe/Berlin")
    assert answer["now"] == "2026-11-23T06:00:00Z"
    world.do("snooze")
    answer = world.do("status").answer
    assert [item["state"] for item in answer["waiting"]] == ["snoozed"]


def test_what_rings_is_counted_by_its_kind():
    """A timer is no alarm."""
    end = SUNDAY_EVENING + 5 * MINUTE
    eggs = make_timer(5, ends_at=end, item_id="eggs")
    tea = make_timer(5, label="tea", ends_at=end, item_id="tea")
    world = World(eggs, tea, make_alarm(20, 40, label="gym"))
    world.desk.at("2026-11-22 20:40")
    world.desk.bring("tea")
    assert "1 timer: tea" in world.do("status").text
    world.desk.bring("eggs")
    assert "2 timers: " in world.do("status").text
    world.desk.bring()
    assert "1 alarm and 2 timers: gym, " in world.do("status").text


def test_an_empty_book_has_a_status(world):
    """Nothing is next."""
    reply = world.do("status")
    assert reply.answer["next"] is None
    assert "nothing" in reply.text


def test_what_speaks_against_a_ring_is_told(world):
    """With the check, its grade and what mends it."""
    world.readiness.update(output=Output("Speakers", is_muted=True, volume=30))
    world.do("add", phrase="7:15 gym")
    reply = world.do("check")
    assert (reply.answer["grade"], reply.answer["headline"]) == ("bad", "Will not be heard")
    worst = reply.answer["reasons"][0]
    assert (worst["check"], worst["mend"], worst["known"]) == ("volume", "Unmute", True)
    assert [alarm["label"] for alarm in reply.answer["alarms"]] == ["gym"]
    assert reply.text.startswith("Will not be heard.\n[!!] ")


def test_a_closed_program_rings_nothing(world):
    """That is the one thing to know."""
    world.readiness = None
    answer = world.do("check").answer
    assert (answer["grade"], answer["headline"]) == ("bad", "Will not ring")
