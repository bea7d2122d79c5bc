"""Two big digits that are typed, stepped with arrow keys or wheel, or pressed up and down."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QFont, QWheelEvent
from PySide6.QtWidgets import QLabel, QSpinBox, QVBoxLayout, QWidget

from alarmclock.ui.theme import font
from alarmclock.ui.widgets.icon import Icons
from alarmclock.ui.widgets.icon_button import IconButton

LARGEST = 99
DIGIT_SIZE = 38
STEPPER_HEIGHT = 26


class Digits(QSpinBox):
    """A number of two digits, from 00 to 99."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, LARGEST)
        self.setWrapping(True)
        self.setProperty("look", "digits")
        self.setFont(font(DIGIT_SIZE, QFont.Weight.DemiBold))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def textFromValue(self, value: int) -> str:
        """Write a number with two digits."""
        return f"{value:02}"

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the digits, so that typing replaces them."""
        super().focusInEvent(event)
        # A mouse press sets its own cursor after the focus has come.
        QTimer.singleShot(0, self, self.selectAll)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only when chosen: a page that is scrolled must not change a length."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class LengthField(QWidget):
    """Digits with their unit above and two small buttons."""

    def __init__(self, icons: Icons, unit: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.digits = Digits(self)
        self.digits.setObjectName(name)
        self.digits.setAccessibleName(unit)
        self.digits.setToolTip(f"Type the {unit.lower()}, or press Up and Down")
        caption = QLabel(unit, self)
        caption.setProperty("look", "muted")
        caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        caption.setBuddy(self.digits)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(caption)
        column.addWidget(self._stepper(icons, "chevron-up", f"More {unit.lower()}", +1))
        column.addWidget(self.digits)
        column.addWidget(self._stepper(icons, "chevron-down", f"Fewer {unit.lower()}", -1))

    def _stepper(self, icons: Icons, picture: str, name: str, step: int) -> IconButton:
        """Make a button for the mouse; the keyboard has the arrow keys in the digits."""
        button = IconButton(icons, picture, parent=self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFixedHeight(STEPPER_HEIGHT)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self.digits.stepBy(step))
        policy = button.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        button.setSizePolicy(policy)
        return button
