"""Skips and pauses from outside the window."""

import pytest

from alarmclock.core.book.book import State
from alarmclock.core.service.reply import NothingMatched, WrongUse
from tests.core.builders import MINUTE, SUNDAY_EVENING, make_timer
from tests.core.service.world import World


def test_rings_are_skipped_and_taken_back(world):
    """One, several, and as planned again."""
    world.do("add", phrase="every day 7:15 gym")
    assert world.do("skip", id="gym").answer["due"] == "2026-11-24T06:15:00Z"
    assert world.do("skip", id="gym", count=2).answer["due"] == "2026-11-26T06:15:00Z"
    assert world.do("skip", id="gym", take_back=True).answer["due"] == "2026-11-23T06:15:00Z"
    with pytest.raises(WrongUse):
        world.do("skip", id="gym", count=0)


@pytest.mark.parametrize("until", ["2026-12-24", "24 dec", "christmas eve"])
def test_an_alarm_is_paused_until_a_date(world, until):
    """A date in figures or as phrases have it; anything else is refused."""
    world.do("add", phrase="every day 7:15 gym")
    if until == "christmas eve":
        with pytest.raises(WrongUse, match="no date"):
            world.do("pause", id="gym", until=until)
        return
    answer = world.do("pause", id="gym", until=until).answer
    assert (answer["state"], answer["paused_until"]) == ("paused", "2026-12-24")
    with pytest.raises(WrongUse):
        world.do("pause", id="gym", until="2026-11-22")


def test_all_alarms_are_paused_and_resumed(world):
    """Without an id."""
    for phrase in ("7:15 gym", "8:00 work"):
        world.do("add", phrase=phrase)
    assert world.do("pause").text == "2 alarms were paused."
    assert {world.book.state(alarm.id) for alarm in world.book.alarms()} == {State.PAUSED}
    assert world.do("on", id="gym").answer["state"] == "armed"
    assert world.do("resume").text == "1 alarm was resumed."
    with pytest.raises(NothingMatched, match="not paused"):
        world.do("resume", id="gym")


@pytest.mark.parametrize("command", ["pause", "resume"])
def test_what_meets_nothing_says_so(world, command):
    """With status 1, and nothing is said in the window."""
    reply = world.outcome(command)
    assert (reply["status"], reply["answer"]) == (1, [])
    assert reply["error"].startswith("No alarm is ")
    assert not world.told


def test_what_was_paused_alone_is_named_where_all_are_to_be_resumed(world):
    """So that nobody looks for why it stays silent."""
    world.do("add", phrase="every day 7:15 gym")
    world.do("pause", id="gym")
    assert "by name what was paused alone: “gym”" in world.outcome("resume")["error"]
    assert "paused already" in world.outcome("pause")["error"]


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("pause", {}),
        ("skip", {}),
        ("skip", {"take_back": True}),
        ("resume", {}),
    ],
)
def test_an_alarm_that_is_off_has_nothing_to_leave_out(world, command, arguments):
    """That is status 1: the request was right."""
    world.do("add", phrase="every day 7:15 gym", off=True)
    assert world.outcome(command, id="gym", **arguments)["status"] == 1


def test_an_alarm_without_rings_to_come_has_none_to_skip(world):
    """As one that is paused until further notice."""
    world.do("add", phrase="every day 7:15 gym")
    world.do("pause", id="gym")
    assert world.outcome("skip", id="gym")["error"] == "“gym” is paused."


def test_a_timer_that_stands_still_is_not_paused_again(world):
    """There is nothing to pause."""
    world.do("add", phrase="20 min tea")
    world.do("pause", id="tea")
    assert world.outcome("pause", id="tea")["status"] == 1


@pytest.mark.parametrize("until", ["2026-11-22", "2020-01-01", "1 jan 2020"])
@pytest.mark.parametrize("named", [{}, {"id": "gym"}])
def test_a_date_that_is_over_is_refused_even_where_there_is_no_alarm(world, until, named):
    """It is Sunday 22 November 2026."""
    reply = world.outcome("pause", until=until, **named)
    assert reply["status"] == 2
    assert "date" in reply["error"]


def test_a_date_in_figures_is_read_as_whoever_asks_writes_it(world):
    """And refused where that is not known."""
    world.do("add", phrase="every day 7:15 gym")
    american = world.do("pause", until="1/2", locale="en_US.UTF-8").answer
    assert american[0]["paused_until"] == "2027-01-02"
    world.do("resume")
    assert world.do("pause", until="1/2", locale="de_DE").answer[0]["paused_until"] == "2027-02-01"
    world.do("resume")
    assert world.outcome("pause", until="1/2")["status"] == 2


@pytest.mark.parametrize("command", ["pause", "off"])
def test_a_timer_whose_end_has_come_can_not_stand_still(command):
    """It rings late, as when the program is opened again, and nobody says otherwise."""
    world = World(make_timer(5, label="tea", ends_at=SUNDAY_EVENING + 5 * MINUTE))
    world.desk.at("2026-11-22 20:36")
    with pytest.raises(NothingMatched, match="“tea” is over: it rings all the same"):
        world.do(command, id="tea")
    assert world.book.due("timer") is not None
