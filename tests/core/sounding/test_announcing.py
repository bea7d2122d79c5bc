"""Notifications follow what rings, comes and was missed; what is pressed on them is done."""

from dataclasses import replace

import pytest

from alarmclock.core.certainty.doubts import Doubts
from alarmclock.core.certainty.verdict import Check, Grade, Mend, Reason
from alarmclock.core.errors import NotSaved
from alarmclock.core.ring_settings import RingSettings, Task
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from alarmclock.core.sounding.announcing import MOST_SHOWN, Announcer
from alarmclock.core.surroundings.notifier import PaperNotifier, Press
from tests.core.builders import MINUTE, Desk, make_alarm

DAILY = Weekdays(EVERY_DAY)
TEN_MINUTES = 10 * MINUTE
MUTED = Reason(Check.VOLUME, Grade.BAD, "The computer is muted.", Mend.UNMUTE)


class Answers:
    """Carries out what is pressed, and writes it down."""

    def __init__(self, desk):
        self.desk, self.done = desk, []

    def stop(self, item_id):
        """Stop."""
        self.done.append(("stop", item_id))
        self.desk.answering.dismiss(item_id)

    def snooze(self, item_id, length):
        """Snooze."""
        self.done.append(("snooze", item_id, length))
        self.desk.answering.snooze(item_id, length)

    def answer_awake(self, item_id):
        """Be awake."""
        self.desk.answering.answer_awake(item_id)

    def leave_out(self, item_id):
        """Skip."""
        self.done.append(("leave out", item_id))

    def stop_all(self):
        """Stop all."""
        self.desk.answering.stop_all()

    def acknowledge(self, key):
        """Take note."""
        self.desk.catching_up.acknowledge(key)


class Scene:
    """Alarms for 07:00 tomorrow, and notifications on paper."""

    def __init__(self, *items):
        self.desk = Desk(*(items or (make_alarm(7, label="Gym", rule=DAILY),)))
        self.notifier = PaperNotifier()
        self.answers = Answers(self.desk)
        self.mended, self.shows = [], 0
        self.bar = []
        self.doubts = Doubts(
            self.desk.book,
            self.desk.events.append,
            lambda: self.notifier.server is not None,
            self.bar.append,
            self.bar.remove,
        )
        self.announcer = Announcer(
            self.desk.book,
            self.notifier,
            self.answers,
            self._show,
            lambda mend, item_id: self.mended.append((mend, item_id)),
            self.doubts,
        )
        self.announcer.start()

    def _show(self):
        self.shows += 1

    def ring(self, *item_ids):
        """Let them come due."""
        self.desk.at("2026-11-23 07:00")
        for item_id in item_ids or ("alarm",):
            self.desk.bring(item_id)

    @property
    def shown(self):
        """Give what is shown, by title."""
        return {notice.title: notice for notice in self.notifier.shown.values()}

    def goal(self, item_id="alarm"):
        """Give what an alarm waits for."""
        return self.desk.book.goal(item_id)


def presses(notice):
    """Give the buttons of a notice."""
    return [press for press, _ in notice.presses]


def test_a_ring_is_announced_urgently_with_snooze_and_stop():
    """Until it is answered."""
    scene = Scene()
    scene.ring()
    notice = scene.shown["Gym"]
    assert notice.is_urgent
    assert notice.body == "Due 07:00."
    assert dict(notice.presses) == {
        Press.SNOOZE: "Snooze 5 min",
        Press.STOP: "Stop",
        Press.OPEN: "Show",
    }
    scene.notifier.press("ring alarm", Press.STOP)
    assert scene.answers.done == [("stop", "alarm")]
    assert scene.shown == {}


def test_snooze_is_pressed_and_the_next_ring_is_announced_anew():
    """It says how often it was snoozed."""
    scene = Scene()
    scene.ring()
    scene.notifier.press("ring alarm", Press.SNOOZE)
    assert scene.answers.done == [("snooze", "alarm", None)]
    assert scene.shown == {}
    scene.desk.at("2026-11-23 07:05").bring()
    assert scene.shown["Gym"].body == "Due 07:00. Snoozed once."


def test_a_notice_that_is_shown_already_is_not_shown_again():
    """Other changes of the book are none of its business."""
    scene = Scene()
    scene.ring()
    scene.desk.editing.add(make_alarm(9, item_id="other"))
    assert len(scene.notifier.history) == 1


