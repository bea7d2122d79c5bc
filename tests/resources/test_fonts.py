import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont

from alarmclock import resources

WEIGHTS = {
    "Regular": QFont.Weight.Normal,
    "Medium": QFont.Weight.Medium,
    "SemiBold": QFont.Weight.DemiBold,
    "Bold": QFont.Weight.Bold,
}
SHOWN_TEXT = "Alarm 07:15 – “Ağaç” Łódź Ωμέγα Тревога · … − → ← °"


@pytest.mark.parametrize("style", WEIGHTS)
def test_font_has_its_weight(qapp, style):
    """Each file gives the family Inter its weight."""
    load_fonts()
    font = QFont("Inter", weight=WEIGHTS[style])
    assert QFontInfo(font).family() == "Inter"
    assert QFontInfo(font).weight() == WEIGHTS[style]
    assert QFontInfo(font).exactMatch()


def test_font_files_are_named_inter(qapp):
    """Every file can be asked for by the one family name."""
    assert all("Inter" in families for families in load_fonts())


@pytest.mark.parametrize("style", WEIGHTS)
def test_font_has_tabular_figures(qapp, style):
    """With tnum all figures are equally wide, and without it they are not."""
    load_fonts()
    font = QFont("Inter", weight=WEIGHTS[style])
    font.setPixelSize(88)
    assert len(widths(font)) > 1
    font.setFeature(QFont.Tag("tnum"), 1)
    assert len(widths(font)) == 1


@pytest.mark.parametrize("style", WEIGHTS)
def test_font_has_the_letters_we_show(qapp, style):
    """Latin, Greek and Cyrillic text and our signs need no other font."""
    font = QRawFont(str(resources.path("fonts", f"Inter-{style}.ttf")), 16)
    assert [letter for letter in SHOWN_TEXT if not font.supportsCharacter(ord(letter))] == []


def test_font_brings_its_licence():
    """The Open Font License goes with the files, as it demands."""
    assert "SIL OPEN FONT LICENSE Version 1.1" in resources.path("fonts", "OFL.txt").read_text()


def load_fonts() -> list[list[str]]:
    """Load every bundled font file and return the family names of each."""
    return [
        QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(resources.path("fonts", f"Inter-{style}.ttf")))
        )
        for style in WEIGHTS
    ]


def widths(font: QFont) -> set[float]:
    """Return the different widths of the figures."""
    metrics = QFontMetricsF(font)
    return {metrics.horizontalAdvance(figure) for figure in "0123456789"}
