"""The contrast of two colours, as WCAG 2 defines it."""

from PySide6.QtGui import QColor

READABLE = 4.5


def contrast(first, second):
    """Give the ratio of the lighter to the darker colour, from 1 to 21."""
    lights = sorted((_light(QColor(first)), _light(QColor(second))))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour):
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
