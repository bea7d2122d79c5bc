"""Answering: a person snoozes, stops, or says that they are awake."""

import pytest

from alarmclock.core.activity.events import AnsweredAwake, Dismissed, Rang, Snoozed
from alarmclock.core.book.answering import Answering
from alarmclock.core.book.book import State
from alarmclock.core.errors import Invalid, NotSaved
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.ringing import Cause, Ending
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from tests.core.builders import (
    DAY,
    HOUR,
    MINUTE,
    Desk,
    last,
    local,
    make_alarm,
    ringing,
)

DAILY = Weekdays(EVERY_DAY)
ASKING = RingSettings(awake_after=5 * MINUTE)


# Snooze


def test_a_snooze_counts_from_the_press():
    """Not from the due."""
    desk = ringing().at("2026-11-23 07:02")
    desk.answering.snooze("alarm")
    assert desk.book.state("alarm") is State.SNOOZED
    assert desk.local_due() == "2026-11-23 07:07"
    assert last(desk) == Snoozed(
        at=desk.clock.now(), item_id="alarm", label="", until=local("2026-11-23 07:07")
    )


def test_a_snooze_of_a_chosen_length():
    """The ring window offers several."""
    desk = ringing()
    desk.answering.snooze("alarm", 30 * MINUTE)
    assert desk.local_due() == "2026-11-23 07:30"


def test_a_snoozed_alarm_rings_again():
    """At the end of the snooze it sounds, and says how late."""
    desk = ringing()
    desk.answering.snooze("alarm")
    assert desk.at("2026-11-23 07:05").bring()
    assert desk.book.state("alarm") is State.RINGING
    assert isinstance(last(desk), Rang)
    assert last(desk).due == local("2026-11-23 07:05")


def test_a_snooze_survives_a_restart():
    """It is still pending after closing and opening."""
    desk = ringing()
    desk.answering.snooze("alarm")
    again = desk.reopened()
    assert again.book.state("alarm") is State.SNOOZED
    assert again.at("2026-11-23 07:05").bring()
    assert again.book.state("alarm") is State.RINGING


def test_a_snooze_that_ended_long_ago_is_missed():
    """The late limit holds for snoozes, too."""
    desk = ringing()
    desk.answering.snooze("alarm")
    again = desk.at("2026-11-23 09:00").reopened()
    again.bring()
    assert again.book.state("alarm") is State.MISSED
    assert last(again).cause is Cause.PROGRAM_CLOSED


def test_a_snooze_over_midnight_keeps_the_next_day():
    """Snoozed past midnight, the alarm still rings on the new day."""
    desk = Desk(make_alarm(23, 58, rule=DAILY)).at("2026-11-22 23:58")
    desk.bring()
    desk.answering.snooze("alarm")
    desk.at("2026-11-23 00:03").bring()
    desk.answering.dismiss("alarm")
    assert desk.local_due() == "2026-11-23 23:58"


def test_no_more_snoozes_than_the_limit():
    """Then the sentence says what is left to do, and it goes on ringing."""
    desk = ringing(make_alarm(ring=RingSettings(snooze_limit=2)))
    for _ in range(2):
        desk.answering.snooze("alarm")
        desk.clock.set_wall(desk.book.due("alarm"))
        desk.bring()
    with pytest.raises(Invalid, match="No snooze is left"):
        desk.answering.snooze("alarm")
    assert desk.book.state("alarm") is State.RINGING


def test_only_what_rings_is_snoozed():
    """A second press during the snooze does nothing."""
    desk = ringing()
    desk.answering.snooze("alarm")
    before = desk.book.due("alarm")
    desk.at("2026-11-23 07:01").answering.snooze("alarm")
    assert desk.book.due("alarm") == before
    assert desk.book.open_ring("alarm").snoozes == 1


