"""Where the parts of a timer's card stand: in one, two or three rows, as its width allows."""

from PySide6.QtCore import QPoint, QRect, QSize

from alarmclock.values import dataclass

PADDING = 20
TOP = 12
GAP = 20
TEXT_WIDTH = 180
TIME_HEIGHT = 48
NAME_HEIGHT = 24
STATE_HEIGHT = 20
BAR_HEIGHT = 4
BOTTOM = 14


@dataclass(frozen=True, slots=True)
class Places:
    """The place of each part on a card of this height."""

    time: QRect
    name: QRect
    state: QRect
    buttons: QPoint
    bar: QRect
    height: int


def places(width: int, time_width: int, buttons: QSize) -> Places:
    """Choose the fewest rows in which nothing is squeezed."""
    inner = width - 2 * PADDING
    beside = time_width + GAP + buttons.width()
    if inner >= beside + TEXT_WIDTH + GAP:
        return _in_one_row(width, time_width, buttons)
    return _in_rows(width, buttons, own_row=inner < beside)


def _in_one_row(width: int, time_width: int, buttons: QSize) -> Places:
    text_left = PADDING + time_width + GAP
    buttons_left = width - PADDING - buttons.width()
    text_width = buttons_left - GAP - text_left
    row_height = NAME_HEIGHT + STATE_HEIGHT + TOP // 2
    return _finished(
        width,
        TOP + row_height,
        time=QRect(PADDING, TOP + (row_height - TIME_HEIGHT) // 2, time_width, TIME_HEIGHT),
        text=QRect(text_left, TOP + 2, text_width, NAME_HEIGHT),
        buttons=QPoint(buttons_left, TOP + (row_height - buttons.height()) // 2),
    )


def _in_rows(width: int, buttons: QSize, *, own_row: bool) -> Places:
    inner = width - 2 * PADDING
    time_top = TOP + NAME_HEIGHT + STATE_HEIGHT + 2
    below = time_top + TIME_HEIGHT
    buttons_top = below + 2 if own_row else time_top + (TIME_HEIGHT - buttons.height()) // 2
    return _finished(
        width,
        buttons_top + buttons.height() if own_row else below,
        time=QRect(PADDING, time_top, inner, TIME_HEIGHT),
        text=QRect(PADDING, TOP, inner, NAME_HEIGHT),
        buttons=QPoint(width - PADDING - buttons.width(), buttons_top),
    )


def _finished(width: int, bar_top: int, *, time: QRect, text: QRect, buttons: QPoint) -> Places:
    """Put the state below the name, and the bar below everything."""
    state = QRect(text.left(), text.bottom() + 1, text.width(), STATE_HEIGHT)
    bar = QRect(PADDING, bar_top + 8, width - 2 * PADDING, BAR_HEIGHT)
    return Places(time, text, state, buttons, bar, bar.bottom() + 1 + BOTTOM)
