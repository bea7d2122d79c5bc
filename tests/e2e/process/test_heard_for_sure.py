"""The real program on a real sound server: what it plays is recorded, and held against its words.

The program's clock and the recording go by the same wall clock; see Timeline for how exactly.
"""

import time
from dataclasses import replace
from datetime import timedelta

import pytest

from alarmclock.core.activity.events import Arranged, Dismissed, Failed, Heard, Rang, RangByGuard
from alarmclock.core.player import NO_DEVICE
from alarmclock.desktop.machine import TURNED_UP
from tests.e2e.process.prepared import SHORT_CLOSING, activity, make_timer, wait_for_event
from tests.e2e.process.screen import until
from tests.e2e.process.surroundings import TONE, Hands, environment
from tests.sound_servers import SINK, SPEAKERS, PipeWireServer, PulseServer

IN_TIME = timedelta(milliseconds=150)
SILENT_WITHIN = timedelta(milliseconds=100)
# How much too late a moment of the recording may be told.
ACCURACY = timedelta(milliseconds=30)
GUARD_RINGS_WITHIN = timedelta(seconds=1.5)
HEARD_AGAIN_WITHIN_S = 3.0
CLEAR_PEAK = 0.1


def could_not_be_heard(data_dir):
    """Read the reasons for which the activity says that something could not be heard."""
    reasons = [event.reason for event in activity(data_dir, Failed)]
    return [reason for reason in reasons if "could not be heard" in reason]


def assert_silent_soon(timeline, stopped_at):
    """What was stopped is silent within a tenth of a second."""
    timeline.wait_until_silent()
    assert timeline.last_sound() - stopped_at < SILENT_WITHIN + ACCURACY


@pytest.mark.parametrize(
    "speakers", [PulseServer, PipeWireServer], ids=["pulseaudio", "pipewire"], indirect=True
)
def test_a_ring_is_heard_in_time_proved_and_silent_at_stop(hands, speakers, record_property):
    """A timer that was typed sounds at its due, the activity has the peak, Enter ends it."""
    speakers.server.start()
    person = hands()
    timeline = speakers.record()
    person.type_timer("in 3 s tea")
    person.wait_for_ring("tea")
    rang = wait_for_event(person.data_dir, Rang)
    heard = wait_for_event(person.data_dir, Heard)
    late = timeline.first_sound() - rang.due
    record_property("sound after the due, s", late.total_seconds())
    assert timedelta(0) <= late < IN_TIME
    assert (heard.label, heard.device) == ("tea", SPEAKERS)
    assert heard.peak > CLEAR_PEAK
    person.press("Return")
    stopped = wait_for_event(person.data_dir, Dismissed)
    assert_silent_soon(timeline, stopped.at)
    record_property("silence after Stop, s", (timeline.last_sound() - stopped.at).total_seconds())
    assert not activity(person.data_dir, Failed)
    person.end()


def test_a_server_that_dies_while_it_rings_is_heard_when_it_is_back(hands, speakers):
    """Within three seconds, and the activity makes no drama of it."""
    speakers.server.start()
    person = hands(make_timer("tea", sound=TONE))
    speakers.record().hear()
    wait_for_event(person.data_dir, Heard)
    speakers.server.restart()
    back_at_s = time.monotonic()
    timeline = speakers.record()
    timeline.hear()
    assert time.monotonic() - back_at_s < HEARD_AGAIN_WITHIN_S
    person.stop("tea")
    assert_silent_soon(timeline, wait_for_event(person.data_dir, Dismissed).at)
    assert not activity(person.data_dir, Failed)
    assert len(activity(person.data_dir, Heard)) == 1
    person.end()


def test_a_server_that_comes_while_it_rings_is_heard(hands, speakers):
    """It is told what was heard, and nothing of what was not heard for a moment."""
    person = hands(make_timer("tea", sound=TONE))
    person.wait_for_ring("tea")
    assert not activity(person.data_dir, Heard)
    speakers.server.start()
    timeline = speakers.record()
    timeline.hear()
    assert wait_for_event(person.data_dir, Heard).device == SPEAKERS
    person.stop("tea")
    assert_silent_soon(timeline, wait_for_event(person.data_dir, Dismissed).at)
    assert not activity(person.data_dir, Failed)
    person.end()


def test_what_nobody_can_hear_flashes_over_the_screen_until_it_is_heard(hands, speakers):
    """After five seconds, with the reason in the activity; then a server comes."""
    person = hands(make_timer("tea", sound=TONE))
    rang = wait_for_event(person.data_dir, Rang)
    person.wait_for_ring("tea")
    assert not person.fills_screen("tea")
    until(lambda: could_not_be_heard(person.data_dir), "the failure in the activity")
    waited = activity(person.data_dir, Failed)[-1].at - rang.at
    assert timedelta(seconds=5) <= waited < timedelta(seconds=8)
    (reason,) = could_not_be_heard(person.data_dir)
    assert reason.startswith(f"It could not be heard. {NO_DEVICE.sentence} It also tries paplay")
    until(lambda: person.fills_screen("tea"), "the flashing screen")
    person.screen.picture("flashing")
    speakers.server.start()
    timeline = speakers.record()
    timeline.hear()
    until(lambda: not person.fills_screen("tea"), "the end of the flashing")
    person.stop("tea")
    assert_silent_soon(timeline, wait_for_event(person.data_dir, Dismissed).at)
    assert len(could_not_be_heard(person.data_dir)) == 1
    person.end()


