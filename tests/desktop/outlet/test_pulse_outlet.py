"""The outlet of a Linux desktop, with real servers that come, go, change and hang."""

import asyncio
import sys
import threading
import time
from pathlib import Path

import pytest

from alarmclock.core.surroundings.outlet import NO_OUTPUT, UNKNOWN_OUTPUT, Output
from alarmclock.desktop.outlet.pulse_outlet import PulseOutlet
from tests.desktop.outlet.conftest import outlet_threads, until
from tests.sound_servers import PipeWireServer, PulseServer

SPEAKERS = Output("Our Speakers", is_muted=False, volume=100)


async def test_it_tells_of_the_default_device(outlet, server):
    """Its label, its loudest channel and its mute, whenever they change."""
    assert outlet.output == SPEAKERS
    server.set_volume(20, 45)
    await until(lambda: outlet.output.volume == 45, "the volume")
    server.mute(True)
    await until(lambda: outlet.output.is_muted, "the mute")
    assert outlet.output.name == "Our Speakers"


async def test_it_follows_to_another_default_device(outlet, server):
    """Headphones are plugged in and out."""
    server.add_sink("usb", "Headphones")
    server.set_default("usb")
    await until(lambda: outlet.output.name == "Headphones", "the headphones")
    server.remove_sink("usb")
    await until(lambda: outlet.output == SPEAKERS, "the speakers")


async def test_without_a_device_it_is_missing_until_it_is_back(outlet, server):
    """PulseAudio has none then, and PipeWire its dummy."""
    server.remove_sink("out")
    await until(lambda: outlet.output == NO_OUTPUT, "no device")
    server.add_sink("out", "Our Speakers")
    await until(lambda: outlet.output == SPEAKERS, "the device")


async def test_the_dummy_of_pulseaudio_is_no_device(make_server, make_outlet):
    """It comes when the last card goes."""
    server = make_server(PulseServer).start(sink=None)
    server.pactl("load-module", "module-always-sink")
    assert server.sinks() == ["auto_null"]
    outlet = make_outlet()
    await until(lambda: outlet.output == NO_OUTPUT, "no device")


async def test_a_server_that_is_killed_is_found_again(outlet, server):
    """Its death is told, and its new life as well."""
    server.kill()
    await until(lambda: outlet.output == UNKNOWN_OUTPUT, "its death")
    server.start()
    await until(lambda: outlet.output == SPEAKERS, "its new life")


async def test_a_server_that_comes_later_is_found(down_server, make_outlet):
    """The clock may be started first."""
    outlet = make_outlet(lambda: True)
    outlet.look()
    await until(outlet_threads, "the thread")
    down_server.start()
    await until(lambda: outlet.output == SPEAKERS, "the server")


async def test_no_server_is_started_by_it(make_server, make_outlet):
    """The library would start PulseAudio if it was let."""
    server = make_server(PulseServer)
    outlet = make_outlet(lambda: False)
    await until(lambda: outlet.output == NO_OUTPUT, "the answer of the probe")
    assert list(server.folder.rglob("native")) == []


@pytest.mark.parametrize(
    ("probe", "expected"),
    [
        pytest.param(lambda: True, UNKNOWN_OUTPUT, id="device"),
        pytest.param(lambda: False, NO_OUTPUT, id="no device"),
    ],
)
@pytest.mark.parametrize("lacking", ["server", "pulsectl"])
async def test_without_a_server_the_probe_tells_whether_there_is_a_device(
    make_server, make_outlet, monkeypatch, probe, expected, lacking
):
    """And so it does where pulsectl is not installed, whatever server runs."""
    server = make_server(PulseServer)
    if lacking == "pulsectl":
        server.start()
        monkeypatch.setitem(sys.modules, "pulsectl", None)
    asked = []
    outlet = make_outlet(lambda: asked.append(True) or probe())
    await until(lambda: asked, "the question")
    await until(lambda: outlet.output == expected, "the answer")
    assert outlet.peak is None


