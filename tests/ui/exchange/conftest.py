"""A window with import and export on paper."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QWidget

from alarmclock.core.errors import AlarmClockError
from alarmclock.core.exchange.backup import Backup
from alarmclock.core.exchange.imported import Arrival, Imported, Remark
from alarmclock.core.exchange.plan import Plan
from alarmclock.core.settings import Settings
from alarmclock.core.settings import Theme as Choice
from alarmclock.ui.exchange.port import Exchange
from alarmclock.ui.exchange_desk import ExchangeDesk
from alarmclock.ui.main_window import MainWindow, PageNumber
from alarmclock.ui.theme import Theme
from tests.core.builders import BERLIN, make_alarm
from tests.ui.stage import Stage

GYM = make_alarm(label="Gym")
FILE = Imported((Arrival(GYM),), (Remark("Lunch", "It is over."),))
PLAN = Plan(add=(GYM,), refused=FILE.refused, settings=Settings(raise_to=50))
GOOD = Backup(
    "alarmclock-20261122-060000.sqlite3", datetime(2026, 11, 22, 6, tzinfo=UTC), 84_000, True, 12
)
BAD = Backup(
    "alarmclock-20261121-060000.sqlite3", datetime(2026, 11, 21, 6, tzinfo=UTC), 10, False, None
)


class PaperExchange:
    """Remembers what was asked of it, and answers as it is told to."""

    def __init__(self):
        self.asked = []
        self.found = FILE
        self.done = PLAN
        self.error = None

    def calls(self):
        """Give what the window calls."""
        return Exchange(
            export=lambda path, history, done: self._answer(
                done, "Saved.", "export", path, history
            ),
            read=self._read,
            plan=lambda _imported, planned: planned(PLAN),
            carry_out=lambda imported, source, wanted, done: self._answer(
                done, self.done, "carry_out", imported, source, wanted
            ),
            backups=lambda: [GOOD, BAD],
            restore=self._note("restore", None),
            read_found=self._read,
            note_answered=self._note("answered", None),
        )

    def _read(self, where, done):
        self.asked.append(("read", where))
        done(self.error or self.found)

    def _answer(self, done, answer, *asked):
        if self.error is None:
            self.asked.append(asked)
        done(self.error or answer)

    def _note(self, name, answer):
        def act(*arguments):
            if self.error is not None:
                raise self.error
            self.asked.append((name, *arguments))
            return answer

        return act


@pytest.fixture
def theme(qapp):
    """A theme in the light colours."""
    made = Theme()
    made.start()
    made.choose(Choice.LIGHT)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def stage(qtbot):
    """A place on the screen."""
    return Stage(qtbot)


@pytest.fixture
def exchange():
    """Import and export on paper."""
    return PaperExchange()


@pytest.fixture
def window(qtbot, theme):
    """A window with an empty page."""
    made = MainWindow(theme)
    made.set_pages(dict.fromkeys(PageNumber, QWidget))
    qtbot.addWidget(made)
    made.show_page(PageNumber.SETTINGS)
    made.show()
    yield made
    made.close_for_good()


@pytest.fixture
def notices():
    """The notices that were put over the list."""
    return []


@pytest.fixture
def desk(window, exchange, notices, qtbot):
    """The desk under test."""

    def add(notice):
        qtbot.addWidget(notice)
        notices.append(notice)

    return ExchangeDesk(window, exchange.calls(), lambda: BERLIN, add)


FULL = AlarmClockError("The disk is full. Free some space.")
