"""How people read the choices."""

from datetime import timedelta

import pytest

from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import Settings
from alarmclock.ui.settings import words
from tests.ui.settings.conftest import SOUNDS


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (words.closing_words(timedelta(0)), "Closes at once"),
        *zip(
            map(words.kept_words, words.KEPT),
            ("30 days", "90 days", "1 year", "3 years", "10 years", "For ever"),
            strict=True,
        ),
        (words.kept_words(timedelta(days=400)), "400 days"),
        (words.closing_words(timedelta(seconds=1.5)), "1.5 s"),
        (words.rise_words(timedelta(0)), "At once"),
        (words.rise_words(timedelta(seconds=90)), "Rises over 1 min 30 s"),
        (words.snooze_limit_words(0), "Not at all"),
        (words.snooze_limit_words(1), "Once"),
        (words.snooze_limit_words(3), "3 times"),
        (words.snooze_limit_words(None), "Without limit"),
        (words.late_limit_words(timedelta(0)), "Only on time"),
        (words.late_limit_words(timedelta(hours=2)), "Up to 2 h late"),
        (words.late_limit_words(None), "However late"),
        (words.again_words(0), "Not again"),
        (words.again_words(1), "Once"),
        (words.again_words(3), "3 times"),
        *zip(
            map(words.task_words, words.TASKS),
            ("No task", "Easy sum", "Sums", "Hard sums", "Type a sentence"),
            strict=True,
        ),
        (words.awake_words(None), "Not asked"),
        (words.awake_words(timedelta(minutes=7)), "After 7 min"),
        *zip(
            map(words.raise_words, words.RAISE_TO),
            (
                "Leave the volume alone",
                *(f"Unmute and turn up to {volume} %" for volume in (40, 50, 70, 100)),
            ),
            strict=True,
        ),
        (words.pause_media_words(True), "Pause for the ring"),
        (words.pause_media_words(False), "Play on"),
        *zip(
            map(words.stay_awake_words, words.STAY_AWAKE),
            ("Never", "10 min before rings", "While something is armed"),
            strict=True,
        ),
        *zip(
            map(words.notice_words, words.NOTICES),
            ("Off", "10 min before", "30 min before", "60 min before"),
            strict=True,
        ),
        (words.sound_words("bell", SOUNDS), "Bell"),
        (words.sound_words("/home/anna/Küche.wav", SOUNDS), "Küche.wav"),
    ],
)
def test_a_choice_in_words(said, expected):
    """Each value reads as people would say it."""
    assert said == expected


@pytest.mark.parametrize(
    ("offered", "default"),
    [
        (words.CLOSING_TIMES, Settings().closing_time),
        (words.VOLUMES, RingSettings().volume),
        (words.RISES, RingSettings().rise),
        (words.SNOOZE_LENGTHS, RingSettings().snooze_length),
        (words.SNOOZE_LIMITS, RingSettings().snooze_limit),
        (words.RING_LENGTHS, RingSettings().ring_length),
        (words.LATE_LIMITS, RingSettings().late_limit),
        (words.AGAIN, RingSettings().again),
        (words.PAUSES, RingSettings().again_every),
        (words.TASKS, RingSettings().task),
        (words.AWAKE_AFTER, RingSettings().awake_after),
        (words.RAISE_TO, Settings().raise_to),
        (words.PAUSE_MEDIA, Settings().pause_media),
        (words.STAY_AWAKE, Settings().stay_awake),
        (words.NOTICES, Settings().notice_before),
    ],
    ids=[
        "closing",
        "volume",
        "rise",
        "snooze length",
        "snooze limit",
        "ring length",
        "late",
        "again",
        "again every",
        "task",
        "awake after",
        "raise to",
        "pause media",
        "stay awake",
        "notice before",
    ],
)
def test_the_default_is_among_the_choices(offered, default):
    """Whoever changed a setting finds the way back."""
    assert default in offered


def test_every_choice_is_valid():
    """What is offered is accepted."""
    for closing_time in words.CLOSING_TIMES:
        Settings(closing_time=closing_time)
    for raise_to in words.RAISE_TO:
        Settings(raise_to=raise_to)
    for lead in words.NOTICES:
        Settings(notice_before=lead)
    for name, values in (
        ("volume", words.VOLUMES),
        ("rise", words.RISES),
        ("snooze_length", words.SNOOZE_LENGTHS),
        ("snooze_limit", words.SNOOZE_LIMITS),
        ("ring_length", words.RING_LENGTHS),
        ("late_limit", words.LATE_LIMITS),
        ("again", words.AGAIN),
        ("again_every", words.PAUSES),
        ("awake_after", words.AWAKE_AFTER),
    ):
        for value in values:
            RingSettings(**{name: value})
