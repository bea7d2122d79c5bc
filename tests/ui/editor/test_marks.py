from PySide6.QtWidgets import QLineEdit

from alarmclock.ui.editor.marks import mark_invalid


def test_a_marked_field_looks_wrong(theme, qtbot):
    """The mark is seen, and can be taken back."""
    field = QLineEdit("25:00")
    qtbot.addWidget(field)
    looks = [field.grab().toImage()]
    for invalid in (True, False):
        mark_invalid(field, invalid=invalid)
        looks.append(field.grab().toImage())
    assert (looks[1] != looks[0], looks[2] == looks[0]) == (True, True)
