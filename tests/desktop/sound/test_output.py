import pytest

from alarmclock.core.player import NO_DEVICE, QUIET, SOUNDING, STALLED, STARTING, sounding_on
from alarmclock.desktop.sound.hardware import NoAnswer
from alarmclock.desktop.sound.output import LINGER_S, SLOWEST_RETRY_S, Output


class Wanted:
    """Whether something should be heard."""

    def __init__(self):
        self.now = True

    def __call__(self):
        """Tell it."""
        return self.now


@pytest.fixture
def wanted():
    """Something should be heard, until the test says otherwise."""
    return Wanted()


@pytest.fixture
def output(hardware, stage, wanted):
    """An output whose thread is the test."""
    return Output(hardware, bytes, wanted, stage.wait, stage.elapsed_s)


@pytest.fixture
def run_until(output, stage, wanted):
    """Run the output until a moment; then nothing is wanted any more."""

    def run(moment_s):
        stage.at(moment_s, lambda: setattr(wanted, "now", False))
        output.run()

    return run


@pytest.fixture
def statuses(output, stage):
    """Note the status at some moments."""
    seen = {}

    def note(*moments_s):
        for moment_s in moments_s:
            stage.at(moment_s, lambda moment_s=moment_s: seen.update({moment_s: output.status}))
        return seen

    return note


def test_it_opens_the_default_and_says_that_it_sounds(hardware, run_until, statuses):
    """With a device that plays, all is well."""
    seen = statuses(1)
    run_until(5)
    assert hardware.tried == [("first", None)]
    assert seen == {1: SOUNDING}


def test_it_is_quiet_before_and_after(output, run_until):
    """Nothing is said about devices while nothing should be heard."""
    assert output.status == QUIET
    run_until(1)
    assert output.status == QUIET


def test_it_lingers_and_then_closes(hardware, stage, run_until):
    """The device is given back a little after the last voice."""
    stage.at(5 + LINGER_S - 0.1, lambda: lingering.extend(hardware.opened))
    lingering = []
    run_until(5)
    assert len(lingering) == 1
    assert hardware.opened == []
    assert stage.now_s == pytest.approx(5 + LINGER_S, abs=0.3)


def test_a_voice_that_comes_while_it_lingers_keeps_the_device(hardware, stage, wanted, run_until):
    """Nothing is opened anew for the next ring."""
    stage.at(6, lambda: setattr(wanted, "now", True))
    stage.at(9, lambda: setattr(wanted, "now", False))
    run_until(5)
    assert hardware.tried == [("first", None)]
    assert stage.now_s > 10


def test_ended_it_closes_at_once(hardware, stage, output):
    """When the program closes, nobody waits for it."""
    stage.at(3, output.end)
    output.run()
    assert hardware.opened == []
    assert stage.now_s == pytest.approx(3, abs=0.3)


def test_a_stalled_device_is_opened_again_within_two_seconds(hardware, stage, run_until):
    """A device that asks no more for a second is closed and opened anew."""
    stage.at(5, lambda: hardware.stalled.add(("first", None)))
    stage.at(6.3, hardware.stalled.clear)
    stage.at(7, lambda: tried.extend(hardware.tried))
    tried = []
    run_until(20)
    assert tried == [("first", None)] * 2
    assert len(hardware.tried) == 2


def test_a_device_that_never_plays_gives_way_to_the_next(hardware, run_until, statuses):
    """When the default opens and does not play, the next device is heard."""
    hardware.present = {"first": [None, "speakers"]}
    hardware.stalled.add(("first", None))
    seen = statuses(1, 4)
    run_until(10)
    assert hardware.tried == [("first", None), ("first", "speakers")]
    assert seen == {1: STARTING, 4: sounding_on("speakers")}


def test_a_missing_device_gives_way_to_the_next_back_end(hardware, run_until):
    """When nothing of one back end opens, the next is tried at once."""
    hardware.present = {"first": [], "second": [None]}
    run_until(1)
    assert hardware.tried == [("first", None), ("second", None)]


def test_without_a_device_it_says_so_and_keeps_trying(hardware, run_until, statuses):
    """The status tells that nothing is heard; it never stops trying, and not too often."""
    hardware.present = {"first": []}
    seen = statuses(0.1, 3600 / 4)
    run_until(3600 / 4 + 1)
    assert set(seen.values()) == {NO_DEVICE}
    assert 800 < len(hardware.tried) < 1000


def test_a_device_that_appears_is_heard_soon(hardware, stage, run_until, statuses):
    """Plugged in while it should ring, it is heard within the slowest retry."""
    hardware.present = {}
    stage.at(60, lambda: hardware.present.update({"first": [None]}))
    seen = statuses(59, 60 + SLOWEST_RETRY_S + 0.3)
    run_until(70)
    assert list(seen.values()) == [NO_DEVICE, SOUNDING]


def test_a_device_that_plays_nothing_is_told_from_none(hardware, run_until, statuses):
    """When every device opens and none plays, the sentence says that they do not answer."""
    hardware.stalled.add(("first", None))
    seen = statuses(2, 5, 10)
    run_until(11)
    assert seen == {2: STARTING, 5: STALLED, 10: STALLED}


def test_a_server_that_dies_and_returns_is_heard_within_three_seconds(
    hardware, stage, run_until, statuses
):
    """The sound comes back after it was gone with its server."""

    def die():
        hardware.stalled.add(("first", None))
        hardware.present = {}

    def return_():
        hardware.stalled.clear()
        hardware.present = {"first": [None]}

    stage.at(10, die)
    stage.at(12, return_)
    seen = statuses(9, 11.9, 14.5)
    run_until(20)
    assert seen == {9: SOUNDING, 11.9: NO_DEVICE, 14.5: SOUNDING}


