"""A list whose rows have places without being laid out."""

import pytest
from PySide6.QtCore import QItemSelection, QPoint, QStringListModel, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate

from alarmclock.ui.widgets.row_list import RowList

ROW, MANY, ROOM = 20, 10_000, 200
Hint = QAbstractItemView.ScrollHint


class Witness(QStyledItemDelegate):
    """Takes note of the rows that are painted."""

    def __init__(self, parent):
        super().__init__(parent)
        self.rows = []

    def paint(self, _painter, _option, index):
        """Take note of a row."""
        self.rows.append(index.row())


class CountingModel(QStringListModel):
    """Counts how often a row is asked for."""

    asked = 0

    def data(self, index, role):
        """Count."""
        self.asked += 1
        return super().data(index, role)


@pytest.fixture
def rows(stage):
    """Show many rows, of which ten can be seen."""
    made = RowList(ROW)
    made.setModel(CountingModel([f"row {number}" for number in range(MANY)]))
    made.setItemDelegate(Witness(made))
    made.setFrameShape(made.Shape.NoFrame)
    stage.show(made, 300, ROOM)
    return made


def painted(rows):
    """Let it paint, and give the rows that were."""
    witness = rows.itemDelegate()
    witness.rows.clear()
    picture = QPixmap(rows.size())
    rows.render(picture)
    return witness.rows


def index(rows, row):
    """Give the index of a row."""
    return rows.model().index(row, 0)


def test_only_what_is_seen_is_painted(rows):
    """However many rows there are."""
    assert painted(rows) == list(range(10))
    assert rows.seen_rows == range(10)


def test_a_row_that_comes_asks_for_no_other_row(rows):
    """Nothing is laid out anew."""
    rows.model().asked = 0
    rows.model().insertRow(0)
    rows.model().removeRow(5)
    rows.model().moveRow(rows.rootIndex(), 3, rows.rootIndex(), 9000)
    rows.executeDelayedItemsLayout()
    assert rows.model().asked == 0


def test_the_bar_reaches_the_last_row(rows):
    """And follows when rows come and go."""
    bar = rows.verticalScrollBar()
    assert bar.maximum() == MANY * ROW - ROOM
    rows.model().insertRows(0, 10)
    assert bar.maximum() == (MANY + 10) * ROW - ROOM
    rows.model().removeRows(0, 20)
    assert bar.maximum() == (MANY - 10) * ROW - ROOM
    rows.model().setStringList(["one"])
    rows.executeDelayedItemsLayout()
    assert bar.maximum() == 0


def test_places_and_rows_agree(rows):
    """Also where it is scrolled to the middle of a row."""
    rows.verticalScrollBar().setValue(90_010)
    place = rows.visualRect(index(rows, 4503))
    assert place.top() == 4503 * ROW - 90_010
    assert rows.indexAt(place.center()).row() == 4503
    assert rows.seen_rows == range(4500, 4511)


def test_beside_and_below_the_rows_is_nothing(rows):
    """A click there chooses nothing."""
    rows.model().setStringList(["one"])
    assert not rows.indexAt(QPoint(5, ROW)).isValid()
    assert not rows.indexAt(QPoint(-1, 5)).isValid()


@pytest.mark.parametrize(
    ("hint", "top"),
    [
        (Hint.PositionAtTop, 5000 * ROW),
        (Hint.PositionAtBottom, 5001 * ROW - ROOM),
        (Hint.PositionAtCenter, 5000 * ROW - (ROOM - ROW) // 2),
        (Hint.EnsureVisible, 5001 * ROW - ROOM),
    ],
    ids=["top", "bottom", "center", "anywhere"],
)
def test_a_row_is_brought_into_view(rows, hint, top):
    """Where it is wanted."""
    rows.scrollTo(index(rows, 5000), hint)
    assert rows.verticalScrollBar().value() == top


def test_a_row_that_is_seen_stays_where_it_is(rows):
    """Nothing moves for it."""
    rows.verticalScrollBar().setValue(7)
    rows.scrollTo(index(rows, 3))
    assert rows.verticalScrollBar().value() == 7


@pytest.mark.parametrize(
    ("key", "row"),
    [
        (Qt.Key.Key_Down, 101),
        (Qt.Key.Key_Up, 99),
        (Qt.Key.Key_PageDown, 110),
        (Qt.Key.Key_PageUp, 90),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, MANY - 1),
    ],
    ids=["down", "up", "page down", "page up", "home", "end"],
)
def test_keys_lead_from_row_to_row(rows, qtbot, key, row):
    """As in any list, and the row comes into view."""
    rows.setCurrentIndex(index(rows, 100))
    qtbot.keyClick(rows, key)
    assert rows.currentIndex().row() == row
    assert row in rows.seen_rows


def test_a_click_chooses_a_row(rows, qtbot):
    """The one that is under the pointer."""
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 3 * ROW + 5))
    assert [chosen.row() for chosen in rows.selectedIndexes()] == [3]


def test_a_selection_covers_the_places_of_its_rows(rows):
    """So far as they can be seen."""
    selection = QItemSelection(index(rows, 8), index(rows, 30))
    assert rows.visualRegionForSelection(selection).boundingRect().top() == 8 * ROW
    assert rows.visualRegionForSelection(selection).boundingRect().bottom() == ROOM - 1


def test_the_row_after_a_removed_one_becomes_the_current_one(rows):
    """Whoever deletes one after the other need not choose each."""
    rows.setCurrentIndex(index(rows, 5))
    rows.model().removeRow(5)
    assert rows.currentIndex().data() == "row 6"


def test_a_changed_row_is_painted_alone(rows, qapp, qtbot):
    """The others need no new picture."""
    witness = rows.itemDelegate()
    qapp.processEvents()
    witness.rows.clear()
    rows.model().setData(index(rows, 4), "changed")
    qtbot.waitUntil(lambda: bool(witness.rows))
    assert witness.rows == [4]


def test_rows_of_another_model_are_shown(rows):
    """And the old one is not followed any more."""
    old = rows.model()
    rows.setModel(QStringListModel(["one"], rows))
    old.removeRow(0)
    assert painted(rows) == [0]
