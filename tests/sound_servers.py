"""Real sound servers of our own, PulseAudio and PipeWire: what they play is recorded, not heard."""

import math
import os
import shlex
import signal
import socket
import subprocess
import time
from array import array
from pathlib import Path

from tests.e2e.process.screen import require

RATE = 44_100
SINK = "out"
SPEAKERS = "Our Speakers"

# No hardware is touched, no message bus is needed and nothing is remembered from run to run.
WIREPLUMBER = {
    "main.lua.d/90-enable-all.lua": """
        default_access.properties["enable-flatpak-portal"] = false
        default_access.enable()
        load_module("metadata")
        load_module("default-nodes", { ["use-persistent-storage"] = false })
        load_script("suspend-node.lua")
    """,
    "bluetooth.lua.d/90-enable-all.lua": "",
}


class SoundServer:
    """A sound server that lives in a folder, with a sink that plays to nobody."""

    TOOLS = ("pactl", "parec", "paplay")

    def __init__(self, folder):
        self.folder = folder
        self.processes = []
        self.listeners = []

    @property
    def environment(self):
        """Give what a program needs to find this server and no other."""
        folder = str(self.folder)
        own = {"XDG_RUNTIME_DIR": folder, "HOME": folder, "XDG_CONFIG_HOME": f"{folder}/config"}
        foreign = ("PULSE_", "PIPEWIRE_", "XDG_STATE_HOME", "DBUS_SESSION")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
        return {**kept, **own, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/no-bus"}

    def start(self, sink=SINK):
        """Start the server with this sink, or with none at all, and wait until it answers."""
        require(*self.TOOLS)
        self.folder.chmod(0o700)
        self.begin(sink)
        eventually(self._answers, f"{self.TOOLS[-1]} does not start")
        return self

    def begin(self, sink):
        """Start the processes."""
        raise NotImplementedError

    def kill(self):
        """End the server and all who listen or play without warning."""
        for process in (*self.listeners, *self.processes):
            process.kill()
            process.wait()
        self.listeners.clear()
        self.processes.clear()

    def restart(self, sink=SINK):
        """End it without warning, and start it anew."""
        self.kill()
        return self.start(sink)

    def freeze(self):
        """Let the server hang: it takes connections and never answers."""
        for process in self.processes:
            process.send_signal(signal.SIGSTOP)

    def thaw(self):
        """Let it go on."""
        for process in self.processes:
            process.send_signal(signal.SIGCONT)

    def record(self, sink=SINK):
        """Record a sink from now on, as it is when it is neither muted nor turned down."""
        if not self.listeners:
            # PulseAudio would record another device as soon as another is the default.
            self.pactl("set-default-source", f"{sink}.monitor")
        file = self.folder / f"recording-{time.monotonic_ns()}.raw"
        # One side is as it was played; both made one are louder on one server than on the other.
        form = ["--raw", "--format=s16le", f"--rate={RATE}", "--channels=1"]
        form.append("--channel-map=front-left")
        # So would PipeWire, which has its own way to forbid it.
        form.append("--property=node.dont-reconnect=true")
        with file.open("wb") as stream:
            command = ["parec", "-d", f"{sink}.monitor", "--latency-msec=10", *form]
            self.listeners.append(self._spawn(command, stdout=stream))
        recording = Recording(file)
        recording.wait_until_it_flows()
        return recording

    def play(self, file, sink=SINK):
        """Play a file, and give the process that does."""
        player = self._spawn(["paplay", "-d", sink, str(file)])
        self.listeners.append(player)
        return player

    def add_sink(self, name, description=None):
        """Plug a device in."""
        words = sink_module(name, description or name)
        self.pactl("load-module", *words)
        eventually(lambda: name in self.sinks(), f"the sink {name} does not come")

    def remove_sink(self, name):
        """Pull a device out."""
        for line in self.pactl("list", "short", "modules").splitlines():
            if f"\tsink_name={name} " in line:
                self.pactl("unload-module", line.split("\t")[0])
        eventually(lambda: name not in self.sinks(), f"the sink {name} does not go")

    def sinks(self):
        """Name the devices that are there."""
        return [line.split("\t")[1] for line in self.pactl("list", "short", "sinks").splitlines()]

    def default(self):
        """Name the default device."""
        return self.pactl("get-default-sink").strip()

    def set_default(self, name):
        """Choose the default device, and wait until it is."""
        self.pactl("set-default-sink", name)
        eventually(lambda: self.default() == name, f"{name} does not become the default")

    def mute(self, is_muted, sink=SINK):
        """Mute a device, or let it be heard."""
        self.pactl("set-sink-mute", sink, str(int(is_muted)))

    def is_muted(self, sink=SINK):
        """Tell whether a device is muted."""
        return "yes" in self.pactl("get-sink-mute", sink)

    def set_volume(self, *percent, sink=SINK):
        """Turn a device up or down, all its channels alike or each by its own number."""
        self.pactl("set-sink-volume", sink, *(f"{number}%" for number in percent))

    def volume(self, sink=SINK):
        """List the percents of the channels of a device."""
        words = self.pactl("get-sink-volume", sink).split("\n")[0].split()
        return [int(word[:-1]) for word in words if word.endswith("%")]

    def pactl(self, *words):
        """Ask or tell the server something, and give the answer."""
        told = subprocess.run(
            ["pactl", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=10,
        )
        assert told.returncode == 0, f"pactl {shlex.join(words)}: {told.stderr}"
        return told.stdout

    def _answers(self):
        asked = subprocess.run(
            ["pactl", "info"], env=self.environment, capture_output=True, check=False, timeout=10
        )
        return asked.returncode == 0

    def _spawn(self, command, **streams):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **streams}
        return subprocess.Popen(command, env=self.environment, **quiet)


class PulseServer(SoundServer):
    """A PulseAudio server."""

    TOOLS = (*SoundServer.TOOLS, "pulseaudio")

    @property
    def server(self):
        """Give the process of the server, None while there is none."""
        return self.processes[0] if self.processes else None

    def begin(self, sink):
        """Start it without any configuration of this computer."""
        arguments = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        modules = [["module-native-protocol-unix", "auth-anonymous=1"]]
        if sink is not None:
            modules.append([*sink_module(sink, SPEAKERS), "norewinds=1"])
        loads = [word for module in modules for word in ("-L", " ".join(module))]
        self.processes.append(self._spawn(["pulseaudio", *arguments, *loads]))

    def add_sink(self, name, description=None):
        """Plug a device in."""
        # Without rewinds the sink plays short blocks from the start, not one of two seconds.
        words = [*sink_module(name, description or name), "norewinds=1"]
        self.pactl("load-module", *words)


class PipeWireServer(SoundServer):
    """A PipeWire server with its session and its stand-in for PulseAudio."""

    TOOLS = (*SoundServer.TOOLS, "pw-play", "wireplumber", "pipewire-pulse", "pipewire")

    def begin(self, sink):
        """Start the three, each when the one it needs can be reached."""
        for name, content in WIREPLUMBER.items():
            file = self.folder / "config" / "wireplumber" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        for process, listens_at in (
            ("pipewire", "pipewire-0"),
            ("wireplumber", None),
            ("pipewire-pulse", "pulse/native"),
        ):
            self.processes.append(self._spawn([process]))
            if listens_at is not None:
                place = self.folder / listens_at
                eventually(lambda place=place: can_connect(place), f"{process} does not start")
        if sink is not None:
            self.add_sink(sink, SPEAKERS)
            eventually(lambda: self.default() == sink, "WirePlumber does not start")


class Recording:
    """What came out of the speakers, one sample a frame."""

    BLOCK = RATE // 200
    LOUD = 300

    def __init__(self, file: Path):
        self.file = file
        self.server = None

    def length(self):
        """Count the samples recorded so far."""
        return self.file.stat().st_size // 2

    def samples(self, start=0, end=None):
        """Give what was recorded between two places."""
        end = self.length() if end is None else end
        with self.file.open("rb") as stream:
            stream.seek(start * 2)
            content = stream.read((end - start) * 2)
        return array("h", content[: len(content) // 2 * 2])

    def loud_blocks(self, start=0):
        """List where the blocks of 5 ms begin that can be heard."""
        samples = self.samples(start)
        return [
            start + place
            for place in range(0, len(samples) - self.BLOCK + 1, self.BLOCK)
            if rms(samples[place : place + self.BLOCK]) > self.LOUD
        ]

    def is_loud_now(self):
        """Tell whether the last 50 ms can be heard."""
        return rms(self.samples(max(self.length() - RATE // 20, 0))) > self.LOUD

    def wait_for(self, seconds):
        """Wait until so much more is recorded."""
        wanted = self.length() + round(seconds * RATE)
        eventually(lambda: self.length() >= wanted, "nothing is recorded", seconds + 3)

    def wait_until_it_flows(self):
        """The sink and the recorder need a moment until they run evenly."""
        eventually(lambda: self.length() > 0, "nothing is recorded")
        for _ in range(3):
            self.wait_for(0.03)


def sink_module(name, description):
    """Give the words that load a sink that plays to nobody."""
    shown = f"sink_properties=\"device.description='{description}'\""
    return ["module-null-sink", f"sink_name={name}", shown]


def can_connect(place):
    """Tell whether somebody listens at a socket."""
    with socket.socket(socket.AF_UNIX) as knock:
        try:
            knock.connect(str(place))
        except OSError:
            return False
        return True


def rms(samples):
    """Give the loudness of samples."""
    if not samples:
        return 0.0
    return math.sqrt(sum(sample * sample for sample in samples) / len(samples))


def eventually(condition, otherwise, within_s=5.0):
    """Wait for a condition that something real fulfils."""
    end_s = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < end_s, otherwise
        time.sleep(0.005)
