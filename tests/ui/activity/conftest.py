"""What the tests of the activity share: a theme, a clock, a store and a checked model."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from alarmclock.core.settings import Theme as Choice
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.ui.activity.model import ActivityModel
from alarmclock.ui.theme import Theme
from tests.ui.activity.builders import NOW, EventStore


@pytest.fixture
def theme(qapp):
    """A theme in the light colours."""
    made = Theme()
    made.start()
    made.choose(Choice.LIGHT)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def clock():
    """A clock that stands still on a Sunday evening."""
    return FakeClock(NOW)


@pytest.fixture
def store():
    """An empty store of events."""
    return EventStore()


class ShutModel(ActivityModel):
    """Reads nothing while its tester is made, which would read all there is."""

    is_open = False

    def canFetchMore(self, parent):  # noqa: N802 - Qt's name
        """Wait to be opened."""
        return self.is_open and super().canFetchMore(parent)


@pytest.fixture
def make_model(qapp, clock, store):
    """Make models that are checked at each change; a fault is a warning, which fails the test."""
    testers = []

    def make(**settings):
        model = ShutModel(clock, store.load_older, **settings)
        mode = QAbstractItemModelTester.FailureReportingMode.Warning
        tester = QAbstractItemModelTester(model, mode)
        tester.setUseFetchMore(False)
        testers.append((tester, model))
        model.is_open = True
        return model

    return make


@pytest.fixture
def model(make_model):
    """A model over the store."""
    return make_model()


@pytest.fixture
def lines():
    """Give what the lines of a model say, without the times."""

    def said(model):
        texts = (model.index(row).data() for row in range(model.rowCount()))
        return [text.partition(" ")[2] for text in texts]

    return said


@pytest.fixture
def on_screen(qtbot):
    """Show a widget inside another one: the offscreen platform warns of size limits on top."""
    stages = []

    def show(widget, width, height):
        stage = QWidget()
        qtbot.addWidget(stage)
        stages.append(stage)
        widget.setParent(stage)
        widget.resize(width, height)
        stage.resize(width, height)
        stage.show()
        return widget

    return show