def test_a_snooze_by_a_clock_that_looks_wrong_heeds_no_ring_of_the_past():
    """Set back by days, it knows of no ring before the newest few; these do not come again."""
    evening = local("2026-11-15 20:30")
    desk = Desk(make_alarm(rule=DAILY, armed_at=evening), now=evening)
    for day in range(16, 29):
        desk.at(f"2026-11-{day} 07:00").bring()
        desk.answering.dismiss("alarm")
    desk.at("2026-11-29 07:00").bring()
    desk.set_clock(-8 * DAY + 5 * HOUR)
    assert desk.book.plausibility.doubt is not None
    desk.answering.snooze("alarm")
    assert last(desk).until == desk.clock.now() + 5 * MINUTE


# Stop


def test_stop():
    """It says how long it rang."""
    desk = ringing().at("2026-11-23 07:03")
    desk.answering.dismiss("alarm")
    assert desk.book.state("alarm") is State.OFF
    assert last(desk) == Dismissed(at=desk.clock.now(), item_id="alarm", label="", after=3 * MINUTE)


def test_a_snooze_can_be_cancelled():
    """Stop ends it for good."""
    desk = ringing()
    desk.answering.snooze("alarm")
    desk.answering.dismiss("alarm")
    assert desk.local_due() is None


def test_stopping_what_does_not_ring_does_nothing():
    """A second press is harmless."""
    desk = Desk(make_alarm())
    desk.answering.dismiss("alarm")
    assert (desk.events, desk.journal.changes) == ([], [])


# Still awake?


def stopped(asks=False):
    """Give a desk where a daily alarm was stopped at 7:00, and asks since 7:05."""
    desk = ringing(make_alarm(rule=DAILY, ring=ASKING))
    desk.answering.dismiss("alarm")
    if asks:
        assert desk.at("2026-11-23 07:05").bring()
    return desk


def test_a_stop_that_is_to_be_asked_after_is_told_as_any():
    """It is silent, and not over before its question."""
    desk = stopped()
    assert isinstance(last(desk), Dismissed)
    assert desk.book.ringing() == desk.book.asking() == []
    assert desk.book.state("alarm") is State.SNOOZED
    assert desk.book.goal("alarm").at == local("2026-11-23 07:05")


def test_a_question_is_no_ring():
    """What rings next is the next occurrence, as far as anybody can tell."""
    assert stopped().local_due() == "2026-11-24 07:00"


def test_who_is_awake_ends_the_ring():
    """It is over, and goes on to tomorrow."""
    desk = stopped(asks=True).at("2026-11-23 07:05:20")
    desk.answering.answer_awake("alarm")
    assert last(desk) == AnsweredAwake(at=desk.clock.now(), item_id="alarm", label="")
    assert desk.book.rings("alarm")[-1].ending is Ending.DISMISSED
    assert desk.book.state("alarm") is State.ARMED
    assert desk.book.goal("alarm").at == local("2026-11-24 07:00")


@pytest.mark.parametrize("asks", [False, True], ids=["before the question", "while it asks"])
def test_to_stop_what_was_stopped_ends_it_for_good(asks):
    """It counts as an answer, even beforehand."""
    desk = stopped(asks)
    desk.answering.dismiss("alarm")
    assert isinstance(last(desk), AnsweredAwake)
    assert desk.book.open_ring("alarm") is None


def test_an_answer_to_no_question_does_nothing():
    """What rings goes on, what waits waits."""
    desk = ringing(make_alarm(ring=ASKING))
    desk.answering.answer_awake("alarm")
    assert desk.book.state("alarm") is State.RINGING
    desk.answering.dismiss("alarm")
    desk.answering.answer_awake("alarm")
    assert desk.book.open_ring("alarm").waits_to_ask


def test_a_question_can_not_be_snoozed():
    """There is nothing that sounds."""
    desk = stopped(asks=True)
    before = desk.book.open_ring("alarm")
    desk.answering.snooze("alarm")
    assert desk.book.open_ring("alarm") == before


