"""The thread of the outlet, with a server and a time that the test rules."""

from dataclasses import replace

import pytest

from alarmclock.core.surroundings.outlet import NO_OUTPUT, UNKNOWN_OUTPUT, Output
from alarmclock.desktop.outlet.connection import Gone
from alarmclock.desktop.outlet.device import Device, Devices, Stand
from alarmclock.desktop.outlet.raising import Raised
from alarmclock.desktop.outlet.worker import Worker

SPEAKERS = Device(1, "speakers", "Speakers", Stand((0.3,), is_muted=True))
LOW = Output("Speakers", is_muted=True, volume=30)
RAISED = Output("Speakers", is_muted=False, volume=70)


class Theatre:
    """Plays server, bell and time; each wait is an act, and after the last the worker is closed."""

    def __init__(self):
        self.device = SPEAKERS
        self.is_up = True
        self.is_hurried = False
        self.fails_with = None
        self.measured = None
        self.now_s = 0.0
        self.tries = 0
        self.acts = []
        self.waits = []
        self.told = []
        self.told_back = []
        self.debts = None
        self.probe = None

    def play(self, *acts):
        """Run the worker through the acts, and give what it told last."""
        self.worker = Worker(
            self,
            lambda: self,
            self._tell,
            self.probe,
            lambda: self.now_s,
            debts=self.debts,
            report_back=self.told_back.append,
        )
        self.acts = list(acts)
        self.worker.run()
        return self.told[-1][0]

    def _tell(self, output, peak):
        if not self.told or self.told[-1] != (output, peak):
            self.told.append((output, peak))

    def ring(self):
        """Wake nobody: the worker runs on the thread of the test."""

    def hush(self):
        """As above."""

    def wait(self, seconds):
        """Let the next act happen, for the bell and the server alike."""
        self.waits.append(seconds)
        self.now_s += 1000.0 if seconds is None else seconds
        if not self.acts:
            self.worker.close()
            return
        self.acts.pop(0)(self)
        if not self.is_up:
            raise Gone

    def connect(self):
        """Be there or not."""
        self.tries += 1
        self.devices()

    def devices(self):
        """Tell of the one device."""
        if self.fails_with is not None:
            raise self.fails_with
        if not self.is_up:
            raise Gone
        return Devices((self.device,), self.device)

    def put(self, device, stand):
        """Let it stand so."""
        self.device = Device(device.index, device.name, device.label, stand)
        return stand

    def listen_to(self, device):
        """Take note of it."""
        self.measured = device

    def take_peak(self):
        """Give always the same."""
        return 0.25

    def hurry(self):
        """Take note of it."""
        self.is_hurried = True

    def close(self):
        """Be left."""


class Bells(Theatre):
    """A theatre whose server is down, so that only the bell is waited for."""

    def wait(self, seconds):
        """Let the next act happen."""
        try:
            super().wait(seconds)
        except Gone:
            return


@pytest.fixture
def theatre():
    """A server that is up."""
    return Theatre()


@pytest.fixture
def bells():
    """A server that is down."""
    bells = Bells()
    bells.is_up = False
    return bells


def nothing(_theatre):
    """An act in which nothing happens."""


def raise_it(theatre):
    """Somebody rings."""
    theatre.worker.do(lambda: theatre.worker.raise_to(70, for_good=False))


def measure(theatre):
    """Somebody wants proof."""
    theatre.worker.do(lambda: theatre.worker.measure(wanted=True))


def test_it_waits_without_end_while_nothing_is_wanted(theatre):
    """Nothing is asked over and over."""
    assert theatre.play(nothing) == LOW
    assert theatre.waits == [None, None]


def test_it_looks_four_times_a_second_while_it_measures(theatre):
    """And tells the peak, which a mute makes silence."""
    theatre.play(measure, nothing)
    assert theatre.waits == [None, 0.25, 0.25]
    assert theatre.measured == SPEAKERS
    assert theatre.told == [(LOW, None), (LOW, 0.0)]


def test_it_measures_no_more_when_nobody_wants_it(theatre):
    """The device may sleep again."""
    theatre.play(measure, lambda t: t.worker.do(lambda: t.worker.measure(wanted=False)))
    assert theatre.measured is None
    assert theatre.told[-1] == (LOW, None)


def test_it_raises_and_puts_back_when_it_is_closed(theatre):
    """In a hurry, since the server may hang."""
    outputs = []
    theatre.play(raise_it, lambda t: outputs.append(t.told[-1][0]))
    assert outputs == [RAISED]
    assert theatre.device.stand == SPEAKERS.stand
    assert theatre.is_hurried


class PaperDebts:
    """Remembers how a device stood when each debt was kept."""

    def __init__(self, theatre, owed=None):
        self.theatre = theatre
        self.owed = owed or {}
        self.notes = []

    def read(self):
        """Give what an earlier run owes."""
        return self.owed

    def keep(self, owed):
        """Take note of it."""
        if not self.notes or self.notes[-1][0] != dict(owed):
            self.notes.append((dict(owed), self.theatre.device.stand))


