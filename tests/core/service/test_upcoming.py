import pytest

from alarmclock.core.phrase import PhraseError
from alarmclock.core.service.reply import NothingMatched, WrongUse
from alarmclock.core.service.statuses import NOTHING_MATCHED
from tests.core.builders import make_alarm, weekly
from tests.core.service.world import World


def test_the_next_ring_of_all(world):
    """With the alarm that rings."""
    world.do("add", phrase="8:00 work")
    world.do("add", phrase="every day 7:15 gym")
    reply = world.do("next", count=3)
    assert [ring["label"] for ring in reply.answer] == ["gym", "work", "gym"]
    assert reply.answer[0].keys() == {"due", "local", "note", "id", "label"}
    assert reply.text.splitlines()[0] == "Mon 23 Nov 2026 07:15  in 10 h 45 min  gym"


def test_the_next_rings_of_one(world):
    """One without a number; due in UTC, local with its offset."""
    world.do("add", phrase="every day 7:15 gym")
    ring = {"due": "2026-11-23T06:15:00Z", "local": "2026-11-23T07:15:00+01:00", "note": None}
    assert world.do("next", what="gym").answer == [ring]
    assert len(world.do("next", what="gym", count=9).answer) == 9


def test_a_phrase_is_only_reckoned(world):
    """Nothing is added."""
    answer = world.do("next", what="every 2nd fri 16:00", count=2).answer
    assert [ring["due"] for ring in answer] == ["2026-11-27T15:00:00Z", "2026-12-11T15:00:00Z"]
    assert not world.book.alarms()
    assert world.do("next", what="in 20 min").answer[0]["due"] == "2026-11-22T19:50:00Z"


@pytest.mark.parametrize(
    ("phrase", "shown"), [("90s", "in 1 min 30 s"), ("10 min", "in 10 min"), ("601s", "in 10 min")]
)
def test_what_is_near_is_told_to_the_second(world, phrase, shown):
    """A minute and a half is not a minute."""
    assert world.do("next", what=phrase).text.endswith(f"  {shown}")


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("plants", "No alarm or timer is called “plants”. “alarmclock list” shows them."),
        (
            "weekdays",
            "As a phrase it is not whole: At what time? Add one, as in “tomorrow 7:15”.",
        ),
    ],
)
def test_a_word_that_is_no_alarm_is_said_to_be_none(world, what, sentence):
    """And that it is no whole phrase, where it begins like one."""
    with pytest.raises(NothingMatched) as caught:
        world.do("next", what=what)
    assert str(caught.value).startswith(f"No alarm or timer is called “{what}”.")
    assert str(caught.value).endswith(sentence)
    assert world.outcome("next", what=what)["status"] == NOTHING_MATCHED


def test_the_time_of_another_place_is_called_so(world):
    """Else a morning in Tokyo reads as one here."""
    world.do("add", phrase="7:15 tokyo time call")
    assert world.do("next").text.startswith("Mon 23 Nov 2026 07:15 Tokyo  in 2 h 45 min  call")
    assert "07:15 Tokyo" in world.do("next", what="every day 7:15 tokyo time").text


def test_a_rule_that_there_is_not_is_no_name(world):
    """It is told as where an alarm is added."""
    with pytest.raises(PhraseError, match="No alarm rings more than once a day"):
        world.do("next", what="every hour")


def test_a_phrase_with_a_mistake_is_refused_as_one(world):
    """What has a number is a phrase."""
    with pytest.raises(PhraseError, match="no such time"):
        world.do("next", what="7:99 plants")


def test_now_and_zone_can_be_others(world):
    """A time that does not exist is shifted, and the reason is said."""
    reply = world.do("next", what="2:30", now="2027-03-27T12:00", zone="America/New_York")
    assert reply.answer[0]["local"] == "2027-03-28T02:30:00-04:00"
    reply = world.do("next", what="2:30", now="2027-03-27T12:00Z", zone="Europe/Berlin")
    assert reply.answer == [
        {
            "due": "2027-03-28T01:30:00Z",
            "local": "2027-03-28T03:30:00+02:00",
            "note": "02:30 does not exist, rings 03:30",
        }
    ]


def test_the_last_ring_is_noted(world):
    """No more is listed than there are."""
    answer = world.do("next", what="every day 9:00, until 24 nov", count=9).answer
    assert [ring["note"] for ring in answer] == [None, "ends here"]


def test_a_snoozed_ring_comes_first():
    """With its reason."""
    world = World(make_alarm(rule=weekly(0), label="gym"))
    world.desk.at("2026-11-23 07:00").bring()
    world.do("snooze", id="gym")
    answer = world.do("next", what="gym", count=2).answer
    assert [ring["note"] for ring in answer] == ["snoozed", None]


def test_nothing_rings_then(world):
    """Status 1, and an empty list for programs."""
    with pytest.raises(NothingMatched):
        world.do("next")
    assert world.outcome("next")["answer"] == []


@pytest.mark.parametrize(
    "arguments",
    [{"count": 0}, {"count": 1001}, {"now": "soon"}, {"zone": "Mars/Base"}, {"what": 5}],
    ids=["none", "too many", "no instant", "no zone", "no text"],
)
def test_wrong_use_is_said(world, arguments):
    """Each with its reason."""
    with pytest.raises(WrongUse):
        world.do("next", **arguments)


def test_a_label_of_a_phrase_is_shown(world):
    """It may hold what was meant as a day."""
    reply = world.do("next", what="7:15 gym")
    assert reply.text.endswith("in 10 h 45 min  gym")
    assert "label" not in reply.answer[0]


@pytest.mark.parametrize("gone", ["a0ac", "12e4", "beef"])
def test_an_id_that_is_gone_is_no_phrase(world, gone):
    """As of any other name, there is nothing of that name."""
    with pytest.raises(NothingMatched, match=f"No alarm or timer is called “{gone}”"):
        world.do("next", what=gone)