def test_to_end_a_snooze_is_a_stop():
    """Who ends it early is asked as well."""
    desk = ringing(make_alarm(ring=ASKING))
    desk.answering.snooze("alarm")
    desk.answering.dismiss("alarm")
    assert desk.book.open_ring("alarm").waits_to_ask


def test_a_stop_counts_even_when_it_can_not_be_saved():
    """The question comes all the same."""
    desk = ringing(make_alarm(ring=ASKING))
    desk.journal.fails = True
    desk.answering.dismiss("alarm")
    assert desk.at("2026-11-23 07:05").bring()
    desk.answering.answer_awake("alarm")
    assert desk.book.open_ring("alarm") is None


# Stop all


def noisy():
    """Give a desk where two alarms sound, one asks, one is snoozed and one has not rung."""
    plain = [make_alarm(item_id=name) for name in ("one", "two", "snoozed")]
    asking = make_alarm(6, 55, item_id="asking", ring=ASKING)
    desk = Desk(*plain, asking, make_alarm(8, item_id="later")).at("2026-11-23 06:55")
    desk.bring("asking")
    desk.answering.dismiss("asking")
    desk.at("2026-11-23 07:00")
    for name in ("one", "two", "snoozed", "asking"):
        assert desk.bring(name)
    desk.answering.snooze("snoozed")
    desk.events.clear()
    return desk


def test_stop_all_ends_what_sounds_and_answers_what_asks():
    """Each with an event of its own; what is silent stays as it is."""
    desk = noisy()
    assert desk.answering.stop_all() == 3
    assert desk.book.ringing() == desk.book.asking() == []
    assert [(type(event), event.item_id) for event in desk.events] == [
        (Dismissed, "one"),
        (Dismissed, "two"),
        (AnsweredAwake, "asking"),
    ]
    assert desk.book.state("snoozed") is State.SNOOZED
    assert desk.local_due("later") == "2026-11-23 08:00"


def test_stop_all_is_asked_after_as_any_stop():
    """Who stops all may fall asleep again."""
    desk = ringing(make_alarm(ring=ASKING))
    assert desk.answering.stop_all() == 1
    assert desk.book.open_ring("alarm").waits_to_ask


def test_stop_all_where_nothing_rings():
    """Nothing is stopped and nothing told."""
    desk = Desk(make_alarm())
    assert desk.answering.stop_all() == 0
    assert desk.events == []


def test_one_that_can_not_be_stopped_keeps_no_other_from_it(caplog):
    """It is logged and not counted."""
    desk = noisy()

    def record(event):
        if event.item_id == "one":
            raise RuntimeError("the activity is broken")
        desk.events.append(event)

    assert Answering(desk.book, record).stop_all() == 2
    assert desk.book.ringing() == []
    assert "one could not be stopped" in caplog.text


# Missed


def missed():
    """Give a desk where an alarm was missed."""
    desk = Desk(make_alarm()).at("2026-11-23 09:00")
    desk.bring()
    return desk


def test_what_was_missed_stays_until_acknowledged():
    """A restart does not take it away."""
    again = missed().reopened()
    assert [item.id for item, _ in again.book.missed()] == ["alarm"]
    again.catching_up.acknowledge()
    assert again.book.missed() == []
    assert again.reopened().book.missed() == []


def test_an_acknowledgement_that_is_not_saved_is_not_one():
    """It would be back at the next start."""
    desk = missed()
    desk.journal.fails = True
    with pytest.raises(NotSaved):
        desk.catching_up.acknowledge()
    assert desk.book.missed()


def test_acknowledging_nothing_writes_nothing():
    """There is no empty transaction."""
    desk = Desk(make_alarm())
    desk.catching_up.acknowledge()
    assert desk.journal.changes == []


def test_a_missed_alarm_can_be_used_again():
    """Switched on, it is armed for its next time while the notice stays."""
    desk = missed()
    desk.editing.switch("alarm", on=True)
    assert desk.local_due() == "2026-11-24 07:00"
    assert desk.book.missed()
