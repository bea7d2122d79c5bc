"""The activity: keeps what happened and tells everyone."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from alarmclock.core.activity.activity import MOST_UNKEPT, ActivityLog
from alarmclock.core.activity.events import Failed, Rang, Ticked
from alarmclock.core.errors import NotSaved
from tests.core.builders import MINUTE, SUNDAY_EVENING, MemoryDiary

RANG = Rang(at=SUNDAY_EVENING, item_id="a", label="gym", due=SUNDAY_EVENING, late=timedelta(0))
TICKED = Ticked(at=SUNDAY_EVENING, item_id="a", label="gym", left=MINUTE)


@pytest.fixture
def diary():
    """A diary in memory."""
    return MemoryDiary()


@pytest.fixture
def activity(diary):
    """An activity over it."""
    return ActivityLog(diary)


def watched(activity):
    """Give the list that receives each event."""
    seen = []
    activity.watch(seen.append)
    return seen


def test_an_event_is_kept_and_told(activity, diary):
    """Each goes to the store and to whoever watches."""
    seen = watched(activity)
    activity.record(RANG)
    assert diary.kept == [RANG]
    assert seen == [RANG]


def test_ticks_are_told_but_not_kept(activity, diary):
    """A tick a second would fill the store."""
    seen = watched(activity)
    activity.record(TICKED)
    assert diary.kept == []
    assert seen == [TICKED]


def test_a_watcher_that_raises_does_not_stop_the_others(activity, caplog):
    """A broken view never stops a ring; its error is in the log."""

    def broken(event):
        raise RuntimeError("broken view")

    activity.watch(broken)
    seen = watched(activity)
    with caplog.at_level(logging.ERROR):
        activity.record(RANG)
    assert seen == [RANG]
    assert "broken view" in caplog.text


def test_an_event_that_is_not_saved_is_told_with_the_reason(activity, diary):
    """People see the event itself, and that it could not be kept."""
    diary.fails = True
    seen = watched(activity)
    activity.record(RANG)
    assert seen[0] == RANG
    assert isinstance(seen[1], Failed)
    assert seen[1].reason == "The disk is full. Free some space."


def test_a_full_disk_is_told_once(activity, diary):
    """While it lasts, the complaint is not repeated with each event."""
    diary.fails = True
    seen = watched(activity)
    activity.record(RANG)
    activity.record(RANG)
    assert [type(event) for event in seen] == [Rang, Failed, Rang]


def test_a_disk_that_is_full_again_is_told_again(activity, diary):
    """After it was well in between, a new failure is news."""
    diary.fails = True
    activity.record(RANG)
    diary.fails = False
    activity.record(RANG)
    diary.fails = True
    seen = watched(activity)
    activity.record(RANG)
    assert [type(event) for event in seen] == [Rang, Failed]


def test_held_events_are_told_at_once_and_kept_together(activity, diary):
    """While many daemons report, the store is written once, in the end."""
    seen = watched(activity)
    activity.hold()
    activity.record(RANG)
    activity.record(TICKED)
    assert (seen, diary.kept) == ([RANG, TICKED], [])
    activity.release()
    assert diary.kept == [RANG]
    activity.record(RANG)
    assert diary.kept == [RANG, RANG]


def test_held_events_that_can_not_be_saved_stop_nothing(activity, diary, caplog):
    """The program goes on closing with a full disk."""
    activity.hold()
    activity.record(RANG)
    diary.fails = True
    activity.release()
    assert "disk is full" in caplog.text


def numbered(number):
    """Give one of many events."""
    return replace(RANG, at=SUNDAY_EVENING + number * MINUTE)


def test_what_could_not_be_saved_is_kept_once_there_is_room(activity, diary):
    """In its order, so that the activity tells what happened while the disk was full."""
    seen = watched(activity)
    diary.fails = True
    activity.record(numbered(1))
    activity.record(numbered(2))
    diary.fails = False
    activity.record(numbered(3))
    assert diary.kept == [numbered(1), numbered(2), numbered(3)]
    activity.record(numbered(4))
    assert diary.kept == [numbered(1), numbered(2), numbered(3), numbered(4)]
    assert [event for event in seen if isinstance(event, Rang)] == diary.kept


def test_what_could_not_be_saved_is_kept_though_nothing_else_happens(activity, diary):
    """Each minute it is tried anew; until it is done, whoever asks is told so."""
    diary.fails = True
    activity.record(RANG)
    with pytest.raises(NotSaved, match="full"):
        activity.save_again()
    diary.fails = False
    for _ in range(2):
        activity.save_again()
    assert diary.kept == [RANG]


def test_what_could_not_be_saved_is_kept_at_the_end(activity, diary):
    """The program may close right after the disk has room again."""
    diary.fails = True
    activity.record(numbered(1))
    activity.hold()
    activity.record(numbered(2))
    diary.fails = False
    activity.release()
    assert diary.kept == [numbered(1), numbered(2)]


def test_a_disk_that_stays_full_fills_no_memory(activity, diary):
    """The newest are kept."""
    diary.fails = True
    for number in range(MOST_UNKEPT + 10):
        activity.record(numbered(number))
    diary.fails = False
    activity.record(RANG)
    assert diary.kept == [*map(numbered, range(10, MOST_UNKEPT + 10)), RANG]


def test_what_comes_together_is_told_at_once(activity, diary):
    """A thousand rings of one instant are one picture, and one write."""
    seen, at_once = watched(activity), []
    activity.watch_all(lambda events: at_once.append(list(events)))
    with activity.told_together(), activity.kept_together():
        activity.record(RANG)
        activity.record(RANG)
        assert (seen, diary.kept) == ([], [])
    assert (seen, diary.kept) == ([RANG, RANG], [RANG, RANG])
    assert at_once == [[RANG, RANG]]


def test_what_comes_together_is_kept_before_it_is_told(activity, diary):
    """As a single event is."""
    kept_when_told = []
    activity.watch(lambda _event: kept_when_told.append(list(diary.kept)))
    with activity.told_together(), activity.kept_together():
        activity.record(RANG)
    assert kept_when_told == [[RANG]]


def test_what_can_not_be_kept_together_is_told_all_the_same(activity, diary):
    """With the reason, once."""
    seen = watched(activity)
    diary.fails = True
    with activity.told_together(), activity.kept_together():
        activity.record(RANG)
        activity.record(RANG)
    assert [type(event) for event in seen] == [Rang, Rang, Failed]


class Batch:
    """Writes of a diary that count at the end only."""

    def __init__(self, diary):
        self.diary, self.fails = diary, False

    def __enter__(self):
        self.before = list(self.diary.kept)

    def __exit__(self, *_error):
        self.written = list(self.diary.kept)
        if self.fails:
            self.diary.kept[:] = self.before
            raise NotSaved("The change could not be saved: the disk is full.")


def test_what_happens_is_a_part_of_the_write_that_it_is_about(activity, diary):
    """The disk is waited for once, and what is told is on it."""
    batch, seen = Batch(diary), watched(activity)
    with activity.told_together(), activity.kept_together(batch):
        activity.record(RANG)
    assert batch.written == diary.kept == seen == [RANG]


def test_what_happened_is_kept_though_the_write_that_it_is_about_fails(activity, diary):
    """By itself, once: it did happen."""
    batch, seen = Batch(diary), watched(activity)
    batch.fails = True
    with pytest.raises(NotSaved), activity.told_together(), activity.kept_together(batch):
        activity.record(RANG)
    assert diary.kept == seen == [RANG]


def test_an_error_within_a_batch_keeps_what_happened_once(activity, diary):
    """The batch is written all the same."""

    def record_and_fail():
        with activity.told_together(), activity.kept_together(Batch(diary)):
            activity.record(RANG)
            raise LookupError

    with pytest.raises(LookupError):
        record_and_fail()
    assert diary.kept == [RANG]


def test_what_a_batch_does_not_take_is_told_and_kept_later(activity, diary):
    """A full disk that has room again gets all of it."""
    seen = watched(activity)
    diary.fails = True
    with activity.told_together(), activity.kept_together(Batch(diary)):
        activity.record(RANG)
    assert [type(event) for event in seen] == [Rang, Failed]
    diary.fails = False
    with activity.kept_together(Batch(diary)):
        activity.record(RANG)
    assert diary.kept == [RANG, RANG]


def test_an_error_in_the_middle_loses_nothing_that_was_recorded(activity, diary):
    """Whoever fails, fails alone."""
    seen = watched(activity)

    def record_and_fail():
        with activity.told_together(), activity.kept_together():
            activity.record(RANG)
            raise LookupError

    with pytest.raises(LookupError):
        record_and_fail()
    activity.record(RANG)
    assert seen == diary.kept == [RANG, RANG]
