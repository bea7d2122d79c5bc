"""The sky follows the time of day, and can be written on."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from alarmclock.ui.sky import Sky, sky_stops, starlight
from tests.ui.contrast import READABLE, contrast

MIDNIGHT = datetime(2026, 11, 22, tzinfo=UTC)
HALF_HOURS = [MIDNIGHT + timedelta(minutes=30 * n) for n in range(48)]


@pytest.mark.parametrize("local", HALF_HOURS, ids=lambda local: f"{local:%H:%M}")
def test_white_text_can_be_read_on_all_but_the_brightest_corner(local):
    """Digits, date and labels stand on the first three colours."""
    assert min(contrast(stop, "#FFFFFF") for stop in sky_stops(local)[:3]) >= READABLE


@pytest.mark.parametrize(("hour", "light"), [(0, 1), (3, 1), (12, 0), (17, 0), (22, 1)])
def test_stars_come_out_at_night(hour, light):
    """And go at dawn."""
    assert starlight(MIDNIGHT.replace(hour=hour)) == light


def test_the_sky_changes_smoothly():
    """Between two minutes no colour jumps."""
    minutes = [MIDNIGHT + timedelta(minutes=n) for n in range(24 * 60)]
    skies = [sky_stops(minute) for minute in minutes]
    jumps = [
        abs(a.lightnessF() - b.lightnessF())
        for before, after in zip(skies, [*skies[1:], skies[0]], strict=True)
        for a, b in zip(before, after, strict=True)
    ]
    assert max(jumps) < 0.02


def test_noon_and_night_look_different(qapp):
    """What is painted is the sky of the time that was given."""
    sky = Sky()
    pictures = []
    for hour in (0, 12):
        picture = QImage(200, 60, QImage.Format.Format_ARGB32)
        painter = QPainter(picture)
        sky.paint(painter, QRectF(0, 0, 200, 60), MIDNIGHT.replace(hour=hour))
        painter.end()
        pictures.append(picture.pixelColor(100, 30))
    assert pictures[1].blue() > pictures[0].blue() + 40
