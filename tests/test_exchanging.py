"""Import, export and backups joined: real files, a real store, and a window on paper."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.editing import Editing
from alarmclock.core.book.preferences import Preferences
from alarmclock.core.exchange.imported import NotImported
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.rule import WORKDAYS, Weekdays
from alarmclock.core.settings import Settings
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.desktop.sound.own_files import OwnFiles
from alarmclock.exchanging import Exchanging
from alarmclock.store.store import Store
from alarmclock.ui.exchange.port import Wanted
from tests.core.builders import BERLIN, SUNDAY_EVENING, make_alarm, make_timer
from tests.store.exchange.world import FILES


class Program:
    """A book on a store in a folder, with import and export."""

    def __init__(self, folder):
        self.clock = FakeClock(SUNDAY_EVENING, BERLIN)
        self.store = Store(folder, self.clock)
        self.store.open()
        self.book = AlarmBook(self.clock, self.store)
        self.book.load(self.store.items(), [])
        self.preferences = Preferences(self.store.settings(), self.store.save_settings)
        self.begun = []
        self.own = OwnFiles(folder / "sounds")
        self.exchanging = Exchanging(
            self.book, self.preferences, self.store, folder, self.begun.append, self.own
        )
        self.calls = self.exchanging.calls()

    async def export(self, path, history):
        """Write a file, and give what came of it."""
        return await self._wait(lambda done: self.calls.export(str(path), history, done))

    async def plan(self, imported):
        """Find out what an import would do."""
        return await self._wait(lambda done: self.calls.plan(imported, done))

    async def carry_out(self, imported, source, wanted):
        """Do an import, and give what was done."""
        return await self._wait(lambda done: self.calls.carry_out(imported, source, wanted, done))

    async def _wait(self, ask):
        answers = []
        ask(answers.append)
        while self.begun:
            await self.begun.pop()
        return answers[0]

    async def read(self, path):
        """Read a file, and give what came of it."""
        answers = []
        self.calls.read(str(path), answers.append)
        await self.begun.pop()
        return answers[0]


@pytest.fixture
def open_program(tmp_path):
    """Give a maker of programs on folders of their own."""
    opened = []

    def make(name):
        opened.append(Program(tmp_path / name))
        return opened[-1]

    yield make
    for program in opened:
        program.store.close()


@pytest.mark.parametrize("ending", ["json", "ics"])
async def test_alarms_move_to_another_computer(open_program, tmp_path, ending):
    """Out of one program into another one, and nothing is lost."""
    here, there = open_program("here"), open_program("there")
    for item in (make_alarm(rule=Weekdays(WORKDAYS), label="Gym"), make_timer(label="Tea")):
        Editing(here.book).add(item)
    path = tmp_path / f"alarms.{ending}"
    await here.export(path, False)
    imported = await there.read(path)
    assert len((await there.plan(imported)).add) == 2
    await there.carry_out(imported, path.name, Wanted())
    assert list(there.book) == list(here.book)
    assert there.store.items() == list(here.book)
    assert (await there.plan(imported)).is_empty
    assert Editing(there.book).undo() == f"Imported 1 alarm and 1 timer from “alarms.{ending}”"
    assert there.store.items() == []


async def test_settings_and_the_past_come_when_they_are_wanted(open_program, tmp_path):
    """They are no part of the step to undo."""
    here, there = open_program("here"), open_program("there")
    here.preferences.change(replace(Settings(), raise_to=60))
    path = tmp_path / "all.json"
    await here.export(path, True)
    imported = await there.read(path)
    await there.carry_out(imported, path.name, Wanted(settings=True, history=True))
    assert there.store.settings().raise_to == 60


async def test_a_sound_file_comes_along_as_a_copy(open_program, tmp_path):
    """In the data folder, where nobody deletes it by accident; the same file twice adds nothing."""
    here, there = open_program("here"), open_program("there")
    bell = tmp_path / "bell.flac"
    shutil.copy(Path(__file__).parents[1] / "resources" / "sounds" / "bells.flac", bell)
    ring = RingSettings(sound=str(bell))
    Editing(here.book).add(make_alarm(rule=Weekdays(WORKDAYS), label="Gym", ring=ring))
    path = tmp_path / "alarms.json"
    await here.export(path, False)
    imported = await there.read(path)
    await there.plan(imported)
    assert not (tmp_path / "there" / "sounds").exists()
    await there.carry_out(imported, path.name, Wanted())
    copy = tmp_path / "there" / "sounds" / "bell.flac"
    assert [item.ring.sound for item in there.book] == [str(copy)]
    assert copy.read_bytes() == bell.read_bytes()
    assert (await there.plan(await there.read(path))).is_empty


async def test_a_file_that_can_t_be_read_comes_back_as_its_error(open_program, tmp_path):
    """With its sentence."""
    answer = await open_program("here").read(tmp_path / "none.ics")
    assert isinstance(answer, NotImported)
    assert "is no file" in str(answer)


async def test_other_programs_are_offered_until_a_person_has_answered(open_program, tmp_path):
    """And read when they are wanted."""
    program, offered = open_program("here"), []
    file = tmp_path / ".local/share/kalarm/calendar.ics"
    file.parent.mkdir(parents=True)
    file.write_bytes((FILES / "kalarm.ics").read_bytes())

    async def offer():
        await program.exchanging.offer(offered.extend, tmp_path, lambda _schema, _path: {})

    await offer()
    assert offered == [("KAlarm", 3)]
    answers = []
    program.calls.read_found("KAlarm", answers.append)
    await program.begun.pop()
    assert [item.ring.sound for item in answers[0].items] == ["daybreak"] * 3
    program.calls.note_answered("KAlarm")
    await offer()
    assert offered == [("KAlarm", 3)]


def test_a_backup_is_brought_back_at_the_next_start(open_program):
    """What was added since then is set aside."""
    program = open_program("here")
    Editing(program.book).add(make_alarm())
    program.store.backup()
    Editing(program.book).add(make_timer())
    (backup,) = program.calls.backups()
    program.calls.restore(backup.name)
    program.store.close()
    assert open_program("here").store.items() == [make_alarm()]


def test_nothing_of_it_is_loaded_before_it_is_wanted():
    """The libraries take longer than the whole start."""
    check = (
        "import sys, alarmclock.exchanging, alarmclock.app;"
        "print({'icalendar', 'dateutil', 'alarmclock.ui.exchange_desk',"
        "'alarmclock.store.exchange'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", check], check=True, capture_output=True, text=True)
    assert done.stdout == "set()\n"