def test_a_window_that_hangs_over_a_due_rings_all_the_same(hands, speakers, record_property):
    """The guard rings a second late and says so; when the window is back, Stop stops at once."""
    speakers.server.start()
    person = hands(watched=("--hangs", "4"))
    timeline = speakers.record()
    person.type_timer("in 3 s tea")
    person.wait_for_ring("tea")
    (guarded,) = activity(person.data_dir, RangByGuard)
    late = timeline.first_sound() - guarded.due
    record_property("sound by the guard after the due, s", late.total_seconds())
    assert timedelta(seconds=1) <= late < GUARD_RINGS_WITHIN
    assert timedelta(seconds=2.5) < activity(person.data_dir, Rang)[0].late
    person.press("Return")
    stopped = wait_for_event(person.data_dir, Dismissed)
    assert_silent_soon(timeline, stopped.at)
    person.end()


def test_a_muted_computer_is_unmuted_from_the_ring_window(hands, speakers):
    """By the keyboard; it is heard then, and stays unmuted."""
    speakers.server.start().mute(True)
    person = hands(make_timer("tea", sound=TONE), watched=())
    timeline = speakers.record()
    person.wait_for_ring("tea")
    person.wait_to_see(f"“{SPEAKERS}” is muted, so that nobody can hear this.")
    assert not activity(person.data_dir, Heard)
    person.screen.picture("muted")
    person.press("Tab", "space")
    until(lambda: not speakers.server.is_muted(), "the end of the muting")
    timeline.hear()
    assert wait_for_event(person.data_dir, Heard).peak > CLEAR_PEAK
    person.stop("tea")
    assert not speakers.server.is_muted()
    assert not activity(person.data_dir, Failed)
    person.end()


def test_the_computer_is_turned_up_for_the_ring_and_down_after_it(hands, speakers):
    """If that was chosen; the activity says both."""
    speakers.server.start().mute(True)
    speakers.server.set_volume(30)
    settings = replace(SHORT_CLOSING, raise_to=70)
    person = hands(make_timer("tea", sound=TONE), settings=settings)
    speakers.record().hear()
    assert (speakers.server.is_muted(), set(speakers.server.volume())) == (False, {70})
    person.stop("tea")
    until(speakers.server.is_muted, "the old volume")
    assert set(speakers.server.volume()) == {30}
    assert [event.what for event in activity(person.data_dir, Arranged)] == [
        "The volume was muted at 30 %, and is turned up to 70 %.",
        "The volume is muted at 30 % again.",
    ]
    person.end()


def test_killed_in_a_ring_the_next_start_turns_the_computer_down(hands, speakers, start):
    """As before the ring; what was cut off turns it up again, and down when it is stopped."""
    speakers.server.start().mute(True)
    speakers.server.set_volume(30)
    settings = replace(SHORT_CLOSING, raise_to=70)
    person = hands(make_timer("tea", sound=TONE), settings=settings)
    speakers.record().hear()
    person.program.process.kill()
    person.program.process.communicate()
    assert (speakers.server.is_muted(), set(speakers.server.volume())) == (False, {70})
    around = environment(speakers.server.folder)
    person = Hands(person.screen, start(person.data_dir, **around).wait_open())
    wait_for_event(person.data_dir, Arranged, 3)
    assert [event.what for event in activity(person.data_dir, Arranged)] == [
        "The volume was muted at 30 %, and is turned up to 70 %.",
        f"The volume of {SPEAKERS} is muted at 30 % again, as before the ring that was cut off.",
        "The volume was muted at 30 %, and is turned up to 70 %.",
    ]
    person.stop("tea")
    until(speakers.server.is_muted, "the old volume")
    assert set(speakers.server.volume()) == {30}
    person.end()
    assert not (person.data_dir / TURNED_UP).exists()


def test_the_ring_follows_the_device_that_is_chosen_or_left(hands, speakers):
    """Another default, one that is pulled out, and one that is plugged in again."""
    server = speakers.server.start()
    person = hands(make_timer("tea", sound=TONE))
    speakers.record().hear()
    server.add_sink("headset", "Our Headset")
    headset = speakers.record("headset")
    assert not headset.recording.is_loud_now()
    server.set_default("headset")
    headset.hear(HEARD_AGAIN_WITHIN_S)
    server.remove_sink("headset")
    speakers.record().hear(HEARD_AGAIN_WITHIN_S)
    server.add_sink("headset", "Our Headset")
    server.remove_sink(SINK)
    speakers.record("headset").hear(HEARD_AGAIN_WITHIN_S)
    person.stop("tea")
    assert not activity(person.data_dir, Failed)
    person.end()
