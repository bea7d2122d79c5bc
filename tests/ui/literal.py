"""What a person reads in a window, letter for letter: painted, in tooltips, by a screen reader."""

import html
import re

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import Qt as RichText
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QMenu, QWidget

# Tags, a picture from elsewhere, an entity, and an accelerator.
HOSTILE = '<b>x</b> & <img src="http://x"> &amp; a&b'
# Only markup that was taken for markup, or an accelerator that was eaten, leaves these behind.
LEFT_OVERS = ("a&b", "ab", "&amp;", "<b>", "</b>", "<img", "http:")
WORD = re.compile(r"\w+")


def painted(widget):
    """Give every line of text that a widget and its children paint, as one string."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture = QSvgGenerator()
    picture.setOutputDevice(buffer)
    picture.setSize(widget.size())
    widget.render(picture)
    drawn = bytes(buffer.data()).decode()
    return "".join(map(html.unescape, re.findall(r"<text[^>]*>([^<]*)</text>", drawn)))


def shown_tip(text):
    """Give a tooltip as it is shown: what looks like markup to Qt, is."""
    if RichText.mightBeRichText(text):
        return QTextDocumentFragment.fromHtml(text).toPlainText()
    return text


def told(window):
    """Give all that a window says elsewhere: tooltips, names and descriptions, each one string."""
    for widget in [window, *window.findChildren(QWidget)]:
        yield shown_tip(widget.toolTip())
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.windowTitle()
        yield from _held(widget)


def _held(widget):
    match widget:
        case QLabel():
            if widget.textFormat() is not Qt.TextFormat.PlainText:
                yield shown_tip(widget.text())
        case QAbstractButton():
            yield without_accelerator(widget.text())
        case QMenu():
            for action in widget.actions():
                yield without_accelerator(action.text())
        case QComboBox():
            for place in range(widget.count()):
                yield shown_tip(widget.itemData(place, Qt.ItemDataRole.ToolTipRole) or "")
        case QAbstractItemView() if widget.model() is not None:
            for row in range(widget.model().rowCount()):
                index = widget.model().index(row, 0)
                yield shown_tip(index.data(Qt.ItemDataRole.ToolTipRole) or "")
                yield str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")


def without_accelerator(text):
    """Give the words of a button or a menu: a single “&” marks the letter after it."""
    return re.sub(r"&(.)", r"\1", text)


def mangled(text):
    """Give what is left of a hostile label that was not shown as it is; empty when all was."""
    rest = text.replace(HOSTILE, "")
    # Where there is little room, the beginning of it is shown.
    for length in range(len(HOSTILE), 0, -1):
        rest = rest.replace(f"{HOSTILE[:length]}…", "")
    words = WORD.findall(rest)
    return [one for one in LEFT_OVERS if (one in words if one.isalpha() else one in rest)]