def test_a_device_that_was_given_up_plays_no_more(hardware, stage, run_until):
    """Should it wake, it takes nothing away from the device that is used now."""
    stage.at(4, lambda: given_up.extend(hardware.opened))
    stage.at(5, lambda: hardware.stalled.add(("first", None)))
    given_up = []
    run_until(10)
    assert given_up[0].ask() == b""


def test_sent_elsewhere_it_plays_on_the_next_device(hardware, stage, output, run_until, statuses):
    """What is given up comes last: the next device plays, then the next back end."""
    hardware.present = {"first": [None, "speakers"], "second": [None]}
    seen = statuses(4, 7)
    stage.at(3, output.go_elsewhere)
    stage.at(6, output.go_elsewhere)
    run_until(10)
    assert hardware.tried == [("first", None), ("first", "speakers"), ("second", None)]
    assert seen == {4: sounding_on("speakers"), 7: SOUNDING}


def test_sent_away_from_all_it_begins_anew(hardware, stage, output, run_until):
    """After the last place the first one plays again."""
    hardware.present = {"first": [None], "second": [None]}
    for moment_s in (3, 6, 9):
        stage.at(moment_s, output.go_elsewhere)
    run_until(12)
    assert [backend for backend, _ in hardware.tried] == ["first", "second"] * 2


def test_the_default_is_not_tried_again_by_its_name(hardware, stage, output, run_until):
    """What was given up as the default is the same device under its own name."""
    hardware.present = {"first": [None, "speakers", "headset"]}
    hardware.default_names = {"first": "speakers"}
    stage.at(3, output.go_elsewhere)
    run_until(6)
    assert hardware.tried == [("first", None), ("first", "headset")]


def test_sent_elsewhere_with_one_device_it_plays_on_there(
    hardware, stage, output, run_until, statuses
):
    """There is no other place, so the only one is opened anew."""
    seen = statuses(5)
    stage.at(3, output.go_elsewhere)
    run_until(6)
    assert hardware.tried == [("first", None)] * 2
    assert seen == {5: SOUNDING}


def test_what_was_given_up_for_one_ring_is_tried_for_the_next(hardware, stage, output, run_until):
    """Asked to begin anew, it starts with the default when it has to open a device again."""
    hardware.present = {"first": [None, "speakers"]}
    stage.at(3, output.go_elsewhere)
    stage.at(5, output.begin_anew)
    stage.at(6, lambda: hardware.stalled.add(("first", "speakers")))
    run_until(10)
    assert hardware.tried == [("first", None), ("first", "speakers"), ("first", None)]


def test_a_device_that_stalls_again_and_again_gives_way(hardware, stage, run_until, statuses):
    """It plays for a moment each time it is opened, and another device plays for good."""
    hardware.present = {"first": [None, "speakers"]}
    for moment_s in (2, 6):
        stage.at(moment_s, lambda: hardware.stalled.add(("first", None)))
        stage.at(moment_s + 1.3, hardware.stalled.clear)
    seen = statuses(11)
    run_until(12)
    assert hardware.tried == [("first", None), ("first", None), ("first", "speakers")]
    assert seen == {11: sounding_on("speakers")}


def test_it_names_the_device_that_the_default_stands_for(hardware, stage, run_until, statuses):
    """Also when another one is chosen while it plays."""
    hardware.default_names = {"first": "Speakers"}
    stage.at(2, lambda: hardware.default_names.update({"first": "Headset"}))
    seen = statuses(1, 9)
    run_until(10)
    assert seen == {1: sounding_on("Speakers"), 9: sounding_on("Headset")}


def test_silent_for_a_second_it_no_longer_says_that_it_sounds(hardware, stage, run_until, statuses):
    """A device that hangs is told at once, not when another was tried."""
    stage.at(5, lambda: hardware.stalled.add(("first", None)))
    seen = statuses(5.8, 6.1, 7.7)
    run_until(12)
    assert seen == {5.8: SOUNDING, 6.1: STARTING, 7.7: STALLED}


def test_a_back_end_that_hangs_is_told_from_none(hardware, run_until, statuses, monkeypatch):
    """When nobody answers, the sentence does not say that there is no device."""

    def hang(spot, fill):
        raise NoAnswer(spot, fill)

    monkeypatch.setattr(hardware, "open", hang)
    seen = statuses(1)
    run_until(2)
    assert seen == {1: STALLED}


def test_a_default_that_plays_to_nobody_is_no_device(hardware, stage, run_until, statuses):
    """A sound server without a device takes the sound all the same; when one comes, it is heard."""
    hardware.stand_ins.add("first")
    stage.at(10, hardware.stand_ins.clear)
    seen = statuses(1, 5, 9, 12)
    run_until(13)
    assert seen == {1: NO_DEVICE, 5: NO_DEVICE, 9: NO_DEVICE, 12: SOUNDING}


def test_a_default_that_comes_to_play_to_nobody_is_told(hardware, stage, run_until, statuses):
    """Unplugged while it rings, it is told within two seconds, and another place is tried."""
    hardware.present = {"first": [None], "second": [None]}
    stage.at(5, lambda: hardware.stand_ins.update({"first", "second"}))
    stage.at(10, lambda: hardware.stand_ins.remove("second"))
    seen = statuses(4, 7, 12)
    run_until(13)
    assert seen == {4: SOUNDING, 7: NO_DEVICE, 12: SOUNDING}