@pytest.mark.parametrize(
    ("ring", "expected"),
    [
        pytest.param(
            RingSettings(task=Task.SUM), [Press.SNOOZE, Press.OPEN], id="a task is not passed by"
        ),
        pytest.param(
            RingSettings(snooze_limit=0), [Press.STOP, Press.OPEN], id="no snooze is left"
        ),
    ],
)
def test_only_what_can_be_done_is_offered(ring, expected):
    """As in the window."""
    scene = Scene(make_alarm(7, label="Gym", ring=ring))
    scene.ring()
    assert presses(scene.shown["Gym"]) == expected


def test_to_open_it_shows_the_window():
    """And answers nothing."""
    scene = Scene()
    scene.ring()
    scene.notifier.press("ring alarm", Press.OPEN)
    assert scene.shows == 1
    assert "Gym" in scene.shown


def test_an_answer_that_fails_shows_the_window():
    """There it can be seen why."""
    scene = Scene()
    scene.ring()

    def fail(_item_id):
        raise NotSaved("The disk is full.")

    scene.answers.stop = fail
    scene.notifier.press("ring alarm", Press.STOP)
    assert scene.shows == 1


def test_who_stopped_it_is_asked_by_a_notification_too():
    """And can answer there."""
    scene = Scene(make_alarm(7, label="Gym", ring=RingSettings(awake_after=5 * MINUTE)))
    scene.ring()
    scene.desk.answering.dismiss("alarm")
    assert scene.shown == {}
    scene.desk.at("2026-11-23 07:05").bring()
    assert scene.shown["Still awake?"].body == "Gym rings again at 07:06 unless you answer."
    scene.notifier.press("awake alarm", Press.AWAKE)
    assert scene.desk.book.open_ring("alarm") is None
    assert scene.shown == {}


def test_what_was_missed_is_told_until_noted():
    """With its cause."""
    scene = Scene(make_alarm(7, label="Gym"))
    scene.ring()
    scene.desk.at("2026-11-23 07:10").bring()
    notice = scene.shown["Missed: Gym"]
    assert notice.body == "Due 07:00: nobody answered."
    scene.notifier.press("missed alarm", Press.DONE)
    assert scene.shown == {}
    assert scene.desk.book.missed() == []


def test_many_at_once_share_a_notice():
    """A screen has room for a few."""
    alarms = [make_alarm(7, label=f"A{n}", item_id=f"a{n}") for n in range(MOST_SHOWN + 1)]
    scene = Scene(*alarms)
    scene.ring(*(alarm.id for alarm in alarms))
    (notice,) = scene.shown.values()
    assert (notice.title, notice.body) == ("5 alarms ring", "A0, A1, A2 and 2 more.")
    scene.notifier.press("ring all", Press.STOP)
    assert scene.desk.book.ringing() == []


def test_an_alarm_that_comes_soon_is_told_of_and_can_be_left_out():
    """The notice goes with the ring."""
    scene = Scene()
    scene.desk.at("2026-11-23 06:50")
    scene.announcer.tell_soon(scene.goal(), TEN_MINUTES)
    notice = scene.shown["Gym rings at 07:00"]
    assert (notice.body, notice.is_urgent) == ("In 10 min.", False)
    scene.notifier.press("soon alarm", Press.SKIP)
    assert scene.answers.done == [("leave out", "alarm")]
    scene.ring()
    assert list(scene.shown) == ["Gym"]


def test_a_notice_goes_when_its_ring_comes_at_another_time():
    """It would be wrong."""
    scene = Scene()
    scene.desk.at("2026-11-23 06:50")
    scene.announcer.tell_soon(scene.goal(), TEN_MINUTES)
    scene.desk.editing.replace(make_alarm(8, label="Gym", rule=DAILY))
    assert scene.shown == {}


def test_what_rings_after_midnight_is_told_with_its_day():
    """In words that can be read as a sentence."""
    scene = Scene(make_alarm(0, 5, label="Flight", rule=DAILY))
    scene.desk.at("2026-11-22 23:55")
    scene.announcer.tell_soon(scene.goal(), TEN_MINUTES)
    scene.doubts.warn(scene.goal(), (MUTED,))
    assert sorted(scene.shown) == [
        "Flight rings tomorrow at 00:05",
        "Flight tomorrow at 00:05 will not be heard",
    ]


