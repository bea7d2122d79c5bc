from PySide6.QtWidgets import QLabel, QPushButton

from alarmclock.ui.editor.left_out import LeftOut


def test_what_is_left_out_is_said_and_another_offered(qtbot, theme, on_screen):
    """The button takes the offer."""
    remark = on_screen(LeftOut("useLastDay"))
    remark.offer("Months without a 31st are left out.", "Take the last day")
    button = remark.findChild(QPushButton, "useLastDay")
    assert remark.findChild(QLabel).text() == "Months without a 31st are left out."
    assert button.text() == button.accessibleName() == "Take the last day"
    with qtbot.waitSignal(remark.last_wanted):
        button.click()
