"""The slider of the volume with its percentage."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

LOWEST, HIGHEST = 1, 100
SMALL_STEP, LARGE_STEP = 1, 10
PERCENT_WIDTH = 46
# The handle is higher than its groove, and has a ring while it is focused.
SMALLEST = QSize(60, 24)


class VolumeSlider(QSlider):
    """A slider that leaves the wheel to the page, unless it is focused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("volume")
        self.setAccessibleName("Volume")
        self.setToolTip("Left and Right change the volume, Page Up and Page Down by 10 %.")
        self.setRange(LOWEST, HIGHEST)
        self.setSingleStep(SMALL_STEP)
        self.setPageStep(LARGE_STEP)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(SMALLEST)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page instead of changing a volume that nobody is at."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class VolumeField(QWidget):
    """Shows and takes a volume in percent."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = VolumeSlider(self)
        self._percent = QLabel(self)
        self._percent.setObjectName("volumePercent")
        self._percent.setMinimumWidth(PERCENT_WIDTH)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self._percent)
        self.slider.valueChanged.connect(self._show_percent)
        self.slider.valueChanged.connect(self.changed)

    def show_volume(self, volume: int) -> None:
        """Show a volume in percent."""
        self.slider.setValue(volume)
        self._show_percent(volume)

    def volume(self) -> int:
        """Give the volume in percent."""
        return self.slider.value()

    def _show_percent(self, volume: int) -> None:
        self._percent.setText(f"{volume} %")
