import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from alarmclock.hanging import wants_to_end


@pytest.mark.parametrize(("name", "wanted"), [("endAndOpen", True), ("leaveHanging", False)])
def test_the_answer_of_a_person_is_waited_for(qapp, name, wanted):
    """And nothing is left on the screen."""

    def press():
        (window,) = (one for one in QApplication.topLevelWidgets() if one.isVisible())
        QTest.keyClick(window.findChild(QPushButton, name), Qt.Key.Key_Space)

    QTimer.singleShot(0, press)
    assert wants_to_end(4711) is wanted
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible()]
