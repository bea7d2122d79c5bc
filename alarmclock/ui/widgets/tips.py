"""Tooltips that say what they are given, letter for letter."""

from html import escape

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """Give a tooltip for a text that people or other programs wrote.

    Qt takes a tooltip for markup wherever it looks like some: it would leave out what stands in
    brackets, and load pictures.
    """
    if not Qt.mightBeRichText(text):
        return text
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>"