def test_an_alarm_set_for_in_a_moment_is_not_told_of():
    """Whoever set it knows."""
    scene = Scene()
    scene.desk.at("2026-11-23 06:57")
    scene.announcer.tell_soon(scene.goal(), TEN_MINUTES)
    assert scene.shown == {}


def test_a_doubt_is_told_with_what_mends_it():
    """And taken back when it is mended."""
    scene = Scene()
    scene.desk.at("2026-11-23 06:50")
    scene.doubts.warn(scene.goal(), (MUTED, replace(MUTED, sentence="And more.")))
    notice = scene.shown["Gym at 07:00 will not be heard"]
    assert notice.is_urgent
    assert notice.body == "The computer is muted.\nAnd more."
    assert notice.presses[0] == (Press.MEND, "Unmute")
    scene.notifier.press("doubt alarm", Press.MEND)
    assert scene.mended == [(Mend.UNMUTE, "alarm")]
    scene.doubts.unwarn("alarm")
    assert scene.shown == {}


@pytest.mark.parametrize(
    ("check", "title"),
    [
        pytest.param(Check.VOLUME, "Gym at 07:00 may not be heard", id="too quiet"),
        pytest.param(Check.CLOCK, "Gym at 07:00 may ring at a wrong time", id="the clock"),
        pytest.param(Check.SOUND, "Gym at 07:00 rings with another sound", id="the sound"),
        pytest.param(Check.SLEEP, "Gym at 07:00 may not ring", id="asleep"),
    ],
)
def test_the_title_of_a_doubt_says_what_the_card_says(check, title):
    """Another sound is heard all the same."""
    scene = Scene()
    scene.desk.at("2026-11-23 06:50")
    scene.doubts.warn(scene.goal(), (Reason(check, Grade.WARNING, "So it is."),))
    assert list(scene.shown) == [title]


def many_in_doubt():
    """Warn of more rings than have room for a notice each."""
    alarms = [make_alarm(7, label=f"A{n}", item_id=f"a{n}") for n in range(MOST_SHOWN + 2)]
    scene = Scene(*alarms)
    scene.desk.at("2026-11-23 06:50")
    for alarm in alarms:
        scene.doubts.warn(scene.goal(alarm.id), (MUTED,))
    return scene


def test_many_doubts_share_a_notice_and_its_mend_mends_all():
    """One muted computer is one thing to see to."""
    scene = many_in_doubt()
    (notice,) = scene.shown.values()
    assert notice.title == "6 alarms: will not be heard"
    assert notice.body == "A0, A1, A2 and 3 more. The computer is muted."
    scene.notifier.press("doubt all", Press.MEND)
    assert scene.mended == [(Mend.UNMUTE, None)]
    for number in range(MOST_SHOWN + 2):
        scene.doubts.unwarn(f"a{number}")
    assert scene.shown == {}


def test_where_nobody_shows_notifications_the_window_reminds_of_doubts():
    """Each for itself, or all in one line; and no more of what was mended."""
    scene = many_in_doubt()
    assert scene.bar == []
    scene.notifier.change(None)
    scene.doubts.unwarn("a5")
    assert scene.bar == [
        "5 alarms: will not be heard. A0, A1, A2 and 2 more. The computer is muted."
    ]
    scene.doubts.unwarn("a4")
    assert len(scene.bar) == MOST_SHOWN
    assert "A0 at 07:00 will not be heard. The computer is muted." in scene.bar
    for number in range(MOST_SHOWN):
        scene.doubts.unwarn(f"a{number}")
    assert scene.bar == []


def test_what_rings_at_the_start_is_announced():
    """The program was closed while it rang."""
    scene = Scene()
    scene.ring()
    again = Announcer(
        scene.desk.book,
        PaperNotifier(),
        scene.answers,
        lambda: None,
        lambda *_: None,
        scene.doubts,
    )
    again.start()
    assert list(again._shown) == ["ring alarm"]


def test_a_press_on_what_is_gone_shows_the_window():
    """The alarm was deleted meanwhile."""
    scene = Scene(make_alarm(7, label="Gym"))
    scene.ring()
    scene.desk.editing.remove("alarm")
    scene.announcer._carry_out("ring alarm", Press.STOP)
    assert scene.shows == 1
