"""The list of the activity, which stays in place while new lines come in above."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from alarmclock.ui.activity.delegate import ROW_HEIGHT, ActivityDelegate
from alarmclock.ui.activity.lines_model import LinesModel
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.row_list import RowList

NOTHING_YET = (
    "Nothing has happened yet. Set an alarm or a timer, and you can read here what its daemon does."
)


class ActivityList(RowList):
    """Shows the newest lines on top, and a sentence while there are none; it lies on a card."""

    def __init__(
        self,
        model: LinesModel,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        roomy: bool = False,
    ) -> None:
        super().__init__(ROW_HEIGHT, parent, ground=lambda: theme.colour("surface"))
        self._lines = model
        self.setAccessibleName("Activity")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT // 2)
        self._empty = self._make_empty_sentence()
        self.setItemDelegate(ActivityDelegate(theme, self, roomy=roomy))
        self.setModel(model)
        self._follow(model)
        theme.changed.connect(self.viewport().update)

    def _make_empty_sentence(self) -> QLabel:
        sentence = QLabel(NOTHING_YET, self.viewport())
        sentence.setObjectName("activityEmpty")
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setProperty("look", "muted")
        sentence.setWordWrap(True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self.viewport())
        layout.addWidget(sentence)
        return sentence

    def say_when_empty(self, sentence: str) -> None:
        """Say this while there are no lines."""
        self._empty.setText(sentence)
        self._show_whether_empty()

    def _follow(self, model: LinesModel) -> None:
        model.modelReset.connect(self._show_whether_empty)
        model.rowsInserted.connect(self._stay_after_insertion)
        model.rowsRemoved.connect(self._stay_after_removal)
        self.verticalScrollBar().valueChanged.connect(self._forget_when_back_on_top)
        self._show_whether_empty()

    def _stay_after_insertion(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._show_whether_empty()
        self._shift(first, last - first + 1)

    def _stay_after_removal(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._show_whether_empty()
        self._shift(first, first - last - 1)

    def _shift(self, first: int, rows: int) -> None:
        """Keep the lines that are being read where they are; on top, show what is new."""
        bar = self.verticalScrollBar()
        if first * ROW_HEIGHT < bar.value():
            bar.setValue(bar.value() + rows * ROW_HEIGHT)

    def _forget_when_back_on_top(self, value: int) -> None:
        if value == 0:
            self._lines.forget_oldest()

    def _show_whether_empty(self) -> None:
        is_empty = not self._lines.rowCount()
        self._empty.setVisible(is_empty)
        focus = Qt.FocusPolicy.NoFocus if is_empty else Qt.FocusPolicy.StrongFocus
        self.setFocusPolicy(focus)