async def test_a_probe_that_fails_tells_nothing(make_server, make_outlet, caplog):
    """Whatever asks the hardware may break."""
    make_server(PulseServer)
    outlet = make_outlet(lambda: 1 / 0)
    await until(lambda: "could not be found out" in caplog.text, "the record")
    assert outlet.output == UNKNOWN_OUTPUT


async def test_the_peak_is_that_of_what_is_played(outlet, server, tone):
    """A tone is loud, and before and after it is silence."""
    assert outlet.peak is None
    outlet.measure(wanted=True)
    await until(lambda: outlet.peak == 0.0, "silence")
    player = server.play(tone)
    await until(lambda: outlet.peak == pytest.approx(0.5, abs=0.02), "the height of the tone")
    player.kill()
    await until(lambda: outlet.peak == pytest.approx(0.0, abs=0.01), "silence")
    outlet.measure(wanted=False)
    await until(lambda: outlet.peak is None, "the end")


async def test_the_peak_is_measured_behind_volume_and_mute(outlet, server, tone):
    """What can't be heard proves nothing. The number is the cube's root of the factor."""
    outlet.measure(wanted=True)
    server.set_volume(50)
    server.play(tone)
    await until(lambda: outlet.peak == pytest.approx(0.0625, abs=0.01), "an eighth")
    server.mute(True)
    await until(lambda: outlet.peak == 0.0, "silence")


async def test_the_peak_is_that_of_the_new_default_device(outlet, server, tone):
    """What another device plays is not heard, until it is the default."""
    server.add_sink("usb", "Headphones")
    outlet.measure(wanted=True)
    server.play(tone, "usb")
    await until(lambda: outlet.peak == 0.0, "silence")
    server.set_default("usb")
    await until(lambda: is_loud(outlet), "the tone")
    assert outlet.output.name == "Headphones"


async def test_the_peak_of_a_sound_card_on_pipewire_is_turned_down_with_it(
    make_server, make_outlet, tone
):
    """Its monitor comes before its volume; a sink of software can do so, too."""
    server = make_server(PipeWireServer).start()
    properties = "device.description='Card' monitor.channel-volumes=false"
    words = ["sink_name=card", f'sink_properties="{properties}"']
    server.pactl("load-module", "module-null-sink", *words)
    server.set_default("card")
    server.set_volume(50, sink="card")
    outlet = make_outlet()
    outlet.measure(wanted=True)
    server.play(tone, "card")
    await until(lambda: outlet.peak == pytest.approx(0.0625, abs=0.01), "an eighth")


async def test_a_device_that_sleeps_is_silent(make_server, make_outlet, tone):
    """A device that plays nothing is suspended after a while, and measuring does not wake it."""
    server = make_server(PulseServer).start()
    server.pactl("suspend-sink", "out", "1")
    outlet = make_outlet()
    outlet.measure(wanted=True)
    await until(lambda: outlet.peak == 0.0, "silence")
    assert "SUSPENDED" in server.pactl("list", "short", "sinks")
    server.pactl("suspend-sink", "out", "0")
    server.play(tone)
    await until(lambda: is_loud(outlet), "the tone")


async def test_the_peak_is_unknown_while_there_is_no_device_or_no_server(outlet, server, tone):
    """And known again when it is back."""
    outlet.measure(wanted=True)
    await until(lambda: outlet.peak == 0.0, "silence")
    server.remove_sink("out")
    await until(lambda: outlet.peak is None, "no device")
    server.restart()
    server.play(tone)
    await until(lambda: is_loud(outlet), "the tone")


async def test_the_device_that_was_raised_is_put_back_when_another_is_default(outlet, server):
    """The headphones that came meanwhile are left alone."""
    server.set_volume(30)
    server.add_sink("usb", "Headphones")
    server.set_volume(70, sink="usb")
    await until(lambda: outlet.output.volume == 30, "the volume")
    outlet.raise_to(70)
    await until(lambda: outlet.output.volume == 70, "the raise")
    server.set_default("usb")
    await until(lambda: outlet.output.name == "Headphones", "the headphones")
    outlet.put_back()
    await until(lambda: max(server.volume("out")) == 30, "the speakers")
    assert max(server.volume("usb")) == 70