LOUD = Stand((0.7,), is_muted=False)
LEFT = {"speakers": Raised(SPEAKERS.stand, LOUD)}


def test_what_is_to_be_put_back_is_kept_before_it_is_turned_up(theatre):
    """A program that is killed in between owes too much rather than too little."""
    theatre.debts = PaperDebts(theatre)
    theatre.play(raise_it, nothing)
    assert theatre.debts.notes == [
        ({}, SPEAKERS.stand),
        (LEFT, SPEAKERS.stand),
        ({}, SPEAKERS.stand),
    ]


def test_what_an_earlier_run_left_is_put_back_and_told(theatre):
    """At once, and no debt remains."""
    theatre.device = replace(SPEAKERS, stand=LOUD)
    theatre.debts = PaperDebts(theatre, LEFT)
    assert theatre.play(nothing) == LOW
    assert theatre.told_back == [LOW]
    assert theatre.debts.notes[-1][0] == {}


def test_what_somebody_changed_since_is_left_alone(theatre):
    """They know what they want."""
    theatre.device = replace(SPEAKERS, stand=Stand((0.6,), is_muted=False))
    theatre.debts = PaperDebts(theatre, LEFT)
    theatre.play(nothing)
    assert theatre.device.stand == Stand((0.6,), is_muted=False)
    assert theatre.told_back == []
    assert theatre.debts.notes[-1][0] == {}


def test_a_device_that_is_away_is_owed_until_it_is_back(theatre):
    """Also by the run after this one."""
    theatre.device = replace(SPEAKERS, name="headset")
    theatre.debts = PaperDebts(theatre, LEFT)
    theatre.play(nothing)
    assert theatre.debts.notes[-1][0] == LEFT


def test_every_command_is_seen_by_the_server_in_its_turn(theatre):
    """What a person wants for good is not lost in what comes after it."""

    def act(theatre):
        theatre.worker.do(lambda: theatre.worker.raise_to(70, for_good=True))
        theatre.worker.do(theatre.worker.put_back)

    theatre.play(act)
    assert theatre.device.output == RAISED


def test_a_server_that_is_down_is_tried_less_and_less(bells):
    """No more than twice a minute in the end."""
    assert bells.play(*[nothing] * 8) == UNKNOWN_OUTPUT
    assert bells.waits == [0.5, 1, 2, 4, 8, 16, 32, 32, 32]


@pytest.mark.parametrize("want", [measure, raise_it])
def test_it_is_tried_more_often_while_it_matters(bells, want):
    """Somebody rings, and nobody knows whether it is heard."""
    bells.play(*[nothing] * 6, want, *[nothing] * 6)
    assert bells.waits[6:] == [32, 0.5, 1, 2, 4, 8, 10, 10]


def test_the_probe_is_asked_at_each_try(bells):
    """A device may come without a server."""
    bells.probe = iter([True, False, True]).__next__
    bells.play(nothing, nothing)
    assert [output for output, _ in bells.told] == [UNKNOWN_OUTPUT, NO_OUTPUT, UNKNOWN_OUTPUT]


def test_a_server_that_died_is_tried_at_once(theatre):
    """It is told only when it is not back."""

    def die(theatre):
        theatre.now_s += 60
        raise Gone

    theatre.play(die)
    assert theatre.tries == 2
    assert [output for output, _ in theatre.told] == [LOW]


def test_one_that_refuses_over_and_over_is_not_tried_without_end(theatre, caplog):
    """Another version of it may say what nobody understands."""
    theatre.fails_with = ValueError("what?")
    assert theatre.play(nothing, nothing) == UNKNOWN_OUTPUT
    assert theatre.waits == [0.5, 1, 2]
    assert "not understood" in caplog.text


class Watched:
    """Arrivals of which the test tells."""

    is_watching = True

    def __init__(self, *wanted):
        self.wanted = list(wanted)

    def take(self):
        """Tell whether what came was wanted."""
        return self.wanted.pop(0)

    def close(self):
        """Be left."""


class WatchedBells(Bells):
    """Nothing but the bell and the arrivals wakes; each act may be an arrival."""

    def wait(self, seconds, also=None):
        """Let the next act happen, and tell whether it was an arrival."""
        was = len(also.wanted) if also is not None else 0
        super().wait(seconds)
        return was > 0 and seconds is None

    def play(self, *acts, arrivals):
        """Run the worker through the acts."""
        self.worker = Worker(
            self, lambda: self, self._tell, self.probe, lambda: self.now_s, arrivals=arrivals
        )
        self.acts = list(acts)
        self.worker.run()


def test_where_arrivals_are_told_nobody_looks_in_vain_for_ever():
    """After some tries only what comes makes another one; what is of no interest makes none."""
    bells = WatchedBells()
    bells.is_up = False
    bells.play(*[nothing] * 10, arrivals=Watched(False, False, True))
    assert bells.waits == [0.5, 1, 2, 4, 8, 16, None, None, None, 0.5, 1]
