from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from alarmclock.core.activity import events
from alarmclock.core.activity.activity_words import HEADLINES, Teller
from alarmclock.core.activity.events import (
    AnsweredAwake,
    Armed,
    ArmedAgain,
    Arranged,
    AskedAwake,
    Cancelled,
    ClockChanged,
    ClockDoubted,
    ClocksWillChange,
    Deleted,
    Dismissed,
    Doubtful,
    Edited,
    EndedUnexpectedly,
    Event,
    Failed,
    Heard,
    ManyChanged,
    Missed,
    Moved,
    MovedMany,
    Paused,
    Rang,
    RangByGuard,
    Resumed,
    Skipped,
    Snoozed,
    Ticked,
    TurnedOff,
    Unanswered,
    Unskipped,
)
from alarmclock.core.ringing import Cause

LISBON = ZoneInfo("Europe/Lisbon")
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 22, 2, 48, 300_000, tzinfo=UTC)
MORNING = datetime(2026, 11, 23, 7, 15, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


def make(kind, label="Gym", at=NOW, **facts):
    """Make an event with what every event has."""
    return kind(at=at, item_id="one", label=label, **facts)


EVENTS = {
    "alarm armed": (make(Armed, due=MORNING), "armed", "Gym · rings tomorrow 07:15", "text"),
    "alarm armed for today": (
        make(Armed, due=NOW + 30 * MINUTE),
        "armed",
        "Gym · rings today 22:32",
        "text",
    ),
    "timer armed": (
        make(Armed, "Tea", due=NOW + 5 * SECOND, length=5 * SECOND),
        "armed",
        "Tea · 5 s timer",
        "text",
    ),
    "timer ticked": (
        make(Ticked, "Tea", left=3 * SECOND, count=2, total=5),
        "tick",
        "Tea · tick 2 of 5",
        "accent",
    ),
    "alarm ticked": (
        make(Ticked, left=timedelta(hours=9, minutes=12, seconds=12)),
        "tick",
        "Gym · in 9 h 12 min 12 s",
        "accent",
    ),
    "rang at once": (make(Rang, due=NOW, late=0 * SECOND), "ALARM!", "Gym · on time", "good"),
    "rang within a millisecond": (
        make(Rang, due=NOW, late=timedelta(microseconds=999)),
        "ALARM!",
        "Gym · on time",
        "good",
    ),
    "rang some milliseconds late": (
        make(Rang, due=NOW, late=timedelta(microseconds=3_400)),
        "ALARM!",
        "Gym · 3 ms late",
        "good",
    ),
    "rang a second late": (make(Rang, due=NOW, late=SECOND), "ALARM!", "Gym · 1 s late", "good"),
    "rang minutes late": (
        make(Rang, due=NOW, late=12 * MINUTE),
        "ALARM!",
        "Gym · 12 min late",
        "good",
    ),
    "snoozed": (
        make(Snoozed, "Medication", until=NOW + 5 * MINUTE),
        "snoozed",
        "Medication · 5 min, until 22:07",
        "warn",
    ),
    "snoozed past midnight": (
        make(Snoozed, until=NOW + 120 * MINUTE),
        "snoozed",
        "Gym · 2 h, until tomorrow 00:02",
        "warn",
    ),
    "dismissed": (
        make(Dismissed, "Medication", after=14 * SECOND),
        "dismissed",
        "Medication · after 14 s",
        "text",
    ),
    "skipped": (
        make(Skipped, due=MORNING),
        "skipped",
        "Gym · does not ring tomorrow 07:15",
        "text",
    ),
    "missed, unanswered": (
        make(Missed, at=MORNING, due=MORNING, cause=Cause.UNANSWERED),
        "missed",
        "Gym · 07:15 · nobody answered",
        "bad",
    ),
    "missed on an earlier day": (
        make(Missed, due=MORNING - timedelta(days=2), cause=Cause.PROGRAM_CLOSED),
        "missed",
        "Gym · yesterday 07:15 · the program was closed",
        "bad",
    ),
    "cancelled": (
        make(Cancelled, "Nap", due=NOW + 4 * SECOND, left=4 * SECOND),
        "Alarm cancelled",
        "Nap · 4 s left",
        "bad",
    ),
    "failed": (
        make(Failed, reason="The sound file is empty."),
        "failed",
        "Gym · The sound file is empty.",
        "bad",
    ),
    "one armed again": (
        make(ArmedAgain, "", count=1, missed=0),
        "armed",
        "1 alarm armed again",
        "text",
    ),
    "armed again, one missed": (
        make(ArmedAgain, "", count=2, missed=1),
        "armed",
        "2 alarms armed again; 1 was missed while closed",
        "text",
    ),
    "armed again, some missed": (
        make(ArmedAgain, "", count=5, missed=2),
        "armed",
        "5 alarms armed again; 2 were missed while closed",
        "text",
    ),
    "clock set forward": (
        make(ClockChanged, "", step=timedelta(hours=2), zone="Europe/Lisbon"),
        "clock changed",
        "set 2 h forward",
        "text",
    ),
    "clock set back": (
        make(ClockChanged, "", step=-150 * SECOND, zone="Europe/Lisbon"),
        "clock changed",
        "set 2 min back",
        "text",
    ),
    "zone changed": (
        make(ClockChanged, "", step=timedelta(0), zone="Asia/Kathmandu"),
        "clock changed",
        "the time zone is Asia/Kathmandu",
        "text",
    ),
    "zone changed from another": (
        make(ClockChanged, "", step=timedelta(0), zone="Asia/Tokyo", zone_before="Etc/UTC"),
        "clock changed",
        "the time zone is Asia/Tokyo, it was Etc/UTC",
        "text",
    ),
    "set and zone changed": (
        make(ClockChanged, "", step=60 * MINUTE, zone="Asia/Tokyo", zone_before="Etc/UTC"),
        "clock changed",
        "set 1 h forward; the time zone is Asia/Tokyo, it was Etc/UTC",
        "text",
    ),
    "clock doubted": (
        make(ClockDoubted, "", alive_at=MORNING),
        "clock looks wrong",
        "it says Sun 22 Nov 22:02, but Alarm Clock was open on Mon 23 Nov 07:15",
        "warn",
    ),
    "clock doubted by years": (
        make(ClockDoubted, "", alive_at=MORNING, at=datetime(1970, 1, 1, 0, 4, tzinfo=UTC)),
        "clock looks wrong",
        "it says Thu 1 Jan 1970 01:04, but Alarm Clock was open on Mon 23 Nov 2026 07:15",
        "warn",
    ),
    "moved": (
        make(Moved, due=MORNING),
        "moved",
        "Gym · now rings tomorrow 07:15, in 9 h 12 min",
        "text",
    ),
    "moved away": (make(Moved, due=None), "moved", "Gym · does not ring any more", "text"),
    "clocks will change": (
        make(
            ClocksWillChange,
            "",
            day=date(2026, 11, 23),
            zone="Europe/Lisbon",
            is_pinned=False,
            shift=60 * MINUTE,
            first=time(2, 30),
            last=time(2, 30),
            count=4,
            names=("Gym", "Tea", "Work"),
        ),
        "clocks change",
        "02:30 does not exist tomorrow, rings 03:30 · Gym, Tea, Work and 1 more",
        "warn",
    ),
    "edited": (make(Edited, what="07:15 → 07:30"), "changed", "Gym · 07:15 → 07:30", "text"),
    "turned off": (make(TurnedOff), "turned off", "Gym · by you", "text"),
    "deleted": (make(Deleted), "deleted", "Gym · by you", "text"),
    "unskipped": (
        make(Unskipped, due=MORNING),
        "not skipped",
        "Gym · rings tomorrow 07:15 as planned",
        "text",
    ),
    "paused": (
        make(Paused, until=date(2026, 12, 3)),
        "paused",
        "Gym · until Thu 3 Dec 2026",
        "warn",
    ),
    "paused until told": (make(Paused, until=None), "paused", "Gym · until you resume", "warn"),
    "resumed": (make(Resumed), "resumed", "Gym · by you", "text"),
    "many changed": (
        make(ManyChanged, "", what="Paused 12 alarms"),
        "changed",
        "Paused 12 alarms",
        "text",
    ),
    "heard": (
        make(Heard, device="Speakers", peak=0.413),
        "heard",
        "Gym · peak 0.41 on Speakers",
        "good",
    ),
    "heard, not measured": (
        make(Heard, device="", peak=None),
        "heard",
        "Gym · played, not measured",
        "good",
    ),
    "unanswered": (
        make(Unanswered, until=NOW + 300 * SECOND),
        "no answer",
        f"Gym · rings again {NOW + 300 * SECOND:%H:%M}",
        "warn",
    ),
    "asked awake": (
        make(AskedAwake, until=NOW + 60 * SECOND),
        "still awake?",
        f"Gym · rings {NOW + 60 * SECOND:%H:%M} unless you answer",
        "warn",
    ),
    "answered awake": (make(AnsweredAwake), "awake", "Gym · by you", "good"),
    "rang by guard": (
        make(RangByGuard, due=NOW, late=SECOND),
        "guard rang",
        "Gym · the window did not answer for 1 s",
        "warn",
    ),
    "doubtful": (
        make(Doubtful, due=MORNING, reason="The speakers are muted."),
        "may not be heard",
        "Gym · tomorrow 07:15 · The speakers are muted.",
        "warn",
    ),
    "ended unexpectedly": (
        make(EndedUnexpectedly, "", alive_at=NOW - MINUTE, report="crash-1.txt"),
        "ended unexpectedly",
        "was open 22:01 · crash-1.txt",
        "bad",
    ),
    "ended unexpectedly, without a file": (
        make(EndedUnexpectedly, "", alive_at=MORNING - timedelta(days=2), report=""),
        "ended unexpectedly",
        "was open yesterday 07:15",
        "bad",
    ),
    "arranged": (
        make(Arranged, "", what="Paused Player"),
        "for the ring",
        "Paused Player",
        "text",
    ),
    "many moved": (
        make(MovedMany, "", count=1200, names=("Gym", "Tea", "Work" * 9)),
        "moved",
        "1,200 alarms ring at other times: Gym, Tea, WorkWorkWorkWorkWorkWor… and 1,197 more",
        "text",
    ),
}


@pytest.mark.parametrize(
    ("event", "headline", "detail", "tone"), EVENTS.values(), ids=EVENTS.keys()
)
def test_each_event_has_its_words(event, headline, detail, tone):
    """Headline, detail and tone of every kind of event are those of the design."""
    words = Teller(NOW, LISBON).words(event)
    assert (words.headline, words.detail, words.tone) == (headline, detail, tone)


def test_every_kind_of_event_has_a_headline():
    """No event that a daemon can report is without words."""
    kinds = {
        kind
        for kind in vars(events).values()
        if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event
    }
    assert set(HEADLINES) == kinds
    assert {type(event) for event, *_ in EVENTS.values()} == kinds


@pytest.mark.parametrize(
    ("event", "detail"),
    [
        pytest.param(make(Armed, "", due=MORNING), "rings tomorrow 07:15", id="armed"),
        pytest.param(
            make(Ticked, "", left=MORNING - NOW),
            "Alarm 07:15 · in 9 h 12 min 12 s",
            id="alarm ticked",
        ),
        pytest.param(
            make(Armed, "5 s timer", due=MORNING, length=5 * SECOND),
            "5 s timer · rings tomorrow 07:15",
            id="timer armed",
        ),
        pytest.param(
            make(Rang, "", due=MORNING, late=0 * SECOND), "Alarm 07:15 · on time", id="rang"
        ),
        pytest.param(make(Dismissed, "", after=SECOND), "Alarm · after 1 s", id="dismissed"),
        pytest.param(
            make(Failed, "", reason="The disk is full."), "The disk is full.", id="failed"
        ),
    ],
)
def test_an_alarm_without_a_label_is_named_by_its_time(event, detail):
    """What has no label is still told apart from others."""
    assert Teller(NOW, UTC).words(event).detail == detail


@pytest.mark.parametrize(
    ("count", "progress"),
    [
        pytest.param(0, 0.0, id="none"),
        pytest.param(2, 0.4, id="some"),
        pytest.param(6, 1.0, id="over"),
    ],
)
def test_a_timer_tick_has_its_progress(count, progress):
    """Progress runs from 0 to 1 and no further."""
    event = make(Ticked, left=SECOND, count=count, total=5)
    assert Teller(NOW, UTC).words(event).progress == pytest.approx(progress)


def test_an_alarm_tick_has_no_progress():
    """An alarm has no beginning from which its progress could be counted."""
    assert Teller(NOW, UTC).words(make(Ticked, left=SECOND)).progress is None


def test_an_armed_line_of_another_day_names_the_date():
    """“Tomorrow” would be wrong when the line is read a day later."""
    words = Teller(NOW + timedelta(days=1), UTC).words(make(Armed, due=MORNING))
    assert words.detail == "Gym · rings Mon 23 Nov 07:15"


@pytest.mark.parametrize(
    ("at", "short", "exact"),
    [
        pytest.param(NOW, "22:02:48", "22:02:48", id="today"),
        pytest.param(NOW - timedelta(days=1), "Yesterday", "Yesterday 22:02:48", id="yesterday"),
        pytest.param(NOW - timedelta(days=2), "Fri 20 Nov", "Fri 20 Nov 22:02:48", id="before"),
        pytest.param(
            datetime(2025, 12, 31, 1, 2, 3, tzinfo=UTC),
            "Wed 31 Dec 2025",
            "Wed 31 Dec 2025 01:02:03",
            id="another year",
        ),
        pytest.param(
            NOW + timedelta(days=1), "Mon 23 Nov", "Mon 23 Nov 22:02:48", id="clock set back"
        ),
    ],
)
def test_the_time_is_exact_today_and_a_day_before(at, short, exact):
    """Of today the second counts, of other days first of all the day."""
    teller = Teller(NOW, LISBON)
    assert (teller.when(at), teller.exactly_when(at)) == (short, exact)


def test_the_time_is_local():
    """Times and days are those of the zone that people live in."""
    just_before_midnight = datetime(2026, 11, 22, 22, 59, 59, tzinfo=UTC)
    after_midnight = just_before_midnight + SECOND
    assert Teller(after_midnight, BERLIN).when(just_before_midnight) == "Yesterday"
    assert Teller(after_midnight, BERLIN).when(after_midnight) == "00:00:00"


def test_a_line_is_one_sentence_for_a_screen_reader():
    """Time, headline and detail are read out in this order."""
    event = make(Ticked, "Tea", left=3 * SECOND, count=2, total=5)
    assert Teller(NOW, LISBON).sentence(event) == "22:02:48 tick, Tea · tick 2 of 5"