async def test_a_device_that_comes_while_it_rings_is_raised(down_server, make_outlet):
    """The server, too, may come late."""
    outlet = make_outlet()
    outlet.raise_to(70)
    server = down_server.start(sink=None)
    server.add_sink("out", "Our Speakers")
    server.set_volume(20)
    outlet.raise_to(70)
    await until(lambda: outlet.output.volume == 70, "the raise")


async def test_it_keeps_the_balance(outlet, server):
    """Who hears better on one side has set it so."""
    server.set_volume(40, 20)
    await until(lambda: outlet.output.volume == 40, "the volume")
    outlet.raise_to(80)
    await until(lambda: outlet.output.volume == 80, "the raise")
    assert server.volume() == [80, 40]
    outlet.put_back()
    await until(lambda: server.volume() == [40, 20], "the way back")


@pytest.mark.parametrize("is_raised", [True, False], ids=["raised", "idle"])
async def test_a_server_that_hangs_does_not_hold_it_up(outlet, server, is_raised):
    """It is closed within a second, and nothing waits for the server before."""
    if is_raised:
        server.set_volume(30)
        outlet.raise_to(70)
        await until(lambda: outlet.output.volume == 70, "the raise")
    server.freeze()
    begun_s = time.monotonic()
    outlet.look()
    outlet.measure(wanted=True)
    outlet.raise_to(90)
    outlet.close()
    assert time.monotonic() - begun_s < 1.2
    await until(lambda: not outlet_threads(), "the thread to end")


async def test_a_server_that_hangs_is_told_and_found_again(outlet, server):
    """What was known of it is not true any more."""
    outlet.measure(wanted=True)
    await until(lambda: outlet.peak == 0.0, "silence")
    server.freeze()
    await until(lambda: outlet.output == UNKNOWN_OUTPUT, "the hang")
    assert outlet.peak is None
    server.thaw()
    await until(lambda: outlet.output == SPEAKERS, "the device")


async def test_the_loop_is_never_held_up(down_server, make_outlet):
    """Not by the start, the commands, or a server that is slow."""
    down_server.start()
    down_server.freeze()
    begun_s = time.monotonic()
    outlet = make_outlet()
    for _ in range(100):
        outlet.look()
        outlet.raise_to(50)
    # Whoever waited for it would wait for seconds.
    assert time.monotonic() - begun_s < 0.6


async def test_it_sleeps_while_nothing_happens(outlet, server):
    """Nobody asks the server over and over."""
    (thread,) = outlet_threads()
    await until(lambda: outlet.output == SPEAKERS, "the device")
    await asyncio.sleep(0.2)  # what connecting asks for has been answered
    before = wake_ups(thread)
    await asyncio.sleep(0.7)  # what is measured
    assert wake_ups(thread) - before == 0


async def test_nothing_is_asked_before_it_is_started_and_after_it_is_closed(outlet, server):
    """Whoever is late may call it nevertheless."""
    outlet.close()
    outlet.close()
    outlet.look()
    outlet.measure(wanted=True)
    outlet.raise_to(50)
    outlet.put_back()
    assert outlet_threads() == []
    assert server.volume() == [100, 100]


def is_loud(outlet):
    """Tell whether something is surely heard."""
    return outlet.peak is not None and outlet.peak > 0.1


def wake_ups(thread):
    """Count how often a thread has slept."""
    status = Path(f"/proc/self/task/{thread.native_id}/status")
    words = status.read_text(encoding="ascii").split()
    return int(words[words.index("voluntary_ctxt_switches:") + 1])


def test_a_loop_that_is_closed_is_told_nothing(make_server):
    """The thread may have news when the program is almost gone."""
    make_server(PulseServer)
    asked = threading.Semaphore(0)
    outlet = PulseOutlet(lambda: asked.release() is None)
    asyncio.run(started(outlet))
    outlet.look()
    assert asked.acquire(timeout=5)
    outlet.close()
    assert outlet_threads() == []


async def started(outlet):
    """Start it on a loop that ends."""
    outlet.start()
