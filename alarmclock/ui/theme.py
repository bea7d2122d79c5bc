"""Colours and type of the window, light and dark; follows the system's choice live."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication

from alarmclock import resources
from alarmclock.core.settings import Theme as Choice
from alarmclock.values import dataclass, fields

FAMILY = "Inter"
WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
# Of icons that Qt has scaled it keeps ten times as much, though most were in dialogs that are gone.
MOST_SCALED_ICONS_KB = 1024


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one scheme, by what they are for."""

    background: str
    surface: str
    rail: str
    text: str
    muted: str
    line: str
    accent: str
    on_accent: str
    accent_hover: str
    soft: str
    warn: str
    warn_soft: str
    good: str
    bad: str
    bad_soft: str
    off: str
    dim: str


LIGHT = Colours(
    background="#F7F7F8",
    surface="#FFFFFF",
    rail="#EFEFF2",
    text="#1B1B1F",
    muted="#6B6B76",
    line="#E4E4E9",
    accent="#4F46E5",
    on_accent="#FFFFFF",
    accent_hover="#4338CA",
    soft="#EEEDFC",
    warn="#B45309",
    warn_soft="#FBEEDD",
    good="#15803D",
    bad="#B91C1C",
    bad_soft="#F8E5E5",
    off="#C9C9D1",
    dim="#6E6E79",
)
DARK = Colours(
    background="#131316",
    surface="#1D1D22",
    rail="#18181C",
    text="#F2F2F5",
    muted="#9A9AA6",
    line="#2B2B32",
    accent="#8B85FF",
    on_accent="#16151F",
    accent_hover="#A19CFF",
    soft="#2A2850",
    warn="#F5B454",
    warn_soft="#3A2C19",
    good="#5BD68A",
    bad="#FF8A80",
    bad_soft="#3A2224",
    off="#44444D",
    dim="#8E8E9A",
)
SKY = ("#1E1B4B", "#4338CA", "#A855A5", "#F59E6B")


def font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Give our typeface in a size of logical pixels, its figures all of one width."""
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


class Theme(QObject):
    """Holds the colours in use and dresses the application in them."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colours = LIGHT
        self._choice = Choice.SYSTEM
        self._system = Qt.ColorScheme.Unknown
        self._is_dressed = False

    def start(self) -> None:
        """Load the typeface, dress the application and follow the system from now on."""
        for weight in WEIGHTS:
            QFontDatabase.addApplicationFont(str(resources.path("fonts", f"Inter-{weight}.ttf")))
        QApplication.setFont(font(14))
        QPixmapCache.setCacheLimit(MOST_SCALED_ICONS_KB)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        self._follow(hints.colorScheme())

    def stop(self) -> None:
        """Follow the system no more."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._follow)

    @property
    def is_dark(self) -> bool:
        """True while the dark colours are shown."""
        return self.colours is DARK

    def choose(self, choice: Choice) -> None:
        """Follow the system, or hold one of the two."""
        if choice is not self._choice:
            self._choice = choice
            self._dress()

    def colour(self, name: str) -> QColor:
        """Give a colour of the scheme in use by its name in Colours."""
        return QColor(getattr(self.colours, name))

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self._system = scheme
        self._dress()

    def _dress(self) -> None:
        wanted = DARK if self._wants_dark() else LIGHT
        if self._is_dressed and wanted is self.colours:
            return
        self.colours, self._is_dressed = wanted, True
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(self._palette())
        # To set a sheet over a sheet, Qt visits every object that ever asked for its rules, and
        # crashes on one that was deleted before it was shown. Without a sheet it forgets them.
        app.setStyleSheet("")
        app.setStyleSheet(self._stylesheet())
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._choice is not Choice.SYSTEM:
            return self._choice is Choice.DARK
        return self._system is Qt.ColorScheme.Dark

    def _palette(self) -> QPalette:
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "background",
            QPalette.ColorRole.Base: "surface",
            QPalette.ColorRole.AlternateBase: "background",
            QPalette.ColorRole.WindowText: "text",
            QPalette.ColorRole.Text: "text",
            QPalette.ColorRole.Button: "surface",
            QPalette.ColorRole.ButtonText: "text",
            QPalette.ColorRole.ToolTipBase: "surface",
            QPalette.ColorRole.ToolTipText: "text",
            QPalette.ColorRole.PlaceholderText: "muted",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on_accent",
            QPalette.ColorRole.Link: "accent",
        }
        for role, name in roles.items():
            palette.setColor(role, self.colour(name))
        return palette

    def _stylesheet(self) -> str:
        sheet = resources.path("styles", "alarmclock.qss").read_text(encoding="utf-8")
        # Longest names first: @accent_hover begins with @accent.
        for name in sorted((field.name for field in fields(Colours)), key=len, reverse=True):
            sheet = sheet.replace(f"@{name}", getattr(self.colours, name))
        return sheet
